//! What this screen knows, and what happens on it.

use super::undo::Undo;
use crate::formats::import::ImportError;

/// What this screen knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The two finished checks that are compared, by id; the newest two while none was chosen.
    pub pair: [Option<u32>; 2],
    /// What the user is being asked whether to delete.
    pub asked: Option<Thing>,
    /// What was done last.
    pub told: Option<Told>,
    /// How that is taken back.
    pub undo: Option<Undo>,
}

/// One thing on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An own check, by id.
    Check(u32),
    /// A comparison, by the id of its entry.
    Comparison(u32),
    /// A plan, by the id of its entry.
    Plan(u32),
    /// Statements that were written for an invitation, by the id of their entry.
    Statements(u32),
}

impl Thing {
    /// Its id.
    pub const fn id(self) -> u32 {
        match self {
            Self::Check(id) | Self::Comparison(id) | Self::Plan(id) | Self::Statements(id) => id,
        }
    }
}

/// What was done last, told until the next thing is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something was deleted.
    Deleted,
    /// Files were taken in: how many things were new, and how many were here already.
    Imported {
        /// New, or with something new in them.
        new: usize,
        /// Here already.
        known: usize,
        /// Answers that this check does not have, which were left out.
        left_out: usize,
        /// People who claim to belong to an organisation that was there, and stay apart until somebody says yes.
        apart: usize,
    },
    /// A file was not taken in: its number, from 1, and why. Nothing was changed.
    Refused(usize, ImportError),
    /// It was taken back.
    Undone {
        /// Whether something was changed since, and stayed as it is.
        partly: bool,
    },
}

/// What happens on this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// "Open" was pressed.
    Opened(Thing),
    /// The first or the second of the checks to be compared was chosen: which, and the id.
    Paired(usize, u32),
    /// "Delete" was pressed: asks first.
    DeletePressed(Thing),
    /// The question was answered with no.
    DeleteCancelled,
    /// The question was answered with yes.
    DeleteConfirmed,
    /// "Bring it back" was pressed, or "Take it back".
    UndoPressed,
    /// "Save as a file" was pressed.
    SavePressed(Thing),
    /// "Save all checks as a file" was pressed.
    SaveChecksPressed,
    /// "Save all comparisons and plans as a file" was pressed.
    SaveFolderPressed,
}

/// Id of the question whether to delete.
pub const QUESTION: &str = "phc-earlier-question";
/// Id of the message about what was done.
pub const OUTCOME: &str = "phc-earlier-outcome";

/// Id of the button that deletes a thing.
pub fn button_id(thing: Thing) -> String {
    ["phc-delete-", &thing.id().to_string()].concat()
}
