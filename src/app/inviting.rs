//! Begins a check from an invitation, and keeps who asked for its summary.

use super::effect::Effect;
use super::notice::Notice;
use super::opening;
use super::state::State;
use crate::domain::check::{Check, Revised};
use crate::domain::reply::Reply;

/// Begins a check with the invitation's settings and the partner's own. Other checks stay as they are.
pub(super) fn pressed(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(Ok(invitation)) = &state.invited else {
        return;
    };
    let reply = invitation.reply();
    let extra = invitation.extra.clone();
    let Some((setup, shortened)) = opening::settled(state, effects) else {
        return;
    };
    let revision = state.record.next_revision();
    let mut check = Check::new(state.new_id(), state.today);
    check.setup = Revised {
        revision,
        value: setup,
    };
    if reply != Reply::default() {
        check.reply = Revised {
            revision,
            value: reply,
        };
    }
    if extra.is_some() {
        check.extra = Revised {
            revision,
            value: extra,
        };
    }
    opening::add(state, check, effects);
    effects.push(Effect::ShowTop);
    if shortened {
        state.tell(Notice::NameShortened);
    }
}
