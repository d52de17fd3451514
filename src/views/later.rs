//! The screens that nobody needs before the first answer. In the browser they are a file of their own,
//! which is fetched when the first screen is there; see ARCHITECTURE.md, "Two modules".

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::{answers, info, invited, result, share, shared};
use crate::app::{Screen, State};

/// Draws the later screens.
pub type Draw = fn(&State, &Dispatch) -> Html;

/// Draws whichever of the later screens is shown; nothing for an early one.
pub fn later(state: &State, send: &Dispatch) -> Html {
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
