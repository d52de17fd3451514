//! `localStorage`, through gloo-storage, behind a guard: browsers refuse it in three ways (the getter
//! throws, the getter gives null, writing throws), and gloo-storage panics in the first two.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::host::{PREFIX, key};
use crate::app::message::{LocalStore, SaveError};

/// Name of the record's key; `docs/formats.md` lists all keys.
pub(super) const RECORD: &str = "record";
/// What the name of the key of a text kept aside starts with; a number follows.
const ASIDE: &str = "aside.";
/// At most this many texts are kept aside; more would fill the storage with copies.
const MOST_ASIDE: u32 = 20;

/// The store, or nothing where the browser refuses it.
pub(super) fn store() -> Option<Storage> {
    // The guard: only when the getter neither throws nor gives null may gloo-storage be asked.
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

/// What is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deleted {
    /// Everything of ours on this device, whichever widget it belongs to.
    All,
    /// The checks under our own key alone.
    Own,
}

/// `localStorage` as this page knows it.
pub(crate) struct Local {
    /// What was last read or written under our key.
    known: Option<String>,
}

impl Local {
    /// Reads the record: what was there, and whether the store can be used.
    pub(crate) fn read() -> (Self, Option<String>, LocalStore) {
        let Some(store) = store() else {
            return (Self { known: None }, None, LocalStore::Refused);
        };
        let text = store.get_item(&key(RECORD)).ok().flatten();
        (Self { known: text.clone() }, text, LocalStore::Usable)
    }

    /// The texts that were kept aside.
    pub(crate) fn aside() -> Vec<String> {
        let Some(store) = store() else { return Vec::new() };
        (1..=MOST_ASIDE)
            .filter_map(|number| store.get_item(&aside_key(number)).ok().flatten())
            .collect()
    }

    /// What another tab wrote under our key since we last looked; `None` if nothing, or if it was removed. A page
    /// in view hears of a deletion by itself, so a text that is missing without such news was wiped by somebody
    /// else, and the next save writes it again. What a page may have missed out of view is for `look_again`.
    pub(crate) fn changed_elsewhere(&mut self) -> Option<String> {
        let found = store()?.get_item(&key(RECORD)).ok()??;
        if self.known.as_ref() == Some(&found) {
            return None;
        }
        self.known = Some(found.clone());
        Some(found)
    }

    /// What this page last knew to stand under our key, and what stands there now, which it knows from now on.
    pub(crate) fn look_again(&mut self) -> (Option<String>, Option<String>) {
        let Some(Ok(found)) = store().map(|store| store.get_item(&key(RECORD))) else {
            return (None, None);
        };
        (std::mem::replace(&mut self.known, found.clone()), found)
    }

    /// Whether nothing stands under our key but what this page itself wrote.
    pub(crate) fn is_ours(&self) -> bool {
        let found = store().and_then(|store| store.get_item(&key(RECORD)).ok().flatten());
        found.is_none() || found == self.known
    }

    /// Remembers what another tab wrote.
    pub(crate) fn noticed(&mut self, text: &str) {
        self.known = Some(text.to_owned());
    }

    /// Writes the record.
    pub(crate) fn write(&mut self, text: &str) -> Result<(), SaveError> {
        let store = store().ok_or(SaveError::Refused)?;
        store.set_item(&key(RECORD), text).map_err(|error| why(&error))?;
        self.known = Some(text.to_owned());
        Ok(())
    }

    /// Keeps a text under a key of its own. It stays under ours until the next save, because other tabs would
    /// take its removal for "Delete everything".
    pub(crate) fn set_aside(text: &str) -> Result<(), SaveError> {
        let store = store().ok_or(SaveError::Refused)?;
        let free = (1..=MOST_ASIDE)
            .map(aside_key)
            .find(|key| matches!(store.get_item(key), Ok(None)))
            .ok_or(SaveError::Full)?;
        store.set_item(&free, text).map_err(|error| why(&error))
    }

    /// Removes what is meant.
    pub(crate) fn delete(&mut self, what: Deleted) {
        self.known = None;
        let Some(store) = store() else { return };
        if what == Deleted::Own {
            let _ = store.remove_item(&key(RECORD));
            return;
        }
        let mut keys = Vec::new();
        for position in 0..store.length().unwrap_or(0) {
            if let Ok(Some(found)) = store.key(position)
                && found.starts_with(PREFIX)
            {
                keys.push(found);
            }
        }
        for found in keys {
            let _ = store.remove_item(&found);
        }
    }
}

fn aside_key(number: u32) -> String {
    key(&[ASIDE, &number.to_string()].concat())
}

/// Why the browser threw: a full store has its own error, everything else is a refusal.
pub(super) fn why(error: &JsValue) -> SaveError {
    match error.dyn_ref::<DomException>() {
        Some(error) if error.name() == "QuotaExceededError" => SaveError::Full,
        _ => SaveError::Refused,
    }
}
