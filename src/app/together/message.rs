//! All things that can happen here, in the past tense.

use super::{comparing, meeting, planning, state};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The check's program changed, or another screen was asked for.
    ContextChanged(state::Context),
    /// On the comparison's screen.
    Comparing(comparing::Message),
    /// On a plan, wherever it is shown.
    Planning(planning::Message),
    /// At the meeting.
    Meeting(meeting::Message),
    /// A link was copied, or could not be.
    Copied(bool),
    /// The share sheet was closed: whether something was shared.
    SheetClosed(bool),
    /// "Print" was pressed.
    PrintPressed,
    /// A screen was asked for by a link of ours: its fragment.
    LinkFollowed(&'static str),
}
