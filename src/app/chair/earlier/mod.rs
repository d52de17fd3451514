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

use super::compare;
use super::effect::Effect;
use super::state::State as Chair;
use crate::app::Message as Check;
use crate::domain::folder::{Entry, Item};
use crate::domain::record::Record;
use crate::formats::import::ImportError;

/// Takes in what happened.
pub(super) fn update(state: &mut Chair, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::Opened(thing) => open(state, thing, effects),
        Message::Paired(which, id) => {
            if let Some(place) = state.earlier.pair.get_mut(which) {
                *place = Some(id);
            }
        }
        Message::DeletePressed(thing) => {
            state.earlier.asked = Some(thing);
            effects.push(Effect::Focus(QUESTION.to_owned()));
        }
        Message::DeleteCancelled => {
            if let Some(thing) = state.earlier.asked.take() {
                effects.push(Effect::Focus(button_id(thing)));
            }
        }
        Message::DeleteConfirmed => {
            if let Some(thing) = state.earlier.asked.take() {
                delete(state, thing, effects);
                effects.push(Effect::Focus(OUTCOME.to_owned()));
            }
        }
        Message::UndoPressed => {
            if let Some(undo) = state.earlier.undo.take() {
                let partly = undoing::take_back(state, undo, effects);
                state.earlier.told = Some(Told::Undone { partly });
                effects.push(Effect::Focus(OUTCOME.to_owned()));
            }
        }
        Message::SavePressed(thing) => effects.extend(files::one(state, thing).map(Effect::Download)),
        Message::SaveChecksPressed => effects.push(Effect::Download(files::checks(state))),
        Message::SaveFolderPressed => effects.push(Effect::Download(files::folder(state))),
    }
}

/// Takes in files that were chosen. All of them are read before anything is changed.
pub(super) fn files_read(state: &mut Chair, texts: &[String], effects: &mut Vec<Effect>) {
    if texts.is_empty() {
        return;
    }
    match importing::read(texts) {
        Err((number, error)) => refuse(state, number, error, effects),
        Ok(found) => {
            importing::take_in(state, found, effects);
            effects.push(Effect::Focus(OUTCOME.to_owned()));
        }
    }
}

/// Tells which of the files is not taken in, by its number from 1, and why. Nothing was changed.
pub(super) fn refuse(state: &mut Chair, number: usize, error: ImportError, effects: &mut Vec<Effect>) {
    state.earlier.undo = None;
    state.earlier.told = Some(Told::Refused(number, error));
    effects.push(Effect::Focus(OUTCOME.to_owned()));
}

fn tell(effects: &mut Vec<Effect>, message: Check) {
    effects.push(Effect::Tell(message));
}

fn open_comparison(state: &mut Chair, id: u32, effects: &mut Vec<Effect>) {
    let (screens, mut shared) = state.split();
    effects.extend(compare::update(
        screens.compare,
        &mut shared,
        compare::Message::Opened(id),
    ));
}

fn open(state: &mut Chair, thing: Thing, effects: &mut Vec<Effect>) {
    match thing {
        Thing::Check(id) => tell(effects, Check::CheckOpened(id)),
        Thing::Comparison(id) => open_comparison(state, id, effects),
        Thing::Plan(entry) => {
            let of = state.folder.entries.iter().find_map(|found| match found.item {
                Item::Plan { of, .. } if found.id == entry => Some(of),
                _ => None,
            });
            let Some(of) = of else { return };
            if state.folder.comparison(of).is_some() {
                open_comparison(state, of, effects);
                tell(effects, Check::LinkFollowed("compare-plan"));
            } else {
                tell(effects, Check::CheckOpened(of));
                tell(effects, Check::LinkFollowed("plan"));
            }
        }
    }
}

/// Removes a thing and the plan that belongs to it, and remembers both.
fn delete(state: &mut Chair, thing: Thing, effects: &mut Vec<Effect>) {
    let id = thing.id();
    let mut undo = Undo::default();
    if let Thing::Check(_) = thing
        && let Some(check) = state.context.record.check(id)
    {
        undo.check(id, Some(check.clone()), None);
        let removed = vec![id];
        give(
            effects,
            Record {
                removed,
                ..Record::default()
            },
        );
    }
    let belongs = |found: &&Entry| match (&found.item, thing) {
        (Item::Plan { .. }, Thing::Plan(_)) | (Item::Comparison(_), Thing::Comparison(_)) => found.id == id,
        (Item::Plan { of, .. }, Thing::Check(_) | Thing::Comparison(_)) => *of == id,
        (Item::Removed | Item::Comparison(_), _) => false,
    };
    let entries: Vec<_> = state.folder.entries.iter().filter(belongs).cloned().collect();
    for entry in entries {
        undo.item(entry.id, entry.item, Item::Removed);
        state.put(entry.id, Item::Removed);
    }
    state.earlier.undo = Some(undo);
    state.earlier.told = Some(Told::Deleted);
}

/// Hands checks and deletions to the check's program.
fn give(effects: &mut Vec<Effect>, record: Record) {
    tell(effects, Check::RecordGiven(record));
}
