//! One text in two stores: handles their replies.

use super::deletion::{load, nothing_is_left};
use super::door::{Heard, LocalStore, SaveError, Task};
use super::known::{Begun, Durable, Kept, Outcome, Store, Trouble};
use super::mergeable::Mergeable;
use crate::formats::stored::StoredError;

impl<T: Mergeable> Store<T> {
    /// Takes in what the page had when it started.
    pub fn begin(&mut self, value: &mut T, begun: Begun<'_>, tasks: &mut Vec<Task>) -> Outcome {
        let mut outcome = Outcome::default();
        self.local = begun.local;
        // What an older release kept aside because a newer one had written it.
        for text in self.aside.clone() {
            if T::load(&text).is_ok_and(|loaded| loaded.left_out == 0) {
                self.take_in(value, &text, tasks, &mut outcome);
            }
        }
        if let Some(text) = begun.stored
            && self.take_in(value, text, tasks, &mut outcome).is_some()
        {
            self.in_local = Some(Ok(()));
        }
        if let Some(text) = begun.held {
            self.take_in(value, text, tasks, &mut outcome);
            self.in_local = None;
        }
        outcome
    }

    /// Asks the browser to keep the value, which has changed.
    pub fn save(&mut self, value: &T, tasks: &mut Vec<Task>) {
        self.number = self.number.wrapping_add(1);
        self.in_local = None;
        self.in_durable = None;
        if let Some(error) = self.locked() {
            self.kept = Kept::Not(error);
            tasks.push(Task::Hold(Some(value.save())));
            return;
        }
        if !matches!(self.kept, Kept::Not(_)) {
            self.kept = Kept::Pending;
        }
        // Otherwise the save is made once the text in the way is kept aside, or the durable store has answered.
        if self.setting_aside == 0 && !self.lost {
            // One turn asks for one save: the second would write over what the first has met.
            tasks.retain(|task| !matches!(task, Task::Save { .. }));
            let durable = self.durable == Durable::Ready;
            if durable {
                self.sent.truncate(1);
                self.sent.push((self.number, value.clone()));
            }
            tasks.push(Task::Save {
                text: value.save(),
                number: self.number,
                durable,
            });
        }
    }

    /// Takes in what the browser says.
    pub fn hear(&mut self, value: &mut T, heard: Heard, tasks: &mut Vec<Task>) -> Outcome {
        let mut outcome = Outcome::default();
        match heard {
            Heard::DurableRead(Ok(text)) => self.durable_read(value, text, tasks, &mut outcome),
            Heard::DurableSilent => self.durable_silent(value, tasks, &mut outcome),
            Heard::DurableSaved(number, result) => self.durable_saved(value, number, result, tasks),
            Heard::DurableFound(number, text) => self.durable_found(value, number, text, tasks, &mut outcome),
            heard => return self.hear_early(value, heard, tasks),
        }
        outcome
    }

    /// The same as long as there is no durable store that could answer.
    pub fn hear_early(&mut self, value: &mut T, heard: Heard, tasks: &mut Vec<Task>) -> Outcome {
        let mut outcome = Outcome::default();
        match heard {
            Heard::DurableRead(Err(_)) => self.durable_refused(value, tasks, &mut outcome),
            Heard::LocalSaved(number, result) => {
                if number == self.number {
                    if result.is_ok() {
                        self.stored.merge(value.clone());
                    }
                    self.in_local = Some(result);
                    self.settle();
                }
            }
            Heard::SetAside(result) => self.set_aside(value, result, tasks),
            Heard::FoundElsewhere(text) => self.found_elsewhere(value, &text, tasks, &mut outcome),
            Heard::Removed { old, found } => {
                let old: Option<T> = old.as_deref().and_then(load);
                self.deleted(value, old.as_ref(), found.as_deref(), tasks, &mut outcome);
            }
            Heard::CameBack { known, found } => {
                self.came_back(value, known.as_deref(), found.as_deref(), tasks, &mut outcome);
            }
            Heard::Emptied
            | Heard::DurableRead(Ok(_))
            | Heard::DurableSilent
            | Heard::DurableSaved(..)
            | Heard::DurableFound(..) => {}
        }
        outcome
    }

    /// Forgets the value after the user has deleted everything here. The browser empties both stores.
    pub fn delete(&mut self, value: &mut T, tasks: &mut Vec<Task>) {
        self.forget(value, tasks);
    }

