//! The plan: who does what by when, of one's own check or of a comparison.

use yew::prelude::*;

use super::parts::{button, link};
use super::{Send, sheet, steps};
use crate::app::screen::Place;
use crate::app::together::{Message, State, planning};
use crate::content::keys;
use crate::present::together::plan::{head, of_name};
use crate::views::parts::title;

/// Draws the screen.
pub(super) fn plan(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    if planning::belongs_to(state).is_none() {
        return nothing(state, send);
    }
    let plan = planning::plan(state);
    let head = head(texts, &plan, state.context.today);
    let name = of_name(state);
    html! {
        <div class="plan">
            { title(head.title) }
            if !name.is_empty() {
                <p class="plan__of"><bdi>{ name }</bdi></p>
            }
            if !head.lead.is_empty() {
                <p class="lead plan__lead">{ head.lead }</p>
            }
            <div class="plan__paper">{ sheet::sheet(texts, &plan) }</div>
            <div class="plan__screen">
                { steps::steps(state, send, &plan) }
                { steps::more(state, send, &plan) }
                if !plan.steps.is_empty() {
                    { hand_on(state, send) }
                }
                <p class="plan__back">{ back(state, send) }</p>
            </div>
        </div>
    }
}

/// Without a check or a comparison there is nothing to plan.
fn nothing(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let (words, fragment, label) = match state.context.place {
        Place::Plan => (keys::plan::NO_CHECK, "start", keys::plan::TO_START),
        _ => (keys::plan::NO_COMPARISON, "compare", keys::compare::TITLE),
    };
    html! {
        <>
            { title(texts.get(keys::plan::TITLE)) }
            <p class="lead">{ texts.get(words) }</p>
            <p class="acts">{ link(send, fragment, "button", texts.get(label)) }</p>
        </>
    }
}

fn back(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    match state.context.place {
        Place::Plan => link(send, "result", "", texts.get(keys::plan::BACK_RESULT)),
        _ => link(send, "compare", "", texts.get(keys::plan::BACK_COMPARE)),
    }
}

/// The plan on paper and in files.
fn hand_on(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::HAND_ON) }</h2>
            <div class="acts">
                { button(send, Message::PrintPressed, "button", texts.get(keys::plan::PRINT)) }
            </div>
            <p class="hint">{ texts.get(keys::plan::KEPT) }</p>
        </section>
    }
}
