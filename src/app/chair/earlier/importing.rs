//! Importing files. All of them are read before anything is changed.
//!
//! Existing things keep what they have and get what they lack. Things are identified by their ids: a check is merged
//! field by field, as two tabs are, a comparison gets the partners that it lacks, and a plan the steps. A summary or a
//! comparison from a file without ids is known by what it says, as long as it was not changed by hand. What was deleted here comes back, once, because it was
//! asked for.

use super::give;
use super::same::{check_of, is_same_check, tells_no_more};
use super::state::{State, Told};
use super::undo::Undo;
use super::undoing::plans_given;
use crate::app::chair::compare::{kept_as, twin_of, with_lacking};
use crate::app::chair::effect::Effect;
use crate::app::chair::known;
use crate::app::chair::shared::Shared;
use crate::domain::check::Check;
use crate::domain::comparison::Comparison;
use crate::domain::entry::Item;
use crate::domain::extra::{Extra, ExtraAnswers};
use crate::domain::plan::Plan;
use crate::domain::record::Record;
use crate::domain::summary::Summary;
use crate::formats::import::{self, ImportError, ImportFault, Imported};
use crate::formats::{digest, link};

/// Highest revision of a check that keeps its revisions.
const MOST_REVISION: u32 = 1 << 31;
/// Most checks, or comparisons and plans, of one file: many times more than a browser keeps for a site.
const MOST_THINGS: usize = 2_000;

/// Reads all files.
///
/// # Errors
/// The number of the first file that cannot be taken in, from 1, and why.
pub(super) fn read(texts: &[String]) -> Result<Vec<Imported>, (usize, ImportError)> {
    let read = |(number, text): (usize, &String)| match import::json(text) {
        Ok(imported) if count(&imported) > MOST_THINGS => Err((number, too_long())),
        Ok(imported) => Ok(imported),
        Err(error) => Err((number, error)),
    };
    (1..).zip(texts).map(read).collect()
}

fn too_long() -> ImportError {
    ImportError {
        line: 1,
        field: String::new(),
        fault: ImportFault::TooLong,
    }
}

/// How many things a file holds, each of which is looked for among those that are here.
fn count(imported: &Imported) -> usize {
    match imported {
        Imported::Summary(..) | Imported::Comparison(_) => 1,
        Imported::Record(loaded) => loaded.record.checks.len(),
        Imported::Folder(folder) => folder.entries.len(),
    }
}

/// Imports the content of the files, reports the outcome, and remembers the state before. Returns what the check's
/// program is to do.
pub(super) fn take_in(state: &mut State, shared: &mut Shared, found: Vec<Imported>) -> Effect {
    let mut taking = Taking {
        record: shared.context.record.clone(),
        ..Taking::default()
    };
    taking.undo.alone = plans_alone(shared);
    let mut summaries = Vec::new();
    let mut comparisons = Vec::new();
    let mut plans = Vec::new();
    for imported in found {
        match imported {
            Imported::Record(loaded) => {
                taking.left_out += loaded.out_of_range;
                for check in loaded.record.checks {
                    taking.check(shared, check);
                }
            }
            Imported::Summary(summary, words) => summaries.push((summary, words)),
            Imported::Comparison(comparison) => comparisons.push(comparison),
            Imported::Folder(folder) => {
                for entry in folder.entries {
                    match entry.item {
                        Item::Removed => {}
                        Item::Statements(set) => taking.statements(shared, entry.id, set),
                        Item::Comparison(comparison) => taking.comparison(shared, entry.id, comparison),
                        Item::Plan { of, plan } => plans.push((entry.id, of, plan)),
                    }
                }
            }
        }
    }
    // Things without an id are matched by content, so those with an id are imported first.
    for (summary, words) in summaries {
        taking.summary(shared, &summary, words);
    }
    for comparison in comparisons {
        let id = digest(&link::encode_comparison(&comparison, true));
        taking.comparison(shared, id, comparison);
    }
    // Plans are last, once the ids of the things they belong to are known.
    for (id, of, plan) in plans {
        taking.plan(shared, id, of, plan);
    }
    taking.given.sort();
    state.told = Some(Told::Imported {
        new: taking.new,
        known: taking.known,
        left_out: taking.left_out,
        apart: taking.apart,
    });
    state.undo = (taking.new > 0).then_some(taking.undo);
    give(taking.given)
}

#[derive(Default)]
struct Taking {
    /// The record as it will be.
    record: Record,
    /// What the check's program is given, to make it so.
    given: Record,
    undo: Undo,
    /// Things that are here under another id than in the file: both ids.
    renamed: Vec<(u32, u32)>,
    new: usize,
    known: usize,
    left_out: usize,
    apart: usize,
}

impl Taking {
    /// A check of a device.
    fn check(&mut self, shared: &mut Shared, mut check: Check) {
        tame(&mut check);
        let id = self.record.current_id(check.id);
        self.renamed.push((check.id, id));
        check.id = id;
        let mine = self.record.check(id).cloned();
        if mine.is_none()
            && let Some(twin) = self.record.checks.iter().find(|mine| is_same_check(mine, &check))
        {
            if tells_no_more(&check) {
                self.renamed.push((id, twin.id));
                self.known += 1;
                return;
            }
            // The one that is here came as a summary. The whole one takes its place.
            let twin = twin.clone();
            self.renamed.push((twin.id, id));
            self.remove(shared, twin, id);
        }
        let mut both = mine.clone().unwrap_or_else(|| check.clone());
        if !both.merge(check) && mine.is_some() {
            self.known += 1;
            return;
        }
        if mine.is_none() {
            // A plan that waits for it knows it by the id that it had before it was deleted.
            let record = &self.record;
            let waits = |of: u32| of != id && record.current_id(of) == id;
            for (entry, item) in plans_given(shared.folder, id, waits) {
                self.put(shared, entry, item);
            }
        }
        self.set(mine, both);
    }

