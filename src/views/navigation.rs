//! The navigation in the header.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::on_click;
use crate::app::{Message, State};
use crate::content::keys;
use crate::present::navigation::{Way, navigation as present};

/// Draws it; nothing where somebody only answers.
pub(super) fn navigation(state: &State, send: &Dispatch) -> Html {
    let Some(ways) = present(state) else {
        return html! {};
    };
    html! {
        <nav class="nav" aria-label={state.texts.get(keys::navigation::NAME)}>
            <ul class="nav__ways">{ for ways.into_iter().map(|way| html! { <li>{ self::way(way, send) }</li> }) }</ul>
        </nav>
    }
}

fn way(way: Way, send: &Dispatch) -> Html {
    let href = ["#", way.fragment].concat();
    html! {
        <a Class="nav__way" {href} aria-current={way.current.then_some("page")}
            onclick={on_click(send, Message::LinkFollowed(way.fragment))}>{ way.label }</a>
    }
}
