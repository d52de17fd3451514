//! Adds steps to a plan and edits their fields.

use super::super::effect::Effect;
use super::super::field::{StepField, TextField};
use super::shown::Shown;
use super::state::{News, State};
use crate::domain::day::{Date, Day};
use crate::domain::name::{Cleaned, clean_line};
use crate::domain::plan::{MOST_PLANNED, PlannedStep};
use crate::domain::topic::Topic;

/// Appends a step to the plan and focuses its owner, the next field to fill in.
pub(super) fn add(state: &mut State, shown: &mut Shown, topic: Option<Topic>, what: &str) -> Option<Effect> {
    let what = clean_line(what);
    let is_same = |step: &&PlannedStep| topic.is_some() && step.topic == topic && step.what == what.text;
    if let Some(step) = shown.plan().steps.iter().find(is_same) {
        // Another tab has taken it up since it was offered here.
        return Some(Effect::Focus(TextField::Step(step.id, StepField::Owner).id()));
    }
    if shown.plan().steps.len() >= MOST_PLANNED || shown.of.is_none() {
        return None;
    }
    let step = PlannedStep {
        topic,
        what: what.text,
        ..PlannedStep::default()
    };
    shown.change(|plan| plan.steps.push(step));
    // It has an id once it is kept.
    let id = shown.plan().steps.last().map(|step| step.id)?;
    state.news = Some(if what.shortened {
        News::Shortened(id, StepField::What)
    } else {
        News::Added(id)
    });
    Some(Effect::Focus(TextField::Step(id, StepField::Owner).id()))
}

pub(super) fn own_step_added(state: &mut State, shown: &mut Shown) -> Option<Effect> {
    let what = std::mem::take(&mut state.own_step);
    if clean_line(&what).text.is_empty() {
        state.news = Some(News::NoWords);
        return Some(Effect::Focus(TextField::OwnStep.id()));
    }
    add(state, shown, None, &what)
}

/// Sets a field of a step. An invalid text leaves the step unchanged.
pub(super) fn written(state: &mut State, shown: &mut Shown, id: u32, field: StepField, text: &str) {
    // Another tab may have removed it meanwhile.
    if shown.plan().position(id).is_none() {
        return;
    }
    state.news = match field {
        StepField::What => line_written(shown, id, field, text, |step| &mut step.what),
        StepField::Owner => line_written(shown, id, field, text, |step| &mut step.owner),
        StepField::Sign => line_written(shown, id, field, text, |step| &mut step.sign),
        StepField::Due => match parse_date(text) {
            Ok(due) => {
                shown.change_step(id, |step| step.due = due);
                None
            }
            Err(NotADay) => Some(News::NotADate(id)),
        },
    };
}

fn line_written(
    shown: &mut Shown,
    id: u32,
    field: StepField,
    text: &str,
    place: fn(&mut PlannedStep) -> &mut String,
) -> Option<News> {
    let Cleaned { text, shortened } = clean_line(text);
    if field == StepField::What && text.is_empty() {
        return Some(News::Emptied(id));
    }
    shown.change_step(id, |step| *place(step) = text);
    shortened.then_some(News::Shortened(id, field))
}

/// An invalid date.
struct NotADay;

/// Parses the value of a date field: `2026-11-22`, or empty for none.
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
