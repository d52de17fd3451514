//! The plan: steps are taken up, written, given an owner and a date, moved, ticked off, removed and put back.
//!
//! A field is kept when it is left, not at each key; what is being typed is state of its own until then, so
//! that the screen can be drawn anew in the middle of a word. Nothing is kept before the first step.

mod handing;
mod ordering;
mod writing;

pub use handing::link;

use super::effect::Effect;
use super::state::{State as Chair, Status};
use crate::app::screen::Place;
use crate::domain::folder::Item;
use crate::domain::plan::{Plan, PlannedStep};
use crate::domain::topic::Topic;

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

    /// Its id on the screen, for the step with this id.
    pub fn id(self, step: u32) -> String {
        id(step, self.name())
    }
}

/// Id on the screen of something that belongs to the step with this id.
pub fn id(step: u32, name: &str) -> String {
    ["step-", &step.to_string(), "-", name].concat()
}

/// What is being typed, as it stands in its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// Id of the step.
    pub step: u32,
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

/// What the person is told about the last change. Steps are known by their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// This step came in.
    Added(u32),
    /// This step moved.
    Moved(u32),
    /// A step was removed.
    Removed,
    /// It was put back.
    PutBack,
    /// A text was too long; its end was left out.
    Shortened(u32, Field),
    /// A step has to say what will be done; the old words stay.
    Emptied(u32),
    /// The step of one's own has no words yet.
    NoWords,
    /// The date cannot be kept.
    NotADate(u32),
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

/// What happens on this screen. Steps are known by their ids.
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
    DueLeft(u32),
    /// Whether a step has been done.
    DoneChosen(u32, bool),
    /// A step was moved: up, or else down.
    Moved(u32, bool),
    /// A step was removed.
    Removed(u32),
    /// The removed step was wanted back.
    PutBackPressed,
    /// Whether the plan goes into the link.
    LinkChosen(bool),
    /// "Copy link with the plan" was pressed.
    CopyPressed,
    /// "Download calendar file" was pressed.
    CalendarPressed,
    /// "Download table" was pressed.
    TablePressed,
}

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
    state.status = Status::Quiet;
    match message {
        Message::Taken { topic, what } => writing::add(state, Some(topic), &what, effects),
        Message::DraftTyped(text) => state.plan.draft = text,
        Message::DraftAdded => writing::draft_added(state, effects),
        Message::Typed(typing) => writing::typed(state, typing),
        Message::Written(typing) => writing::written(state, typing),
        Message::DueLeft(step) => writing::due_left(state, step),
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
