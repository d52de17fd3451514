//! What the model needs of what is kept: things that a person begins, writes a word into, and removes.

use partnership_health_check::app::store::Mergeable;
use partnership_health_check::domain::check::{Check, NoteId, Revised};
use partnership_health_check::domain::comparison::Comparison;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;

/// Something kept in which a person can begin things, write a word into each, and remove them.
pub(super) trait Sample: Mergeable + PartialEq + std::fmt::Debug {
    fn write(&mut self, id: u32, word: &str);
    fn word(&self, id: u32) -> String;
}

impl Sample for Record {
    fn write(&mut self, id: u32, word: &str) {
        let revision = self.next_revision();
        if self.check(id).is_none() {
            self.checks.push(Check::new(id, Day(20_000)));
            self.sort();
        }
        let check = self.check_mut(id).expect("a check");
        check.notes[NoteId::VALUE.index()] = Revised {
            revision,
            value: word.to_owned(),
        };
    }

    fn word(&self, id: u32) -> String {
        self.check(id).expect("a check").note(NoteId::VALUE).to_owned()
    }
}

impl Sample for Folder {
    fn write(&mut self, id: u32, word: &str) {
        let mut comparison = Comparison::new(Day(20_000));
        word.clone_into(&mut comparison.name);
        self.set(id, Item::Comparison(comparison));
    }

    fn word(&self, id: u32) -> String {
        self.comparison(id).expect("a comparison").name.clone()
    }
}
