//! What the headings and cells of tables may say.

use super::columns::Headings;
use super::words::{Meanings, Words};

/// What headings and cells may say: made of the words once, for any number of tables.
pub struct Dictionary {
    pub(super) headings: Headings,
    pub(super) meanings: Meanings,
}

impl Dictionary {
    /// The dictionary of these words, and of the ids that tables have in every language.
    pub fn new(words: &Words) -> Self {
        Self {
            headings: Headings::new(words),
            meanings: Meanings::new(words),
        }
    }
}
