//! Two pseudo-languages made from English, for tests: they reveal texts that are not in the content files, layouts that
//! longer words break, and those that are not mirrored from right to left.

use super::check::marker;
use super::entry::Entry;
use super::pieces::{Piece, pieces};
use super::plurals::{BETWEEN, has_forms, most};

/// The table with every text changed. A text that has forms gets all of these, each beginning with its name.
pub(crate) fn table(english: &[Entry], forms: &[&str], change: fn(&str) -> String) -> Vec<Entry> {
    let changed = |entry: &Entry| {
        if !has_forms(entry) {
            return change(&entry.text);
        }
        let words = most(&entry.text);
        let each = forms.iter().map(|form| change(&format!("{form}: {words}")));
        each.collect::<Vec<_>>().join(BETWEEN)
    };
    let entry = |entry: &Entry| Entry {
        text: changed(entry),
        ..entry.clone()
    };
    english.iter().map(entry).collect()
}

/// Accented letters, about 40 % longer, in brackets.
pub(crate) fn long(text: &str) -> String {
    let added = (text.chars().count() * 2).div_ceil(5);
    let tail: String = "~ one two three four five six seven eight nine ten "
        .chars()
        .cycle()
        .take(added)
        .map(accented)
        .collect();
    bracketed(text, accented, tail.trim_end())
}

/// Hebrew letters, in brackets.
pub(crate) fn right_to_left(text: &str) -> String {
    bracketed(text, hebrew, "")
}

fn bracketed(text: &str, letter: fn(char) -> char, tail: &str) -> String {
    let marker = marker(text);
    let words: String = pieces(&text[marker.len()..])
        .map(|piece| match piece {
            Piece::Words(words) => outside_links(words, letter),
            Piece::Placeholder(name) => format!("{{{name}}}"),
        })
        .collect();
    format!("{marker}[{words}{tail}]")
}

/// Changes the letters, but not the address of a link: `[words](address)`.
fn outside_links(words: &str, letter: fn(char) -> char) -> String {
    let changed = |words: &str| words.chars().map(letter).collect::<String>();
    match words.split_once("](") {
        Some((before, after)) => {
            let (address, rest) = after.split_once(')').unwrap_or((after, ""));
            format!("{}]({address}){}", changed(before), outside_links(rest, letter))
        }
        None => changed(words),
    }
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀçđéƒğĥíĵķłɱñóþɋŕšťúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŔŠŤÚṼŴẊÝŽ";
    swap(letter, PLAIN, ACCENTED)
}

fn hebrew(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz";
    const HEBREW: &str = "אבכדהפגחיזקלמנועץרסתוטשקיז";
    swap(letter.to_ascii_lowercase(), PLAIN, HEBREW)
}

fn swap(letter: char, from: &str, to: &str) -> char {
    from.chars()
        .position(|plain| plain == letter)
        .and_then(|at| to.chars().nth(at))
        .unwrap_or(letter)
}
