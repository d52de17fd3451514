//! The binding of a text field: id, value and event handlers.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::field::{TextField, Typing};
use crate::app::chair::{Message, State};
use crate::present::chair::spoken;
use crate::views::parts::{on_input, text_in};

/// What the markup of a field needs.
pub(super) struct Typed {
    /// Its id.
    pub(super) id: String,
    /// Its value: the text being typed, or else the kept one. With the kept one alone, a render in the middle of a word
    /// would undo the typing.
    pub(super) value: String,
    /// The `input` handler.
    pub(super) oninput: Callback<InputEvent>,
    /// The `change` handler.
    pub(super) onchange: Callback<Event>,
    /// The `blur` handler. Programs that fill in fields do not always fire `change`.
    pub(super) onblur: Callback<FocusEvent>,
}

/// What is said below a field whose text was longer than what it takes; empty if it was not.
pub(super) fn cut(state: &State, field: TextField) -> &'static str {
    if state.cut == Some(field) {
        spoken::cut(state)
    } else {
        ""
    }
}

/// The binding of a field, with its kept text.
pub(super) fn typed(state: &State, send: &Dispatch, field: TextField, kept: &str) -> Typed {
    let typing = move |text| Typing { field, text };
    let (changed, left) = (send.clone(), send.clone());
    Typed {
        id: field.id(),
        value: state.typed(field).unwrap_or(kept).to_owned(),
        oninput: on_input(send, move |text| Message::Typed(typing(text))),
        onchange: Callback::from(move |event: Event| {
            if let Some(text) = text_in(&event) {
                changed.emit(Message::Typed(typing(text.clone())));
                if !field.is_date() {
                    changed.emit(Message::Left(typing(text)));
                }
            }
        }),
        onblur: Callback::from(move |event: FocusEvent| {
            // Another window came to the front: the field still has the focus and may be typed into later.
            let target = event.target().map(JsCast::unchecked_into::<Element>);
            let stays = target.is_some_and(|field| field.matches(":focus").unwrap_or_default());
            if let Some(text) = text_in(&event).filter(|_| !stays) {
                left.emit(Message::Left(typing(text)));
            }
        }),
    }
}
