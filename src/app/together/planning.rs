//! The plan: steps are taken up, written, given an owner and a date, moved, ticked off, removed and put back.
//!
//! A field is kept when it is left, not at each key; what is being typed is state of its own until then, so
//! that the screen can be drawn anew in the middle of a word. Nothing is kept before the first step.

use super::effect::Effect;
use super::state::{State as Together, Status};
use crate::app::screen::Place;
use crate::domain::day::{Date, Day};
use crate::domain::folder::Item;
use crate::domain::name::{Cleaned, clean_line};
use crate::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use crate::domain::topic::Topic;
use crate::formats::link;

/// Id of the field in which a step of one's own is written.
pub const DRAFT: &str = "step-own";
/// Id of the button that puts a removed step back.
pub const UNDO: &str = "step-undo";

/// A field of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What will be done.
    What,
    /// Who sees to it.
    Owner,
    /// By when: a date as `2026-11-22`, as a date field gives it.
    Due,
    /// How the partners will know that it worked.
    Sign,
}

impl Field {
    /// The end of its id.
    const fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Sign => "sign",
        }
    }

    /// Its id on the screen, for the step at a position counted from 0.
    pub fn id(self, at: usize) -> String {
        id(at, self.name())
    }
}

/// Id of something that belongs to the step at a position counted from 0.
pub fn id(at: usize, name: &str) -> String {
    ["step-", &(at + 1).to_string(), "-", name].concat()
}

/// What is being typed, as it stands in its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Position of the step.
    pub at: usize,
    /// The field.
    pub field: Field,
    /// The text.
    pub text: String,
}

/// A step that was removed and can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Where it stood.
    pub at: usize,
    /// The step.
    pub step: PlannedStep,
}

/// What the person is told about the last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A step came in at this position.
    Added(usize),
    /// A step moved to this position.
    Moved(usize),
    /// A step was removed.
    Removed,
    /// It was put back.
    PutBack,
    /// A text was too long; its end was left out.
    Shortened(usize, Field),
    /// A step has to say what will be done; the old words stay.
    Emptied(usize),
    /// The step of one's own has no words yet.
    NoWords,
    /// The date cannot be kept.
    NotADate(usize),
}

/// What this screen knows beside the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What is being typed.
    pub typing: Option<Typing>,
    /// The step of one's own, while it is written.
    pub draft: String,
    /// The step removed last.
    pub removed: Option<Removed>,
    /// What the person is told.
    pub news: Option<News>,
    /// Whether the plan goes into the link.
    pub in_link: bool,
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// "Take this step" was pressed on a suggestion.
    Taken {
        /// What it is about.
        topic: Topic,
        /// What will be done.
        what: String,
    },
    /// Something was typed into the step of one's own.
    DraftTyped(String),
    /// "Add this step" was pressed.
    DraftAdded,
    /// Something was typed into a field.
    Typed(Typing),
    /// A field was left with this text.
    Written(Typing),
    /// A date field was left.
    DueLeft(usize),
    /// Whether a step has been done.
    DoneChosen(usize, bool),
    /// A step was moved: up, or else down.
    Moved(usize, bool),
    /// A step was removed.
    Removed(usize),
    /// The removed step was wanted back.
    PutBackPressed,
    /// Whether the plan goes into the link.
    LinkChosen(bool),
    /// "Copy link with the plan" was pressed.
    CopyPressed,
}

