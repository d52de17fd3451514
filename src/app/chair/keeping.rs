//! Keeping comparisons and plans on the device, in both stores, as the check's answers are kept: `localStorage`
//! is the working copy, `IndexedDB` the durable one, and where two copies meet they are merged.

use super::effect::Effect;
use super::state::State;
use crate::app::message::SaveError;
use crate::app::state::Kept;
use crate::domain::folder::Folder;
use crate::formats::folder;
use crate::formats::stored::StoredError;

/// Something about the folder that the person must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The stored text could not be read; it is kept aside.
    Unreadable,
    /// It could not be read nor kept aside; nothing is written over it.
    NotAside(SaveError),
    /// A newer version wrote the stored text; nothing is written over it.
    NewerVersion,
}

/// What is known of the stores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Number of the newest save.
    pub number: u32,
    /// What `localStorage` said of it.
    pub local: Option<Result<(), SaveError>>,
    /// What the durable store said of it.
    pub durable: Option<Result<(), SaveError>>,
    /// Whether the durable store has answered, so that it may be written.
    pub read: bool,
    /// Whether the folder changed since the newest save.
    pub changed: bool,
    /// How many texts are being kept aside; until they are, nothing is written.
    pub setting_aside: u32,
    /// What the person must know.
    pub trouble: Option<Trouble>,
}

impl Keeping {
    /// Why nothing may be written; nothing if it may.
    fn refused(&self) -> Option<SaveError> {
        match self.trouble? {
            Trouble::NewerVersion => Some(SaveError::Refused),
            Trouble::NotAside(error) => Some(error),
            Trouble::Unreadable => None,
        }
    }

    /// Whether the newest change is kept.
    pub fn kept(&self) -> Kept {
        if self.number == 0 && !self.changed {
            return Kept::Nothing;
        }
        if let Some(error) = self.refused() {
            return Kept::Not(error);
        }
        match (self.local, self.durable) {
            (_, Some(Ok(()))) | (Some(Ok(())), Some(Err(_))) => Kept::Saved,
            (Some(Err(error)), Some(Err(_))) => Kept::Not(error),
            _ => Kept::Pending,
        }
    }
}

/// A text was found: at the start, in the durable store, or because another tab wrote it.
pub(super) fn found(state: &mut State, text: &str, effects: &mut Vec<Effect>) {
    match folder::load(text) {
        Ok(theirs) => take_in(state, &theirs),
        Err(StoredError::Unreadable) => {
            state.keeping.trouble = Some(Trouble::Unreadable);
            state.keeping.setting_aside += 1;
            effects.push(Effect::SetAside(text.to_owned()));
        }
        Err(StoredError::NewerVersion) => state.keeping.trouble = Some(Trouble::NewerVersion),
    }
}

/// A text was kept aside, or could not be. What could be read takes its place, so that it is met only once.
pub(super) fn set_aside(state: &mut State, result: Result<(), SaveError>) {
    let keeping = &mut state.keeping;
    keeping.setting_aside = keeping.setting_aside.saturating_sub(1);
    match result {
        Ok(()) => keeping.changed = true,
        Err(error) => keeping.trouble = Some(Trouble::NotAside(error)),
    }
}

/// The durable store answered. Whatever only one of the two stores has, both get.
pub(super) fn durable_read(
    state: &mut State,
    read: Result<Option<String>, SaveError>,
    effects: &mut Vec<Effect>,
) {
    state.keeping.read = read.is_ok();
    match read {
        Ok(Some(text)) => {
            let before = state.folder.clone();
            found(state, &text, effects);
            // What only the durable copy had must get into `localStorage` too.
            state.keeping.changed |= state.folder != before;
        }
        Ok(None) => state.keeping.changed |= state.folder != Folder::default(),
        Err(error) => state.keeping.durable = Some(Err(error)),
    }
}

/// Merges another copy. What it lacks must be written again.
fn take_in(state: &mut State, theirs: &Folder) {
    state.folder.merge(theirs.clone(), folder::prefers);
    if state.folder != *theirs {
        state.keeping.changed = true;
    } else if state.keeping.local.is_none() {
        state.keeping.local = Some(Ok(()));
    }
}

/// Asks for a save if something changed.
pub(super) fn save(state: &mut State, effects: &mut Vec<Effect>) {
    let keeping = &mut state.keeping;
    if keeping.refused().is_some() || keeping.setting_aside > 0 || !std::mem::take(&mut keeping.changed) {
        return;
    }
    keeping.number += 1;
    keeping.local = None;
    if keeping.read {
        keeping.durable = None;
    }
    effects.push(Effect::Save {
        text: folder::save(&state.folder),
        number: keeping.number,
        durable: keeping.read,
    });
}
