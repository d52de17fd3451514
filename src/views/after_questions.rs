//! The screens after the questions, which nobody needs before the first answer.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::{answers, info, invited, result, share, shared};
use crate::app::{Screen, State};

/// Draws the screens after the questions.
pub type Draw = fn(&State, &Dispatch) -> Html;

/// Draws whichever of them is shown; nothing for another screen.
pub fn after_questions(state: &State, send: &Dispatch) -> Html {
    match &state.screen {
        Screen::CheckAnswers => answers::answers(state, send),
        Screen::Result => result::own(state, send),
        Screen::Share => share::share(state, send),
        Screen::Shared(_) => shared::shared(state, send),
        Screen::Info(page) => info::info(state, *page, send),
        Screen::Invited(_) => invited::invited(state, send),
        // The browser part draws the screens of whoever chairs, because they have a program of their own.
        Screen::Chair(_) | Screen::Start | Screen::Setup | Screen::Questions(_) => html! {},
    }
}
