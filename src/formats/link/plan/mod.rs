//! The plan part: a plan behind a summary or a comparison, `&phc-plan=` and a payload of its own. Who reads
//! only the link before it is not disturbed by it.

pub(super) mod v1;

use super::{Form, Found, LinkError, find, frame, letters};
use crate::domain::plan::Plan;

/// The payload for a plan, of the newest version: letters, digits, `-` and `_` only. At most 64,250
/// characters.
///
/// What a link cannot carry is left out: what `clean_line` drops from a line, steps in which nothing will
/// be done, and of more than 20 steps those behind the twentieth. A plan without steps has no link that
/// can be read: the caller adds none.
pub fn encode_plan(plan: &Plan) -> String {
    letters::write(&frame::seal(v1::VERSION, &v1::write(plan)))
}

/// The plan in a text: a fragment, an address, or any text around one; `None` if there is no plan part.
/// Of several the first that can be read counts. Where the plan cannot be read, the link before it may
/// still be.
///
/// # Errors
///
/// See [`LinkError`]; never [`LinkError::NotALink`].
pub fn decode_plan(text: &str) -> Option<Result<Plan, LinkError>> {
    match find::first(text, Form::Plan) {
        Ok(Found::Plan(plan)) => Some(Ok(plan)),
        Ok(_) | Err(LinkError::NotALink) => None,
        Err(fault) => Some(Err(fault)),
    }
}
