//! The screens after the questions, which nobody needs before the first answer.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::onward;
use super::{answers, info, invited, result, settings, share, shared};
use crate::app::{Message, Screen, State};
use crate::present::onward::onward as onward_ways;

/// Draws the screens after the questions.
pub type Draw = fn(&State, &Dispatch) -> Html;

/// Draws the screen that is shown, if it is one of these.
pub fn after_questions(state: &State, send: &Dispatch) -> Html {
    html! {
        <>
            { screen(state, send) }
            { onward(state.texts, send, Message::LinkFollowed, onward_ways(state)) }
        </>
    }
}

fn screen(state: &State, send: &Dispatch) -> Html {
    match &state.screen {
        Screen::Setup => settings::setup(state, send),
        Screen::CheckAnswers => answers::answers(state, send),
        Screen::Result => result::own(state, send),
        Screen::Share => share::share(state, send),
        Screen::Shared(_) => shared::shared(state, send),
        Screen::Info(page) => info::info(state, *page, send),
        Screen::Invited(_) => invited::invited(state, send),
        // `browser::chair` draws the chair's screens, which have their own program.
        Screen::Chair(_) | Screen::Start | Screen::Questions(_) => html! {},
    }
}
