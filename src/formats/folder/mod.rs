//! The comparisons and plans kept on the device, as JSON in the envelope of the stored text:
//! `{"phc":"folder","v":1,"written_by":"0.1.0","entries":[...]}`.
//!
//! Nothing here decides what to do with a text that cannot be read: the caller keeps it aside.

mod v1;

use super::envelope;
use super::stored::StoredError;
use crate::domain::folder::Folder;

/// The text for a folder, of the newest version. Equal folders are equal texts.
///
/// What cannot be kept is left out: partners behind the thirtieth, steps behind the twentieth, and what the
/// rules for names, lines and summary links leave out.
pub fn save(folder: &Folder) -> String {
    v1::write(folder)
}

/// The folder in a text. Of entries with the same id the one that [`Folder::merge`] leaves is kept.
///
/// # Errors
///
/// See [`StoredError`]. A text that holds a summary link of a newer version, or with other questions, is a
/// newer version's.
pub fn load(text: &str) -> Result<Folder, StoredError> {
    match envelope::version(text, "folder") {
        Some(v1::VERSION) => v1::read(text),
        Some(2..) => Err(StoredError::NewerVersion),
        _ => Err(StoredError::Unreadable),
    }
}