/// Id of what the plan on screen belongs to: the finished own check, or the comparison, that is open.
pub fn belongs_to(state: &Together) -> Option<u32> {
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
pub fn plan(state: &Together) -> Plan {
    belongs_to(state)
        .and_then(|of| state.folder.plan(of))
        .map(|(_, plan)| plan.clone())
        .unwrap_or_default()
}

/// The address that carries the plan on screen behind the answers that it follows from, without names of
/// partners; `None` unless that was ticked, and where there is nothing to carry.
pub fn link(state: &Together) -> Option<String> {
    let plan = plan(state);
    if !state.planning.in_link || plan.steps.is_empty() {
        return None;
    }
    let [prefix, payload] = match state.context.place {
        Place::Plan => {
            let summary = state.own()?.summary(state.context.today, false, false);
            [link::PREFIX.to_owned(), link::encode(&summary)]
        }
        Place::ComparisonPlan => {
            let (_, comparison) = state.comparison()?;
            [
                link::COMPARISON_PREFIX.to_owned(),
                link::encode_comparison(comparison, false),
            ]
        }
        _ => return None,
    };
    let address = &state.context.address;
    let plan = link::encode_plan(&plan);
    Some([address, "#", &prefix, &payload, link::PLAN_PREFIX, &plan].concat())
}

/// Takes in what happened.
pub(super) fn update(state: &mut Together, message: Message, effects: &mut Vec<Effect>) {
    state.status = Status::Quiet;
    match message {
        Message::Taken { topic, what } => add(state, Some(topic), &what, effects),
        Message::DraftTyped(text) => state.planning.draft = text,
        Message::DraftAdded => draft_added(state, effects),
        Message::Typed(typing) => typed(state, typing),
        Message::Written(typing) => written(state, typing),
        Message::DueLeft(at) => due_left(state, at),
        Message::DoneChosen(at, done) => change_step(state, at, |step| step.done = done),
        Message::Moved(at, up) => moved(state, at, up, effects),
        Message::Removed(at) => removed(state, at, effects),
        Message::PutBackPressed => put_back(state, effects),
        Message::LinkChosen(chosen) => state.planning.in_link = chosen,
        Message::CopyPressed => effects.extend(link(state).map(Effect::Copy)),
    }
}

/// Changes the plan on screen and keeps it if it is another now.
fn change(state: &mut Together, change: impl FnOnce(&mut Plan)) {
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

fn change_step(state: &mut Together, at: usize, with: impl FnOnce(&mut PlannedStep)) {
    change(state, |plan| {
        if let Some(step) = plan.steps.get_mut(at) {
            with(step);
        }
    });
}

/// Puts a step at the end of the plan. The keyboard goes to its owner: that is what it needs next.
fn add(state: &mut Together, topic: Option<Topic>, what: &str, effects: &mut Vec<Effect>) {
    let at = plan(state).steps.len();
    let what = clean_line(what);
    if at >= MOST_PLANNED || belongs_to(state).is_none() {
        return;
    }
    let step = PlannedStep {
        topic,
        what: what.text,
        ..PlannedStep::default()
    };
    change(state, |plan| plan.steps.push(step));
    state.planning.news = Some(if what.shortened {
        News::Shortened(at, Field::What)
    } else {
        News::Added(at)
    });
    effects.push(Effect::Focus(Field::Owner.id(at)));
}

fn draft_added(state: &mut Together, effects: &mut Vec<Effect>) {
    let draft = std::mem::take(&mut state.planning.draft);
    if clean_line(&draft).text.is_empty() {
        state.planning.news = Some(News::NoWords);
        effects.push(Effect::Focus(DRAFT.to_owned()));
        return;
    }
    add(state, None, &draft, effects);
}

/// A date is whole at once, so it is kept at once; words are kept when their field is left.
fn typed(state: &mut Together, typing: Typing) {
    state.planning.news = None;
    let due = parse_date(&typing.text);
    match (typing.field, due) {
        (Field::Due, Ok(due)) => {
            change_step(state, typing.at, |step| step.due = due);
            state.planning.typing = None;
        }
        // A year that is being typed is a year long ago at first: it stays in the field as it is.
        _ => state.planning.typing = Some(typing),
    }
}

fn written(state: &mut Together, Typing { at, field, text }: Typing) {
    state.planning.typing = None;
    let Cleaned { text, shortened } = clean_line(&text);
    match field {
        Field::What if text.is_empty() => {
            state.planning.news = Some(News::Emptied(at));
            return;
        }
        Field::What => change_step(state, at, |step| step.what = text),
        Field::Owner => change_step(state, at, |step| step.owner = text),
        Field::Sign => change_step(state, at, |step| step.sign = text),
        Field::Due => return,
    }
    if shortened {
        state.planning.news = Some(News::Shortened(at, field));
    }
}

fn due_left(state: &mut Together, at: usize) {
    let unread = |typing: &Typing| typing.field == Field::Due && typing.at == at;
    if state.planning.typing.take_if(|typing| unread(typing)).is_some() {
        state.planning.news = Some(News::NotADate(at));
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

/// Moves a step by one place. The keyboard stays on the same button of the same step; at an end of the list,
/// where there is no such button, on the other one.
fn moved(state: &mut Together, at: usize, up: bool, effects: &mut Vec<Effect>) {
    let count = plan(state).steps.len();
    let Some(to) = (if up { at.checked_sub(1) } else { at.checked_add(1) }) else {
        return;
    };
    if at >= count || to >= count {
        return;
    }
    change(state, |plan| plan.steps.swap(at, to));
    state.planning.news = Some(News::Moved(to));
    state.planning.typing = None;
    let can_go_on = if up { to > 0 } else { to + 1 < count };
    let goes_up = if can_go_on { up } else { !up };
    effects.push(Effect::Focus(id(to, if goes_up { "up" } else { "down" })));
}

/// Takes a step out. The keyboard goes to the button that puts it back, which stands in its place.
fn removed(state: &mut Together, at: usize, effects: &mut Vec<Effect>) {
    let Some(step) = plan(state).steps.get(at).cloned() else {
        return;
    };
    change(state, |plan| {
        plan.steps.remove(at);
    });
    state.planning.typing = None;
    state.planning.removed = Some(Removed { at, step });
    state.planning.news = Some(News::Removed);
    effects.push(Effect::Focus(UNDO.to_owned()));
}

fn put_back(state: &mut Together, effects: &mut Vec<Effect>) {
    let count = plan(state).steps.len();
    let Some(Removed { at, step }) = state.planning.removed.take_if(|_| count < MOST_PLANNED) else {
        return;
    };
    let at = at.min(count);
    change(state, |plan| plan.steps.insert(at, step));
    state.planning.typing = None;
    state.planning.news = Some(News::PutBack);
    effects.push(Effect::Focus(Field::What.id(at)));
}
