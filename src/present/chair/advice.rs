//! Advice on a statement while a chair writes it, by the rules for statements of the check (`content.md`, section 2): one
//! idea, said as it should be, about something that a person could have seen. It is a hint, and never a refusal.

use crate::content::{Key, Texts, keys};

/// What to say on a statement as it stands; `None` if nothing strikes.
pub fn advice(texts: Texts, statement: &str) -> Option<&'static str> {
    let statement = statement.trim();
    let words: Vec<String> = statement
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect();
    // The list of a language has single words, with spaces between.
    let has = |list: Key| {
        texts
            .get(list)
            .split(' ')
            .any(|word| words.iter().any(|found| found == word))
    };
    let found = if statement.ends_with(['?', '？', '؟']) {
        keys::asking::QUESTION
    } else if has(keys::asking::WORDS_NEGATIVE) {
        keys::asking::NEGATIVE
    } else if has(keys::asking::WORDS_UNSEEN) {
        keys::asking::UNSEEN
    } else if has(keys::asking::WORDS_TWO) {
        keys::asking::TWO
    } else {
        return None;
    };
    Some(texts.get(found))
}
