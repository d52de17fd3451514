//! The invitation link: a check with its settings already made, `#phc-invite=` and a payload.

mod address;
pub(super) mod v1;

pub use address::is_address;

use super::{base64url, frame};
use crate::domain::invitation::Invitation;

/// The payload for an invitation, of the newest version: letters, digits, `-` and `_` only.
///
/// What a link cannot carry is left out: what `clean_name` drops from the name, and an address that is
/// none by [`is_address`].
pub fn encode_invitation(invitation: &Invitation) -> String {
    base64url::write(&frame::seal(v1::VERSION, &v1::write(invitation)))
}
