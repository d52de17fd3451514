//! What the plan's screen knows beside the folder, and what happens on it.

use crate::app::chair::field::StepField;
use crate::domain::plan::PlannedStep;
use crate::domain::topic::Topic;

/// Id of the button that puts a removed step back.
pub const UNDO: &str = "step-undo";

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
    /// This step was added.
    Added(u32),
    /// This step moved.
    Moved(u32),
    /// A step was removed.
    Removed,
    /// It was put back.
    PutBack,
    /// A text was too long; its end was left out.
    Shortened(u32, StepField),
    /// A step has to say what will be done; the old words stay.
    Emptied(u32),
    /// The user's own step has no words yet.
    NoWords,
    /// The date cannot be kept.
    NotADate(u32),
}

impl News {
    /// Whether it says that something was refused.
    pub fn refused(&self) -> bool {
        matches!(self, Self::Emptied(_) | Self::NoWords | Self::NotADate(_))
    }
}

/// What this screen knows beside the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The user's own step, as it was typed so far.
    pub own_step: String,
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
    /// Something was typed as the user's own step.
    OwnStepWritten(String),
    /// "Add this step" was pressed.
    OwnStepAdded,
    /// A field of a step was written.
    Written(u32, StepField, String),
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
