//! The plan: steps are taken up, written, given an owner and a date, moved, ticked off, removed and put back.
//!
//! Nothing is kept before the first step.

mod handing;
mod ordering;
mod state;
mod writing;

pub use handing::link;
pub use state::{Message, News, Removed, State, UNDO};

use super::effect::Effect;
use super::state::State as Chair;
use crate::app::screen::Place;
use crate::domain::folder::Item;
use crate::domain::plan::{Plan, PlannedStep};

/// Id of what the plan on screen belongs to: the finished own check, or the comparison, that is open.
pub fn belongs_to(state: &Chair) -> Option<u32> {
    match state.context.place {
        Place::Plan => state
            .own()
            .filter(|check| check.finished.value.is_some())
            .map(|check| check.id),
        Place::ComparisonPlan | Place::Meeting => state.comparison().map(|(id, _)| id),
        _ => None,
    }
}

/// The plan on screen; empty while nothing was taken up.
pub fn plan(state: &Chair) -> Plan {
    belongs_to(state)
        .and_then(|of| state.folder.plan(of))
        .map(|(_, plan)| plan.clone())
        .unwrap_or_default()
}

/// Takes in what happened.
pub(super) fn update(state: &mut Chair, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::Taken { topic, what } => writing::add(state, Some(topic), &what, effects),
        Message::OwnStepWritten(text) => state.plan.own_step = text,
        Message::OwnStepAdded => writing::own_step_added(state, effects),
        Message::Written(id, field, text) => writing::written(state, id, field, &text),
        Message::DoneChosen(id, done) => change_step(state, id, |step| step.done = done),
        Message::Moved(id, up) => ordering::moved(state, id, up, effects),
        Message::Removed(id) => ordering::removed(state, id, effects),
        Message::PutBackPressed => ordering::put_back(state, effects),
        Message::LinkChosen(chosen) => state.plan.in_link = chosen,
        Message::CopyPressed => effects.extend(link(state).map(Effect::Copy)),
        Message::CalendarPressed => effects.extend(handing::calendar(state).map(Effect::Download)),
        Message::TablePressed => effects.push(Effect::Download(handing::table(state))),
    }
}

/// Changes the plan on screen and keeps it if it is another now.
fn change(state: &mut Chair, change: impl FnOnce(&mut Plan)) {
    let Some(of) = belongs_to(state) else { return };
    let before = plan(state);
    let mut after = before.clone();
    change(&mut after);
    if after == before {
        return;
    }
    let id = match state.folder.plan(of) {
        Some((id, _)) => id,
        None => state.new_id(),
    };
    let item = if after.steps.is_empty() {
        Item::Removed
    } else {
        Item::Plan { of, plan: after }
    };
    state.put(id, item);
}

fn change_step(state: &mut Chair, id: u32, with: impl FnOnce(&mut PlannedStep)) {
    change(state, |plan| {
        if let Some(step) = plan.steps.iter_mut().find(|step| step.id == id) {
            with(step);
        }
    });
}
