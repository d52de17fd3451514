//! What the plan's screen knows beside the folder, and what happens on it.

use crate::domain::plan::PlannedStep;
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
