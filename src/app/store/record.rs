//! The record of checks, as a store keeps it.

use super::mergeable::{Loaded, Mergeable};
use crate::domain::check::Revised;
use crate::domain::record::Record;
use crate::formats::stored::{self, StoredError};

impl Mergeable for Record {
    fn load(text: &str) -> Result<Loaded<Self>, StoredError> {
        stored::load(text).map(|loaded| Loaded {
            value: loaded.record,
            unknown: loaded.unknown_statements,
            left_out: loaded.out_of_range,
        })
    }

    fn save(&self) -> String {
        stored::save(self)
    }

    /// The page on which each check was last is no news.
    fn news(&self) -> String {
        let mut record = self.clone();
        for check in &mut record.checks {
            check.place = Revised::default();
        }
        stored::save(&record)
    }

    fn is_empty(&self) -> bool {
        Self::is_empty(self)
    }

    fn ids(&self) -> Vec<u32> {
        self.checks.iter().map(|check| check.id).collect()
    }

    fn knows(&self, id: u32) -> bool {
        self.check(id).is_some() || self.was_removed(id)
    }

    fn only(&self, is_meant: impl Fn(u32) -> bool) -> Self {
        let checks = self.checks.iter().filter(|check| is_meant(check.id));
        Self {
            checks: checks.cloned().collect(),
            removed: Vec::new(),
        }
    }

    fn traces(&self) -> Self {
        Self {
            checks: Vec::new(),
            removed: self.removed.clone(),
        }
    }

    fn remove(&mut self, id: u32) {
        Self::merge(
            self,
            Self {
                checks: Vec::new(),
                removed: vec![id],
            },
        );
    }

    fn merge(&mut self, other: Self) {
        Self::merge(self, other);
    }

    fn set_again(&mut self, base: &Self, ours: &Self) {
        let revision = self.next_revision();
        for ours in &ours.checks {
            // A check that this page began, or that another copy has deleted, has no competing change.
            if let (Some(base), Some(check)) = (base.check(ours.id), self.check_mut(ours.id)) {
                check.set_again(base, ours, revision);
            }
        }
    }
}
