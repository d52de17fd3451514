//! Sharing the summary link.

use super::effect::Effect;
use super::form::Change;
use super::host_event;
use super::notice::Notice;
use super::opening;
use super::state::State;
use super::status::{Sheet, Status};
use crate::content::keys;

/// Id of the field from which a link can be copied by hand, on the screens of a check and a plan.
pub(super) const LINK_FIELD: &str = "phc-link";

/// A name was typed where it is used. It belongs to the check's settings.
pub(super) fn name_changed(state: &mut State, change: Change, effects: &mut Vec<Effect>) {
    state.form.apply(change);
    let Ok((setup, shortened)) = state.form.setup() else {
        return;
    };
    if shortened {
        state.tell(Notice::NameShortened);
    }
    opening::change_setup(state, setup, effects);
}

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
    } else {
        effects.push(Effect::Focus(LINK_FIELD));
    }
}

pub(super) fn sheet_closed(state: &mut State, sheet: Sheet, effects: &mut Vec<Effect>) {
    state.status = Status::sheet_closed(sheet);
    if sheet == Sheet::Shared {
        host_event::tell(state, host_event::SHARED, effects);
    }
}
