//! The headings of these screens and what their live region says.

use crate::app::screen::Place;
use crate::app::together::State;
use crate::app::together::state::Status;
use crate::content::{Key, keys};

/// The heading of a place; the window's title is made of it.
pub const fn heading(place: &Place) -> Key {
    match place {
        Place::Invite => keys::invite::TITLE,
        Place::Compare => keys::compare::TITLE,
        Place::Received(_) => keys::compare::RECEIVED_TITLE,
        Place::ComparisonPlan | Place::Plan => keys::plan::TITLE,
        Place::Meeting => keys::meeting::TITLE,
        Place::Kept => keys::kept::TITLE,
    }
}

/// What the live region says; empty while there is nothing to say.
pub fn status(state: &State) -> &'static str {
    let key = match state.status {
        Status::Quiet => return "",
        Status::Copied => keys::together::COPIED,
        Status::NotCopied => keys::together::NOT_COPIED,
        Status::Shared => keys::share::SHARED,
    };
    state.context.texts.get(key)
}
