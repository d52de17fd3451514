//! Sharing the summary link.

use super::effect::Effect;
use super::host_event;
use super::state::State;
use super::status::Status;
use crate::content::keys;

pub(super) fn copy_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    // Clear the status first, so that screen readers announce a second "Copied".
    state.status = Status::Quiet;
    effects.extend(state.link().map(Effect::Copy));
}

pub(super) fn sheet_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(address) = state.link() {
        let title = state.texts.get(keys::share::SUBJECT).to_owned();
        effects.push(Effect::ShareSheet { title, address });
    }
}

pub(super) fn copied(state: &mut State, done: bool, effects: &mut Vec<Effect>) {
    state.status = Status::copied(done);
    if done {
        host_event::tell(state, host_event::SHARED, effects);
    }
}

pub(super) fn sheet_closed(state: &mut State, shared: bool, effects: &mut Vec<Effect>) {
    state.status = Status::sheet_closed(shared);
    if shared {
        host_event::tell(state, host_event::SHARED, effects);
    }
}
