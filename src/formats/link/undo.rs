//! Decodes a text before links are searched: undoes the encodings and substitutions of mail programs, mail filters and
//! word processors.
//!
//! Each step returns a new text, or `None` if it changes nothing. Line breaks are kept, so that lines keep their
//! numbers, and no text becomes longer.

use std::borrow::Cow;

use super::form::Form;

/// En dash, em dash and horizontal bar are normalised to this one. Word processors replace one hyphen or two by it.
pub(super) const DASH: char = '\u{2013}';

type Step = fn(&str) -> Option<String>;

/// In this order, because an e-mail with an address in it is encoded last.
const STEPS: [Step; 6] = [
    quoted_printable,
    entities,
    dashed_redirect,
    percent,
    invisible,
    dashes,
];

/// The decoded text.
pub(super) fn all(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    if !may_be_encoded(text.as_bytes()) {
        return out;
    }
    for step in STEPS {
        if let Some(undone) = step(&out) {
            out = Cow::Owned(undone);
        }
    }
    out
}

/// Whether any step may change the text; most links are unchanged.
fn may_be_encoded(text: &[u8]) -> bool {
    // Sixteen bytes at a time, without a branch between them, so that the compiler vectorises the comparisons.
    let is_suspect = |bytes: &[u8]| {
        let suspect = |byte: &u8| u8::from(matches!(byte, b'%' | b'&' | b'?' | 0x80..));
        bytes.iter().map(suspect).fold(0, |any, byte| any | byte) != 0
    };
    if text.chunks(16).any(is_suspect) {
        return true;
    }
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte == b'=') {
        rest = rest.get(at + 1..).unwrap_or_default();
        if !matches!(rest, [first, second, ..] if !is_encoded([*first, *second])) {
            return true;
        }
    }
    false
}

/// Whether a `=` before these two bytes may be quoted-printable.
fn is_encoded(behind: [u8; 2]) -> bool {
    behind[0].is_ascii_whitespace() || hex(&behind).is_some()
}

/// Quoted-printable (RFC 2045, section 6.7): `=3D`, and soft line breaks, which are a `=` at the end of a line.
fn quoted_printable(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    // Quoted-printable encodes every `=` as `=3D`, a prefix's sign too.
    let is_quoted = text
        .split('=')
        .skip(1)
        .any(|behind| starts(behind.as_bytes(), b"3d"));
    let mut out = Replaced::new(bytes);
    while let Some(behind) = out.copy_to(|byte| byte == b'=') {
        if is_sign(&out.bytes, behind) {
            out.keep();
            continue;
        }
        match behind {
            [b'\n' | b'\r', ..] => out.replace(1, b""),
            // A soft line break whose line break became a space.
            [b' ', ..] if is_quoted => out.replace(1, b""),
            [high, low, ..] if is_quoted => match hex(&[*high, *low]) {
                Some(byte) => out.replace(3, &[printable(byte)]),
                None => out.keep(),
            },
            _ => out.keep(),
        }
    }
    out.finish()
}

/// Whether a `=` is the prefix's own sign, by the text before and after it. After a prefix name, a `=` at a line end is
/// the sign and not a soft line break, unless the next line continues the prefix.
fn is_sign(before: &[u8], behind: &[u8]) -> bool {
    let is_name = Form::NAMES.iter().any(|(name, _)| ends(before, name.as_bytes()));
    let next = behind.trim_ascii_start();
    let is_break = next.len() < behind.len();
    // A hyphen in the name, as another character of several bytes.
    let is_in_name = matches!(behind, [high, low, b'=', ..] if hex(&[*high, *low]).is_some());
    is_name
        && !starts(behind, b"3d")
        && !is_in_name
        && !(is_break && (starts(next, b"=3d") || starts(next, b"-")))
}

/// Character references of HTML: `&#61;`, `&#x3D;`, `&equals;`, `&amp;` and `&amp;#61;`.
fn entities(text: &str) -> Option<String> {
    let mut out = Replaced::new(text.as_bytes());
    while let Some(mut behind) = out.copy_to(|byte| byte == b'&') {
        let mut length = 1;
        while let Some(rest) = behind.strip_prefix(b"amp;") {
            (behind, length) = (rest, length + 4);
        }
        let end = behind.iter().take(MOST_ENTITY).position(|byte| *byte == b';');
        let name = end.and_then(|end| behind.get(..end)).unwrap_or_default();
        match str::from_utf8(name).ok().and_then(entity) {
            Some(c) => {
                let c = if c.is_control() { ' ' } else { c };
                out.replace(length + name.len() + 1, c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            None => out.replace(length, b"&"),
        }
    }
    out.finish()
}

/// Most letters of a reference: `&NegativeVeryThinSpace;` has 21.
const MOST_ENTITY: usize = 24;

/// The character of a reference, without `&` and `;`.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return number.ok().and_then(char::from_u32);
    }
    Some(match name {
        "equals" => '=',
        "num" => '#',
        "percnt" => '%',
        "lowbar" | "UnderBar" => '_',
        "hyphen" | "dash" => '-',
        "ndash" | "mdash" | "horbar" => DASH,
        "shy" | "zwnj" | "zwj" | "ZeroWidthSpace" | "NoBreak" => '\u{AD}',
        "nbsp" | "NewLine" | "Tab" => ' ',
        _ => return None,
    })
}

