//! Event handlers that turn events of controls into messages.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// Handles a click: prevents the default action and sends a message.
pub(crate) fn on_click<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(message.clone());
    })
}

/// Handles a click: makes a message at that moment and sends it, if one can be made.
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

/// Handles a click on the button that clears a group's choice. The button disappears with the choice, so the focus
/// moves to the group's first choice.
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

/// Handles a choice: sends a message.
pub(crate) fn on_change<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |_| send.emit(message.clone()))
}

/// Handles a checkbox: sends a message with its new state.
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

/// The value of the field that fired an event. A text area or a select has a `value` like an input, and is read as one,
/// so that no further glue is needed.
pub(crate) fn text_in(event: &Event) -> Option<String> {
    let field = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    field.map(|field| field.value())
}

/// Handles typing: sends a message with the field's text at each input event.
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
