//! Saves: asking for one, and what the two stores answer.
//!
//! `localStorage` is the working copy; the durable store (`IndexedDB`) survives a killed browser. The
//! user reads "Saved" only after the durable store said so, or after `localStorage` did where there is
//! no durable store.

use super::effect::Effect;
use super::message::SaveError;
use super::notice::Notice;
use super::state::{Durable, Kept, State};
use crate::formats::stored;

/// Asks the browser to keep the record.
pub(super) fn save(state: &mut State, effects: &mut Vec<Effect>) {
    let saving = &mut state.saving;
    saving.number = saving.number.wrapping_add(1);
    saving.local = None;
    saving.stored = None;
    if !matches!(saving.kept, Kept::Not(_)) {
        saving.kept = if saving.locked {
            Kept::Not(SaveError::Refused)
        } else {
            Kept::Pending
        };
    }
    if saving.locked {
        effects.push(Effect::Hold(Some(stored::save(&state.record))));
        return;
    }
    // A text that could not be read may still stand where this one goes; the save is made once it is aside.
    if saving.setting_aside > 0 || saving.lost {
        return;
    }
    effects.push(Effect::Save {
        text: stored::save(&state.record),
        number: saving.number,
        durable: saving.durable == Durable::Ready,
    });
}

pub(super) fn local_saved(state: &mut State, number: u32, result: Result<(), SaveError>) {
    if number == state.saving.number {
        state.saving.local = Some(result);
        settle(state);
    }
}

pub(super) fn durable_saved(state: &mut State, number: u32, result: Result<(), SaveError>) {
    if result == Err(SaveError::Refused) {
        state.saving.durable = Durable::Refused;
    }
    if number == state.saving.number {
        state.saving.stored = Some(result);
        settle(state);
    }
}

/// Works out from both stores' answers whether the newest save is kept, and tells the user.
pub(super) fn settle(state: &mut State) {
    let saving = &mut state.saving;
    saving.kept = match (saving.durable, saving.stored, saving.local) {
        (Durable::Reading, _, _) | (Durable::Ready, None, _) | (Durable::Refused, _, None) => Kept::Pending,
        (Durable::Ready, Some(Ok(())), _) | (_, _, Some(Ok(()))) => Kept::Saved,
        (_, _, Some(Err(error))) | (Durable::Ready, Some(Err(error)), None) => Kept::Not(error),
    };
    tell_kept(state);
}

/// Tells the user when answers are not kept, and takes that back when they are again.
pub(super) fn tell_kept(state: &mut State) {
    match state.saving.kept {
        Kept::Saved => {
            state.untell(Notice::StorageOff);
            state.untell(Notice::StorageFull);
        }
        Kept::Not(SaveError::Refused) => {
            state.untell(Notice::StorageFull);
            state.tell(Notice::StorageOff);
        }
        Kept::Not(SaveError::Full) => {
            state.untell(Notice::StorageOff);
            state.tell(Notice::StorageFull);
        }
        Kept::Nothing | Kept::Pending => {}
    }
}
