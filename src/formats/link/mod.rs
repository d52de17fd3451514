//! Links: what is shared stands in the fragment of an address, a prefix and a payload each.
//!
//! | fragment | holds |
//! |---|---|
//! | `#phc=` | one finished check |
//! | `#phc-compare=` | several partners' checks |
//! | `&phc-plan=` behind one of these | a plan |
//! | `#phc-invite=` | settings for a check |
//!
//! `find` takes one payload out of whatever a person pasted, and `scan` every payload out of a long text.
//! `letters` turns a payload into bytes, `frame` and `payload` check its checksum and tell its version, and
//! a `v1` for each form reads the fields. The checksum finds accidents. It is no signature, and no proof
//! of who answered.

mod bits;
mod comparison;
mod cursor;
mod error;
mod find;
mod frame;
mod invitation;
mod letters;
mod payload;
mod plan;
mod rapid;
mod scan;
mod texts;
mod v1;

pub use comparison::{decode_comparison, encode_comparison};
pub use error::LinkError;
pub use invitation::{decode_invitation, encode_invitation, is_address};
pub use plan::{decode_plan, encode_plan};
pub use rapid::Rapid;
pub use scan::{Hit, Scanner, Step};

use crate::domain::comparison::Comparison;
use crate::domain::invitation::Invitation;
use crate::domain::plan::Plan;
use crate::domain::summary::Summary;

/// What stands between the `#` of an address and the payload of a summary.
pub const PREFIX: &str = "phc=";
/// The same for a comparison.
pub const COMPARISON_PREFIX: &str = "phc-compare=";
/// The same for an invitation.
pub const INVITATION_PREFIX: &str = "phc-invite=";
/// What stands between the payload of a summary or a comparison and that of a plan.
pub const PLAN_PREFIX: &str = "&phc-plan=";

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

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// One finished check.
    Summary,
    /// Several partners' checks.
    Comparison,
    /// Settings for a check.
    Invitation,
    /// A plan behind a summary or a comparison.
    Plan,
}

impl Form {
    /// The form whose prefix this is, in small letters and without its `=`.
    fn named(name: &str) -> Option<Self> {
        match name {
            "phc" => Some(Self::Summary),
            "phc-compare" => Some(Self::Comparison),
            "phc-invite" => Some(Self::Invitation),
            "phc-plan" => Some(Self::Plan),
            _ => None,
        }
    }
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One finished check.
    Summary(Summary),
    /// Several partners' checks.
    Comparison(Comparison),
    /// Settings for a check.
    Invitation(Invitation),
    /// A plan. It belongs to the summary or comparison found just before it.
    Plan(Plan),
}

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

/// All links in a text of up to several megabytes, with their lines: addresses and fragments anywhere,
/// and payloads of summaries that stand alone on a line. A link that is written twice, as a text and as its
/// target, is given once. To do it in pieces see [`Scanner::step`].
pub fn decode_all(text: &str) -> Scanner<&str> {
    Scanner::new(text)
}
