//! The screens that nobody needs before the first answer. In the browser they are a file of their own,
//! which is fetched when the first screen is there; see ARCHITECTURE.md, "Two modules".

use yew::prelude::*;

use super::parts::Send;
use super::{answers, info, result, share, shared};
use crate::app::{Screen, State};
use crate::content::Texts;

/// What the second module brings.
#[derive(Clone, Copy)]
pub struct Later {
    /// Draws the later screens.
    pub draw: fn(&State, &Send) -> Html,
    /// Adds their texts.
    pub complete: fn(Texts) -> Texts,
}

/// The later screens.
pub const LATER: Later = Later { draw, complete: Texts::complete };

fn draw(state: &State, send: &Send) -> Html {
    match &state.screen {
        Screen::CheckAnswers => answers::answers(state, send),
        Screen::Result => result::own(state, send),
        Screen::Share => share::share(state, send),
        Screen::Shared(_) => shared::shared(state, send),
        Screen::Info(page) => info::info(state, *page, send),
        Screen::Start | Screen::Setup | Screen::Questions(_) => html! {},
    }
}
