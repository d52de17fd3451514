//! Reads and writes the structs of each version as JSON, with `serde` and `serde_json`.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The JSON of a value.
pub(super) fn write(value: &impl Serialize) -> String {
    // Fails only for maps with keys that are no strings, and for failing writers: we have neither.
    serde_json::to_string(value).unwrap_or_default()
}

/// The value in a text, if it is of this form.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
