//! What is done to a control, as a message.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// A click that sends a message, in place of what the browser would do.
pub(crate) fn on_click<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(message.clone());
    })
}

/// A click that sends a message which is made only then, if one can be made.
pub(crate) fn on_click_if<M: 'static>(
    send: &Callback<M>,
    message: impl Fn() -> Option<M> + 'static,
) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_| {
        if let Some(message) = message() {
            send.emit(message);
        }
    })
}

/// A click on the button that clears a group's choice. The button goes with the choice, so the keyboard moves to
/// the group's first choice and is not lost.
pub(crate) fn on_clear<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        let button = event.target().map(JsCast::unchecked_into::<Element>);
        let group = button.and_then(|button| button.closest("fieldset").ok().flatten());
        let first = group.and_then(|group| group.query_selector("input").ok().flatten());
        if let Some(first) = first.map(JsCast::unchecked_into::<HtmlElement>) {
            let _ = first.focus();
        }
        send.emit(message.clone());
    })
}

/// A control that was chosen, as a message.
pub(crate) fn on_change<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |_| send.emit(message.clone()))
}

/// A control that was ticked or cleared, as a message that says which.
pub(crate) fn on_tick<M: 'static>(
    send: &Callback<M>,
    message: impl Fn(bool) -> M + 'static,
) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        if let Some(input) = event.target().map(JsCast::unchecked_into::<HtmlInputElement>) {
            send.emit(message(input.checked()));
        }
    })
}

/// What stands in the field in which something happened. One of several lines, and a list to choose from, has a value
/// as one of a single line has, and read so it needs no JavaScript of its own.
pub(crate) fn text_in(event: &Event) -> Option<String> {
    let field = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    field.map(|field| field.value())
}

/// A field that is typed into, as a message that says at each key what stands in it.
pub(crate) fn on_input<M: 'static>(
    send: &Callback<M>,
    message: impl Fn(String) -> M + 'static,
) -> Callback<InputEvent> {
    let send = send.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(text) = text_in(&event) {
            send.emit(message(text));
        }
    })
}
