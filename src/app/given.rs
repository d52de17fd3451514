//! Takes in what a link holds, and checks that the chair's program hands over.

use super::effect::Effect;
use super::form::Form;
use super::screen::Screen;
use super::state::State;
use super::{choices, moving, saving};
use crate::domain::record::Record;
use crate::formats::link;

/// Reads the open link, unless it was read before: somebody's summary with its plan, or an invitation, which fills in
/// the form.
pub(super) fn read_link(state: &mut State) {
    match &state.screen {
        Screen::Shared(fragment) if state.shared.is_none() => {
            // Split first: together with a long plan the answers could exceed the length limit.
            let answers = fragment.split_once(link::PLAN_PREFIX);
            state.shared = Some(link::decode(answers.map_or(fragment, |(answers, _)| answers)));
            state.shared_plan = link::decode_plan(fragment);
        }
        Screen::Invited(fragment) if state.invited.is_none() => {
            let found = link::decode_invitation(fragment);
            match &found {
                Ok(invitation) => state.form = Form::asked(invitation),
                // A check of one's own is left.
                Err(_) if state.invitation.as_ref() == Some(fragment) => state.invitation = None,
                Err(_) => {}
            }
            state.invited = Some(found);
            choices::take_up(state);
        }
        _ => {}
    }
}

/// Merges imported checks and deletions into the record.
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
