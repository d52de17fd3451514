//! The plan part: a plan behind a summary or a comparison, `&phc-plan=` and its own payload. A reader of
//! the link before it ignores it.

pub(super) mod v1;

use super::{base64url, frame};
use crate::domain::plan::Plan;

/// The payload for a plan, of the newest version: letters, digits, `-` and `_` only. At most 64,250
/// characters.
///
/// What a link cannot carry is left out: what `clean_line` drops from a line, steps in which nothing will
/// be done, and of more than 20 steps those behind the twentieth. A plan without steps has no link that
/// can be read: the caller adds none.
pub fn encode_plan(plan: &Plan) -> String {
    base64url::write(&frame::seal(v1::VERSION, &v1::write(plan)))
}
