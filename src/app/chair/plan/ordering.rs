//! Steps are moved, removed and put back.

use super::super::effect::Effect;
use super::super::field::{StepField, TextField, step_id};
use super::super::state::State as Chair;
use super::{News, Removed, UNDO, change, plan};
use crate::domain::plan::MOST_PLANNED;

/// Moves a step by one place. The keyboard stays on the same button of the same step; at an end of the list,
/// where there is no such button, on the other one.
pub(super) fn moved(state: &mut Chair, step: u32, up: bool, effects: &mut Vec<Effect>) {
    let plan = plan(state);
    let count = plan.steps.len();
    let Some(at) = plan.position(step) else { return };
    let to = if up { at.checked_sub(1) } else { at.checked_add(1) };
    let Some(to) = to.filter(|to| *to < count) else {
        return;
    };
    change(state, |plan| plan.steps.swap(at, to));
    state.plan.news = Some(News::Moved(step));
    let can_go_on = if up { to > 0 } else { to + 1 < count };
    let goes_up = if can_go_on { up } else { !up };
    effects.push(Effect::Focus(step_id(step, if goes_up { "up" } else { "down" })));
}

/// Takes a step out. The keyboard goes to the button that puts it back, which stands in its place.
pub(super) fn removed(state: &mut Chair, step: u32, effects: &mut Vec<Effect>) {
    let mut rest = plan(state);
    let Some(at) = rest.position(step) else { return };
    let step = rest.steps.remove(at);
    change(state, |plan| *plan = rest);
    state.plan.removed = Some(Removed { at, step });
    state.plan.news = Some(News::Removed);
    effects.push(Effect::Focus(UNDO.to_owned()));
}

pub(super) fn put_back(state: &mut Chair, effects: &mut Vec<Effect>) {
    let count = plan(state).steps.len();
    let Some(Removed { at, step }) = state.plan.removed.take_if(|_| count < MOST_PLANNED) else {
        return;
    };
    let at = at.min(count);
    let id = step.id;
    change(state, |plan| plan.steps.insert(at, step));
    state.plan.news = Some(News::PutBack);
    effects.push(Effect::Focus(TextField::Step(id, StepField::What).id()));
}
