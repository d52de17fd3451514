//! A browser in which checks and comparisons are made, saved, opened, deleted and taken back.

use std::collections::BTreeMap;

use partnership_health_check::app::chair::Message;
use partnership_health_check::app::chair::compare::Message as Compare;
use partnership_health_check::app::chair::earlier::{Message as Kept, Thing};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::domain::check::{NoteId, Revised};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::{digest, export, folder, link};

use super::in_and_out::finished;
use super::support::{TODAY, all, named, without_ids};
use crate::both::Both;

/// What somebody does. Numbers choose among what is there.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// A check is finished on this device.
    Check,
    /// A note is written in a check.
    Note(usize),
    /// A comparison of two is made.
    Comparison,
    /// A partner is added to a comparison, in another tab.
    Partner(usize),
    /// A partner is put into another organisation, in another tab.
    Group(usize),
    /// A step is added to the plan of a thing, in another tab.
    Step(usize),
    /// A step is done.
    Done(usize),
    /// A thing is saved as a file.
    Save(usize),
    /// All checks are saved as a file.
    SaveChecks,
    /// All comparisons and plans are saved as a file.
    SaveFolder,
    /// A finished check is saved as its summary.
    SaveSummary(usize),
    /// Files are opened together.
    Open(usize, usize),
    /// A comparison's link is opened and kept: with its names, or with letters in place of them.
    Keep(usize, bool),
    /// A comparison is saved as a file with letters in place of names.
    SaveLetters(usize),
    /// A thing is deleted.
    Delete(usize),
    /// The last of these is taken back.
    Undo,
}

/// A browser, the files that were saved, and what came from nowhere but here.
pub(super) struct Game {
    pub(super) both: Both,
    pub(super) files: Vec<String>,
    count: u32,
}

/// What a person sees of all that is kept: each thing with its plan, without ids and counters.
pub(super) type Seen = Vec<String>;

impl Game {
    pub(super) fn new() -> Self {
        Self {
            both: Both::new(Record::default()),
            files: Vec::new(),
            count: 0,
        }
    }

    pub(super) fn seen(&self) -> Seen {
        let folder = &self.both.chair.folder;
        let plans = |of: u32| {
            let plans = folder.entries.iter().filter_map(|entry| match &entry.item {
                Item::Plan { of: found, plan } if *found == of => Some(format!("{plan:?}")),
                _ => None,
            });
            let mut plans: Vec<_> = plans.collect();
            plans.sort();
            plans
        };
        let record = &self.both.device.state.record;
        let checks = record.checks.iter().map(|check| {
            let answers = (
                check.summary(TODAY, true, true),
                &check.notes,
                check.revision(),
                &check.reply,
            );
            let name = &check.setup.value.partnership;
            format!(
                "{name} {:x} {:?} {:?}",
                digest(&format!("{answers:?}")),
                check.note(NoteId::VALUE),
                plans(check.id)
            )
        });
        let comparisons = folder.comparisons().map(|(id, comparison)| {
            let partners = comparison.partners.iter();
            let partners: Vec<_> = partners
                .map(|partner| (&partner.summary.organisation, partner.organisation))
                .collect();
            format!(
                "{} {partners:?} {:x} {:?}",
                comparison.name,
                digest(&format!(
                    "{:?} {:?}",
                    comparison.day,
                    without_ids(comparison.partners.clone())
                )),
                plans(id)
            )
        });
        let alone = folder.entries.iter().filter_map(|entry| match &entry.item {
            Item::Plan { of, plan } if record.check(*of).is_none() && folder.comparison(*of).is_none() => {
                Some(format!("{plan:?}"))
            }
            _ => None,
        });
        let mut seen: Vec<_> = checks.chain(comparisons).chain(alone).collect();
        seen.sort();
        seen
    }

