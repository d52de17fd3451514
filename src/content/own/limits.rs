//! How much a website may say its own way.

/// Most entries that are read.
pub const MOST_ENTRIES: usize = 50;
/// Most letters of all entries together.
pub const MOST_LETTERS: usize = 4_000;
/// Most letters in place of a word, or of a text that has no more itself.
pub const WORD_LETTERS: usize = 60;
/// Most letters in place of a longer text.
pub const TEXT_LETTERS: usize = 300;
