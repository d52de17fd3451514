//! Small pieces that several of these screens use.

use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use super::{Files, Send, Source};
use crate::app::together::Message;
pub(super) use crate::views::parts::button;
use crate::views::parts::on_click;

/// A link to another screen. It is a real link, so that it can be opened in a new tab.
pub(super) fn link(send: &Send, fragment: &'static str, class: &'static str, label: &'static str) -> Html {
    let href = ["#", fragment].concat();
    html! { <a {href} {class} onclick={on_click(send, Message::LinkFollowed(fragment))}>{ label }</a> }
}

/// What was typed, as a message, once the field is left.
pub(super) fn on_typed(send: &Send, message: impl Fn(String) -> Message + 'static) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(message(input.value()));
        }
    })
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
