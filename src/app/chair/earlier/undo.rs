//! What the last thing changed, so that it can be taken back.

use crate::domain::check::Check;
use crate::domain::folder::Item;

/// How the last thing is taken back: what it changed, as it was before and as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    pub(super) checks: Vec<Change<Option<Check>>>,
    pub(super) items: Vec<Change<Item>>,
}

/// A change of the thing with this id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change<T> {
    pub(super) id: u32,
    pub(super) before: T,
    pub(super) after: T,
}

/// Notes a change. Of a thing that changes twice the first state and the last one count.
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