    /// What is kept, by its own name: of a check its notes, of a comparison its partners, of either its steps.
    pub(super) fn holds(&self) -> BTreeMap<String, Vec<String>> {
        let mut holds: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let folder = &self.both.chair.folder;
        let mut steps = |name: &str, of: u32, first: Vec<String>| {
            let held = holds.entry(name.to_owned()).or_default();
            held.extend(first);
            let plans = folder.entries.iter().filter_map(|entry| match &entry.item {
                Item::Plan { of: found, plan } if *found == of => Some(plan),
                _ => None,
            });
            held.extend(plans.flat_map(|plan| &plan.steps).map(|step| step.what.clone()));
            held.sort();
            held.dedup();
        };
        for check in &self.both.device.state.record.checks {
            let note = check
                .note(NoteId::VALUE)
                .split_whitespace()
                .map(str::to_owned)
                .collect();
            steps(&check.setup.value.partnership, check.id, note);
        }
        for (id, comparison) in folder.comparisons() {
            let partners = comparison.partners.iter();
            let partners = partners.map(|partner| partner.summary.organisation.clone());
            steps(&comparison.name, id, partners.collect());
        }
        holds
    }

    fn things(&self) -> Vec<Thing> {
        let checks = self
            .both
            .device
            .state
            .record
            .checks
            .iter()
            .map(|check| Thing::Check(check.id));
        let entries = self
            .both
            .chair
            .folder
            .entries
            .iter()
            .filter_map(|entry| match entry.item {
                Item::Removed => None,
                Item::Statements(_) => Some(Thing::Statements(entry.id)),
                Item::Comparison(_) => Some(Thing::Comparison(entry.id)),
                Item::Plan { .. } => Some(Thing::Plan(entry.id)),
            });
        checks.chain(entries).collect()
    }

    pub(super) fn kept(&mut self, message: Kept) -> Option<String> {
        self.both.go(Place::Earlier);
        self.both.chair(Message::Earlier(message)).map(|file| file.text)
    }

    /// Another tab writes to the folder.
    fn elsewhere(&mut self, id: u32, item: Item) {
        let mut folder = self.both.chair.folder.clone();
        folder.set(id, item);
        self.both
            .chair(Message::Stored(Heard::FoundElsewhere(folder::save(&folder))));
    }

    fn comparison(&self, at: usize) -> Option<(u32, Comparison)> {
        let all: Vec<_> = self.both.chair.folder.comparisons().collect();
        let (id, comparison) = *all.get(at % all.len().max(1))?;
        Some((id, comparison.clone()))
    }

    fn check(&self, at: usize) -> Option<u32> {
        let checks = &self.both.device.state.record.checks;
        checks.get(at % checks.len().max(1)).map(|check| check.id)
    }

