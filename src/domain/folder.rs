//! The chair's comparisons, plans and statements, kept on a device beside the own checks.
//!
//! Two copies of a folder (two tabs, `localStorage` and `IndexedDB`) are merged entry by entry, and within one partner by
//! partner or step by step: the higher revision wins. A revision is a counter, never a clock. What was removed stays as
//! an empty entry or as a mark, so that another copy does not bring it back.

use std::cmp::Reverse;

use super::comparison::Comparison;
use super::entry::{Entry, Item};
use super::extra::Extra;
use super::order::merge_by;
use super::plan::Plan;

/// The comparisons, plans and statements on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The entries, ordered by id, so that equal folders are equal texts.
    pub entries: Vec<Entry>,
}

impl Folder {
    /// The comparison with this id.
    pub fn comparison(&self, id: u32) -> Option<&Comparison> {
        self.comparisons()
            .find_map(|(found, comparison)| (found == id).then_some(comparison))
    }

    /// All comparisons with their ids, ordered by id.
    pub fn comparisons(&self) -> impl Iterator<Item = (u32, &Comparison)> {
        self.entries.iter().filter_map(|entry| match &entry.item {
            Item::Comparison(comparison) => Some((entry.id, comparison)),
            Item::Removed | Item::Plan { .. } | Item::Statements(_) => None,
        })
    }

    /// The plan of the check or comparison with this id, and the id of its entry. If two tabs began one at the same
    /// moment there are two: the one that was changed last counts.
    pub fn plan(&self, of: u32) -> Option<(u32, &Plan)> {
        let plans = self.entries.iter().filter_map(|entry| match &entry.item {
            Item::Plan { of: found, plan } if *found == of => Some((entry.revision, entry.id, plan)),
            _ => None,
        });
        let newest = plans.max_by_key(|(revision, ..)| *revision);
        newest.map(|(_, id, plan)| (id, plan))
    }

    /// The statements that the chair added to invitations, with the ids of their entries, newest first.
    pub fn statements(&self) -> Vec<(u32, &Extra)> {
        let sets = self.entries.iter().filter_map(|entry| match &entry.item {
            Item::Statements(set) => Some((entry.revision, entry.id, set)),
            _ => None,
        });
        let mut sets: Vec<_> = sets.collect();
        sets.sort_unstable_by_key(|(revision, id, _)| Reverse((*revision, *id)));
        sets.into_iter().map(|(_, id, set)| (id, set)).collect()
    }

    /// Sets an entry, with the next revision.
    pub fn set(&mut self, id: u32, item: Item) {
        let revision = self.next_revision();
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
            entry.set(revision, item);
        } else {
            let place = self.entries.partition_point(|entry| entry.id < id);
            self.entries.insert(place, Entry::new(id, revision, item));
        }
    }

    /// What the entry with this id holds; one that is not there is like one that was removed.
    pub fn item(&self, id: u32) -> &Item {
        let entry = self.entries.iter().find(|entry| entry.id == id);
        entry.map_or(&Item::Removed, |entry| &entry.item)
    }

    /// Whether an entry has this id, a removed one included.
    pub fn has(&self, id: u32) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// The number of the change that set an entry; 0 if there is none with this id.
    pub fn revision(&self, id: u32) -> u32 {
        let entry = self.entries.iter().find(|entry| entry.id == id);
        entry.map_or(0, |entry| entry.revision)
    }

    /// The number for the next change: one more than any seen so far. Saturates, far out of reach.
    fn next_revision(&self) -> u32 {
        let newest = self.entries.iter().map(|entry| entry.revision).max();
        newest.unwrap_or(0).saturating_add(1)
    }

    /// Takes in another copy; says whether anything changed. See [`Entry::merge`].
    pub fn merge(&mut self, other: Self) -> bool {
        let by_id = |one: &Entry, two: &Entry| one.id.cmp(&two.id);
        merge_by(&mut self.entries, other.entries, by_id, |mine, theirs| {
            mine.merge(theirs)
        })
    }

    /// Sets again what `ours` has changed since `base` in entries that are in both, so that it counts as newer than
    /// anything here. An entry that was begun since has nobody to contend with.
    pub fn set_again(&mut self, base: &Self, ours: &Self) {
        for entry in &ours.entries {
            if base.has(entry.id) && !base.entries.contains(entry) && !self.entries.contains(entry) {
                let item = self
                    .item(entry.id)
                    .changed_again(base.item(entry.id), &entry.item);
                self.set(entry.id, item);
            }
        }
    }
}
