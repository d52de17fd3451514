//! Everything this product keeps on a device: the checks, in progress and finished.

use super::check::Check;
use super::day::Day;
use super::order::{merge_by, sort_by};

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
        let mut finished: Vec<_> = self
            .checks
            .iter()
            .filter(|check| check.finished.value.is_some())
            .collect();
        let newness = |check: &Check| (check.finished.value, check.revision());
        sort_by(&mut finished, |one, two| newness(one) > newness(two));
        finished
    }

    /// Restores the order of the checks after one was added.
    pub fn sort(&mut self) {
        sort_by(&mut self.checks, |one, two| one.id < two.id);
    }

    /// Takes in another copy: unknown checks are added, known ones merged field by field, deleted ones dropped.
    /// Says whether anything changed. The outcome does not depend on which copy takes in which.
    pub fn merge(&mut self, other: Self) -> bool {
        let mut changed = merge_by(&mut self.removed, other.removed, Ord::cmp, |_, _| false);
        let Self { checks, removed } = self;
        let is_kept = |check: &Check| removed.binary_search(&check.id).is_err();
        checks.retain(is_kept);
        let mut theirs = other.checks;
        theirs.retain(is_kept);
        let by_id = |one: &Check, two: &Check| one.id.cmp(&two.id);
        changed |= merge_by(checks, theirs, by_id, |mine, theirs| {
            mine.merge(std::mem::replace(theirs, Check::new(0, Day(0))))
        });
        changed
    }
}
