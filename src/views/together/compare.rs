//! Partners side by side.

use yew::prelude::*;

use super::Send;
use crate::app::together::State;
use crate::content::keys;
use crate::views::parts::title;

/// Draws the screen.
pub(super) fn compare(state: &State, _: &Send) -> Html {
    title(state.context.texts.get(keys::compare::TITLE))
}
