//! The headings of these screens and what their live region says.

use crate::app::screen::Place;
use crate::app::state::Kept;
use crate::app::together::State;
use crate::app::together::keeping::Trouble;
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
        Place::Builder => keys::builder::TITLE,
    }
}

/// What must be said of the comparisons and plans on this device; nothing while all is well.
pub fn keeping(state: &State) -> Option<&'static str> {
    let key = match (state.keeping.trouble, state.keeping.kept()) {
        (Some(Trouble::NewerVersion), _) => keys::together::NEWER,
        (Some(Trouble::NotAside(_)), _) => keys::together::NOT_ASIDE,
        (_, Kept::Not(_)) => keys::together::NOT_KEPT,
        (Some(Trouble::Unreadable), _) => keys::together::UNREADABLE,
        (None, _) => return None,
    };
    Some(state.context.texts.get(key))
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
