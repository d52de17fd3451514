//! Links to screens of ours, and to the reader's mail program.

use yew::prelude::*;

use super::events::{on_click, on_click_if};

/// A link to the screen with this fragment. It is a real link, so that it can be opened in a new tab; `followed` makes
/// the message for a click.
pub(crate) fn link<M: Clone + 'static>(
    send: &Callback<M>,
    followed: impl Fn(&'static str) -> M,
    fragment: &'static str,
    class: &'static str,
    label: &'static str,
) -> Html {
    let href = ["#", fragment].concat();
    let class = (!class.is_empty()).then_some(class);
    html! { <a {href} Class={class} onclick={on_click(send, followed(fragment))}>{ label }</a> }
}

/// Draws a link that opens the reader's mail program. That it was followed is said, because a browser that has no such
/// program says nothing.
pub(crate) fn mail_link<M: Clone + 'static>(
    send: &Callback<M>,
    followed: M,
    class: &'static str,
    href: String,
    label: &'static str,
) -> Html {
    let onclick = on_click_if(send, move || Some(followed.clone()));
    html! { <a Class={class} {href} {onclick}>{ label }</a> }
}