    /// Takes out a check whose place another one takes, also where a plan belongs to it.
    fn remove(&mut self, shared: &mut Shared, check: Check, by: u32) {
        let removed = Record {
            checks: Vec::new(),
            removed: vec![check.id],
        };
        self.record.merge(removed.clone());
        self.given.merge(removed);
        for (entry, item) in plans_given(shared.folder, by, |of| of == check.id) {
            self.put(shared, entry, item);
        }
        self.undo.check(check.id, Some(check), None);
    }

    fn set(&mut self, before: Option<Check>, after: Check) {
        self.new += 1;
        let record = Record {
            checks: vec![after.clone()],
            removed: Vec::new(),
        };
        self.record.merge(record.clone());
        self.given.merge(record);
        self.undo.check(after.id, before, Some(after));
    }

    /// A finished check, as its summary tells it. Answers to own statements whose words nobody here knows are left out.
    fn summary(&mut self, shared: &mut Shared, summary: &Summary, words: Option<Extra>) {
        let answers = summary.extra.as_ref();
        let known =
            || answers.and_then(|answers| known::words(shared.folder, &self.record, answers.set()).cloned());
        let words = words.or_else(known);
        let lost = answers.filter(|_| words.is_none());
        let lost = lost.map_or(0, ExtraAnswers::answered);
        let check = check_of(summary, words, digest(&link::encode(summary)));
        let id = self.record.current_id(check.id);
        let is_here = |mine: &Check| mine.id == id || is_same_check(mine, &check);
        if self.record.checks.iter().any(is_here) {
            self.known += 1;
            return;
        }
        self.left_out += lost;
        self.check(shared, check);
    }

    /// A comparison.
    fn comparison(&mut self, shared: &mut Shared, id: u32, comparison: Comparison) {
        if let Some(mine) = shared.folder.comparison(id)
            && let Some((both, claimed)) = with_lacking(mine, comparison.clone())
        {
            if both == *mine {
                self.known += 1;
            } else {
                self.new += 1;
                if let Some(twin) = twin_of(shared.folder, id, &both) {
                    // The other one came from a file without ids. Its plan goes with the one that stays.
                    self.renamed.push((twin, id));
                    for (entry, item) in plans_given(shared.folder, id, |of| of == twin) {
                        self.put(shared, entry, item);
                    }
                    self.put(shared, twin, Item::Removed);
                }
                self.put(shared, id, Item::Comparison(both));
                self.apart += claimed.iter().map(|(_, places)| places.len()).sum::<usize>();
                shared.claim(id, claimed);
            }
            return;
        }
        if let Some(same) = kept_as(shared.folder, &comparison) {
            self.renamed.push((id, same));
            self.known += 1;
            return;
        }
        let free = free_id(shared, id);
        self.renamed.push((id, free));
        self.new += 1;
        self.put(shared, free, Item::Comparison(comparison));
    }

    /// Statements that a chair added to an invitation.
    fn statements(&mut self, shared: &mut Shared, id: u32, set: Extra) {
        if shared.folder.statements().iter().any(|(_, known)| **known == set) {
            self.known += 1;
            return;
        }
        self.new += 1;
        let free = free_id(shared, id);
        self.put(shared, free, Item::Statements(set));
    }

    /// The plan of a thing. Where that has one already, its steps stay, and those that it lacks come after them, as far
    /// as there is room.
    fn plan(&mut self, shared: &mut Shared, id: u32, of: u32, plan: Plan) {
        let of = self.now(of);
        let entries = &shared.folder.entries;
        let same = entries.iter().find_map(|entry| match &entry.item {
            Item::Plan { of: found, plan } if entry.id == id && *found == of => Some((id, plan)),
            _ => None,
        });
        let Some((entry, mine)) = same.or_else(|| shared.folder.plan(of)) else {
            self.new += 1;
            let free = free_id(shared, id);
            self.put(shared, free, Item::Plan { of, plan });
            return;
        };
        let Some(plan) = mine.with_lacking(plan) else {
            self.known += 1;
            return;
        };
        self.new += 1;
        self.put(shared, entry, Item::Plan { of, plan });
    }

    /// The id under which a thing of a file is here now.
    fn now(&self, id: u32) -> u32 {
        let step = |id: u32, (old, new): &(u32, u32)| if *old == id { *new } else { id };
        self.record.current_id(self.renamed.iter().fold(id, step))
    }

    fn put(&mut self, shared: &mut Shared, id: u32, item: Item) {
        let before = shared.folder.item(id).clone();
        shared.put(id, item);
        self.undo.item(id, before, shared.folder.item(id).clone());
    }
}

/// The plans without the thing that they belong to, by the ids of their entries.
fn plans_alone(shared: &Shared) -> Vec<u32> {
    let (folder, record) = (&*shared.folder, &shared.context.record);
    let alone = folder.entries.iter().filter_map(|entry| match entry.item {
        Item::Plan { of, .. } if record.check(of).is_none() && folder.comparison(of).is_none() => {
            Some(entry.id)
        }
        _ => None,
    });
    alone.collect()
}

/// The id of an entry of a file, or another one if something else is here under it.
fn free_id(shared: &mut Shared, id: u32) -> u32 {
    if *shared.folder.item(id) == Item::Removed {
        id
    } else {
        shared.new_id()
    }
}

/// Takes from a check what would harm the device, as only a made-up file does: numbers after which none are left for
/// what is newer.
fn tame(check: &mut Check) {
    if check.revision() > MOST_REVISION {
        check.forget_revisions();
    }
}
