//! One language: a table of texts, English from the module or another from a language file.

use std::fmt;
use std::ptr;

use super::built::{ENGLISH_FIRST, ENGLISH_LATER, FINGERPRINT};
use super::pieces::{Piece, pieces};

/// The name of one text of the screens or pages: see [`keys`](super::keys).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u16);

impl Key {
    pub(super) const fn at(index: u16) -> Self {
        Self(index)
    }
}

/// The name of a text with a form for each kind of number, such as one for 1 and one for any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counted(u16);

impl Counted {
    pub(super) const fn at(index: u16) -> Self {
        Self(index)
    }
}

/// The names of a list of texts, such as the blocks of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Keys {
    first: u16,
    count: u16,
}

impl Keys {
    pub(super) const fn at(first: u16, count: u16) -> Self {
        Self { first, count }
    }

    /// The keys of the list, in order.
    pub fn iter(self) -> impl Iterator<Item = Key> {
        (self.first..self.first + self.count).map(Key)
    }
}

/// How many texts a language has.
const COUNT: usize = ENGLISH_FIRST.len() + ENGLISH_LATER.len();

/// The words of one language. Cheap to copy and to compare.
#[derive(Clone, Copy)]
pub struct Texts {
    /// What the screens up to the last question need.
    first: &'static [&'static str],
    /// What comes after them in the table; empty while it has not arrived.
    later: &'static [&'static str],
    language: &'static str,
    right_to_left: bool,
    /// The place of the form for 0 to 99, then for 100 to 199, a digit each; empty for English.
    forms: &'static [u8],
    /// What a website says its own way, in a table of its own.
    own: Option<&'static Own>,
}

/// One thing that a website says its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The check's word or text.
    pub from: String,
    /// The website's.
    pub to: String,
}

/// What a website says its own way, in a table that has it.
#[derive(Debug)]
pub(super) struct Own {
    /// The language in the check's own words.
    pub(super) plain: Texts,
    /// What was replaced.
    pub(super) renamed: Vec<Renamed>,
}

/// Why a text is no language file for this build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextsError {
    /// It is no language file.
    NotTexts,
    /// It is one of a build with other keys.
    OtherBuild,
    /// It has too few or too many lines: it was cut off or added to.
    WrongCount,
}

impl Texts {
    /// English, whole.
    pub fn english() -> Self {
        Self::first_of_english().complete()
    }

    /// The part of English that is in the first module: what the questions need. Every other text is empty
    /// until [`Texts::complete`] adds it.
    pub fn first_of_english() -> Self {
        Self {
            first: &ENGLISH_FIRST,
            later: &[],
            language: "en",
            right_to_left: false,
            forms: &[],
            own: None,
        }
    }

    /// The same language with the texts of the later screens. Only the second module may call it, or they
    /// would all be in the first.
    pub fn complete(self) -> Self {
        let is_english = ptr::eq(self.first, ENGLISH_FIRST.as_slice());
        Self {
            later: if is_english { &ENGLISH_LATER } else { self.later },
            ..self
        }
    }

    /// The language of a language file made by the build: a first line `phc-texts 1 <tag> <ltr|rtl>
    /// <fingerprint> <forms>`, then one text a line in the order of the table, the forms of a text with tabs between. The
    /// forms in the first line are 200 digits: which form 0 to 99 takes, then 100 to 199, whose last two digits stand
    /// for every higher number.
    ///
    /// The file's text stays in memory for as long as the program runs, so that every text can be borrowed
    /// without end: load a language once.
    ///
    /// # Errors
    ///
    /// See [`TextsError`].
    pub fn from_file(text: &str) -> Result<Self, TextsError> {
        let (head, body) = text.split_once('\n').ok_or(TextsError::NotTexts)?;
        let mut words = head.trim_end_matches('\r').split(' ');
        if (words.next(), words.next()) != (Some("phc-texts"), Some("1")) {
            return Err(TextsError::NotTexts);
        }
        let language = words
            .next()
            .filter(|tag| !tag.is_empty())
            .ok_or(TextsError::NotTexts)?;
        let right_to_left = match words.next() {
            Some("ltr") => false,
            Some("rtl") => true,
            _ => return Err(TextsError::NotTexts),
        };
        let print = words.next().and_then(|word| u32::from_str_radix(word, 16).ok());
        if print.ok_or(TextsError::NotTexts)? != FINGERPRINT {
            return Err(TextsError::OtherBuild);
        }
        let is_form = |forms: &&str| forms.len() == 200 && forms.bytes().all(|digit| digit.is_ascii_digit());
        let forms = words.next().filter(is_form).ok_or(TextsError::NotTexts)?;
        // Every line ends with a line break: a file that was cut off inside its last line is noticed too.
        if !body.ends_with('\n') || body.lines().count() != COUNT {
            return Err(TextsError::WrongCount);
        }
        let body: &'static str = Box::leak(body.into());
        Ok(Self {
            first: Box::leak(body.lines().collect()),
            later: &[],
            language: Box::leak(language.into()),
            right_to_left,
            forms: Box::leak(forms.as_bytes().into()),
            own: None,
        })
    }

    /// The same language with other lines, by a website's own words. Both stay in memory.
    pub(super) fn with_lines(self, lines: Vec<&'static str>, own: Own) -> Self {
        Self {
            first: Box::leak(lines.into_boxed_slice()),
            later: &[],
            own: Some(Box::leak(Box::new(own))),
            ..self
        }
    }

    /// What a website says its own way.
    pub(super) fn own(self) -> Option<&'static Own> {
        self.own
    }

    /// The tag of the language, such as `en` or `cy`.
    pub fn language(self) -> &'static str {
        self.language
    }

    /// Whether the language is written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        self.right_to_left
    }

    /// Every text, in the order of the table; the forms of a text have tabs between them.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        self.first.iter().chain(self.later).copied()
    }

    /// A text of the screens or pages.
    pub fn get(self, key: Key) -> &'static str {
        self.line(key.0.into())
    }

    /// A text with its `{name}` placeholders replaced. One that is not among the values stays visible.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        filled(self.get(key), values)
    }

    /// The text for a number of things, in the form that the language has for it, with `{n}` replaced by the number.
    pub fn count(self, text: Counted, n: usize) -> String {
        self.fill_count(text, n, &[("n", &n.to_string())])
    }

    /// The text for a number of things, with its placeholders replaced. What shows the number gives it as a value.
    pub fn fill_count(self, text: Counted, n: usize, values: &[(&str, &str)]) -> String {
        let place = if n < 100 { n } else { 100 + n % 100 };
        let form = match self.forms.get(place) {
            Some(digit) => usize::from(digit - b'0'),
            None => usize::from(n != 1),
        };
        let forms = self.line(text.0.into()).split('\t');
        filled(forms.take(form + 1).last().unwrap_or_default(), values)
    }

    /// The text at a position of the table.
    pub(super) fn line(self, index: usize) -> &'static str {
        let later = || self.later.get(index - self.first.len());
        self.first.get(index).or_else(later).copied().unwrap_or_default()
    }
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Placeholder(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.extend(["{", name, "}"]),
            },
        }
    }
    filled
}

/// The same table: two languages, or one loaded twice, are not equal.
impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.first, other.first) && self.later.len() == other.later.len()
    }
}

impl Eq for Texts {}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Texts({})", self.language)
    }
}
