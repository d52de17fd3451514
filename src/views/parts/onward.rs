//! What now: the ways on at the end of a screen.

use yew::prelude::*;

use super::link::link;
use crate::content::{Texts, keys};
use crate::present::onward::Ways;

/// Draws the ways; nothing without one. `followed` makes the message for a click.
pub(crate) fn onward<M: Clone + 'static>(
    texts: Texts,
    send: &Callback<M>,
    followed: impl Fn(&'static str) -> M,
    ways: Ways,
) -> Html {
    if ways.is_empty() {
        return html! {};
    }
    let title = texts.get(keys::onward::TITLE);
    html! {
        <nav class="onward" aria-label={title}>
            <h2 class="heading">{ title }</h2>
            { onward_list(texts, send, followed, ways) }
        </nav>
    }
}

/// The ways alone.
pub(crate) fn onward_list<M: Clone + 'static>(
    texts: Texts,
    send: &Callback<M>,
    followed: impl Fn(&'static str) -> M,
    ways: Ways,
) -> Html {
    html! {
        <ul class="onward__ways">{ for ways.iter().map(|(fragment, label)| html! {
            <li>{ link(send, &followed, fragment, "link", texts.get(*label)) }</li>
        }) }</ul>
    }
}
