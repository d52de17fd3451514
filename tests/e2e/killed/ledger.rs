//! What the person was told: what is saved, what is deleted, and what was done since and may be either.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

/// What is on the device, each thing by name with what is said of it: `check Tea 4` is `finished`.
pub(crate) type Facts = BTreeMap<String, String>;

/// What was done in a browser, and how much of it the browser has called saved.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Called saved.
    told: Facts,
    /// What was done since, in order: a thing, and what it became or that it went.
    since: Vec<(String, Option<String>)>,
}

impl Ledger {
    /// Notes what is just being done, before it is.
    pub(crate) fn does(&mut self, name: impl Into<String>, becomes: impl Into<String>) {
        self.since.push((name.into(), Some(becomes.into())));
    }

    /// Notes what is just being deleted: this, and all whose name goes on behind it.
    pub(crate) fn deletes(&mut self, prefix: &str) {
        let gone: BTreeSet<String> = self.names().filter(|name| is_under(name, prefix)).collect();
        self.since.extend(gone.into_iter().map(|name| (name, None)));
    }

    /// The browser says that all of it is saved, or deleted.
    pub(crate) fn is_told(&mut self) {
        self.told = self.now();
        self.since.clear();
    }

    /// What is there when all that is under way has ended.
    pub(crate) fn now(&self) -> Facts {
        let mut now = self.told.clone();
        for (name, becomes) in &self.since {
            match becomes {
                Some(becomes) => now.insert(name.clone(), becomes.clone()),
                None => now.remove(name),
            };
        }
        now
    }

    fn names(&self) -> impl Iterator<Item = String> {
        self.told
            .keys()
            .chain(self.since.iter().map(|(name, _)| name))
            .cloned()
    }

    /// Compares it with what is there after a kill. A thing is as it was told, or as something made it that was done since.
    /// From then on that is what was told.
    pub(crate) fn compare(&mut self, seen: Facts) -> Result<()> {
        let names: BTreeSet<String> = self.names().chain(seen.keys().cloned()).collect();
        let mut faults = Vec::new();
        for name in names {
            let told = self.told.get(&name);
            let found = seen.get(&name);
            let since = self.since.iter().filter(|(changed, _)| *changed == name);
            let mut may_be = since.map(|(_, becomes)| becomes.as_ref()).chain([told]);
            if !may_be.any(|allowed| allowed == found) {
                faults.push(format!("{name}: told {told:?}, found {found:?}"));
            }
        }
        ensure!(
            faults.is_empty(),
            "After the kill:\n{}\nDone and not yet called saved: {:?}",
            faults.join("\n"),
            self.since
        );
        self.told = seen;
        self.since.clear();
        Ok(())
    }
}

fn is_under(name: &str, prefix: &str) -> bool {
    let rest = name.strip_prefix(prefix);
    rest.is_some_and(|rest| rest.is_empty() || prefix.is_empty() || rest.starts_with(' '))
}

#[test]
fn what_was_told_is_missed_and_what_is_under_way_is_not() {
    let facts = |names: &[&str]| -> Facts {
        let fact = |name: &&str| ((*name).to_owned(), String::from("x"));
        names.iter().map(fact).collect()
    };
    let told = || {
        let mut ledger = Ledger::default();
        ledger.does("check 1", "x");
        ledger.does("check 12", "x");
        ledger.is_told();
        ledger
    };
    assert!(told().compare(facts(&["check 1", "check 12"])).is_ok());
    assert!(told().compare(facts(&["check 1"])).is_err());
    assert!(
        told()
            .compare(facts(&["check 1", "check 12", "check 3"]))
            .is_err()
    );
    let mut ledger = told();
    ledger.deletes("check 1");
    ledger.does("check 3", "x");
    assert!(ledger.compare(facts(&["check 12"])).is_ok());
    assert!(ledger.compare(facts(&["check 1", "check 12"])).is_err());
    let mut ledger = told();
    ledger.deletes("");
    ledger.is_told();
    assert!(ledger.compare(facts(&["check 12"])).is_err());
}
