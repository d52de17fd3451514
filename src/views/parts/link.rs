//! Links to screens of ours.

use yew::prelude::*;

use super::events::on_click;

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
