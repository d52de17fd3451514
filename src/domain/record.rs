//! Everything this product keeps on a device: the checks, in progress and finished.

use std::cmp::Reverse;

use super::check::Check;
use super::day::Day;
use super::order::merge_by;

/// The checks on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The checks, ordered by id, so that equal records are equal texts.
    pub checks: Vec<Check>,
    /// Ids of checks that were deleted, in their order. They stay, so that another copy (another tab, the other
    /// store) does not bring such a check back. One that is wanted back gets another id, see [`Self::current_id`].
    pub removed: Vec<u32>,
}

impl Record {
    /// The number for the next change: one more than any seen so far. Saturates, far out of reach.
    pub fn next_revision(&self) -> u32 {
        self.checks
            .iter()
            .map(Check::revision)
            .max()
            .unwrap_or(0)
            .saturating_add(1)
    }

    /// Whether there is nothing on this device, not even the trace of something deleted.
    pub fn is_empty(&self) -> bool {
        self.checks.is_empty() && self.removed.is_empty()
    }

    /// Whether a check with this id was deleted.
    pub fn was_removed(&self, id: u32) -> bool {
        self.removed.binary_search(&id).is_ok()
    }

    /// The id under which the check with this id is kept: its own or, after it was deleted, the one under which it
    /// comes back. Every copy of the record finds the same one, so a check that is brought back twice is one check.
    pub fn current_id(&self, id: u32) -> u32 {
        let mut id = id;
        while self.was_removed(id) {
            // A step of another sequence than the one from which ids are drawn. It visits every number, so it ends.
            id = id.wrapping_mul(22_695_477).wrapping_add(1);
        }
        id
    }

    /// The check with this id.
    pub fn check(&self, id: u32) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }

    /// The check with this id, to be changed.
    pub fn check_mut(&mut self, id: u32) -> Option<&mut Check> {
        self.checks.iter_mut().find(|check| check.id == id)
    }

    /// The check that was worked on last and is not finished.
    pub fn in_progress(&self) -> Option<&Check> {
        self.checks
            .iter()
            .filter(|check| check.finished.value.is_none())
            .max_by_key(|check| check.revision())
    }

    /// The finished checks, newest first.
    pub fn finished(&self) -> Vec<&Check> {
        self.newest_first(true)
    }

    /// The checks that are not finished, the one worked on last first.
    pub fn unfinished(&self) -> Vec<&Check> {
        self.newest_first(false)
    }

    fn newest_first(&self, finished: bool) -> Vec<&Check> {
        let is_meant = |check: &&Check| check.finished.value.is_some() == finished;
        let mut found: Vec<_> = self.checks.iter().filter(is_meant).collect();
        found.sort_unstable_by_key(|check| (Reverse((check.finished.value, check.revision())), check.id));
        found
    }

    /// Restores the order of the checks after one was added.
    pub fn sort(&mut self) {
        self.add(Vec::new());
    }

    /// Adds checks, those with a known id field by field; says whether anything changed.
    fn add(&mut self, checks: Vec<Check>) -> bool {
        let by_id = |one: &Check, two: &Check| one.id.cmp(&two.id);
        merge_by(&mut self.checks, checks, by_id, |mine, theirs| {
            mine.merge(std::mem::replace(theirs, Check::new(0, Day(0))))
        })
    }

    /// Takes in another copy: unknown checks are added, known ones merged field by field, deleted ones dropped.
    /// Says whether anything changed. The outcome does not depend on which copy takes in which.
    pub fn merge(&mut self, other: Self) -> bool {
        let before = self.removed.len();
        self.removed.extend(other.removed);
        self.removed.sort_unstable();
        self.removed.dedup();
        let changed = self.removed.len() > before;
        let (removed, mut theirs) = (&self.removed, other.checks);
        for checks in [&mut self.checks, &mut theirs] {
            checks.retain(|check| removed.binary_search(&check.id).is_err());
        }
        self.add(theirs) | changed
    }
}
