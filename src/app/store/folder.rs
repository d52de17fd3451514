//! The folder of comparisons and plans, as a store keeps it.

use super::mergeable::{Loaded, Mergeable};
use crate::domain::entry::Item;
use crate::domain::folder::Folder;
use crate::formats::folder;
use crate::formats::stored::StoredError;

impl Mergeable for Folder {
    fn load(text: &str) -> Result<Loaded<Self>, StoredError> {
        folder::load(text).map(|value| Loaded {
            value,
            ..Loaded::default()
        })
    }

    fn save(&self) -> String {
        folder::save(self)
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn ids(&self) -> Vec<u32> {
        let here = self.entries.iter().filter(|entry| entry.item != Item::Removed);
        here.map(|entry| entry.id).collect()
    }

    fn knows(&self, id: u32) -> bool {
        self.has(id)
    }

    fn only(&self, is_meant: impl Fn(u32) -> bool) -> Self {
        let here = self.entries.iter().filter(|entry| entry.item != Item::Removed);
        let meant = here.filter(|entry| is_meant(entry.id));
        Self {
            entries: meant.cloned().collect(),
        }
    }

    fn traces(&self) -> Self {
        let traces = self.entries.iter().filter(|entry| entry.item == Item::Removed);
        Self {
            entries: traces.cloned().collect(),
        }
    }

    fn remove(&mut self, id: u32) {
        self.set(id, Item::Removed);
    }

    fn merge(&mut self, other: Self) {
        Self::merge(self, other);
    }

    fn set_again(&mut self, base: &Self, ours: &Self) {
        Self::set_again(self, base, ours);
    }
}
