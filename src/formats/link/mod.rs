//! Links: a prefix and a payload in the fragment of an address.
//!
//! | fragment | holds |
//! |---|---|
//! | `#phc=` | one finished check |
//! | `#phc-compare=` | several partners' checks |
//! | `&phc-plan=` behind one of these | a plan |
//! | `#phc-invite=` | settings for a check |
//!
//! Opening an address, pasting and `phc decode` read links the same way. `undo` decodes the text, `scan` finds the
//! links in it, `read` reads one, `payload` collects its letters (`base64url`), `frame` verifies the checksum, and a
//! `v1` for each form reads the fields. The checksum finds accidents. It is no signature, and no proof of who answered.

mod base64url;
mod bits;
mod comparison;
mod error;
mod form;
mod frame;
mod gap;
mod invitation;
mod pages;
mod payload;
mod plan;
mod read;
mod repeated;
mod scan;
mod strings;
mod summary;
mod undo;

pub use comparison::{encode_comparison, in_letters, is_in_letters, sets_written};
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

/// Length limit in characters of a text with one link. A comparison or a plan may have many names.
const MOST_CHARACTERS: usize = 131_072;

/// Makes a link from a page's address, a prefix and a payload. If the address already has a fragment (a host's route),
/// the link is appended to it.
pub fn at(address: &str, prefix: &str, payload: &str) -> String {
    // `str::contains` would add a kilobyte to the first module.
    let mark = if address.bytes().any(|byte| byte == b'#') {
        ""
    } else {
        "#"
    };
    [address, mark, prefix, payload].concat()
}

/// The first readable summary in a text, which is a payload, a fragment, an address, or any text around one.
///
/// # Errors
///
/// See [`LinkError`]: the fault of the first link, if none can be read.
pub fn decode(text: &str) -> Result<Summary, LinkError> {
    match first(text, Form::Summary)? {
        Content::Summary(summary) => Ok(summary),
        _ => Err(LinkError::NotALink),
    }
}

/// The first readable comparison in a text, which is a fragment, an address, or any text around one.
///
/// # Errors
///
/// See [`LinkError`]: the fault of the first link, if none can be read.
pub fn decode_comparison(text: &str) -> Result<Comparison, LinkError> {
    match first(text, Form::Comparison)? {
        Content::Comparison(comparison) => Ok(comparison),
        _ => Err(LinkError::NotALink),
    }
}

/// The first readable invitation in a text, which is a fragment, an address, or any text around one.
///
/// # Errors
///
/// See [`LinkError`]: the fault of the first link, if none can be read.
pub fn decode_invitation(text: &str) -> Result<Invitation, LinkError> {
    match first(text, Form::Invitation)? {
        Content::Invitation(invitation) => Ok(invitation),
        _ => Err(LinkError::NotALink),
    }
}

/// The first readable plan in a text, which is a fragment, an address, or any text around one; `None` without a plan
/// part. The link before an unreadable plan may still be readable.
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

/// The first readable link of a form in a text, or else the fault of the first.
fn first(text: &str, form: Form) -> Result<Content, LinkError> {
    if text.len() > MOST_CHARACTERS && text.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(LinkError::TooLong);
    }
    scan::first(text, form)
}

/// All links in a text of any length, with their lines: addresses and fragments anywhere, and payloads of summaries at
/// the start of a line. A link that is written twice, as text and as its target, is returned once. See
/// [`Scanner::step`] for reading in chunks.
pub fn decode_all(text: &str) -> Scanner<&str> {
    Scanner::new(text)
}
