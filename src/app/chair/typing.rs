//! Typing: when the text in a field counts, and what it means.
//!
//! It counts when its field loses the focus, or before any other message that somebody's act caused: a press by voice
//! control or by a tool does not blur the field, nor does Enter, and a page may be closed in the middle of a word. All
//! fields of the chair's screens work this way.

use super::field::{TextField, Typing};
use super::message::Message;
use super::state::State;
use super::{blank, builder, compare, entry, invite, meeting, plan};
use crate::domain::name::clean_name;

/// The message that a field's text stands for.
fn message(Typing { field, text }: Typing) -> Message {
    match field {
        TextField::Links => Message::Compare(compare::Message::LinksWritten(text)),
        TextField::ComparisonName(id) => Message::Compare(compare::Message::Named(id, text)),
        TextField::PartnerName(partner) => Message::Compare(compare::Message::Renamed(partner, text)),
        TextField::Step(step, field) => Message::Plan(plan::Message::Written(step, field, text)),
        TextField::OwnStep => Message::Plan(plan::Message::OwnStepWritten(text)),
        TextField::InvitePartnership => invited(invite::Change::Partnership(text)),
        TextField::InviteReplyBy => invited(invite::Change::ReplyBy(text)),
        TextField::InviteReplyTo => invited(invite::Change::ReplyTo(text)),
        TextField::InviteStatement(position) => invited(invite::Change::Statement(position, text)),
        TextField::BlankPartnership => Message::Blank(blank::Message::Partnership(text)),
        TextField::BlankSendTo => Message::Blank(blank::Message::SendTo(text)),
        TextField::EntryName => Message::Entry(entry::Message::Named(text)),
        TextField::Invitation => built(builder::Change::Invitation(text)),
        TextField::StorageKey => built(builder::Change::StorageKey(text)),
        TextField::Keep => built(builder::Change::Keep(text)),
        TextField::Accent => built(builder::Change::Colour(builder::Role::Accent, text)),
        TextField::Paper => built(builder::Change::Colour(builder::Role::Paper, text)),
        TextField::Ink => built(builder::Change::Colour(builder::Role::Ink, text)),
        TextField::Font => built(builder::Change::Font(text)),
        TextField::OwnWords => built(builder::Change::Words(text)),
    }
}

fn invited(change: invite::Change) -> Message {
    Message::Invite(invite::Message::Changed(change))
}

fn built(change: builder::Change) -> Message {
    Message::Builder(builder::Message::Changed(change))
}

/// Whether a text is longer than what its field takes, so that its end is lost. The fields of a plan, and the partnership and
/// the statements of an invitation, have words of their own for that; code is not cut.
fn is_cut(Typing { field, text }: &Typing) -> bool {
    match field {
        TextField::ComparisonName(_)
        | TextField::PartnerName(_)
        | TextField::BlankPartnership
        | TextField::BlankSendTo
        | TextField::EntryName => clean_name(text).shortened,
        TextField::Links
        | TextField::Step(..)
        | TextField::OwnStep
        | TextField::InvitePartnership
        | TextField::InviteReplyBy
        | TextField::InviteReplyTo
        | TextField::InviteStatement(_)
        | TextField::Invitation
        | TextField::StorageKey
        | TextField::Keep
        | TextField::Accent
        | TextField::Paper
        | TextField::Ink
        | TextField::Font
        | TextField::OwnWords => false,
    }
}

/// What to apply before a message: the meaning of the text being typed, if the message ends the typing.
pub(super) fn before(state: &mut State, message: &Message) -> Option<Message> {
    let place = &state.context.place;
    let ended = state.typing.take_if(|typing| match message {
        Message::Typed(next) => next.field != typing.field,
        Message::Left(left) => {
            if left.field == typing.field {
                // A program that fills in fields may have changed the text without an input event.
                typing.text.clone_from(&left.text);
            }
            true
        }
        Message::ContextChanged(context) => context.place != *place,
        // No act of the user.
        Message::Opened
        | Message::Stored(_)
        | Message::Continued
        | Message::Copied(_)
        | Message::SheetClosed(_)
        | Message::Meeting(meeting::Message::Ticked(_)) => false,
        _ => true,
    });
    if let Some(typing) = &ended {
        state.cut = is_cut(typing).then_some(typing.field);
    }
    ended.map(self::message)
}