/// The redirect of a mail filter, which encodes `%` as `-` and `/` as `_` (Proofpoint, version 2).
fn dashed_redirect(text: &str) -> Option<String> {
    const START: &str = "/v2/url?u=";
    let mut pieces = text.split(START);
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    let before = bytes.len();
    for piece in pieces {
        bytes.extend_from_slice(START.as_bytes());
        // The address ends before the redirect's next parameter.
        let end = piece.find(['&', '"', '<']).unwrap_or(piece.len());
        let (address, behind) = piece.split_at_checked(end)?;
        let mut address = Replaced::new(address.as_bytes());
        while let Some(behind) = address.copy_to(|byte| matches!(byte, b'-' | b'_')) {
            match behind.get(..2).and_then(hex) {
                _ if address.rest.starts_with(b"_") => address.replace(1, b"/"),
                Some(byte) => address.replace(3, &[printable(byte)]),
                None => address.keep(),
            }
        }
        bytes.extend_from_slice(&address.bytes);
        bytes.extend_from_slice(behind.as_bytes());
    }
    (bytes.len() > before).then(|| text_of(bytes))
}

/// Percent-encoding, also repeated, of an address inside an address: `%3D`, `%253D`, `%25253D`.
fn percent(text: &str) -> Option<String> {
    let mut out = Replaced::new(text.as_bytes());
    while let Some(behind) = out.copy_to(|byte| byte == b'%') {
        let mut ahead = 0;
        while ahead <= MOST_SIGNS && behind.get(ahead..).is_some_and(|rest| rest.starts_with(b"25")) {
            ahead += 2;
        }
        match behind.get(ahead..ahead + 2).and_then(hex) {
            Some(byte) => out.replace(ahead + 3, &[printable(byte)]),
            None => out.keep(),
        }
    }
    out.finish()
}

/// Most digits of repeatedly encoded percent signs.
const MOST_SIGNS: usize = 8;

/// Removes invisible characters: soft hyphens, zero-width spaces and joiners, direction marks. Normalises spaces of
/// other widths.
fn invisible(text: &str) -> Option<String> {
    let is_invisible = |c: char| {
        matches!(
            c,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
        )
    };
    let is_space = |c: char| !c.is_ascii() && c.is_whitespace();
    text.contains(|c| is_invisible(c) || is_space(c)).then(|| {
        text.chars()
            .filter(|c| !is_invisible(*c))
            .map(|c| if is_space(c) { ' ' } else { c })
            .collect()
    })
}

/// Normalises hyphens and dashes that replaced `-`.
fn dashes(text: &str) -> Option<String> {
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2012}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2014}' | '\u{2015}' => DASH,
        _ => c,
    };
    text.contains(|c| plain(c) != c)
        .then(|| text.chars().map(plain).collect())
}

/// A copy of a text with replacements.
struct Replaced<'a> {
    rest: &'a [u8],
    bytes: Vec<u8>,
    is_changed: bool,
}

impl<'a> Replaced<'a> {
    fn new(rest: &'a [u8]) -> Self {
        Self {
            rest,
            bytes: Vec::with_capacity(rest.len()),
            is_changed: false,
        }
    }

    /// Copies up to the next matching byte; returns what follows that byte.
    fn copy_to(&mut self, is_wanted: impl Fn(u8) -> bool) -> Option<&'a [u8]> {
        let at = self.rest.iter().position(|byte| is_wanted(*byte));
        let (copied, rest) = self.rest.split_at_checked(at.unwrap_or(self.rest.len()))?;
        self.bytes.extend_from_slice(copied);
        self.rest = rest;
        rest.get(1..)
    }

    /// Copies the next byte.
    fn keep(&mut self) {
        if let Some((byte, rest)) = self.rest.split_first() {
            self.bytes.push(*byte);
            self.rest = rest;
        }
    }

    /// Replaces this many bytes.
    fn replace(&mut self, length: usize, by: &[u8]) {
        self.bytes.extend_from_slice(by);
        self.is_changed |= length != by.len();
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// The new text, if anything was replaced.
    fn finish(self) -> Option<String> {
        self.is_changed.then(|| text_of(self.bytes))
    }
}

/// The bytes as text. Invalid UTF-8 becomes `?`, which no payload contains.
fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).replace('\u{FFFD}', "?"))
}

/// Replaces an encoded control character by a space: an encoded line break does not end a line of the text.
fn printable(byte: u8) -> u8 {
    if byte.is_ascii_control() { b' ' } else { byte }
}

/// The byte with these two hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    match digits {
        [high, low] => Some((digit(*high)? << 4 | digit(*low)?) as u8),
        _ => None,
    }
}

/// Whether a text begins with a lower-case mark, ignoring case.
fn starts(text: &[u8], mark: &[u8]) -> bool {
    text.get(..mark.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(mark))
}

/// Whether a text ends with a lower-case word, ignoring case.
fn ends(text: &[u8], word: &[u8]) -> bool {
    let start = text.len().checked_sub(word.len()).and_then(|at| text.get(at..));
    start.is_some_and(|end| end.eq_ignore_ascii_case(word))
}
