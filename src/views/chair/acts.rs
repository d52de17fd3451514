//! A button of the comparison.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::Message;
use crate::app::chair::compare::Message as Act;
use crate::views::parts::button;

/// A button that sends a message to `app::chair::compare`.
pub(super) fn act(send: &Dispatch, message: Act, class: &'static str, label: &'static str) -> Html {
    button(send, Message::Compare(message), class, label)
}
