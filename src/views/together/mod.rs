//! The screens of whoever chairs: functions from the state to markup, like all views.

mod compare;
mod invite;
mod kept;
mod parts;

use yew::prelude::*;

use crate::app::screen::Place;
use crate::app::together::{Message, State};
use crate::present::together::spoken;

/// Where messages go.
pub(crate) type Send = Callback<Message>;

/// Draws the screen that is shown.
pub fn screen(state: &State, send: &Send) -> Html {
    html! {
        <>
            { match &state.context.place {
                Place::Compare => compare::compare(state, send),
                Place::Invite => invite::invite(state, send),
                Place::Kept => kept::kept(state, send),
                _ => html! {},
            } }
            <p class="visually-hidden" role="status">{ spoken::status(state) }</p>
        </>
    }
}
