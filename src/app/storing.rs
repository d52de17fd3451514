//! Replies of the stores about the record, and deletions: what the user sees of them.

use super::effect::{Effect, Extent};
use super::file::{File, Kind};
use super::host_event;
use super::notice::Notice;
use super::screen::Screen;
use super::state::State;
use super::status::Status;
use super::store::{Durable, Heard, Outcome, Task};
use super::{moving, saving};
use crate::formats::stored;

/// Handles what a store says about the record.
pub(super) fn heard(state: &mut State, heard: Heard, effects: &mut Vec<Effect>) {
    match heard {
        Heard::Emptied if state.deleting => {
            state.deleting = false;
            state.untell(Notice::DeletionUnsure);
            state.tell(Notice::Deleted);
            moving::lead(state, effects);
        }
        Heard::DurableSilent if state.deleting => {
            state.tell(Notice::DeletionUnsure);
            moving::lead(state, effects);
        }
        _ => {}
    }
    let saved = is_of_a_save(&heard);
    let mut tasks = Vec::new();
    let outcome = state.store.hear(&mut state.record, heard, &mut tasks);
    follow(state, &outcome, tasks, saved, effects);
}

/// The same while the second module is not here, and with it the durable store.
pub(super) fn heard_early(state: &mut State, heard: Heard, effects: &mut Vec<Effect>) {
    let saved = is_of_a_save(&heard);
    let mut tasks = Vec::new();
    let outcome = state.store.hear_early(&mut state.record, heard, &mut tasks);
    follow(state, &outcome, tasks, saved, effects);
}

/// Whether a store says what became of a save.
const fn is_of_a_save(heard: &Heard) -> bool {
    matches!(heard, Heard::LocalSaved(..) | Heard::DurableSaved(..))
}

/// What follows for the screen.
fn follow(state: &mut State, outcome: &Outcome, tasks: Vec<Task>, saved: bool, effects: &mut Vec<Effect>) {
    let before = (state.status, state.notices.clone());
    saving::ask(tasks, effects);
    if outcome.deleted {
        forget(state, effects);
        state.tell(Notice::DeletedElsewhere);
    }
    saving::tell(state, outcome);
    if outcome.taken {
        leave_deleted(state, effects);
        moving::open_latest(state, false);
        moving::settle(state, effects);
    }
    if state.store.durable() != Durable::Reading {
        moving::arrive_late(state, effects);
    }
    // After each answer the store says that it is kept, twice: a page of questions is not drawn again for that.
    if saved
        && matches!(state.screen, Screen::Questions(_))
        && *outcome == Outcome::default()
        && before == (state.status, state.notices.clone())
        && effects.iter().all(|effect| matches!(effect, Effect::Store(_)))
    {
        effects.push(Effect::SayKept);
    }
}

/// Closes the open check if another tab has deleted it: otherwise another check would be shown in its place.
fn leave_deleted(state: &mut State, effects: &mut Vec<Effect>) {
    if state.open.is_none() || state.check().is_some() {
        return;
    }
    state.open = None;
    if state.screen.needs_check() {
        moving::go(state, Screen::Start, effects);
        state.tell(Notice::CheckDeleted);
    }
}

/// Leaves the chair's screens after another tab deleted the folder: what they showed is gone.
pub(super) fn folder_deleted(state: &mut State, effects: &mut Vec<Effect>) {
    if matches!(state.screen, Screen::Chair(_)) {
        moving::go(state, Screen::Start, effects);
        state.tell(Notice::DeletedElsewhere);
    }
}

pub(super) fn delete_confirmed(state: &mut State, extent: Extent, effects: &mut Vec<Effect>) {
    effects.push(Effect::Delete(extent));
    host_event::deleted(state, extent, effects);
    let mut tasks = Vec::new();
    state.store.delete(&mut state.record, &mut tasks);
    saving::ask(tasks, effects);
    forget(state, effects);
    // It is called deleted once a killed browser cannot bring it back.
    state.deleting = true;
}

/// Empties the memory of all but the record after a deletion, and shows the start screen.
fn forget(state: &mut State, effects: &mut Vec<Effect>) {
    state.open = None;
    state.form = state.preset.clone();
    state.notices.clear();
    state.confirm_delete = false;
    state.share_partnership = false;
    state.share_organisation = false;
    state.status = Status::Quiet;
    moving::replace(state, Screen::Start, effects);
}

pub(super) fn download(state: &State, effects: &mut Vec<Effect>) {
    let text = stored::save(&state.record);
    effects.push(Effect::Download(File::new("checks", Kind::Json, text)));
}

pub(super) fn download_aside(state: &State, effects: &mut Vec<Effect>) {
    let text = state.store.unread();
    if !text.is_empty() {
        effects.push(Effect::Download(File::new("unreadable", Kind::Text, text)));
    }
}

/// Goes on beside the answers of a newer version, which are kept aside.
pub(super) fn begin_beside(state: &mut State, effects: &mut Vec<Effect>) {
    let mut tasks = Vec::new();
    state.store.begin_beside(&mut tasks);
    saving::ask(tasks, effects);
    state.untell(Notice::NewerVersion);
    state.tell(Notice::Beside);
    effects.push(Effect::ShowTop);
}

/// Id of the field with the text of a file that may not have been saved.
pub const HANDED_FIELD: &str = "phc-handed";

/// A file was handed to the browser: in a frame its text is offered to be copied as well.
pub(super) fn handed(state: &mut State, file: File, effects: &mut Vec<Effect>) {
    if state.framed {
        state.handed = Some(file);
        effects.push(Effect::Focus(HANDED_FIELD));
    }
}