    /// Takes a text in: merges it, or keeps it aside, or, where a newer version wrote it, makes sure that nothing is
    /// written over it. Gives the text of what was merged, if that was all of it.
    pub(super) fn take_in(
        &mut self,
        value: &mut T,
        text: &str,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) -> Option<String> {
        match T::load(text) {
            Ok(loaded) => {
                let theirs = loaded.value.save();
                if let Some(base) = &mut self.base {
                    base.merge(loaded.value.clone());
                }
                self.stored.merge(loaded.value.clone());
                value.merge(loaded.value);
                outcome.taken = true;
                outcome.unknown = outcome.unknown.max(loaded.unknown);
                outcome.left_out = outcome.left_out.max(loaded.left_out);
                if loaded.left_out > 0 {
                    self.keep_aside(text, tasks);
                    return None;
                }
                Some(theirs)
            }
            // Whoever begins beside a newer version's text has it kept aside.
            Err(StoredError::NewerVersion) if self.aside.iter().any(|kept| kept == text) => None,
            Err(error) => {
                let met = match error {
                    StoredError::NewerVersion => Trouble::NewerVersion,
                    StoredError::Unreadable => Trouble::Unreadable,
                };
                outcome.met = Some(met);
                if self.locked().is_none() {
                    self.trouble = Some(met);
                }
                if met == Trouble::Unreadable {
                    self.keep_aside(text, tasks);
                } else if !self.newer.iter().any(|kept| kept == text) {
                    self.newer.push(text.to_owned());
                }
                None
            }
        }
    }

    /// Keeps what a newer version wrote aside, as it is, and goes on in its place.
    pub fn begin_beside(&mut self, tasks: &mut Vec<Task>) {
        if self.trouble == Some(Trouble::NewerVersion) {
            self.trouble = None;
        }
        for text in std::mem::take(&mut self.newer) {
            self.keep_aside(&text, tasks);
        }
    }

    fn keep_aside(&mut self, text: &str, tasks: &mut Vec<Task>) {
        if !self.aside.iter().any(|kept| kept == text) {
            self.aside.push(text.to_owned());
            self.setting_aside += 1;
            tasks.push(Task::SetAside(text.to_owned()));
        }
    }

    fn set_aside(&mut self, value: &T, result: Result<(), SaveError>, tasks: &mut Vec<Task>) {
        if self.setting_aside == 0 {
            return;
        }
        self.setting_aside -= 1;
        if let Err(error) = result {
            // The unreadable text is still under our key: writing there would destroy it.
            if self.locked().is_none() {
                self.trouble = Some(Trouble::NotAside(error));
            }
            self.kept = Kept::Not(error);
            tasks.push(Task::Hold(Some(value.save())));
        } else if self.setting_aside == 0 {
            // Save what could be read, so that the unreadable text is not met again.
            self.save(value, tasks);
        }
    }

    fn durable_read(
        &mut self,
        value: &mut T,
        text: Option<String>,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) {
        self.reads = self.reads.saturating_sub(1);
        if self.reads > 0 {
            return;
        }
        // It has answered all earlier saves; those that had not begun were dropped.
        self.sent.clear();
        let lost = std::mem::take(&mut self.lost);
        let text = text.and_then(|text| self.without_deleted(value, text));
        // "Delete everything" leaves traces of it, and nothing else.
        let found: Option<T> = text.as_deref().and_then(load);
        let found = found.filter(|found| !found.ids().is_empty());
        if lost && nothing_is_left(&self.stored, found.as_ref()) {
            self.was_deleted(value, tasks, outcome);
        }
        let before = value.save();
        self.durable = Durable::Ready;
        // The durable copy may be the newer one, with higher revisions, and still older than what this page has set.
        let ours = self.base.take().map(|base| (base, value.clone()));
        let theirs = text
            .as_deref()
            .and_then(|text| self.take_in(value, text, tasks, outcome));
        if let Some((base, ours)) = ours {
            value.set_again(&base, &ours);
        }
        let now = value.save();
        if value.is_empty() {
            self.kept = Kept::Nothing;
        } else if theirs.as_ref() == Some(&now) && before == now && self.in_local == Some(Ok(())) && !lost {
            self.in_durable = Some(Ok(()));
            self.settle();
        } else {
            self.save(value, tasks);
        }
    }

