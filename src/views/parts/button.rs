//! A button.

use yew::prelude::*;

use super::events::on_click;

/// A button that sends a message. `class` is one of `button`, `button button--quiet`, `textual`.
pub(crate) fn button<M: Clone + 'static>(
    send: &Callback<M>,
    message: M,
    class: &'static str,
    label: &'static str,
) -> Html {
    html! { <button type="button" Class={class} onclick={on_click(send, message)}>{ label }</button> }
}

/// A button of a list, whose words alone do not say which entry it is for: `name` is its whole accessible name, and it
/// is focused by its `id`.
pub(crate) fn button_of<M: Clone + 'static>(
    send: &Callback<M>,
    message: M,
    label: &'static str,
    name: Option<String>,
    id: Option<String>,
) -> Html {
    html! {
        <button type="button" Class="textual" {id} aria-label={name} onclick={on_click(send, message)}>{ label }</button>
    }
}
