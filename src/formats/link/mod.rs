//! The summary link: one finished check in the fragment of an address, `#phc=` and a payload.
//!
//! `find` takes the payload out of whatever a person pasted, `letters` turns it into bytes, `frame` checks
//! its checksum and tells its version, and `v1` reads the fields. The checksum finds accidents. It is no
//! signature, and no proof of who answered.

mod bits;
mod error;
mod find;
mod frame;
mod letters;
mod v1;

pub use error::LinkError;

use crate::domain::summary::Summary;

/// What stands between the `#` of an address and the payload.
pub const PREFIX: &str = "phc=";
/// The same for a comparison.
pub const COMPARISON_PREFIX: &str = "phc-compare=";
/// The same for an invitation.
pub const INVITATION_PREFIX: &str = "phc-invite=";

/// The payload for a summary, of the newest version: letters, digits, `-` and `_` only. 38 characters for
/// a full check with all 49 responses and without names, at most 680 in all.
///
/// What a link cannot carry is left out: a side where the kind has none, a stage in a quick check,
/// responses to statements that this length and kind do not ask, and what `clean_name` drops from names.
pub fn encode(summary: &Summary) -> String {
    letters::write(&frame::seal(v1::VERSION, &v1::write(summary)))
}

/// The summary in a text: a payload, a fragment, an address, or any text around one. Of several links in
/// the text the first that can be read counts.
///
/// # Errors
///
/// See [`LinkError`]. Of several unreadable links in the text the first one's fault is told.
pub fn decode(text: &str) -> Result<Summary, LinkError> {
    find::find(text)
}
