//! Reads the JSON files of [`super::export::json`], and the texts kept on a device. The whole file is
//! checked before anything is returned.
//!
//! The link in the file counts. The readable values beside it are optional, but must agree with it: a file that was
//! edited by hand is refused, with the name of the field.

mod error;
mod walk;

pub use error::{ImportError, ImportFault};

use serde::Deserialize;

use super::export::json::VERSION;
use super::stored::StoredError;
use super::{envelope, export, folder, link, stored, wire};
use crate::domain::comparison::Comparison;
use crate::domain::extra::Extra;
use crate::domain::folder::Folder;
use crate::domain::summary::Summary;
use walk::walk;

/// Most bytes of a file with one check or one comparison.
pub const MOST_BYTES: usize = 1 << 20;
/// Most bytes of a file with all that a device keeps, and of all texts that are read together. Browsers keep five
/// million characters for a site, of up to three bytes each.
pub const MOST_KEPT_BYTES: usize = 1 << 24;
/// The member with the link.
const LINK: &str = "link";

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// One finished check, and the words of the own statements that it answers, if the file has them.
    Summary(Box<Summary>, Option<Extra>),
    /// Several partners' checks.
    Comparison(Comparison),
    /// The checks of a device, as [`stored::save`] writes them.
    Record(stored::Loaded),
    /// The comparisons and plans of a device, as [`folder::save`] writes them.
    Folder(Folder),
}

/// What a file holds.
///
/// # Errors
///
/// See [`ImportFault`]. A file with any fault yields nothing.
pub fn json(text: &str) -> Result<Imported, ImportError> {
    let text = text.strip_prefix(export::csv::BOM).unwrap_or(text);
    if text.len() > MOST_KEPT_BYTES {
        return Err(whole(ImportFault::TooLong));
    }
    if envelope::version(text, "stored").is_some() {
        return stored::load(text)
            .map(Imported::Record)
            .map_err(|error| unreadable(text, error));
    }
    if envelope::version(text, "folder").is_some() {
        return folder::load(text)
            .map(Imported::Folder)
            .map_err(|error| unreadable(text, error));
    }
    if text.len() > MOST_BYTES {
        return Err(whole(ImportFault::TooLong));
    }
    for kind in ["summary", "comparison"] {
        match envelope::version(text, kind) {
            Some(VERSION) => return shared(text, kind),
            Some(2..) => return Err(whole(ImportFault::NewerVersion)),
            _ => {}
        }
    }
    walk(text, |_, _| true).and(Err(whole(ImportFault::NotOurs)))
}

/// The number, from 1, of the first text with which the total exceeds [`MOST_KEPT_BYTES`]. Call it with the sizes of
/// files before reading them into memory.
pub fn first_too_long(lengths: impl IntoIterator<Item = usize>) -> Option<usize> {
    let mut all = 0_usize;
    let is_too_much = |length: usize| {
        all = all.saturating_add(length);
        all > MOST_KEPT_BYTES
    };
    Some(lengths.into_iter().position(is_too_much)? + 1)
}

/// A fault of a file as a whole.
pub(crate) fn whole(fault: ImportFault) -> ImportError {
    ImportError {
        line: 1,
        field: String::new(),
        fault,
    }
}

/// The fault of a stored text: the place where it stops being JSON, as in a truncated one, or that it is not ours.
fn unreadable(text: &str, error: StoredError) -> ImportError {
    match error {
        StoredError::Unreadable => walk(text, |_, _| true)
            .err()
            .unwrap_or_else(|| whole(ImportFault::Unreadable)),
        StoredError::NewerVersion => whole(ImportFault::NewerVersion),
    }
}

/// The link of a file, which is read first: the readable values are then compared with it.
#[derive(Deserialize)]
struct Linked {
    #[serde(default)]
    link: String,
}

/// The words of own statements in the file of a summary.
#[derive(Deserialize)]
struct Worded {
    extra: Words,
}

#[derive(Deserialize)]
struct Words {
    statements: Vec<String>,
}

/// The words of the own statements that a summary answers, if the file has these and no others.
fn words(text: &str, summary: &Summary) -> Option<Extra> {
    let answers = summary.extra.as_ref()?;
    let Worded { extra } = wire::read(text)?;
    Extra::new(extra.statements).filter(|set| set.fingerprint() == answers.set())
}

/// A file of version 1 with a link in it.
fn shared(text: &str, kind: &str) -> Result<Imported, ImportError> {
    let Some(Linked { link }) = wire::read(text) else {
        return Err(walk(text, |_, _| true)
            .err()
            .unwrap_or_else(|| whole(ImportFault::NotJson)));
    };
    let fault = |fault| ImportError {
        fault: ImportFault::Link(fault),
        ..walk(text, |field, _| field != LINK)
            .err()
            .unwrap_or_else(|| ImportError {
                field: LINK.to_owned(),
                ..whole(ImportFault::NotJson)
            })
    };
    let (imported, file) = if kind == "summary" {
        let summary = link::decode(&link).map_err(fault)?;
        let words = words(text, &summary);
        let file = export::json::summary(&summary, words.as_ref());
        (Imported::Summary(Box::new(summary), words), file)
    } else {
        let fragment = [link::COMPARISON_PREFIX, &link].concat();
        let comparison = link::decode_comparison(&fragment).map_err(fault)?;
        let named = link == link::encode_comparison(&comparison, true);
        let file = export::json::comparison(&comparison, named);
        (Imported::Comparison(comparison), file)
    };
    // Each value occurs at most once, and agrees with the link.
    let mut wanted = Vec::new();
    walk(&file, |field, value| {
        wanted.push((field.to_owned(), Some(value.to_owned())));
        true
    })?;
    wanted.sort();
    walk(text, |field, value| {
        let at = wanted.binary_search_by(|(known, _)| known.as_str().cmp(field));
        let wanted = at.ok().and_then(|at| wanted.get_mut(at)?.1.take());
        wanted.is_some_and(|wanted| wanted == value || field == "written_by")
    })?;
    Ok(imported)
}
