//! What all versions of a stored text share, for ever: a JSON object with its kind, such as
//! `"phc":"stored"`, and a whole number `"v"`, 1 or more. Everything else may change from version to version.

use super::json::Reader;

/// The version of a text of this kind; `None` if it is of another kind, or not whole.
pub(super) fn version(text: &str, kind: &str) -> Option<u32> {
    let mut version = None;
    let mut ours = false;
    let mut reader = Reader::new(text);
    reader.object(&mut |key, reader| {
        match key {
            "phc" => ours = reader.text()? == kind,
            "v" => version = Some(reader.number()?),
            _ => reader.skip()?,
        }
        Some(())
    })?;
    reader.end()?;
    version.filter(|_| ours)
}
