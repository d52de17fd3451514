//! Handing a comparison on as a link, and reading one.

use super::super::effect::Effect;
use super::super::state::{State as Chair, Status};
use crate::content::keys;
use crate::domain::comparison::Comparison;
use crate::formats::link::{self, COMPARISON_PREFIX};

/// The address that carries a comparison after `#`.
pub fn address(state: &Chair, comparison: &Comparison) -> String {
    let payload = link::encode_comparison(&comparison.to_hand_on(), state.compare.share_names);
    link::at(&state.context.address, COMPARISON_PREFIX, &payload)
}

/// The link of the comparison that is open.
fn open(state: &Chair) -> Option<String> {
    state
        .comparison()
        .map(|(_, comparison)| address(state, comparison))
}

pub(super) fn copy(state: &mut Chair, effects: &mut Vec<Effect>) {
    // The status is emptied first, so that a second "Copied" is heard again.
    state.status = Status::Quiet;
    effects.extend(open(state).map(Effect::Copy));
}

pub(super) fn sheet(state: &mut Chair, effects: &mut Vec<Effect>) {
    let title = state.context.texts.get(keys::compare::SUBJECT).to_owned();
    effects.extend(open(state).map(|address| Effect::ShareSheet { title, address }));
}
