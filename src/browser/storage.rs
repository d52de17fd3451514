//! `localStorage` and `sessionStorage`, behind a guard: browsers refuse them in three ways (the getter throws, the getter
//! gives null, writing throws).

use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::host::{PREFIX, key};
use crate::app::effect::Extent;
use crate::app::settings::Settings;
use crate::app::store::{LocalStore, SaveError};
use crate::content::NAMES;
use crate::formats::decimal::decimal;

/// Name of the record's key; `docs/formats.md` lists all keys.
pub(super) const RECORD: &str = "record";
/// Name of the key of the folder of comparisons and plans.
pub(super) const FOLDER: &str = "folder";
/// Name of the key of the language that the person chose, by its tag; the same for every check of a site.
const LANGUAGE: &str = "language";
/// Name of the key under which `off` stands if the person switched number keys off; the same for every check of a site.
const KEYS: &str = "keys";
/// Name of the key of choices of which no check was made yet, in `sessionStorage`.
const CHOICES: &str = "choices";
/// What the name of the key of a text kept aside starts with; a number follows.
const ASIDE: &str = "aside.";
/// At most this many texts are kept aside; more would fill the storage with copies.
const MOST_ASIDE: u32 = 20;

#[wasm_bindgen]
extern "C" {
    /// `Storage`, with texts that stay the browser's: after each answer one is compared, and none is copied for that.
    type Texts;

    #[wasm_bindgen(method, catch, structural, js_name = getItem)]
    fn text(this: &Texts, key: &JsString) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, structural, js_name = setItem)]
    fn set_text(this: &Texts, key: &JsString, text: &JsString) -> Result<(), JsValue>;
}

/// The store, or nothing where the browser refuses it.
fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The same, for texts that stay the browser's.
fn texts() -> Option<Texts> {
    store().map(JsCast::unchecked_into)
}

/// The store that lasts as long as the tab, or nothing where the browser refuses it.
fn tab_store() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The choices that the tab keeps; empty if there are none.
pub(super) fn choices() -> String {
    tab_store()
        .and_then(|store| store.get_item(&key(CHOICES)).ok()?)
        .unwrap_or_default()
}

/// Keeps choices as long as the tab; none if the text is empty. Where the browser refuses it, they last as long as the page.
pub(super) fn keep_choices(text: &str) {
    let Some(store) = tab_store() else { return };
    let _ = if text.is_empty() {
        store.remove_item(&key(CHOICES))
    } else {
        store.set_item(&key(CHOICES), text)
    };
}

/// The settings that the person keeps for every check of a site, as they are now.
pub(super) fn settings() -> Settings {
    let chosen = text_now(&language_key());
    let known = |tag: &String| NAMES.iter().map(|(known, _)| *known).find(|known| known == tag);
    Settings {
        language: chosen.as_ref().and_then(known),
        keys_off: text_now(&keys_key()).is_some(),
    }
}

/// Whether a key is that of such a setting.
pub(super) fn is_setting(key: &str) -> bool {
    key == language_key() || key == keys_key()
}

/// Keeps the language that the person chose. Where the browser refuses it, it lasts as long as the page.
pub(super) fn keep_language(tag: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(&language_key(), tag);
    }
}

/// Keeps whether number keys are switched off. Where the browser refuses it, it lasts as long as the page.
pub(super) fn keep_keys(off: bool) {
    let Some(store) = store() else { return };
    let _ = if off {
        store.set_item(&keys_key(), "off")
    } else {
        store.remove_item(&keys_key())
    };
}

fn language_key() -> String {
    [PREFIX, LANGUAGE].concat()
}

fn keys_key() -> String {
    [PREFIX, KEYS].concat()
}

/// Whether `localStorage` can be used.
pub(super) fn local_store() -> LocalStore {
    store().map_or(LocalStore::Refused, |_| LocalStore::Usable)
}

/// The texts that were kept aside.
pub(super) fn aside() -> Vec<String> {
    let Some(store) = store() else { return Vec::new() };
    (1..=MOST_ASIDE)
        .filter_map(|number| store.get_item(&aside_key(number)).ok().flatten())
        .collect()
}

/// Keeps a text under a key of its own, unless it is there already. It stays under ours until the next save, because
/// other tabs would take its removal for "Delete everything".
pub(super) fn set_aside(text: &str) -> Result<(), SaveError> {
    if aside().iter().any(|kept| kept == text) {
        return Ok(());
    }
    let store = store().ok_or(SaveError::Refused)?;
    let free = (1..=MOST_ASIDE)
        .map(aside_key)
        .find(|key| matches!(store.get_item(key), Ok(None)))
        .ok_or(SaveError::Full)?;
    store.set_item(&free, text).map_err(|error| why(&error))
}

