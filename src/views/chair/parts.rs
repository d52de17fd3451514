//! Fields that are typed into and files that are chosen, for several of these screens.

use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use super::dispatch::{Dispatch, Files, Source};
use crate::app::chair::{Message, State};

/// What stands in a field that is taken over once it is left: what is being typed there, or what is kept.
pub(super) fn field_value(state: &State, id: &str, kept: &str) -> String {
    match &state.typing {
        Some((field, text)) if field == id => text.clone(),
        _ => kept.to_owned(),
    }
}

/// What such a field does.
pub(super) struct Listeners {
    /// While it is typed into. A screen that is drawn again meanwhile would otherwise put back what is kept.
    pub(super) oninput: Callback<InputEvent>,
    /// When the browser says that what stands there is another.
    pub(super) onchange: Callback<Event>,
    /// When it is left. Programs that fill in fields do not always say that what stands there is another.
    pub(super) onblur: Callback<FocusEvent>,
}

/// Tells what is typed into a field, as a message, once the field is left.
pub(super) fn on_typed(send: &Dispatch, message: impl Fn(String) -> Message + Clone + 'static) -> Listeners {
    let (typing, changed, left) = (send.clone(), send.clone(), send.clone());
    let said = message.clone();
    Listeners {
        oninput: Callback::from(move |event: InputEvent| {
            if let Some(field) = field_of(&event) {
                typing.emit(Message::Typing(field.id(), field.value()));
            }
        }),
        onchange: Callback::from(move |event: Event| {
            if let Some(field) = field_of(&event) {
                changed.emit(message(field.value()));
                changed.emit(Message::TypingEnded(None));
            }
        }),
        onblur: Callback::from(move |event: FocusEvent| {
            // It is not left where another window came to the front, but typed into again later.
            let stays = |field: &HtmlInputElement| field.matches(":focus").unwrap_or_default();
            if let Some(field) = field_of(&event).filter(|field| !stays(field)) {
                left.emit(Message::TypingEnded(Some(Box::new(said(field.value())))));
            }
        }),
    }
}

/// The field in which something happened. One of several lines has a value as one of a single line has, and read so it
/// needs no JavaScript of its own.
fn field_of(event: &Event) -> Option<HtmlInputElement> {
    event.target().map(JsCast::unchecked_into)
}

/// Hands on the files that were chosen.
pub(super) fn on_chosen(files: &Files) -> Callback<Event> {
    let files = files.clone();
    Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(list) = input.as_ref().and_then(HtmlInputElement::files) {
            files.emit(listed(&list));
        }
    })
}

/// The files of a list, in their order.
pub(super) fn listed(list: &FileList) -> Vec<Source> {
    (0..list.length())
        .filter_map(|position| list.get(position))
        .map(Source::File)
        .collect()
}
