//! Walks over a text as mail programs and mail filters leave it, and gives what they were given.
//!
//! | what | undone |
//! |---|---|
//! | `%3D`, `%253D`, `%25253D` | an address inside an address, up to three times |
//! | `=3D`, and `=` at the end of a line | quoted-printable (RFC 2045, section 6.7) |
//! | `-3D`, `-2D`, `-5F` | the second version of a redirect that writes `-` for `%` |
//! | `__;` | the end of an address in its third version |
//! | `&#61;`, `&#x3D;`, `&equals;` | the sign `=` in HTML |

use super::{Form, letters};

/// Most characters of a prefix, with a break in it.
const PREFIX_LIMIT: usize = 24;
/// Most letters that [`Cursor::run`] gives: more than a plain payload has.
const RUN_LIMIT: usize = 48;

/// A place in a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Whether `-` stands for `%`.
    dashed: bool,
    /// The payload letters taken last.
    tail: [u8; 4],
}

impl<'a> Cursor<'a> {
    /// A cursor at a place, which is that of a character.
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            dashed: false,
            tail: [0; 4],
        }
    }

    /// The place, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The letters that stand here as they are, in a row; the first few of a longer one, so that a row with
    /// many prefixes in it is not read as a whole for each.
    pub(super) fn run(&self) -> &'a [u8] {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let rest = rest.get(..RUN_LIMIT).unwrap_or(rest);
        let end = rest
            .iter()
            .position(|byte| !letters::is_letter(char::from(*byte)));
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    }

    /// Takes a payload letter.
    pub(super) fn letter(&mut self) -> Option<u8> {
        let (c, behind) = self.peek()?;
        if !letters::is_letter(c) {
            return None;
        }
        self.at = behind;
        let [_, tail @ ..] = self.tail;
        let [one, two, three] = tail;
        self.tail = [one, two, three, c as u8];
        Some(c as u8)
    }

    /// Takes what may stand before and between the pieces of a payload.
    pub(super) fn skip_gaps(&mut self) {
        while let Some((c, behind)) = self.peek()
            && is_gap(c)
        {
            self.at = behind;
        }
    }

    /// Whether the two low lines of a redirect stand here, and end the address.
    pub(super) fn is_at_end_mark(&self) -> bool {
        self.byte(0) == Some(b'_') && self.byte(1) == Some(b'_') && self.byte(2) == Some(b';')
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// The next character as it was meant, and the place behind it.
    fn peek(&self) -> Option<(char, usize)> {
        let mut here = *self;
        // One more than a mail program writes: an endless row of them is looked at once only.
        for _ in 0..2 {
            here.at += here.soft_break().unwrap_or(0);
        }
        match here.byte(0)? {
            b'%' => Some(here.percent()),
            b'-' if self.dashed => match here.hex(1) {
                Some(byte) if byte.is_ascii() => Some((char::from(byte), here.at + 3)),
                _ => Some(('-', here.at + 1)),
            },
            byte if byte.is_ascii() => Some((char::from(byte), here.at + 1)),
            _ => {
                let c = self.text.get(here.at..)?.chars().next()?;
                Some((c, here.at + c.len_utf8()))
            }
        }
    }

    /// The length of a break that quoted-printable put here.
    fn soft_break(&self) -> Option<usize> {
        // What looks like one is the sign of the next prefix, at the end of its line. No payload goes on
        // behind it, or else a text of such lines would be read again and again.
        let [_, last @ ..] = self.tail.map(|letter| letter.to_ascii_lowercase());
        if [*b"phc", *b"lan", *b"are", *b"ite"].contains(&last) {
            return None;
        }
        match (self.byte(0)?, self.byte(1)?, self.byte(2)) {
            (b'=', b'\n', _) => Some(2),
            (b'=', b'\r', Some(b'\n')) => Some(3),
            _ => None,
        }
    }

    /// The character that stands here as a percent sign and two digits; the sign itself where they stand
    /// for none of ASCII.
    fn percent(&self) -> (char, usize) {
        let mut ahead = 1;
        for _ in 0..3 {
            match self.hex(ahead) {
                Some(b'%') => ahead += 2,
                Some(byte) if byte.is_ascii() => return (char::from(byte), self.at + ahead + 2),
                _ => break,
            }
        }
        ('%', self.at + 1)
    }

    /// The byte whose two hexadecimal digits stand so far ahead.
    fn hex(&self, ahead: usize) -> Option<u8> {
        let digit = |ahead| char::from(self.byte(ahead)?).to_digit(16);
        Some((digit(ahead)? << 4 | digit(ahead + 1)?) as u8)
    }
}

