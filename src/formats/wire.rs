//! JSON from and to the structs of each version: what `serde` derives for them, read and written by `serde_json`.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The JSON of a value.
pub(super) fn write(value: &impl Serialize) -> String {
    // It fails for maps whose names are no texts, and for writers that fail: we have neither.
    serde_json::to_string(value).unwrap_or_default()
}

/// The value in a text, if it is of this form.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
