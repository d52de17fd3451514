//! The summary link: one finished check, `#phc=` and a payload.

pub(super) mod v1;

use super::{base64url, frame};
use crate::domain::summary::Summary;

/// The payload for a summary, of the newest version: letters, digits, `-` and `_` only, the last one a letter or digit.
/// 38 characters for a full check with all 49 responses and without names, eight more with answers to own statements, at
/// most 690 in all.
///
/// What a link cannot carry is left out: a side where the kind has none, a stage in a quick check,
/// responses to statements that this length and kind do not ask, and what `clean_name` drops from names.
pub fn encode(summary: &Summary) -> String {
    base64url::write(&frame::seal(v1::VERSION, &v1::write(summary)))
}
