//! Screens rendered to text: the prerendered first screens of the own page, and the examples of the markup tests.

use futures::executor::block_on;
use yew::prelude::*;

use super::{after_questions, frame, notices, questions, settings};
use crate::app::form::Change;
use crate::app::message::Found;
use crate::app::opening::BEGIN;
use crate::app::{Message, State, update};
use crate::content::Texts;
use crate::domain::ids::{Kind, Length, Side};

#[derive(PartialEq, Properties)]
struct Props {
    state: State,
}

#[component]
fn Frame(props: &Props) -> Html {
    frame(&props.state, Some(after_questions), &Callback::noop())
}

#[component]
fn FirstPage(props: &Props) -> Html {
    html! {
        <>
            { notices::notices(&props.state, &Callback::noop()) }
            { questions::questions(&props.state, 0, &Callback::noop()) }
        </>
    }
}

#[component]
fn Sides(props: &Props) -> Html {
    settings::sides(&props.state, &Callback::noop())
}

/// The markup of a state.
pub fn markup(state: State) -> String {
    drawn::<Frame>(state)
}

fn drawn<C: BaseComponent<Properties = Props>>(state: State) -> String {
    let renderer = yew::LocalServerRenderer::<C>::with_props(Props { state }).hydratable(false);
    block_on(renderer.render())
}

/// The markup of the start screen in this language, before anything happened.
pub fn first_screen(texts: Texts) -> String {
    markup(State::new(texts))
}

/// The choice of a side that the start screen shows for this kind; empty for a kind without sides.
pub fn sides(texts: Texts, kind: Kind) -> String {
    let mut state = State::new(texts);
    state.form.apply(Change::Kind(kind));
    drawn::<Sides>(state)
}

/// The state of the program if Start was pressed before it ran.
pub fn begun(texts: Texts, length: Length, kind: Kind) -> State {
    let mut state = State::new(texts);
    let setting = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let found = Found {
        fragment: BEGIN.to_owned(),
        early: vec![
            setting("length", length.id()),
            setting("kind", kind.id()),
            setting("side", Side::First.id()),
        ],
        ..Found::default()
    };
    update(&mut state, Message::Started(found));
    state
}

/// The content of `main` on the first page of questions of such a check.
pub fn first_page(texts: Texts, length: Length, kind: Kind) -> String {
    drawn::<FirstPage>(begun(texts, length, kind))
}
