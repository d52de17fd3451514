//! The changes of the last act, for undo.

use crate::domain::check::Check;
use crate::domain::entry::Item;

/// The changes of the last act: each changed thing before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    pub(super) checks: Vec<Change<Option<Check>>>,
    pub(super) items: Vec<Change<Item>>,
    /// The plans that were kept before the act without the thing that they belong to, by the ids of their entries.
    pub(super) alone: Vec<u32>,
}

/// A change of the thing with this id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change<T> {
    pub(super) id: u32,
    pub(super) before: T,
    pub(super) after: T,
}

/// Notes a change. If a thing changes twice, its first and its last state count.
fn note<T>(changes: &mut Vec<Change<T>>, id: u32, before: T, after: T) {
    match changes.iter_mut().find(|change| change.id == id) {
        Some(change) => change.after = after,
        None => changes.push(Change { id, before, after }),
    }
}

impl Undo {
    /// A check changed; `None` before is a new one, `None` after a deleted one.
    pub(super) fn check(&mut self, id: u32, before: Option<Check>, after: Option<Check>) {
        note(&mut self.checks, id, before, after);
    }

    /// An entry of the folder changed.
    pub(super) fn item(&mut self, id: u32, before: Item, after: Item) {
        note(&mut self.items, id, before, after);
    }
}
