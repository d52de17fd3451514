//! The plan: who does what by when, of one's own check or of a comparison.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::{sheet, steps};
use crate::app::chair::plan::Message as PlanMessage;
use crate::app::chair::{Message, State};
use crate::app::screen::Place;
use crate::app::status::Status;
use crate::app::store::Kept;
use crate::content::{Key, keys};
use crate::domain::plan::Plan;
use crate::present::chair::plan::{head, of_name, on_paper, preview};
use crate::present::chair::spoken;
use crate::present::date::date;
use crate::views::parts::{
    Checkbox, button, checkbox, disclosure, link, link_field, outcome, terms, title, words,
};
use crate::views::qr::qr;

/// Some mail programs cut links that are longer than this.
const LONG: usize = 2_000;

/// Draws the screen.
pub(super) fn plan(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    if state.plan_of().is_none() {
        return nothing(state, send);
    }
    let plan = state.plan_shown();
    let head = head(texts, &plan, state.context.today);
    let name = of_name(state);
    html! {
        <div class="plan">
            { title(texts, head.title) }
            if !name.is_empty() {
                <p class="plan__of"><bdi>{ name }</bdi></p>
            }
            if !head.lead.is_empty() {
                <p class="lead plan__lead">{ head.lead }</p>
            }
            <div class="plan__paper">
                <p>{ date(texts, state.context.today) }</p>
                { sheet::sheet(texts, &on_paper(state, plan.clone())) }
                <p class="source">{ texts.get(source(state)) }</p>
            </div>
            <div class="plan__screen">
                { steps::steps(state, send, &plan) }
                { steps::more(state, send, &plan) }
                if !plan.steps.is_empty() {
                    { hand_on(state, send, &plan) }
                    { share(state, send, &plan) }
                }
            </div>
        </div>
    }
}

/// The screen without a check or a comparison.
fn nothing(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let compares = state
        .comparison()
        .is_some_and(|(_, of)| of.organisation_numbers().len() > 1);
    let (why, fragment, label) = match state.context.place {
        Place::Plan if compares => (
            keys::plan::NO_CHECK_YET,
            "compare-plan",
            keys::plan::TO_COMPARISON,
        ),
        Place::Plan => (keys::plan::NO_CHECK, "start", keys::plan::TO_START),
        _ => (keys::plan::NO_COMPARISON, "compare", keys::compare::TITLE),
    };
    html! {
        <>
            { title(texts, texts.get(keys::plan::TITLE)) }
            <p class="lead">{ texts.get(why) }</p>
            <p class="acts">{ link(send, Message::LinkFollowed, fragment, "button", texts.get(label)) }</p>
        </>
    }
}

/// What the plan follows from.
const fn source(state: &State) -> Key {
    match state.context.place {
        Place::Plan => keys::picture::SOURCE,
        _ => keys::picture::SOURCE_MANY,
    }
}

/// The plan on paper and in files.
fn hand_on(state: &State, send: &Dispatch, plan: &Plan) -> Html {
    let texts = state.context.texts;
    let has_dates = plan.steps.iter().any(|step| step.due.is_some() && !step.done);
    let quiet = |message, label| {
        let message = Message::Plan(message);
        button(send, message, "button button--quiet", texts.get(label))
    };
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::HAND_ON) }</h2>
            <div class="acts">
                { button(send, Message::PrintPressed, "button", texts.get(keys::plan::PRINT)) }
                if has_dates {
                    { quiet(PlanMessage::CalendarPressed, keys::plan::CALENDAR) }
                }
                { quiet(PlanMessage::TablePressed, keys::plan::TABLE) }
            </div>
            <p class="hint">{ texts.get(if has_dates { keys::plan::CALENDAR_HINT } else { keys::plan::CALENDAR_NONE }) }</p>
            if state.store.kept() == Kept::Saved {
                <p class="hint">{ texts.get(keys::plan::KEPT) }</p>
            }
        </section>
    }
}

/// One link with the answers and the plan: only if ticked, and with a list of everything that it contains.
fn share(state: &State, send: &Dispatch, plan: &Plan) -> Html {
    let texts = state.context.texts;
    let in_link = Checkbox {
        id: "plan-in-link".to_owned(),
        label: words(texts.get(keys::plan::IN_LINK)),
        hint: "",
        checked: state.plan.in_link,
    };
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::SHARE) }</h2>
            <p>{ texts.get(keys::plan::SHARE_LEAD) }</p>
            { checkbox(send, in_link, |on| Message::Plan(PlanMessage::LinkChosen(on))) }
            if let Some(address) = state.plan_link() {
                { preview_of(state, plan) }
                { copy(state, send, address) }
            }
        </section>
    }
}

fn preview_of(state: &State, plan: &Plan) -> Html {
    let texts = state.context.texts;
    html! {
        <>
            <h3 class="plan__preview">{ texts.get(keys::plan::PREVIEW) }</h3>
            { terms(preview(state, plan)) }
            { sheet::sheet(texts, plan) }
        </>
    }
}

fn copy(state: &State, send: &Dispatch, address: String) -> Html {
    let texts = state.context.texts;
    let length = address.len();
    let is_refused = state.status == Status::NotCopied;
    html! {
        <>
            if length > LONG {
                <p>{ texts.fill(keys::plan::LONG, &[("n", &length.to_string())]) }</p>
            }
            <div class="acts">
                { button(send, Message::Plan(PlanMessage::CopyPressed), "button", texts.get(keys::plan::COPY)) }
                <a Class="button button--quiet" href={address.clone()} target="_blank" rel="noopener noreferrer">
                    { texts.get(keys::share::OPEN) }
                </a>
            </div>
            { outcome(spoken::status(state)) }
            { disclosure(texts.get(keys::qr::SHOW), qr(texts, address.as_str())) }
            if is_refused {
                { link_field("phc-link", texts.get(keys::plan::FIELD), address) }
            }
        </>
    }
}
