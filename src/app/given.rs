//! What comes by a link, and what another screen hands over.

use super::effect::Effect;
use super::screen::Screen;
use super::state::State;
use super::{inviting, moving, saving};
use crate::domain::record::Record;
use crate::formats::link;

/// Reads the link that is open, if there is one that was not read yet: somebody's summary with its plan, or an invitation,
/// which fills in the form.
pub(super) fn read_link(state: &mut State) {
    match &state.screen {
        Screen::Shared(fragment) if state.shared.is_none() => {
            // A long plan behind the answers must not make them too long to be read.
            let answers = fragment.split_once(link::PLAN_PREFIX);
            state.shared = Some(link::decode(answers.map_or(fragment, |(answers, _)| answers)));
            state.shared_plan = link::decode_plan(fragment);
        }
        Screen::Invited(fragment) if state.invited.is_none() => {
            let found = link::decode_invitation(fragment);
            if let Ok(invitation) = &found {
                state.form = inviting::form_of(invitation);
            }
            state.invited = Some(found);
        }
        _ => {}
    }
}

/// Takes in checks that were brought in, and what was deleted.
pub(super) fn record(state: &mut State, record: Record, effects: &mut Vec<Effect>) {
    if !state.record.merge(record) {
        return;
    }
    if state.check().is_none() {
        state.open = None;
        state.share_partnership = false;
        state.share_organisation = false;
        moving::open_latest(state, false);
    }
    saving::save(state, effects);
}
