//! A checkbox.

use yew::prelude::*;

use super::choice::{Choice, choice};
use super::events::on_tick;

/// A checkbox; the whole row is its label.
pub(crate) struct Checkbox {
    /// Its id.
    pub(crate) id: String,
    /// Its words.
    pub(crate) label: Html,
    /// A smaller second line; empty if there is none.
    pub(crate) hint: &'static str,
    /// Whether it is ticked.
    pub(crate) checked: bool,
}

/// Draws a checkbox. `message` makes the message from its new state.
pub(crate) fn checkbox<M: 'static>(
    send: &Callback<M>,
    checkbox: Checkbox,
    message: impl Fn(bool) -> M + 'static,
) -> Html {
    choice(Choice {
        kind: "checkbox",
        id: checkbox.id,
        name: None,
        value: None,
        label: checkbox.label,
        hint: checkbox.hint,
        checked: checkbox.checked,
        onchange: on_tick(send, message),
    })
}
