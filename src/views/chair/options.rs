//! The controls of the builder's options.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::Message;
use crate::app::chair::builder::{Change, Message as Builder};
use crate::views::parts::{Group, Radio, radio_group};

/// The message for a changed option.
pub(super) fn changed(change: Change) -> Message {
    Message::Builder(Builder::Changed(change))
}

/// One choice of a group.
pub(super) fn option(value: &'static str, label: Html, checked: bool, change: Change) -> Radio<Message> {
    Radio {
        value,
        label,
        hint: "",
        checked,
        message: changed(change),
    }
}

/// A group of choices.
pub(super) fn group(
    send: &Dispatch,
    name: &'static str,
    legend: &'static str,
    mut radios: impl Iterator<Item = Radio<Message>>,
) -> Html {
    let group = Group {
        name,
        legend,
        ..Group::default()
    };
    radio_group(send, group, &mut radios)
}
