//! Steps are moved, removed and put back.

use super::super::effect::Effect;
use super::super::field::{StepField, TextField, step_id};
use super::shown::Shown;
use super::state::{News, Removed, State, UNDO};
use crate::domain::plan::MOST_PLANNED;

/// Moves a step by one place. The focus stays on the same button of the same step; at an end of the list, where there
/// is no such button, it moves to the other one.
pub(super) fn moved(state: &mut State, shown: &mut Shown, step: u32, up: bool) -> Option<Effect> {
    let plan = shown.plan();
    let count = plan.steps.len();
    let at = plan.position(step)?;
    let to = if up { at.checked_sub(1) } else { at.checked_add(1) };
    let to = to.filter(|to| *to < count)?;
    shown.change(|plan| plan.steps.swap(at, to));
    state.news = Some(News::Moved(step));
    let can_go_on = if up { to > 0 } else { to + 1 < count };
    let goes_up = if can_go_on { up } else { !up };
    Some(Effect::Focus(step_id(step, if goes_up { "up" } else { "down" })))
}

/// Removes a step. The focus moves to the button in its place that puts it back.
pub(super) fn removed(state: &mut State, shown: &mut Shown, step: u32) -> Option<Effect> {
    let mut rest = shown.plan();
    let at = rest.position(step)?;
    let step = rest.steps.remove(at);
    shown.change(|plan| *plan = rest);
    state.removed = Some(Removed { at, step });
    state.news = Some(News::Removed);
    Some(Effect::Focus(UNDO.to_owned()))
}

pub(super) fn put_back(state: &mut State, shown: &mut Shown) -> Option<Effect> {
    let count = shown.plan().steps.len();
    let Removed { at, step } = state.removed.take_if(|_| count < MOST_PLANNED)?;
    let at = at.min(count);
    let id = step.id;
    shown.change(|plan| plan.steps.insert(at, step));
    state.news = Some(News::PutBack);
    Some(Effect::Focus(TextField::Step(id, StepField::What).id()))
}
