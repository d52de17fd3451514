//! The invitation link: a check with its settings already made, `#phc-invite=` and a payload.

pub(super) mod v1;

use super::{Form, Found, LinkError, find, frame, letters};
use crate::domain::invitation::Invitation;

/// Most characters of an e-mail address: those of a line, see [`crate::domain::name::LINE_CHARACTERS`].
const ADDRESS_CHARACTERS: usize = 200;

/// The payload for an invitation, of the newest version: letters, digits, `-` and `_` only.
///
/// What a link cannot carry is left out: what `clean_name` drops from the name, and an address that is
/// none by [`is_address`].
pub fn encode_invitation(invitation: &Invitation) -> String {
    letters::write(&frame::seal(v1::VERSION, &v1::write(invitation)))
}

/// The invitation in a text: a fragment, an address, or any text around one. Of several invitation links
/// the first that can be read counts.
///
/// # Errors
///
/// See [`LinkError`]. Of several unreadable links the first one's fault is told.
pub fn decode_invitation(text: &str) -> Result<Invitation, LinkError> {
    match find::first(text, Form::Invitation)? {
        Found::Invitation(invitation) => Ok(invitation),
        _ => Err(LinkError::NotALink),
    }
}

/// Whether a text is an e-mail address that can stand behind `mailto:` as it is, and is one receiver only.
///
/// Stricter than RFC 5322: letters and digits of ASCII and `. _ + - '` before the one `@`, and a domain
/// behind it. Nothing else, so that no link can add a second receiver, a header, a subject or a text.
pub fn is_address(text: &str) -> bool {
    let Some((person, domain)) = text.split_once('@') else {
        return false;
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'');
    let label = |label: &str| {
        let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(inner)
    };
    text.len() <= ADDRESS_CHARACTERS
        && person.chars().all(fits)
        && person.split('.').all(|part| !part.is_empty())
        && domain.split('.').all(label)
}
