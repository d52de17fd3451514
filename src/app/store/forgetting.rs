//! One text in two stores: what follows from a deletion, and for a page that may have missed one.

use super::deletion::{Deletion, deletion, load, nothing_is_left};
use super::door::Task;
use super::known::{Durable, Kept, Outcome, Store};
use super::mergeable::Mergeable;

impl<T: Mergeable> Store<T> {
    /// The page is visible again. While it was hidden it may have missed a deletion.
    pub(super) fn came_back(
        &mut self,
        value: &mut T,
        known: Option<&str>,
        found: Option<&str>,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) {
        // By now the other tabs have heard of the last deletion.
        self.deleted = None;
        if self.reads > 0 {
            // A pending read may be stale: from before the deletion.
            self.read_again(tasks);
        }
        match found {
            Some(found) if known != Some(found) => self.found_again(value, found, tasks, outcome),
            // "Delete everything" empties both stores; if the other one still has its copy, nobody pressed it.
            None if !value.is_empty() => {
                if self.durable == Durable::Refused {
                    if known.is_some() {
                        self.was_deleted(value, tasks, outcome);
                    }
                } else {
                    self.lost = true;
                    if self.kept == Kept::Saved {
                        self.kept = Kept::Pending;
                    }
                    self.durable = Durable::Reading;
                    if self.reads == 0 {
                        self.read_again(tasks);
                    }
                }
            }
            _ => {}
        }
    }

    /// A text that was written while the page was away.
    pub(super) fn found_again(
        &mut self,
        value: &mut T,
        text: &str,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) {
        match load(text) {
            Some(found) if nothing_is_left(&self.stored, Some(&found)) => {
                let old = self.stored.clone();
                self.deleted(value, Some(&old), Some(text), tasks, outcome);
            }
            _ => self.found_elsewhere(value, text, tasks, outcome),
        }
    }

    /// `old` was deleted, and the text `found` is there now.
    pub(super) fn deleted(
        &mut self,
        value: &mut T,
        old: Option<&T>,
        found: Option<&str>,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) {
        let now = found.and_then(load);
        let mut sent = Vec::new();
        for (_, value) in &self.sent {
            sent.append(&mut value.ids());
        }
        let deletion = deletion(value, &self.stored, &sent, old, now.as_ref());
        self.leave(value, deletion, tasks, outcome);
        match (found, now) {
            (Some(found), None) => {
                self.take_in(value, found, tasks, outcome);
            }
            _ if value.is_empty() => {}
            (_, Some(now)) if now.save() == value.save() => self.in_local = Some(Ok(())),
            _ => self.save(value, tasks),
        }
    }

    /// Both stores lost what was in them while the page was away: that was a deletion.
    pub(super) fn was_deleted(&mut self, value: &mut T, tasks: &mut Vec<Task>, outcome: &mut Outcome) {
        let old = self.stored.clone();
        self.deleted(value, Some(&old), None, tasks, outcome);
    }

    /// Leaves what was begun since a deletion.
    fn leave(&mut self, value: &mut T, deletion: Deletion<T>, tasks: &mut Vec<Task>, outcome: &mut Outcome) {
        if deletion.is_ours && !value.is_empty() {
            outcome.deleted = true;
            if deletion.since.is_none() {
                tasks.push(Task::Remove);
            }
            self.forget(value, tasks);
            value.merge(deletion.unsaved);
        }
        if let Some(since) = deletion.since {
            if let Some(base) = &mut self.base {
                base.merge(since.clone());
            }
            self.stored.merge(since.clone());
            value.merge(since);
            outcome.taken = true;
        }
    }

    /// Empties the memory after a deletion.
    pub(super) fn forget(&mut self, value: &mut T, tasks: &mut Vec<Task>) {
        let mut deleted = std::mem::take(value);
        if let Some(before) = self.deleted.take() {
            deleted.merge(before);
        }
        *self = Self {
            // Answers to saves from before the deletion are stale.
            number: self.number.wrapping_add(1),
            local: self.local,
            durable: self.durable,
            reads: self.reads,
            deleted: Some(deleted),
            base: self.base.as_ref().map(|_| T::default()),
            ..Self::default()
        };
        if self.reads > 0 || self.durable == Durable::Silent {
            // A pending read may be from before the deletion, and a silent store may answer again.
            self.read_again(tasks);
        }
        tasks.push(Task::Hold(None));
    }

    /// The durable store's text without what was deleted since: another tab may have written that before it heard of the
    /// deletion.
    pub(super) fn without_deleted(&self, value: &T, text: String) -> Option<String> {
        let Some(mut found) = load::<T>(&text) else {
            return Some(text);
        };
        let here = value.ids();
        let was_deleted = |id: u32| self.deleted.as_ref().is_some_and(|deleted| deleted.knows(id));
        let is_deleted = |id: &u32| was_deleted(*id) && !here.contains(id);
        let (deleted, since): (Vec<_>, Vec<_>) = found.ids().into_iter().partition(is_deleted);
        if deleted.is_empty() {
            return Some(text);
        }
        for id in deleted {
            found.remove(id);
        }
        (!since.is_empty()).then(|| found.save())
    }

    fn read_again(&mut self, tasks: &mut Vec<Task>) {
        self.reads += 1;
        tasks.push(Task::ReadDurable);
    }
}
