//! What is wrong with a form: the summary above it.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::Message;
use crate::content::{Texts, keys};
use crate::views::parts::on_click;

/// One thing that is wrong.
pub(super) struct Wrong {
    /// Id of the element on which it can be put right.
    pub(super) target: String,
    /// What is wrong, and what to do.
    pub(super) words: String,
    /// That its link was followed.
    pub(super) follow: Message,
}

/// Draws the summary; nothing without an error. It is named by its title and by each link, not by the list of them: a
/// list has no text of its own, and then Orca says the title once for the label and again for the name.
pub(super) fn problems(texts: Texts, wrong: Vec<Wrong>, send: &Dispatch) -> Html {
    if wrong.is_empty() {
        return html! {};
    }
    let id = |position: usize| ["phc-problem-", &position.to_string()].concat();
    let mut name = String::from("phc-problem-title");
    for position in 0..wrong.len() {
        name.extend([" ", &id(position)]);
    }
    html! {
        <div class="problem" id="phc-problem" tabindex="-1" role="group" aria-labelledby={name}>
            <h2 class="problem__title" id="phc-problem-title">{ texts.get(keys::start::PROBLEM) }</h2>
            <ul class="problem__list">{ for wrong.into_iter().enumerate().map(|(position, one)| html! {
                <li><a id={id(position)} href={["#", &one.target].concat()} onclick={on_click(send, one.follow)}>{ one.words }</a></li>
            }) }</ul>
        </div>
    }
}
