//! Keeping comparisons and plans on the device.

use super::effect::Effect;
use super::state::State;
use super::{compare, meeting, plan};
use crate::app::Message;
use crate::app::file::{File, Kind};
use crate::app::store::{Heard, Task};

/// Handles what a store says about the folder.
pub(super) fn heard(state: &mut State, heard: Heard, effects: &mut Vec<Effect>) {
    let mut tasks = Vec::new();
    let outcome = state.store.hear(&mut state.folder, heard, &mut tasks);
    ask(tasks, effects);
    if outcome.deleted {
        state.compare = compare::State::default();
        state.plan = plan::State::default();
        state.typing = None;
        effects.push(Effect::Tell(Message::FolderDeleted));
    }
    if outcome.taken || outcome.deleted {
        compare::entered(&mut state.compare, &state.context, &state.folder);
        let (meeting, open) = state.meeting();
        meeting::settle(meeting, open);
    }
}

/// Asks for a save if something changed.
pub(super) fn save(state: &mut State, effects: &mut Vec<Effect>) {
    if std::mem::take(&mut state.unsaved) {
        let mut tasks = Vec::new();
        state.store.save(&state.folder, &mut tasks);
        ask(tasks, effects);
    }
}

/// Tells the check's program, whose header says "Saved" and whose title says "Error", whether the folder is kept and whether
/// the screen shows a problem.
pub(super) fn tell(state: &mut State, effects: &mut Vec<Effect>) {
    let refused = state.refused();
    if std::mem::replace(&mut state.told_refused, refused) != refused {
        effects.push(Effect::Tell(Message::ChairRefused(refused)));
    }
    let kept = state.store.kept();
    if std::mem::replace(&mut state.told_kept, kept) != kept {
        effects.push(Effect::Tell(Message::FolderKept(kept)));
    }
}

/// The saved text that could not be read, as a file.
pub(super) fn unread(state: &State) -> Effect {
    Effect::Download(File::new("unreadable", Kind::Text, state.store.unread()))
}

/// Goes on beside what a newer version saved, which is kept aside.
pub(super) fn begin_beside(state: &mut State, effects: &mut Vec<Effect>) {
    let mut tasks = Vec::new();
    state.store.begin_beside(&mut tasks);
    ask(tasks, effects);
}

fn ask(tasks: Vec<Task>, effects: &mut Vec<Effect>) {
    effects.extend(tasks.into_iter().map(Effect::Store));
}
