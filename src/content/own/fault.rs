//! Why an entry was left out, and the sentence that says so.

use super::limits::{MOST_ENTRIES, MOST_LETTERS};
use crate::content::{Key, NAMES, Texts, keys};
use crate::domain::name::clean_name;

/// An entry that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The entry, or its beginning, safe to show.
    pub entry: String,
    /// Why.
    pub why: Why,
}

/// Why an entry was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has no `=`.
    NoEquals,
    /// Nothing stands on one of its sides.
    Empty,
    /// What is on the left is no named word and no text of the language.
    Unknown,
    /// The text has something in it that the check fills in.
    Filled,
    /// Partners are compared by this text.
    Compared,
    /// The text is a promise about answers or scores.
    Promised,
    /// An earlier entry has the same left side.
    Twice,
    /// The right side has more letters than this.
    TooLong(usize),
    /// The right side has letters that cannot be seen.
    Unseen,
    /// The right side has a brace, or begins with the sign of a heading or a list.
    Sign,
    /// Both sides are the same.
    Same,
    /// The check does not speak this language: what follows is left out too.
    Language,
    /// There is no room for this entry and those after it.
    TooMany,
}

impl Fault {
    pub(super) fn new(entry: &str, why: Why) -> Self {
        let cleaned = clean_name(entry);
        let dots = if cleaned.shortened { " …" } else { "" };
        Self {
            entry: [&cleaned.text, dots].concat(),
            why,
        }
    }

    /// What happened, what still holds and what to do next, as one sentence or a few.
    pub fn sentence(&self, texts: Texts) -> String {
        // In the check's own words: the sentence is about them.
        let texts = texts.in_its_words();
        let about = |key: Key| texts.get(key).to_owned();
        let why = match self.why {
            Why::NoEquals => about(keys::words::NO_EQUALS),
            Why::Empty => about(keys::words::EMPTY),
            Why::Unknown => about(keys::words::UNKNOWN),
            Why::Filled => about(keys::words::FILLED),
            Why::Compared => about(keys::words::COMPARED),
            Why::Promised => about(keys::words::PROMISED),
            Why::Twice => about(keys::words::TWICE),
            Why::TooLong(most) => texts.fill(keys::words::TOO_LONG, &[("n", &most.to_string())]),
            Why::Unseen => about(keys::words::UNSEEN),
            Why::Sign => about(keys::words::SIGN),
            Why::Same => about(keys::words::SAME),
            Why::Language => {
                let tags: Vec<&str> = NAMES.iter().map(|(tag, _)| *tag).collect();
                let tags = tags.join(", ");
                return texts.fill(
                    keys::words::LANGUAGE,
                    &[("entry", &self.entry), ("languages", &tags)],
                );
            }
            Why::TooMany => {
                let (entries, letters) = (MOST_ENTRIES.to_string(), MOST_LETTERS.to_string());
                return texts.fill(
                    keys::words::TOO_MANY,
                    &[("entry", &self.entry), ("n", &entries), ("letters", &letters)],
                );
            }
        };
        texts.fill(keys::words::LEFT_OUT, &[("entry", &self.entry), ("why", &why)])
    }
}
