//! Handing a comparison on as a link, and reading one.

use super::super::effect::Effect;
use super::super::state::{State as Together, Status};
use crate::content::keys;
use crate::domain::comparison::Comparison;
use crate::domain::plan::Plan;
use crate::formats::link::{self, COMPARISON_PREFIX, LinkError};

/// The address that carries a comparison after `#`.
pub fn link(state: &Together, comparison: &Comparison) -> String {
    let payload = link::encode_comparison(comparison, state.comparing.share_names);
    [&state.context.address, "#", COMPARISON_PREFIX, &payload].concat()
}

/// The plan in a link, if there is one, or why it could not be read.
type ReadPlan = Option<Result<Plan, LinkError>>;

/// The comparison in a fragment, and its plan.
pub(super) fn read(fragment: &str) -> (Result<Comparison, LinkError>, ReadPlan) {
    (link::decode_comparison(fragment), link::decode_plan(fragment))
}

/// The link of the comparison that is open.
fn open(state: &Together) -> Option<String> {
    state.comparison().map(|(_, comparison)| link(state, comparison))
}

pub(super) fn copy(state: &mut Together, effects: &mut Vec<Effect>) {
    // The status is emptied first, so that a second "Copied" is heard again.
    state.status = Status::Quiet;
    effects.extend(open(state).map(Effect::Copy));
}

pub(super) fn sheet(state: &mut Together, effects: &mut Vec<Effect>) {
    let title = state.context.texts.get(keys::compare::SUBJECT).to_owned();
    effects.extend(open(state).map(|address| Effect::ShareSheet { title, address }));
}
