//! A field to type into: what stands in it, and how what is typed there is told.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::field::{TextField, Typing};
use crate::app::chair::{Message, State};
use crate::views::parts::{on_input, text_in};

/// What the markup of a field needs.
pub(super) struct Typed {
    /// Its id.
    pub(super) id: String,
    /// What stands in it: what is being typed there, or what is kept. A screen that is drawn again in the middle of a
    /// word would otherwise put back what is kept.
    pub(super) value: String,
    /// While it is typed into.
    pub(super) oninput: Callback<InputEvent>,
    /// When the browser says that what stands there is another.
    pub(super) onchange: Callback<Event>,
    /// When it is left. Programs that fill in fields do not always say that what stands there is another.
    pub(super) onblur: Callback<FocusEvent>,
}

/// A field, and what is kept of it.
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
            // It is not left where another window came to the front, but typed into again later.
            let target = event.target().map(JsCast::unchecked_into::<Element>);
            let stays = target.is_some_and(|field| field.matches(":focus").unwrap_or_default());
            if let Some(text) = text_in(&event).filter(|_| !stays) {
                left.emit(Message::Left(typing(text)));
            }
        }),
    }
}
