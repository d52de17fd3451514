//! Links: what is shared stands in the fragment of an address, a prefix and a payload each.
//!
//! | fragment | holds |
//! |---|---|
//! | `#phc=` | one finished check |
//! | `#phc-compare=` | several partners' checks |
//! | `&phc-plan=` behind one of these | a plan |
//! | `#phc-invite=` | settings for a check |
//!
//! Opening an address, pasting and `phc decode` read links the same way. `undo` undoes what mail programs and filters
//! did to a text, `scan` finds the links in it, `payload` puts the letters of one together (`base64url`), `frame` checks
//! its checksum, and a `v1` for each form reads the fields. The checksum finds accidents. It is no signature, and no
//! proof of who answered.

mod base64url;
mod bits;
mod comparison;
mod error;
mod form;
mod frame;
mod gap;
mod invitation;
mod payload;
mod plan;
mod read;
mod repeated;
mod scan;
mod strings;
mod summary;
mod undo;

pub use comparison::encode_comparison;
pub use error::LinkError;
pub use form::{COMPARISON_PREFIX, Content, Form, INVITATION_PREFIX, PLAN_PREFIX, PREFIX};
pub use invitation::{encode_invitation, is_address};
pub use plan::encode_plan;
pub use scan::{Hit, Scanner, Step};
pub use summary::encode;

use crate::domain::comparison::Comparison;
use crate::domain::invitation::Invitation;
use crate::domain::plan::Plan;
use crate::domain::summary::Summary;

/// Most characters of a text with one link. A comparison or a plan may have many names.
const MOST_CHARACTERS: usize = 131_072;

/// The link on a page: its address, a prefix, a payload. An address that has a fragment already is a host's page that
/// is known by it; ours goes on there.
pub fn at(address: &str, prefix: &str, payload: &str) -> String {
    // The search of the standard library brings a kilobyte into the first module.
    let mark = if address.bytes().any(|byte| byte == b'#') {
        ""
    } else {
        "#"
    };
    [address, mark, prefix, payload].concat()
}

/// The summary in a text: a payload, a fragment, an address, or any text around one. Of several links in
/// the text the first that can be read counts.
///
/// # Errors
///
/// See [`LinkError`]. Of several unreadable links in the text the first one's fault is told.
pub fn decode(text: &str) -> Result<Summary, LinkError> {
    match first(text, Form::Summary)? {
        Content::Summary(summary) => Ok(summary),
        _ => Err(LinkError::NotALink),
    }
}

/// The comparison in a text: a fragment, an address, or any text around one. Of several comparison links
/// the first that can be read counts.
///
/// # Errors
///
/// See [`LinkError`]. Of several unreadable links the first one's fault is told.
pub fn decode_comparison(text: &str) -> Result<Comparison, LinkError> {
    match first(text, Form::Comparison)? {
        Content::Comparison(comparison) => Ok(comparison),
        _ => Err(LinkError::NotALink),
    }
}

/// The invitation in a text: a fragment, an address, or any text around one. Of several invitation links
/// the first that can be read counts.
///
/// # Errors
///
/// See [`LinkError`]. Of several unreadable links the first one's fault is told.
pub fn decode_invitation(text: &str) -> Result<Invitation, LinkError> {
    match first(text, Form::Invitation)? {
        Content::Invitation(invitation) => Ok(invitation),
        _ => Err(LinkError::NotALink),
    }
}

/// The plan in a text: a fragment, an address, or any text around one; `None` if there is no plan part.
/// Of several the first that can be read counts. Where the plan cannot be read, the link before it may
/// still be.
///
/// # Errors
///
/// See [`LinkError`]; never [`LinkError::NotALink`].
pub fn decode_plan(text: &str) -> Option<Result<Plan, LinkError>> {
    match first(text, Form::Plan) {
        Ok(Content::Plan(plan)) => Some(Ok(plan)),
        Ok(_) | Err(LinkError::NotALink) => None,
        Err(fault) => Some(Err(fault)),
    }
}

/// The first readable link of a form in a text, or else the first one's fault.
fn first(text: &str, form: Form) -> Result<Content, LinkError> {
    if text.len() > MOST_CHARACTERS && text.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(LinkError::TooLong);
    }
    scan::first(text, form)
}

/// All links in a text of up to several megabytes, with their lines: addresses and fragments anywhere,
/// and payloads of summaries that stand alone on a line. A link that is written twice, as a text and as its
/// target, is given once. To do it in steps see [`Scanner::step`].
pub fn decode_all(text: &str) -> Scanner<&str> {
    Scanner::new(text)
}