    fn next(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    pub(super) fn play(&mut self, act: &Act) {
        match *act {
            Act::Check => {
                let number = self.next();
                let mut check = finished(1000 + number, "4", 2);
                check.setup.value.partnership = format!("Check {number}");
                let record = &mut self.both.device.state.record;
                record.checks.push(check);
                record.sort();
            }
            Act::Note(at) => {
                let number = self.next();
                let id = self.check(at);
                let record = &mut self.both.device.state.record;
                let revision = record.next_revision();
                let check = id.and_then(|id| record.check_mut(id));
                // One that came as a summary and was changed by hand is a check of its own from then on.
                if let Some(check) = check.filter(|check| check.revision() > 1) {
                    let note = &mut check.notes[NoteId::VALUE.index()];
                    let value = format!("{} {number}", note.value);
                    *note = Revised { revision, value };
                }
            }
            Act::Comparison => {
                let number = self.next();
                let mut comparison = Comparison::new(TODAY);
                comparison.name = format!("Comparison {number}");
                comparison.partners = vec![self.partner(0), self.partner(1)];
                self.elsewhere(2000 + number, Item::Comparison(comparison));
            }
            Act::Partner(at) => {
                let partner = self.partner(1);
                if let Some((id, mut comparison)) = self.comparison(at) {
                    comparison.partners.push(partner);
                    self.elsewhere(id, Item::Comparison(comparison));
                }
            }
            Act::Group(at) => self.group(at),
            Act::Step(at) => self.step(at),
            Act::Done(at) => {
                let folder = &self.both.chair.folder;
                let plans = folder.entries.iter().filter_map(|entry| match &entry.item {
                    Item::Plan { of, plan } => Some((entry.id, *of, plan.clone())),
                    _ => None,
                });
                let plans: Vec<_> = plans.collect();
                if let Some((id, of, mut plan)) = plans.get(at % plans.len().max(1)).cloned() {
                    plan.steps[0].done ^= true;
                    self.elsewhere(id, Item::Plan { of, plan });
                }
            }
            Act::Save(at) => {
                let things = self.things();
                if let Some(thing) = things.get(at % things.len().max(1)) {
                    let file = self.kept(Kept::SavePressed(*thing));
                    self.files.extend(file);
                }
            }
            Act::SaveChecks => {
                let file = self.kept(Kept::SaveChecksPressed);
                self.files.extend(file);
            }
            Act::SaveFolder => {
                let file = self.kept(Kept::SaveFolderPressed);
                self.files.extend(file);
            }
            Act::SaveSummary(at) => {
                if let Some(check) = self
                    .check(at)
                    .and_then(|id| self.both.device.state.record.check(id))
                {
                    let summary = check.summary(TODAY, true, true);
                    self.files.push(export::json::summary(&summary, None));
                }
            }
            Act::Open(one, other) => {
                let count = self.files.len().max(1);
                let chosen = [one % count, other % count];
                let files = chosen.map(|at| self.files.get(at).cloned()).into_iter().flatten();
                self.open(files.collect());
            }
            Act::SaveLetters(at) => {
                if let Some((_, comparison)) = self.comparison(at) {
                    self.files.push(export::json::comparison(&comparison, false));
                }
            }
            Act::Keep(at, named) => {
                if let Some((_, comparison)) = self.comparison(at) {
                    let link = link::encode_comparison(&comparison, named);
                    let fragment = [link::COMPARISON_PREFIX, &link].concat();
                    self.both.go(Place::Received(fragment));
                    self.both.chair(Message::Compare(Compare::KeepPressed));
                }
            }
            Act::Delete(at) => self.delete(at),
            Act::Undo => {
                self.kept(Kept::UndoPressed);
            }
        }
    }

    fn delete(&mut self, at: usize) {
        let things = self.things();
        if let Some(thing) = things.get(at % things.len().max(1)) {
            self.kept(Kept::DeletePressed(*thing));
            self.kept(Kept::DeleteConfirmed);
        }
    }

    pub(super) fn open(&mut self, files: Vec<String>) {
        self.both.go(Place::Earlier);
        self.both.chair(Message::FilesRead(files));
    }

    fn partner(&mut self, organisation: u8) -> Partner {
        let number = self.next();
        Partner {
            id: number,
            label: String::new(),
            organisation,
            summary: named(all("3"), &format!("Partner {number}")),
        }
    }

    fn group(&mut self, at: usize) {
        let Some((id, mut comparison)) = self.comparison(at) else {
            return;
        };
        let all = self.both.chair.folder.comparisons();
        let same_name = all.filter(|(_, other)| other.name == comparison.name);
        // Two of one name differ in their groups: whoever groups by hand could make them alike.
        if same_name.count() == 1 {
            comparison.partners[0].organisation ^= 1;
            self.elsewhere(id, Item::Comparison(comparison));
        }
    }

    fn step(&mut self, at: usize) {
        let number = self.next();
        let things = self.things();
        let of = match things.get(at % things.len().max(1)) {
            Some(Thing::Check(of) | Thing::Comparison(of)) => *of,
            _ => return,
        };
        let found = self.both.chair.folder.plan(of);
        let (id, mut plan) = found.map_or((3000 + number, Plan::default()), |(id, plan)| (id, plan.clone()));
        if plan.steps.len() < 9 {
            plan.steps.push(PlannedStep {
                id: number,
                what: format!("Step {number}"),
                ..PlannedStep::default()
            });
            self.elsewhere(id, Item::Plan { of, plan });
        }
    }
}
