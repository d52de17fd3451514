//! Checks of the content. Each returns one sentence that names the file and the key.

use std::collections::{HashMap, HashSet};

use super::entry::Entry;
use super::pieces::{Piece, pieces};
use super::plurals::{has_forms, most};
use super::shape::Section;

/// Files whose texts the code names by key; the keys of all others are fixed by the shape of the check.
pub(crate) const FREE_FILES: [&str; 4] = ["pages", "sources", "interface", "chair"];

/// Checks the texts of one language against the shape of the check and the retired ids.
pub(crate) fn check(
    entries: &[Entry],
    sections: &[Section],
    ids: &[&str],
    retired: &[String],
) -> Result<(), String> {
    no_retired_id(entries, ids, retired)?;
    each_key_once(entries)?;
    as_the_shape_has_it(entries, sections)?;
    entries.iter().try_for_each(sound_text)
}

/// Checks that another language has the texts of English, with the same placeholders and markers.
pub(crate) fn same_as_english(english: &[Entry], other: &[Entry]) -> Result<(), String> {
    let folder = other.first().map_or("", |entry| folder(&entry.file));
    let theirs: HashMap<_, _> = other.iter().map(|e| ((e.stem(), &*e.key), e)).collect();
    for entry in english {
        let Some(translated) = theirs.get(&(entry.stem(), &*entry.key)) else {
            return Err(format!(
                "{folder}/{}.toml: `{}` is missing.",
                entry.stem(),
                entry.key
            ));
        };
        if has_forms(entry) != has_forms(translated) {
            return Err(about(
                translated,
                "has forms for numbers where English has none, or the other way round",
            ));
        }
        let names = placeholders(most(&entry.text));
        if names != placeholders(most(&translated.text)) {
            let list: Vec<_> = names.iter().map(|name| format!("{{{name}}}")).collect();
            let list = if list.is_empty() {
                "none".into()
            } else {
                list.join(", ")
            };
            let what = format!("has other placeholders than in English: {list}");
            return Err(about(translated, &what));
        }
        if marker(&entry.text) != marker(&translated.text) {
            return Err(about(translated, "starts with another marker than in English"));
        }
    }
    let known: HashSet<_> = english.iter().map(|e| (e.stem(), &*e.key)).collect();
    let unknown = other.iter().find(|e| !known.contains(&(e.stem(), &*e.key)));
    unknown.map_or(Ok(()), |entry| Err(about(entry, "is not a text of English")))
}

/// The marker of a heading or a list item at the start of a block.
pub(crate) fn marker(text: &str) -> &str {
    ["# ", "- "]
        .into_iter()
        .find(|marker| text.starts_with(marker))
        .unwrap_or("")
}

fn no_retired_id(entries: &[Entry], ids: &[&str], retired: &[String]) -> Result<(), String> {
    if let Some(id) = retired.iter().find(|id| ids.contains(&&***id)) {
        return Err(format!(
            "content/retired.toml: `{id}` is retired, but src/domain still uses it."
        ));
    }
    let uses = |key: &str, id: &str| format!(".{key}.").contains(&format!(".{id}."));
    let fixed = entries.iter().filter(|entry| !FREE_FILES.contains(&entry.stem()));
    for entry in fixed {
        if retired.iter().any(|id| uses(&entry.key, id)) {
            return Err(about(entry, "uses an id that content/retired.toml has retired"));
        }
    }
    Ok(())
}

fn each_key_once(entries: &[Entry]) -> Result<(), String> {
    // Pages, sources and interface share one module of keys.
    let room = |entry: &Entry| {
        let free = FREE_FILES.contains(&entry.stem());
        if free {
            "keys".to_string()
        } else {
            entry.stem().to_string()
        }
    };
    let mut seen = HashSet::new();
    let twice = entries
        .iter()
        .find(|entry| !seen.insert((room(entry), &entry.key)));
    twice.map_or(Ok(()), |entry| Err(about(entry, "is there twice")))
}

fn as_the_shape_has_it(entries: &[Entry], sections: &[Section]) -> Result<(), String> {
    let folder = entries.first().map_or("", |entry| folder(&entry.file));
    let present: HashSet<_> = entries.iter().map(|e| (e.stem(), &*e.key)).collect();
    let mut called_for = HashSet::new();
    for section in sections {
        for key in &section.keys {
            if !present.contains(&(section.file, &**key)) {
                return Err(format!("{folder}/{}.toml: `{key}` is missing.", section.file));
            }
            called_for.insert((section.file, &**key));
        }
    }
    let unknown = entries
        .iter()
        .filter(|entry| !FREE_FILES.contains(&entry.stem()))
        .find(|entry| !called_for.contains(&(entry.stem(), &*entry.key)));
    unknown.map_or(Ok(()), |entry| {
        Err(about(entry, "is unknown: the check has no such id"))
    })
}

fn sound_text(entry: &Entry) -> Result<(), String> {
    let text = &entry.text;
    if text.trim().is_empty() || text == marker(text) {
        return Err(about(entry, "is empty"));
    }
    if text.chars().any(char::is_control) {
        return Err(about(
            entry,
            "has a tab, a line break or another control character",
        ));
    }
    if text.trim() != text {
        return Err(about(entry, "starts or ends with a space"));
    }
    if text.contains("unconfirmed") {
        return Err(about(entry, "carries words marked as unconfirmed"));
    }
    let stray = |piece| matches!(piece, Piece::Words(words) if words.contains(['{', '}']));
    if pieces(text).any(stray) {
        return Err(about(entry, "has a brace that is no {placeholder}"));
    }
    Ok(())
}

/// The names of the placeholders of a text, in alphabetical order.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<_> = pieces(text)
        .filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name),
            Piece::Words(_) => None,
        })
        .collect();
    names.sort_unstable();
    names
}

fn about(entry: &Entry, what: &str) -> String {
    format!("{}: `{}` {what}.", entry.file, entry.key)
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
