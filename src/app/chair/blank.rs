//! A blank form to print, for partners who answer on paper.

use super::invite;
use crate::domain::check::Setup;
use crate::domain::day::Day;
use crate::domain::extra::Extra;
use crate::domain::ids::{Kind, Length, Side};

/// What is on the form beside its statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Name of the partnership.
    pub partnership: String,
    /// Kind of relationship; without it there is no form.
    pub kind: Option<Kind>,
    /// How many statements are asked.
    pub length: Length,
    /// The side of whoever fills it in.
    pub side: Side,
    /// Where the form is sent once it is filled in, as it was typed.
    pub send_to: String,
    /// The statements of the chair's own that are on it.
    pub extra: Option<Extra>,
    /// The day by which it is hoped for.
    pub reply_by: Option<Day>,
    /// The invitation that was taken over.
    taken: Option<invite::Form>,
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The partnership's name was typed.
    Partnership(String),
    /// A kind was chosen.
    Kind(Kind),
    /// A length was chosen.
    Length(Length),
    /// A side was chosen.
    Side(Side),
    /// Where to send it was typed.
    SendTo(String),
    /// Statements of the chair's own were chosen, or none.
    Extra(Option<Extra>),
}

impl Default for State {
    fn default() -> Self {
        Self {
            partnership: String::new(),
            kind: None,
            length: Length::Full,
            side: Side::Second,
            send_to: String::new(),
            extra: None,
            reply_by: None,
            taken: None,
        }
    }
}

impl State {
    /// The check that the form asks, once its kind is chosen.
    pub fn setup(&self) -> Option<Setup> {
        Some(Setup {
            length: self.length,
            kind: self.kind?,
            side: self.side,
            ..Setup::default()
        })
    }
}

/// The screen was entered: it takes over what the invitation says, once for each change of it.
pub(super) fn entered(state: &mut State, invitation: &invite::Form) {
    if state.taken.as_ref() == Some(invitation) {
        return;
    }
    *state = State {
        partnership: invitation.partnership.clone(),
        kind: invitation.kind,
        length: invitation.length,
        side: state.side,
        send_to: invitation.reply_to.clone(),
        extra: invitation.statements.set().unwrap_or_default(),
        reply_by: invite::parse_day(&invitation.reply_by),
        taken: Some(invitation.clone()),
    };
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, message: Message) {
    match message {
        Message::Partnership(name) => state.partnership = name,
        Message::Kind(kind) => state.kind = Some(kind),
        Message::Length(length) => state.length = length,
        Message::Side(side) => state.side = side,
        Message::SendTo(place) => state.send_to = place,
        Message::Extra(set) => state.extra = set,
    }
}
