//! What is kept on this device: opening it, comparing two own checks, deleting one thing, files out and in, and
//! taking the last of these back.

mod files;
mod importing;
mod same;
mod state;
mod undo;
mod undoing;

pub use state::{Message, OUTCOME, QUESTION, State, Thing, Told, button_id};
pub use undo::Undo;

pub use crate::formats::import::first_too_long;

use super::effect::Effect;
use super::shared::Shared;
use crate::app::Message as Check;
use crate::domain::entry::{Entry, Item};
use crate::domain::record::Record;
use crate::formats::import::ImportError;

/// What follows from something that happened here.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Id of a comparison that is wanted on screen, before the effects.
    pub(super) comparison: Option<u32>,
    /// What the browser and the check's program should do.
    pub(super) effects: Vec<Effect>,
}

impl From<Vec<Effect>> for Outcome {
    fn from(effects: Vec<Effect>) -> Self {
        Self {
            comparison: None,
            effects,
        }
    }
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, shared: &mut Shared, message: Message) -> Outcome {
    let effects = match message {
        Message::Opened(thing) => return open(shared, thing),
        Message::Paired(which, id) => {
            if let Some(place) = state.pair.get_mut(which) {
                *place = Some(id);
            }
            Vec::new()
        }
        Message::DeletePressed(thing) => {
            state.asked = Some(thing);
            vec![Effect::Focus(QUESTION.to_owned())]
        }
        Message::DeleteCancelled => {
            let asked = state.asked.take();
            let button = asked.map(|thing| Effect::Focus(button_id(thing)));
            button.into_iter().collect()
        }
        Message::DeleteConfirmed => match state.asked.take() {
            Some(thing) => {
                let given = delete(state, shared, thing);
                given.into_iter().chain([to_outcome()]).collect()
            }
            None => Vec::new(),
        },
        Message::UndoPressed => match state.undo.take() {
            Some(undo) => {
                let (partly, given) = undoing::take_back(shared, undo);
                state.told = Some(Told::Undone { partly });
                vec![given, to_outcome()]
            }
            None => Vec::new(),
        },
        Message::SavePressed(thing) => {
            let file = files::one(shared, thing).map(Effect::Download);
            file.into_iter().collect()
        }
        Message::SaveChecksPressed => vec![Effect::Download(files::checks(shared))],
        Message::SaveFolderPressed => vec![Effect::Download(files::folder(shared))],
    };
    effects.into()
}

/// Takes in files that were chosen. All of them are read before anything is changed.
pub(super) fn files_read(state: &mut State, shared: &mut Shared, texts: &[String]) -> Vec<Effect> {
    if texts.is_empty() {
        return Vec::new();
    }
    match importing::read(texts) {
        Err((number, error)) => vec![refuse(state, number, error)],
        Ok(found) => vec![importing::take_in(state, shared, found), to_outcome()],
    }
}

/// Tells which of the files is not taken in, by its number from 1, and why. Nothing was changed.
pub(super) fn refuse(state: &mut State, number: usize, error: ImportError) -> Effect {
    state.undo = None;
    state.told = Some(Told::Refused(number, error));
    to_outcome()
}

fn to_outcome() -> Effect {
    Effect::Focus(OUTCOME.to_owned())
}

fn open(shared: &Shared, thing: Thing) -> Outcome {
    match thing {
        Thing::Check(id) => vec![Effect::Tell(Check::CheckOpened(id))].into(),
        Thing::Comparison(id) => Outcome {
            comparison: Some(id),
            effects: Vec::new(),
        },
        Thing::Statements(_) => vec![Effect::Tell(Check::LinkFollowed("invite"))].into(),
        Thing::Plan(entry) => match *shared.folder.item(entry) {
            Item::Plan { of, .. } if shared.folder.comparison(of).is_some() => Outcome {
                comparison: Some(of),
                effects: vec![Effect::Tell(Check::LinkFollowed("compare-plan"))],
            },
            Item::Plan { of, .. } => vec![
                Effect::Tell(Check::CheckOpened(of)),
                Effect::Tell(Check::LinkFollowed("plan")),
            ]
            .into(),
            _ => Outcome::default(),
        },
    }
}

/// Removes a thing and the plan that belongs to it, and remembers both.
fn delete(state: &mut State, shared: &mut Shared, thing: Thing) -> Option<Effect> {
    let id = thing.id();
    let mut given = None;
    let mut undo = Undo::default();
    if let Thing::Check(_) = thing
        && let Some(check) = shared.context.record.check(id)
    {
        undo.check(id, Some(check.clone()), None);
        let removed = vec![id];
        given = Some(give(Record {
            removed,
            ..Record::default()
        }));
    }
    let belongs = |found: &&Entry| match (&found.item, thing) {
        (Item::Plan { .. }, Thing::Plan(_))
        | (Item::Comparison(_), Thing::Comparison(_))
        | (Item::Statements(_), Thing::Statements(_)) => found.id == id,
        (Item::Plan { of, .. }, Thing::Check(_) | Thing::Comparison(_)) => *of == id,
        (Item::Removed | Item::Comparison(_) | Item::Statements(_), _)
        | (Item::Plan { .. }, Thing::Statements(_)) => false,
    };
    let entries: Vec<_> = shared.folder.entries.iter().filter(belongs).cloned().collect();
    for entry in entries {
        undo.item(entry.id, entry.item, Item::Removed);
        shared.put(entry.id, Item::Removed);
    }
    state.undo = Some(undo);
    state.told = Some(Told::Deleted);
    given
}

/// Hands checks and deletions to the check's program.
fn give(record: Record) -> Effect {
    Effect::Tell(Check::RecordGiven(record))
}
