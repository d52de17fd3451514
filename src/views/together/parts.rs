//! Small pieces that several of these screens use.

use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use super::{Files, Send, Source};
use crate::app::together::{Message, State};
pub(super) use crate::views::parts::button;
use crate::views::parts::on_click;

/// A link to another screen. It is a real link, so that it can be opened in a new tab.
pub(super) fn link(send: &Send, fragment: &'static str, class: &'static str, label: &'static str) -> Html {
    let href = ["#", fragment].concat();
    html! { <a {href} {class} onclick={on_click(send, Message::LinkFollowed(fragment))}>{ label }</a> }
}

/// What stands in a field that is taken over once it is left: what is being typed there, or what is kept.
pub(super) fn field_value(state: &State, id: &str, kept: &str) -> String {
    match &state.typing {
        Some((field, text)) if field == id => text.clone(),
        _ => kept.to_owned(),
    }
}

/// What is being typed into such a field. A screen that is drawn again meanwhile would otherwise put back what is kept.
pub(super) fn on_typing(send: &Send) -> Callback<InputEvent> {
    let send = send.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(field) = field_of(&event) {
            send.emit(Message::Typing(field.id(), field.value()));
        }
    })
}

/// What was typed, as a message, once the field is left.
pub(super) fn on_typed(send: &Send, message: impl Fn(String) -> Message + 'static) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        if let Some(field) = field_of(&event) {
            send.emit(message(field.value()));
            send.emit(Message::FieldLeft);
        }
    })
}

/// Such a field was left, whether or not something else stands in it now. It is not where another window came to the
/// front: then not every browser says what was typed, and one types on later.
pub(super) fn on_left(send: &Send) -> Callback<FocusEvent> {
    let send = send.clone();
    Callback::from(move |event: FocusEvent| {
        let stays = field_of(&event).is_some_and(|field| field.matches(":focus").unwrap_or_default());
        if !stays {
            send.emit(Message::FieldLeft);
        }
    })
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

/// A box to tick; the whole row is its label.
pub(super) fn tick(id: &'static str, checked: bool, label: &'static str, onchange: Callback<Event>) -> Html {
    html! {
        <div class="choice">
            <input class="choice__input" type="checkbox" {id} {checked} {onchange} />
            <label class="choice__label" for={id}>{ label }</label>
        </div>
    }
}
