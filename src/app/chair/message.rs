//! All things that can happen here, in the past tense.

use super::context::Context;
use super::field::Typing;
use super::{blank, builder, compare, earlier, entry, invite, meeting, plan};
use crate::app::file::{File, Picture};
use crate::app::status::Sheet;
use crate::app::store::Heard;
use crate::formats::import::ImportFault;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The check's program changed, or another screen was asked for.
    ContextChanged(Context),
    /// The first of these screens was opened.
    Opened,
    /// A store replied, or the stored folder changed.
    Stored(Heard),
    /// Something is being typed: the field and its current text.
    Typed(Typing),
    /// A field was left with this text in it.
    Left(Typing),
    /// The page was closed or hidden, or these screens were left.
    Hidden,
    /// "Download the saved text" that could not be read was pressed.
    UnreadPressed,
    /// "Start again and keep them" was pressed: beside what a newer version saved.
    BesidePressed,
    /// The next chunk of a long task may run.
    Continued,
    /// Files were chosen or dropped: their texts.
    FilesRead(Vec<String>),
    /// None of what was chosen, dropped or pasted was read: the number, from 1, of the first file that is beyond the limit or
    /// that the browser does not read, and which of both.
    FilesRefused(usize, ImportFault),
    /// A link to a mail program was followed.
    MailPressed,
    /// On the comparison's screen.
    Compare(compare::Message),
    /// On a plan, wherever it is shown.
    Plan(plan::Message),
    /// At the meeting.
    Meeting(meeting::Message),
    /// On the screen that makes an invitation.
    Invite(invite::Message),
    /// On the screen of a blank form.
    Blank(blank::Message),
    /// On the screen that takes in a form from paper.
    Entry(entry::Message),
    /// On the screen that puts the check on another website.
    Builder(builder::Message),
    /// On the screen of what is kept on this device.
    Earlier(earlier::Message),
    /// A link was copied, or could not be.
    Copied(bool),
    /// The share sheet was closed, or refused.
    SheetClosed(Sheet),
    /// A file was made, to be saved.
    FileMade(File),
    /// A picture was made, to be saved.
    PictureMade(Picture),
    /// "Print" was pressed.
    PrintPressed,
    /// The page is about to be printed, or was.
    Printing(bool),
    /// A section of the screen was asked for: its id.
    JumpPressed(&'static str),
    /// A screen was asked for by a link of ours: its fragment.
    LinkFollowed(&'static str),
}
