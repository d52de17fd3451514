//! Steps come in, and their fields are written.

use super::super::effect::Effect;
use super::super::field::{StepField, TextField};
use super::super::state::State as Chair;
use super::{News, belongs_to, change, change_step, plan};
use crate::domain::day::{Date, Day};
use crate::domain::name::{Cleaned, clean_line};
use crate::domain::plan::{MOST_PLANNED, PlannedStep};
use crate::domain::topic::Topic;

/// Puts a step at the end of the plan. The keyboard goes to its owner: that is what it needs next.
pub(super) fn add(state: &mut Chair, topic: Option<Topic>, what: &str, effects: &mut Vec<Effect>) {
    let what = clean_line(what);
    let is_same = |step: &&PlannedStep| topic.is_some() && step.topic == topic && step.what == what.text;
    if let Some(step) = plan(state).steps.iter().find(is_same) {
        // Another tab has taken it up since it was offered here.
        effects.push(Effect::Focus(TextField::Step(step.id, StepField::Owner).id()));
        return;
    }
    if plan(state).steps.len() >= MOST_PLANNED || belongs_to(state).is_none() {
        return;
    }
    let step = PlannedStep {
        topic,
        what: what.text,
        ..PlannedStep::default()
    };
    change(state, |plan| plan.steps.push(step));
    // It has an id once it is kept.
    let Some(id) = plan(state).steps.last().map(|step| step.id) else {
        return;
    };
    state.plan.news = Some(if what.shortened {
        News::Shortened(id, StepField::What)
    } else {
        News::Added(id)
    });
    effects.push(Effect::Focus(TextField::Step(id, StepField::Owner).id()));
}

pub(super) fn own_step_added(state: &mut Chair, effects: &mut Vec<Effect>) {
    let what = std::mem::take(&mut state.plan.own_step);
    if clean_line(&what).text.is_empty() {
        state.plan.news = Some(News::NoWords);
        effects.push(Effect::Focus(TextField::OwnStep.id()));
        return;
    }
    add(state, None, &what, effects);
}

/// A field of a step has this text now. What cannot be kept leaves the step as it is.
pub(super) fn written(state: &mut Chair, id: u32, field: StepField, text: &str) {
    // Another tab may have removed it meanwhile.
    if plan(state).position(id).is_none() {
        return;
    }
    state.plan.news = match field {
        StepField::What => line_written(state, id, field, text, |step| &mut step.what),
        StepField::Owner => line_written(state, id, field, text, |step| &mut step.owner),
        StepField::Sign => line_written(state, id, field, text, |step| &mut step.sign),
        StepField::Due => match parse_date(text) {
            Ok(due) => {
                change_step(state, id, |step| step.due = due);
                None
            }
            Err(NotADay) => Some(News::NotADate(id)),
        },
    };
}

fn line_written(
    state: &mut Chair,
    id: u32,
    field: StepField,
    text: &str,
    place: fn(&mut PlannedStep) -> &mut String,
) -> Option<News> {
    let Cleaned { text, shortened } = clean_line(text);
    if field == StepField::What && text.is_empty() {
        return Some(News::Emptied(id));
    }
    change_step(state, id, |step| *place(step) = text);
    shortened.then_some(News::Shortened(id, field))
}

/// A date that is no day that can be kept.
struct NotADay;

/// A date as a date field gives it: `2026-11-22`, or nothing where there is none.
fn parse_date(text: &str) -> Result<Option<Day>, NotADay> {
    if text.is_empty() {
        return Ok(None);
    }
    let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] else {
        return Err(NotADay);
    };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(NotADay);
    };
    Day::from_date(Date { year, month, day }).map(Some).ok_or(NotADay)
}
