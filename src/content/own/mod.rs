//! "Your own words": a website says some words its own way, with one attribute.
//!
//! The attribute is a list of entries `word = own word`, with line breaks or `|` between them. An entry `cy:` says for
//! which language those after it are; English until then. What stands on the left is a *named word*, which changes
//! wherever it stands, or a whole text as the screen shows it. What the entries make is one more table of texts, made once
//! and kept as long as the program runs: ids, scores, links and files never see it.

mod fault;
mod limits;
mod read;
mod rename;
mod welsh;

pub use fault::{Fault, Why};
pub use limits::{MOST_ENTRIES, MOST_LETTERS, TEXT_LETTERS, WORD_LETTERS};
pub use read::entries;

use super::texts::{Own, Renamed, Texts};
use read::{Kept, kept, shown};
use rename::Renamer;

/// The outcome of [`Texts::read_own_words`].
#[derive(Clone, Debug)]
pub struct OwnWords {
    /// What the website says its own way, in its order.
    pub renamed: Vec<Renamed>,
    /// The entries that are left out, in their order.
    pub faults: Vec<Fault>,
    /// How many entries are for other languages: those are not looked at.
    pub elsewhere: usize,
}

impl Texts {
    /// Reads what a website says its own way: the attribute. Any text is taken. Only for a whole language, see
    /// [`Texts::complete`].
    pub fn read_own_words(self, words: &str) -> OwnWords {
        let read = read::read(self.in_its_words(), words);
        OwnWords {
            renamed: read.renamed,
            faults: read.faults,
            elsewhere: read.elsewhere,
        }
    }

    /// The same language in the words of a website, and the entries that are left out.
    ///
    /// The new table stays in memory as long as the program runs, as a language file does: make one for each language.
    pub fn in_own_words(self, words: &str) -> (Self, Vec<Fault>) {
        let plain = self.in_its_words();
        let read = read::read(plain, words);
        let renamer = Renamer::new(plain.language(), &read.words);
        let lines = plain.all().enumerate().map(|(at, text)| {
            let whole = read.wholes.iter().find(|(places, _)| places.contains(&at));
            let changed = match whole {
                Some((_, own)) => Some([marker(text), own].concat()),
                None if kept(at) == Kept::Fixed => None,
                None => renamer.rename(text),
            };
            changed.map_or(text, |changed| Box::leak(changed.into_boxed_str()))
        });
        let own = Own {
            plain,
            renamed: read.renamed,
        };
        (plain.with_lines(lines.collect(), own), read.faults)
    }

    /// The same language in the check's own words.
    pub fn in_its_words(self) -> Self {
        self.own().map_or(self, |own| own.plain)
    }

    /// What a website says its own way, in its order; `None` in the check's own words.
    pub fn renamed(self) -> Option<&'static [Renamed]> {
        self.own().map(|own| own.renamed.as_slice())
    }
}

/// What makes a block of a page a heading or an item of a list.
fn marker(text: &str) -> &str {
    &text[..text.len() - shown(text).len()]
}
