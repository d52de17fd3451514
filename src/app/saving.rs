//! Requests a save, and tells the user its outcome.

use super::effect::Effect;
use super::notice::Notice;
use super::state::State;
use super::status::{FirstSave, Status};
use super::store::{Kept, Outcome, SaveError, Task, Trouble};

/// Asks the browser to keep the record.
pub(super) fn save(state: &mut State, effects: &mut Vec<Effect>) {
    if state.first_save == FirstSave::None {
        state.first_save = FirstSave::Awaited;
    }
    let mut tasks = Vec::new();
    state.store.save(&state.record, &mut tasks);
    ask(tasks, effects);
}

/// Passes the store's tasks to the browser as effects.
pub(super) fn ask(tasks: Vec<Task>, effects: &mut Vec<Effect>) {
    effects.extend(tasks.into_iter().map(Effect::Store));
}

/// Shows notices for what was found in a store and for answers that are not kept; removes those that no longer apply.
pub(super) fn tell(state: &mut State, outcome: &Outcome) {
    match outcome.met {
        Some(Trouble::NewerVersion) => state.tell(Notice::NewerVersion),
        Some(_) => state.tell(Notice::Unreadable),
        None => {}
    }
    if outcome.unknown > 0 {
        state.tell(Notice::UnknownStatements(outcome.unknown));
    }
    if outcome.left_out > 0 {
        state.tell(Notice::OutOfRange(outcome.left_out));
    }
    if outcome.changed {
        state.tell(Notice::ChangedElsewhere);
    }
    if state.store.kept() == Kept::Saved
        && state.first_save == FirstSave::Awaited
        && state.status == Status::Quiet
    {
        state.status = Status::Saved;
        state.first_save = FirstSave::Said;
    }
    let (tells, untells) = match state.store.kept() {
        // A newer version's text has a notice of its own.
        _ if state.store.trouble() == Some(Trouble::NewerVersion) => return,
        Kept::Pending => return,
        Kept::Nothing | Kept::Saved => (None, [Notice::StorageOff, Notice::StorageFull]),
        Kept::Not(SaveError::Refused) => (Some(Notice::StorageOff), [Notice::StorageFull; 2]),
        Kept::Not(SaveError::Full) => (Some(Notice::StorageFull), [Notice::StorageOff; 2]),
    };
    for notice in untells {
        state.untell(notice);
    }
    if let Some(notice) = tells {
        state.tell(notice);
    }
}
