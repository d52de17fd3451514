//! A read-only plan: on paper, as a page torn from a notebook, and for the reader of a link.

use yew::prelude::*;

use crate::content::{Texts, keys};
use crate::domain::plan::Plan;
use crate::formats::link::LinkError;
use crate::present::chair::plan::{Line, lines};

/// Draws the steps. A missing field is a blank line, to be filled in by hand on paper.
pub(crate) fn sheet(texts: Texts, plan: &Plan) -> Html {
    html! { <ol class="sheet">{ for lines(texts, plan).into_iter().map(|line| step(texts, line)) }</ol> }
}

/// The plan of a link, or a sentence if it could not be read; nothing if the link has none.
pub(crate) fn came_with(texts: Texts, plan: Option<&Result<Plan, LinkError>>) -> Html {
    match plan {
        Some(Ok(plan)) => read_only(texts, plan),
        Some(Err(_)) => html! { <p>{ texts.get(keys::plan::UNREAD) }</p> },
        None => html! {},
    }
}

/// Draws a read-only plan, with a heading.
fn read_only(texts: Texts, plan: &Plan) -> Html {
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::SHEET) }</h2>
            { sheet(texts, plan) }
        </section>
    }
}

fn step(texts: Texts, line: Line) -> Html {
    html! {
        <li class="sheet__step">
            <p class="sheet__what"><bdi>{ line.what }</bdi></p>
            <dl class="sheet__facts">
                { for line.facts.into_iter().map(|(name, words)| fact(texts, name, words)) }
            </dl>
            <p class={if line.done { "sheet__done sheet__done--ticked" } else { "sheet__done" }}>
                { texts.get(if line.done { keys::plan::DONE } else { keys::plan::NOT_DONE }) }
            </p>
        </li>
    }
}

fn fact(texts: Texts, name: &'static str, words: String) -> Html {
    html! {
        <div class="sheet__fact">
            <dt>{ name }</dt>
            if words.is_empty() {
                <dd class="sheet__blank">{ texts.get(keys::plan::SHEET_NONE) }</dd>
            } else {
                <dd><bdi>{ words }</bdi></dd>
            }
        </div>
    }
}
