//! What a screen that changes the folder needs beside its own state.

use super::claim::{self, Claim, Claimed};
use super::context::Context;
use super::known;
use crate::app::state::draw_id;
use crate::domain::entry::Item;
use crate::domain::folder::Folder;

/// The context to read, and the folder to change.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) context: &'a Context,
    /// Read it here; only [`Self::put`] changes it.
    pub(super) folder: &'a mut Folder,
    /// A random number from which ids are drawn.
    pub(super) seed: &'a mut u32,
    /// Whether the folder was changed and is to be kept.
    pub(super) unsaved: &'a mut bool,
    /// Who says to belong to an organisation that was there before.
    pub(super) claims: &'a mut Vec<Claim>,
}

impl Shared<'_> {
    /// An id that no entry and no check on this device has or had.
    pub(super) fn new_id(&mut self) -> u32 {
        let (folder, record) = (&*self.folder, &self.context.record);
        let is_taken = |id| folder.has(id) || record.check(id).is_some() || record.was_removed(id);
        draw_id(self.seed, is_taken)
    }

    /// Remembers to ask about new people of a comparison: the numbers of the organisations that they claim to belong to, and
    /// their positions. Call it once the comparison is in the folder, where they have ids.
    pub(super) fn claim(&mut self, id: u32, claimed: Claimed) {
        if let Some(comparison) = self.folder.comparison(id) {
            claim::add(self.claims, (id, comparison), claimed);
        }
    }

    /// Sets an entry of the folder. Partners and steps that are new to it get their ids here, and a comparison the words
    /// of own statements. `update` keeps the
    /// folder after each message that changed it.
    pub(super) fn put(&mut self, id: u32, mut item: Item) {
        item.number(|| draw_id(self.seed, |_| false));
        if let Item::Comparison(comparison) = &mut item {
            known::fill(comparison, self.folder, &self.context.record);
        }
        self.folder.set(id, item);
        *self.unsaved = true;
    }
}