/// Removes everything of this check, or of ours on this device, whichever widget it belongs to. Returns what was removed:
/// keys and texts.
pub(super) fn delete_all(extent: Extent) -> Vec<(String, String)> {
    let mut removed = Vec::new();
    if let Some(tab) = tab_store().filter(|_| extent == Extent::Site) {
        for found in our_keys(&tab).iter().filter(|found| found.ends_with(CHOICES)) {
            let _ = tab.remove_item(found);
        }
    }
    let Some(store) = store() else { return removed };
    // Nobody's answers: nothing of it is in the durable store.
    let _ = store.remove_item(&language_key());
    let _ = store.remove_item(&keys_key());
    for found in our_keys(&store) {
        if extent == Extent::Site || is_own(&found) {
            let text = store.get_item(&found).ok().flatten();
            let _ = store.remove_item(&found);
            removed.extend(text.map(|text| (found, text)));
        }
    }
    removed
}

/// What is under a key now.
pub(super) fn text_now(key: &str) -> Option<String> {
    store()?.get_item(key).ok()?
}

/// Whether there is nothing under a key.
pub(super) fn is_missing(key: &str) -> bool {
    matches!(store().map(|store| store.get_item(key)), Some(Ok(None)))
}

/// Whether checks with other storage keys keep something.
pub(super) fn has_others() -> bool {
    store().is_some_and(|store| {
        our_keys(&store)
            .iter()
            .any(|key| !is_own(key) && !is_setting(key))
    })
}

/// All keys of ours, whichever widget they belong to.
fn our_keys(store: &Storage) -> Vec<String> {
    let mut keys = Vec::new();
    for position in 0..store.length().unwrap_or(0) {
        if let Ok(Some(found)) = store.key(position)
            && found.starts_with(PREFIX)
        {
            keys.push(found);
        }
    }
    keys
}

/// Whether a key of ours is one of this check. A name behind the prefix may be another check's storage key.
fn is_own(found: &str) -> bool {
    let Some(name) = found.strip_prefix(key("").as_str()) else {
        return false;
    };
    let number = name.strip_prefix(ASIDE);
    name == RECORD || name == FOLDER || number.is_some_and(|number| number.parse::<u32>().is_ok())
}

/// One text in `localStorage`, as this page knows it.
pub(super) struct Local {
    key: JsString,
    /// What was last read or written under its key.
    known: Option<JsString>,
}

impl Local {
    /// Reads the text under the key of this name; see [`Self::known`].
    pub(super) fn open(name: &'static str) -> Self {
        let mut local = Self {
            key: JsString::from(key(name)),
            known: None,
        };
        local.known = local.read();
        local
    }

    /// What was last read or written.
    pub(super) fn known(&self) -> Option<String> {
        self.known.as_ref().map(String::from)
    }

    fn read(&self) -> Option<JsString> {
        texts()?.text(&self.key).ok()?
    }

    /// What another tab wrote since the last look; `None` if nothing, or if the text is gone. A visible page gets an
    /// event for a deletion, so a text that is missing without one was wiped by something else, and the next save
    /// writes it again. A page that was hidden may have missed the event: see `look_again`.
    pub(super) fn news(&mut self) -> Option<String> {
        let found = self.read()?;
        if self.known.as_ref() == Some(&found) {
            return None;
        }
        let text = String::from(&found);
        self.known = Some(found);
        Some(text)
    }

    /// The text that this page last knew, and the one that is there now, which becomes the known one.
    pub(super) fn look_again(&mut self) -> (Option<String>, Option<String>) {
        let Some(Ok(found)) = texts().map(|store| store.text(&self.key)) else {
            return (None, None);
        };
        let before = self.known();
        self.known = found;
        (before, self.known())
    }

    /// Writes the text.
    pub(super) fn write(&mut self, text: &str) -> Result<(), SaveError> {
        let store = texts().ok_or(SaveError::Refused)?;
        let text = JsString::from(text);
        store.set_text(&self.key, &text).map_err(|error| why(&error))?;
        self.known = Some(text);
        Ok(())
    }

    /// Removes the text, if it is the one that this page knows.
    pub(super) fn remove(&mut self) {
        if let Some(store) = store()
            && self.known.is_some()
            && self.read() == self.known
        {
            let _ = store.remove_item(&String::from(&self.key));
        }
        self.known = None;
    }

    /// Everything was removed.
    pub(super) fn forget(&mut self) {
        self.known = None;
    }
}

fn aside_key(number: u32) -> String {
    key(&[ASIDE, &decimal(number as usize)].concat())
}

/// Why the browser threw: a full store has its own error, everything else is a refusal.
fn why(error: &JsValue) -> SaveError {
    match error.dyn_ref::<DomException>() {
        Some(error) if error.name() == "QuotaExceededError" => SaveError::Full,
        _ => SaveError::Refused,
    }
}
