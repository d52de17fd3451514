//! Screens as text: the prerendered first screen of the own page, and what the markup tests look at.

use futures::executor::block_on;
use yew::prelude::*;

use super::{frame, later};
use crate::app::State;
use crate::content::Texts;

#[derive(PartialEq, Properties)]
struct Props {
    state: State,
}

#[component]
fn Frame(props: &Props) -> Html {
    frame(&props.state, Some(later), &Callback::noop())
}

/// The markup of a state.
pub fn markup(state: State) -> String {
    let renderer = yew::LocalServerRenderer::<Frame>::with_props(Props { state }).hydratable(false);
    block_on(renderer.render())
}

/// The markup of the start screen in this language, before anything happened.
pub fn first_screen(texts: Texts) -> String {
    markup(State::new(texts))
}
