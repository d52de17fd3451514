//! The screens of whoever chairs: functions from the state to markup, like all views.

mod compare;
mod meeting;
mod parts;
mod plan;
mod sheet;
mod steps;

pub(crate) use sheet::read_only;

use yew::prelude::*;

use crate::app::screen::Place;
use crate::app::together::{Message, State};
use crate::present::together::{meeting as meeting_words, plan as words, spoken};

/// Where messages go.
pub(crate) type Send = Callback<Message>;

/// Draws the screen that is shown.
pub fn screen(state: &State, send: &Send) -> Html {
    html! {
        <>
            { match &state.context.place {
                Place::Compare => compare::compare(state, send),
                Place::Plan | Place::ComparisonPlan => plan::plan(state, send),
                Place::Meeting => meeting::meeting(state, send),
                _ => html! {},
            } }
            <p class="visually-hidden" role="status">
                { spoken::status(state) }{ words::said(state) }{ meeting_words::time(state) }
            </p>
        </>
    }
}