    /// The durable store cannot be read: `localStorage` alone decides.
    fn durable_refused(&mut self, value: &mut T, tasks: &mut Vec<Task>, outcome: &mut Outcome) {
        self.reads = self.reads.saturating_sub(1);
        self.durable = Durable::Refused;
        self.local_decides(value, tasks, outcome);
    }

    fn local_decides(&mut self, value: &mut T, tasks: &mut Vec<Task>, outcome: &mut Outcome) {
        if std::mem::take(&mut self.lost) && !self.stored.is_empty() {
            self.was_deleted(value, tasks, outcome);
        } else if self.local == LocalStore::Refused {
            self.kept = Kept::Not(SaveError::Refused);
        } else if value.is_empty() {
            self.kept = Kept::Nothing;
        } else if self.number == 0 && self.in_local.is_none() {
            self.save(value, tasks);
        } else {
            self.settle();
        }
    }

    /// The durable store does not answer. A late answer is taken in all the same.
    fn durable_silent(&mut self, value: &mut T, tasks: &mut Vec<Task>, outcome: &mut Outcome) {
        let was = std::mem::replace(&mut self.durable, Durable::Silent);
        match was {
            // It alone knows whether what is missing was deleted.
            Durable::Reading if self.lost => self.kept = Kept::Not(SaveError::Refused),
            Durable::Reading => self.local_decides(value, tasks, outcome),
            Durable::Ready if matches!(self.kept, Kept::Pending | Kept::Not(_)) => self.settle(),
            Durable::Ready | Durable::Silent | Durable::Refused => self.durable = was,
        }
    }

    /// The durable store has answered a save. Gives what it was asked to keep.
    fn answered(&mut self, number: u32) -> Option<T> {
        let kept = self.sent.iter().find(|(sent, _)| *sent == number);
        let kept = kept.map(|(_, kept)| kept.clone());
        // It took the place of older ones.
        self.sent.retain(|(sent, _)| *sent > number);
        kept
    }

    fn durable_saved(
        &mut self,
        value: &T,
        number: u32,
        result: Result<(), SaveError>,
        tasks: &mut Vec<Task>,
    ) {
        // What was on its way before a deletion was forgotten with it.
        if let Some(sent) = self.answered(number)
            && result.is_ok()
        {
            self.stored.merge(sent);
            self.deleted = None;
        }
        if result == Err(SaveError::Refused) {
            self.durable = Durable::Refused;
        } else if self.durable == Durable::Silent {
            // It was silent and answers after all. Meanwhile it may have missed something.
            self.durable = Durable::Ready;
            if number != self.number && !value.is_empty() {
                return self.save(value, tasks);
            }
        }
        if number == self.number {
            self.in_durable = Some(result);
            self.settle();
        }
    }

    fn durable_found(
        &mut self,
        value: &mut T,
        number: u32,
        text: String,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) {
        self.answered(number);
        // If it was silent, it answers after all.
        self.durable = Durable::Ready;
        let text = self.without_deleted(value, text);
        let theirs = text.and_then(|text| self.meet(value, &text, tasks, outcome));
        if value.is_empty() {
            return;
        }
        if number == self.number && theirs.is_some_and(|theirs| theirs == value.save()) {
            self.in_durable = Some(Ok(()));
            self.settle();
        } else {
            self.save(value, tasks);
        }
    }

    pub(super) fn found_elsewhere(
        &mut self,
        value: &mut T,
        text: &str,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) {
        if std::mem::take(&mut self.lost) {
            return self.found_again(value, text, tasks, outcome);
        }
        let theirs = self.meet(value, text, tasks, outcome);
        // The save that found the text was skipped. Save again even if the text contains our change: otherwise the
        // status stays at "Saving".
        let waiting = self.kept == Kept::Pending && self.in_local.is_none();
        if waiting || theirs.is_none_or(|theirs| theirs != value.save()) {
            self.save(value, tasks);
        } else {
            self.in_local = Some(Ok(()));
            if self.kept != Kept::Nothing {
                self.settle();
            }
        }
    }

    /// Takes in a text of another tab.
    fn meet(
        &mut self,
        value: &mut T,
        text: &str,
        tasks: &mut Vec<Task>,
        outcome: &mut Outcome,
    ) -> Option<String> {
        // Traces are not shown, so they are no news.
        let shown = |value: &T| value.only(|_| true).news();
        let before = (!value.is_empty()).then(|| shown(value));
        let theirs = self.take_in(value, text, tasks, outcome);
        outcome.changed = before.is_some_and(|before| before != shown(value));
        theirs
    }
}
