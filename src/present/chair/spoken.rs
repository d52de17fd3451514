//! The headings of these screens and the text of their live region.

use crate::app::chair::State;
use crate::app::screen::Place;
use crate::app::status::Status;
use crate::app::store::{Kept, Trouble};
use crate::content::{Key, keys};

/// The heading of a place, also used for the window's title.
pub const fn heading(place: &Place) -> Key {
    match place {
        Place::Invite => keys::invite::TITLE,
        Place::Blank => keys::blank::TITLE,
        Place::Entry => keys::entry::TITLE,
        Place::Compare => keys::compare::TITLE,
        Place::Received(_) => keys::compare::RECEIVED_TITLE,
        Place::ComparisonPlan | Place::Plan => keys::plan::TITLE,
        Place::Meeting => keys::meeting::TITLE,
        Place::Earlier => keys::earlier::TITLE,
        Place::Builder => keys::builder::TITLE,
    }
}

/// Warnings about the comparisons and plans on this device; none if all is well.
pub fn keeping(state: &State) -> Option<&'static str> {
    let key = match (state.store.trouble(), state.store.kept()) {
        (Some(Trouble::NewerVersion), _) => keys::chair::NEWER,
        (Some(Trouble::NotAside(_)), _) => keys::chair::NOT_ASIDE,
        (_, Kept::Not(_)) => keys::chair::NOT_KEPT,
        (Some(Trouble::Unreadable), _) => keys::chair::UNREADABLE,
        (None, _) => return None,
    };
    Some(state.context.texts.get(key))
}

/// That a name was cut, for the live region; empty if none was.
pub fn cut(state: &State) -> &'static str {
    if state.cut.is_some() {
        state.context.texts.get(keys::notice::NAME_SHORTENED)
    } else {
        ""
    }
}

/// The text of the live region; empty if there is none.
pub fn status(state: &State) -> &'static str {
    let key = match state.status {
        // The frame says that the language is another; the others belong to answers.
        Status::Quiet | Status::Spoken | Status::Saved | Status::Cleared(_) | Status::Keys(_) => return "",
        Status::Copied if state.context.place == Place::Builder => keys::builder::COPIED,
        Status::Copied => keys::share::COPIED,
        Status::NotCopied => keys::chair::NOT_COPIED,
        Status::Shared => keys::share::SHARED,
        Status::NotShared => keys::share::NOT_SHARED,
        Status::Mailed => keys::share::MAILED,
    };
    state.context.texts.get(key)
}
