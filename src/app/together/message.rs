//! All things that can happen here, in the past tense.

use super::{comparing, inviting, kept, state};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The check's program changed, or another screen was asked for.
    ContextChanged(state::Context),
    /// On the comparison's screen.
    Comparing(comparing::Message),
    /// On the screen that makes an invitation.
    Inviting(inviting::Message),
    /// On the screen of what is kept on this device.
    Kept(kept::Message),
    /// A link was copied, or could not be.
    Copied(bool),
    /// The share sheet was closed: whether something was shared.
    SheetClosed(bool),
    /// "Print" was pressed.
    PrintPressed,
    /// A screen was asked for by a link of ours: its fragment.
    LinkFollowed(&'static str),
}
