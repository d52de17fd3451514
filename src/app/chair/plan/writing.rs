//! Steps come in, and their fields are written.

use super::super::effect::Effect;
use super::super::state::State as Chair;
use super::{DRAFT, Field, News, Typing, belongs_to, change, change_step, plan};
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
        effects.push(Effect::Focus(Field::Owner.id(step.id)));
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
        News::Shortened(id, Field::What)
    } else {
        News::Added(id)
    });
    effects.push(Effect::Focus(Field::Owner.id(id)));
}

pub(super) fn draft_added(state: &mut Chair, effects: &mut Vec<Effect>) {
    let draft = std::mem::take(&mut state.plan.draft);
    if clean_line(&draft).text.is_empty() {
        state.plan.news = Some(News::NoWords);
        effects.push(Effect::Focus(DRAFT.to_owned()));
        return;
    }
    add(state, None, &draft, effects);
}

/// A date is whole at once, so it is kept at once; words are kept when their field is left.
pub(super) fn typed(state: &mut Chair, typing: Typing) {
    state.plan.news = None;
    let due = parse_date(&typing.text);
    match (typing.field, due) {
        (Field::Due, Ok(due)) => {
            change_step(state, typing.step, |step| step.due = due);
            state.plan.typing = None;
        }
        // A year that is being typed is a year long ago at first: it stays in the field as it is.
        _ => state.plan.typing = Some(typing),
    }
}

pub(super) fn written(
    state: &mut Chair,
    Typing {
        step: id,
        field,
        text,
    }: Typing,
) {
    state.plan.typing = None;
    let Cleaned { text, shortened } = clean_line(&text);
    match field {
        Field::What if text.is_empty() => {
            state.plan.news = Some(News::Emptied(id));
            return;
        }
        Field::What => change_step(state, id, |step| step.what = text),
        Field::Owner => change_step(state, id, |step| step.owner = text),
        Field::Sign => change_step(state, id, |step| step.sign = text),
        Field::Due => return,
    }
    if shortened {
        state.plan.news = Some(News::Shortened(id, field));
    }
}

pub(super) fn due_left(state: &mut Chair, step: u32) {
    let unread = |typing: &Typing| typing.field == Field::Due && typing.step == step;
    if state.plan.typing.take_if(|typing| unread(typing)).is_some() {
        state.plan.news = Some(News::NotADate(step));
    }
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
