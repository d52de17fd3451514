//! Reads the JSON files of [`super::export::json`], and the texts kept on a device. The whole file is
//! checked before anything is given.
//!
//! What counts is the link in the file. The readable values beside it may be left out, but where they are
//! given they must say the same: a file that was changed by hand is refused, and the field is named.

use super::export::json::VERSION;
use super::json::{Reader, push_number};
use super::stored::StoredError;
use super::{envelope, export, folder, link, stored};
use crate::domain::comparison::Comparison;
use crate::domain::folder::Folder;
use crate::domain::summary::Summary;

/// Most bytes of a file with one check or one comparison.
pub const MOST_BYTES: usize = 1 << 20;
/// Most bytes of a file with all that a device keeps. Browsers keep five million characters for a site, of up to three
/// bytes each.
pub const MOST_KEPT_BYTES: usize = 1 << 24;
/// Most levels of brackets.
const DEPTH: usize = 6;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// One finished check.
    Summary(Box<Summary>),
    /// Several partners' checks.
    Comparison(Comparison),
    /// The checks of a device, as [`stored::save`] writes them.
    Record(stored::Loaded),
    /// The comparisons and plans of a device, as [`folder::save`] writes them.
    Folder(Folder),
}

/// Why a file gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The line on which it was found, from 1.
    pub line: usize,
    /// The field, such as `partners[3].responses.A1.1`; empty if it is the file as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: ImportFault,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportFault {
    /// It has more than [`MOST_BYTES`], or [`MOST_KEPT_BYTES`] if it is what a device keeps.
    TooLong,
    /// It is not JSON, or was cut, or has a value here that none of our files has.
    NotJson,
    /// It is JSON, but none of our files.
    NotOurs,
    /// A newer version of this program wrote it.
    NewerVersion,
    /// The link in it cannot be read.
    Link(link::LinkError),
    /// The field says something else than the link in the file, or is none of ours.
    Differs,
    /// The stored text in it cannot be read.
    Unreadable,
}

/// A value of a file: its field, what it says, and its line.
struct Value {
    field: String,
    text: String,
    line: usize,
}

/// What a file holds.
///
/// # Errors
///
/// See [`ImportFault`]. Nothing is given of a file with any fault.
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
    values(text).and_then(|_| Err(whole(ImportFault::NotOurs)))
}

fn whole(fault: ImportFault) -> ImportError {
    ImportError {
        line: 1,
        field: String::new(),
        fault,
    }
}

/// What is wrong with a stored text: where it stops to be JSON, as one that was cut does, or that it is none of ours.
fn unreadable(text: &str, error: StoredError) -> ImportError {
    match error {
        StoredError::Unreadable => values(text)
            .err()
            .unwrap_or_else(|| whole(ImportFault::Unreadable)),
        StoredError::NewerVersion => whole(ImportFault::NewerVersion),
    }
}

/// A file of version 1 with a link in it.
fn shared(text: &str, kind: &str) -> Result<Imported, ImportError> {
    let given = values(text)?;
    let link = given.iter().find(|value| value.field == "link");
    let payload = link.map_or("", |value| &value.text);
    let fault = |fault| ImportError {
        line: link.map_or(1, |value| value.line),
        field: "link".to_owned(),
        fault: ImportFault::Link(fault),
    };
    let (imported, wanted) = if kind == "summary" {
        let summary = link::decode(payload).map_err(fault)?;
        let wanted = export::json::summary(&summary);
        (Imported::Summary(Box::new(summary)), wanted)
    } else {
        let fragment = [link::COMPARISON_PREFIX, payload].concat();
        let comparison = link::decode_comparison(&fragment).map_err(fault)?;
        let wanted = export::json::comparison(&comparison, true);
        (Imported::Comparison(comparison), wanted)
    };
    let wanted = values(&wanted)?;
    if given.len() > wanted.len() {
        return Err(whole(ImportFault::Differs));
    }
    // Both come in the order of the file, as a rule: each is looked for from where the last one was found.
    let mut next = 0;
    for value in given {
        let same = |known: &Value| known.field == value.field && known.text == value.text;
        let after = wanted.iter().skip(next).position(same).map(|ahead| next + ahead);
        let found = after.or_else(|| wanted.iter().position(same));
        match found {
            Some(at) => next = at + 1,
            None if value.field == "written_by" => {}
            None => {
                return Err(ImportError {
                    line: value.line,
                    field: value.field,
                    fault: ImportFault::Differs,
                });
            }
        }
    }
    Ok(imported)
}

/// All texts and whole numbers of a file, with their fields.
fn values(text: &str) -> Result<Vec<Value>, ImportError> {
    let mut walk = Walk {
        text,
        left: text.len(),
        line: 1,
        field: String::new(),
        values: Vec::new(),
    };
    let mut reader = Reader::new(text);
    let read = walk.value(&mut reader, 0).and_then(|()| reader.end());
    walk.note_line(&reader);
    if read.is_some() {
        return Ok(walk.values);
    }
    Err(ImportError {
        line: walk.line,
        field: walk.field,
        fault: ImportFault::NotJson,
    })
}

/// A walk through the values of a file.
struct Walk<'a> {
    text: &'a str,
    /// Bytes not yet counted, and the line at which they begin.
    left: usize,
    line: usize,
    /// The field that is being read; it stays where the reading failed.
    field: String,
    values: Vec<Value>,
}

impl Walk<'_> {
    fn value(&mut self, reader: &mut Reader<'_>, depth: usize) -> Option<()> {
        if depth > DEPTH {
            return None;
        }
        let text = match reader.peek()? {
            b'{' => {
                return reader.object(&mut |name, reader| {
                    let before = self.field.len();
                    if before > 0 {
                        self.field.push('.');
                    }
                    self.field.push_str(name);
                    self.value(reader, depth + 1)?;
                    self.field.truncate(before);
                    Some(())
                });
            }
            b'[' => {
                let mut count = 0;
                return reader.array(&mut |reader| {
                    let before = self.field.len();
                    self.field.push('[');
                    push_number(&mut self.field, count);
                    self.field.push(']');
                    count += 1;
                    self.value(reader, depth + 1)?;
                    self.field.truncate(before);
                    Some(())
                });
            }
            b'"' => reader.text()?,
            _ => {
                let mut digits = String::new();
                push_number(&mut digits, reader.number()?);
                digits
            }
        };
        self.note_line(reader);
        self.values.push(Value {
            field: self.field.clone(),
            text,
            line: self.line,
        });
        Some(())
    }

    /// Counts the lines up to where the reader is.
    fn note_line(&mut self, reader: &Reader<'_>) {
        let from = self.text.len() - self.left;
        let to = self.text.len().saturating_sub(reader.left());
        self.line += self.text.get(from..to).unwrap_or_default().matches('\n').count();
        self.left = reader.left().min(self.left);
    }
}
