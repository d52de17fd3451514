//! Comparisons and plans in `localStorage`, under a key of their own.

use super::host::key;
use super::storage::{self, store};
use crate::app::message::SaveError;

/// Name of the folder's key; `docs/formats.md` lists all keys.
pub(super) const FOLDER: &str = "folder";

/// The folder's text as this page knows it.
#[derive(Default)]
pub(super) struct Local {
    known: Option<String>,
}

impl Local {
    /// What stands there, if it is not what this page read or wrote last.
    pub(super) fn news(&mut self) -> Option<String> {
        let found = store()?.get_item(&key(FOLDER)).ok()??;
        if self.known.as_ref() == Some(&found) {
            return None;
        }
        self.known = Some(found.clone());
        Some(found)
    }

    /// Writes the folder.
    pub(super) fn write(&mut self, text: &str) -> Result<(), SaveError> {
        let store = store().ok_or(SaveError::Refused)?;
        store
            .set_item(&key(FOLDER), text)
            .map_err(|error| storage::why(&error))?;
        self.known = Some(text.to_owned());
        Ok(())
    }
}
