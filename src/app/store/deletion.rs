//! What counts as a deletion. "Delete everything" leaves nothing in `localStorage`, so it is known by what is missing.

use super::mergeable::Mergeable;

/// Whether the other copy has none of this copy's things, nor a trace of one. Things that are removed one by one leave
/// a trace, so everything was deleted between the two copies.
pub(super) fn nothing_is_left<T: Mergeable>(known: &T, found: Option<&T>) -> bool {
    let ids = known.ids();
    !ids.is_empty() && !ids.iter().any(|id| found.is_some_and(|found| found.knows(*id)))
}

/// What follows from a deletion.
pub(super) struct Deletion<T> {
    /// Whether it was a deletion of what is here.
    pub(super) is_ours: bool,
    /// What was begun since, as it is in the store. It has a trace of each deleted thing that a tab wrote again before it
    /// heard of the deletion, or that this tab is writing at the moment.
    pub(super) since: Option<T>,
    /// What is here, but in no store and not on its way to one: nobody can have deleted it.
    pub(super) unsaved: T,
}

/// What follows for `value` when `old` was deleted and `found` was written. The stores had `stored`, and `sent` was on its
/// way to them. Without `old`, everything stored was deleted.
pub(super) fn deletion<T: Mergeable>(
    value: &T,
    stored: &T,
    sent: &[u32],
    old: Option<&T>,
    found: Option<&T>,
) -> Deletion<T> {
    let ours = value.ids();
    let was_deleted = |id: &u32| old.is_some_and(|old| old.knows(*id));
    let is_ours = old.is_none() || ours.is_empty() || ours.iter().any(was_deleted);
    // Single things that were removed here are gone too, even if the store still has them because a save failed.
    let is_gone = |id: &u32| was_deleted(id) || value.knows(*id) && !ours.contains(id);
    let mut since = found.cloned().unwrap_or_default();
    let mut is_new = false;
    for id in since.ids() {
        if is_gone(&id) {
            since.remove(id);
        } else {
            is_new = true;
        }
    }
    for id in sent.iter().filter(|id| was_deleted(id)) {
        since.remove(*id);
    }
    Deletion {
        is_ours,
        since: is_new.then_some(since),
        unsaved: value.only(|id| !stored.knows(id) && !sent.contains(&id) && !was_deleted(&id)),
    }
}

/// What a text holds, if it can be read.
pub(super) fn load<T: Mergeable>(text: &str) -> Option<T> {
    T::load(text).ok().map(|loaded| loaded.value)
}
