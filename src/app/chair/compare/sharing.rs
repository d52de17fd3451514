//! Handing a comparison on as a link.

use super::state::State;
use crate::app::chair::context::Context;
use crate::app::chair::effect::Effect;
use crate::app::chair::shared::Shared;
use crate::content::keys;
use crate::domain::comparison::Comparison;
use crate::formats::link::{self, COMPARISON_PREFIX};

impl State {
    /// The address that carries a comparison after `#`: with letters instead of names, unless names were asked for
    /// and there are any.
    pub fn address(&self, context: &Context, comparison: &Comparison) -> String {
        let named = self.share_names && !comparison.names().is_empty();
        let payload = link::encode_comparison(&comparison.to_hand_on(), named);
        link::at(&context.address, COMPARISON_PREFIX, &payload)
    }
}

/// The link of the comparison that is open.
fn open(state: &State, shared: &Shared) -> Option<String> {
    let (_, comparison) = state.comparison(shared.folder)?;
    Some(state.address(shared.context, comparison))
}

pub(super) fn copy(state: &State, shared: &Shared) -> Option<Effect> {
    open(state, shared).map(Effect::Copy)
}

pub(super) fn sheet(state: &State, shared: &Shared) -> Option<Effect> {
    let title = shared.context.texts.get(keys::compare::SUBJECT).to_owned();
    open(state, shared).map(|address| Effect::ShareSheet { title, address })
}
