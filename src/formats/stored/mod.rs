//! The text kept on the device: the record of checks as JSON, in an envelope that every version shares:
//! `{"phc":"stored","v":1,"written_by":"0.1.0","checks":[...]}`.
//!
//! `envelope` tells the version and `v1` reads and writes the fields.
//! Nothing here decides what to do with a text that cannot be read: the caller keeps it aside.

mod v1;

use super::{envelope, json};
use crate::domain::record::Record;

/// What a stored text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The checks. Those with the same id are merged into one.
    pub record: Record,
    /// How many responses belong to statements that this version does not know. They are in
    /// [`crate::domain::check::Check::unknown`], and [`save`] writes them back.
    pub unknown_statements: usize,
    /// How many responses to known statements could not be, such as a 9, and were left out. Where this is
    /// not 0 the caller keeps the text aside before it writes.
    pub out_of_range: usize,
}

/// Why a stored text gave no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoredError {
    /// It is none of ours, or was cut or changed. The caller keeps it aside, offers it as a file, and
    /// starts afresh.
    Unreadable,
    /// A newer version of this program wrote it. The caller must never overwrite it: it shows that the
    /// page should be loaded anew, and keeps nothing until then.
    NewerVersion,
}

/// The text for a record, of the newest version. Fields that were never set (revision 0) are left out.
pub fn save(record: &Record) -> String {
    v1::write(record)
}

/// The record in a text.
///
/// # Errors
///
/// See [`StoredError`].
pub fn load(text: &str) -> Result<Loaded, StoredError> {
    match envelope::version(text, "stored") {
        Some(v1::VERSION) => v1::read(text).ok_or(StoredError::Unreadable),
        Some(2..) => Err(StoredError::NewerVersion),
        _ => Err(StoredError::Unreadable),
    }
}
