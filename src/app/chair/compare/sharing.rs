//! Handing a comparison on as a link.

use super::state::State;
use crate::app::chair::effect::Effect;
use crate::app::chair::shared::Shared;
use crate::content::keys;
use crate::domain::comparison::Comparison;
use crate::formats::link::{self, COMPARISON_PREFIX};

/// The address that carries a comparison after `#`, at the address of the check's own page: with letters instead of names,
/// unless names were asked for and there are any.
pub fn address(page: &str, comparison: &Comparison, asked: bool) -> String {
    let named = asked && !comparison.names().is_empty();
    let payload = link::encode_comparison(&comparison.to_hand_on(), named);
    link::at(page, COMPARISON_PREFIX, &payload)
}

/// The link of the comparison that is open.
fn open(state: &State, shared: &Shared) -> Option<String> {
    let (_, comparison) = state.comparison(shared.folder)?;
    Some(address(&shared.context.address, comparison, state.share_names))
}

pub(super) fn copy(state: &State, shared: &Shared) -> Option<Effect> {
    open(state, shared).map(Effect::Copy)
}

pub(super) fn sheet(state: &State, shared: &Shared) -> Option<Effect> {
    let title = shared.context.texts.get(keys::compare::SUBJECT).to_owned();
    open(state, shared).map(|address| Effect::ShareSheet { title, address })
}