/// The form of a link whose prefix begins at a place, and a cursor behind its `=`.
pub(super) fn prefix(text: &str, at: usize) -> Option<(Form, Cursor<'_>)> {
    let mut cursor = Cursor::new(text, at);
    if !matches!(cursor.byte(0), Some(b'p' | b'P')) {
        return None;
    }
    if !matches!(cursor.byte(1), Some(b'h' | b'H' | b'=' | b'\n' | b'\r')) || is_inside_word(text, at) {
        return None;
    }
    let mut name = String::new();
    for _ in 0..PREFIX_LIMIT {
        if let Some(form) = Form::named(&name)
            && cursor.equals()
        {
            return Some((form, cursor));
        }
        let (c, behind) = cursor.peek()?;
        cursor.at = behind;
        match c {
            'a'..='z' | 'A'..='Z' => name.push(c.to_ascii_lowercase()),
            '-' => {
                name.push('-');
                // The second version of a redirect writes this sign so, too.
                if cursor.starts("2D") {
                    cursor.at += 2;
                }
            }
            '\r' | '\n' | '>' => {}
            // A space is only passed over at the beginning of a line.
            ' ' if matches!(
                text.as_bytes().get(behind.checked_sub(2)?),
                Some(b'\n' | b'>' | b' ')
            ) => {}
            _ => return None,
        }
    }
    None
}

impl Cursor<'_> {
    /// Takes the `=` of a prefix, in any of its writings.
    fn equals(&mut self) -> bool {
        if self.starts("-3D") {
            self.dashed = true;
            self.at += 3;
            return true;
        }
        // No payload begins with these two letters: the version would be 220.
        let marks = ["=3D", "&#61;", "&#x3D;", "&equals;"];
        if let Some(mark) = marks.into_iter().find(|mark| self.starts(mark)) {
            self.at += mark.len();
            return true;
        }
        if self.starts("=") {
            // It may be the break of a line in quoted-printable, and the prefix goes on behind it.
            let mut behind = *self;
            behind.at += self.soft_break().unwrap_or(0);
            if behind.at > self.at && behind.starts("-") {
                return false;
            }
            if behind.at > self.at && behind.starts("=3D") {
                *self = behind;
                self.at += 2;
            }
            self.at += 1;
            return true;
        }
        match self.peek() {
            Some(('=', behind)) => {
                self.at = behind;
                true
            }
            _ => false,
        }
    }

    /// Whether the text goes on with this mark, in any case.
    fn starts(&self, mark: &str) -> bool {
        let start = self.text.as_bytes().get(self.at..self.at + mark.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()))
    }
}

/// Whether the character before a place belongs to the same word. The digits of an escape do not.
fn is_inside_word(text: &str, at: usize) -> bool {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    if !before
        .last()
        .is_some_and(|byte| letters::is_letter(char::from(*byte)))
    {
        return false;
    }
    let Some((mut sign, [high, low])) = before.split_last_chunk::<2>() else {
        return true;
    };
    let digits = [*high, *low].map(|digit| char::from(digit).to_digit(16));
    let [Some(high), Some(low)] = digits else {
        return true;
    };
    // A sign that was encoded itself, once or twice.
    for _ in 0..2 {
        sign = sign.strip_suffix(b"25").unwrap_or(sign);
    }
    let is_escape = matches!(sign.last(), Some(b'%' | b'-' | b'='));
    !is_escape || letters::is_letter(char::from((high << 4 | low) as u8))
}

/// What mail programs and people put around and into a link.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '"' | '\'' | '.' | ',' | '(' | ')')
        || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}
