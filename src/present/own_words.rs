//! What a website says in its own words, in sentences.

use super::date::list;
use crate::content::{Renamed, Texts, keys};

/// How many of them the sentence names.
const FIRST: usize = 3;
/// How many letters of a long text are shown.
const LETTERS: usize = 60;

/// The sentence below a result or a comparison, with the first few words; `None` where the check has its own words.
pub fn said(texts: Texts) -> Option<String> {
    let lines = lines(texts, texts.renamed().unwrap_or_default());
    let first = lines.iter().take(FIRST).map(String::as_str);
    let rest = lines.len().saturating_sub(FIRST);
    let rest = (rest > 0).then(|| texts.count(keys::words::MORE, rest));
    let named: Vec<&str> = first.chain(rest.as_deref()).collect();
    (!named.is_empty()).then(|| texts.fill(keys::words::SAID, &[("list", &list(texts, &named))]))
}

/// What stands for what: “alliance” for “partnership”.
pub fn lines(texts: Texts, renamed: &[Renamed]) -> Vec<String> {
    let line = |from: &str, to: &str| {
        texts.fill(
            keys::words::INSTEAD,
            &[("own", &short(to)), ("word", &short(from))],
        )
    };
    renamed.iter().map(|one| line(&one.from, &one.to)).collect()
}

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LETTERS).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
