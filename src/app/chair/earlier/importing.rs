//! Taking in files. All of them are read before anything is changed; what is here already stays as it is, a check
//! that is here and in a file is merged field by field, as two tabs are, and a plan that is here gets the steps that
//! it lacks.

use super::undoing::Undo;
use super::{Chair, Effect, Told, give};
use crate::app::chair::compare::is_same;
use crate::domain::check::{Check, Revised, Setup};
use crate::domain::folder::Item;
use crate::domain::ids::StatementId;
use crate::domain::plan::{MOST_PLANNED, Plan};
use crate::domain::record::Record;
use crate::domain::summary::Summary;
use crate::formats::import::{self, ImportError, Imported};

/// Highest revision of a check that keeps its revisions.
const MOST_REVISION: u32 = 1 << 31;
/// Most answers of one check that this version does not know.
const MOST_UNKNOWN: usize = 500;

/// Reads all files.
///
/// # Errors
/// The number of the first file that cannot be taken in, from 1, and why.
pub(super) fn read(texts: &[String]) -> Result<Vec<Imported>, (usize, ImportError)> {
    let read = |(number, text): (usize, &String)| import::json(text).map_err(|error| (number, error));
    (1..).zip(texts).map(read).collect()
}

/// Takes in what the files hold, tells what became of it, and remembers how it was before.
pub(super) fn take_in(state: &mut Chair, found: Vec<Imported>, effects: &mut Vec<Effect>) {
    let mut taking = Taking::default();
    let mut left_out = 0;
    let mut plans = Vec::new();
    for imported in found {
        match imported {
            Imported::Record(loaded) => {
                left_out += loaded.out_of_range;
                for mut check in loaded.record.checks {
                    left_out += tame(&mut check);
                    taking.check(state, check);
                }
            }
            Imported::Summary(summary) => taking.summary(state, &summary),
            Imported::Comparison(comparison) => {
                let id = state.new_id();
                taking.item(state, id, Item::Comparison(comparison));
            }
            Imported::Folder(folder) => {
                for entry in folder.entries {
                    match entry.item {
                        Item::Removed => {}
                        Item::Comparison(_) => taking.item(state, entry.id, entry.item),
                        Item::Plan { of, plan } => plans.push((entry.id, of, plan)),
                    }
                }
            }
        }
    }
    // Plans come last, when it is known under which ids the things are here that they belong to.
    for (id, of, plan) in plans {
        taking.plan(state, id, of, plan);
    }
    taking.record.sort();
    give(effects, taking.record);
    state.earlier.told = Some(Told::Imported {
        new: taking.new,
        known: taking.known,
        left_out,
    });
    state.earlier.undo = (taking.new > 0).then_some(taking.undo);
}

#[derive(Default)]
struct Taking {
    record: Record,
    undo: Undo,
    /// Things that are here under another id than in the file: both ids.
    renamed: Vec<(u32, u32)>,
    new: usize,
    known: usize,
}

impl Taking {
    /// A check of a device. One that was deleted here comes back under a new id, because it was asked for.
    fn check(&mut self, state: &mut Chair, mut check: Check) {
        let record = &state.context.record;
        if record.was_removed(check.id) {
            let id = state.new_id();
            self.renamed.push((check.id, id));
            check.id = id;
        } else if let Some(mine) = record.check(check.id) {
            if !mine.clone().merge(check.clone()) {
                self.known += 1;
                return;
            }
            self.undo.checks.push(mine.clone());
        }
        self.add(check);
    }

    fn add(&mut self, check: Check) {
        self.new += 1;
        self.undo.gone.push(check.id);
        let record = Record {
            checks: vec![check],
            removed: Vec::new(),
        };
        self.record.merge(record);
    }

    /// A finished check, as its summary tells it.
    fn summary(&mut self, state: &mut Chair, summary: &Summary) {
        let same = |check: &&Check| {
            check.finished.value == Some(summary.day)
                && is_same(&check.summary(summary.day, true, true), summary)
        };
        let mine = state.context.record.checks.iter();
        if mine.chain(&self.record.checks).any(|check| same(&check)) {
            self.known += 1;
            return;
        }
        let id = state.new_id();
        self.add(check_of(summary, id));
    }

    /// The plan of a thing. Where that has one already, its steps stay, and those that it lacks come after them, as far
    /// as there is room.
    fn plan(&mut self, state: &mut Chair, id: u32, of: u32, plan: Plan) {
        let renamed = self.renamed.iter().find(|(old, _)| *old == of);
        let of = renamed.map_or(of, |(_, new)| *new);
        let Some((entry, mine)) = state.folder.plan(of) else {
            self.item(state, id, Item::Plan { of, plan });
            return;
        };
        let before = mine.clone();
        let mut both = mine.clone();
        let lacking = plan.steps.into_iter().filter(|step| !before.steps.contains(step));
        both.steps.extend(lacking);
        both.steps.truncate(MOST_PLANNED);
        if both == before {
            self.known += 1;
            return;
        }
        self.new += 1;
        self.undo.items.push((entry, Item::Plan { of, plan: before }));
        state.put(entry, Item::Plan { of, plan: both });
    }

    /// A comparison, or the plan of a thing that has none. What is here under the same id stays, unless it is the same.
    fn item(&mut self, state: &mut Chair, id: u32, item: Item) {
        if state.folder.entries.iter().any(|entry| entry.item == item) {
            self.known += 1;
            return;
        }
        let free = if state.folder.has(id) {
            let free = state.new_id();
            self.renamed.push((id, free));
            free
        } else {
            id
        };
        self.new += 1;
        self.undo.items.push((free, Item::Removed));
        state.put(free, item);
    }
}

/// Takes from a check what would harm the device, as only a made-up file does: numbers after which none are left for
/// what is newer, and more answers that this version does not know than any will have. Says how many were left out.
fn tame(check: &mut Check) -> usize {
    if check.revision() > MOST_REVISION {
        check.forget_revisions();
    }
    let many = check.unknown.len();
    check.unknown.truncate(MOST_UNKNOWN);
    many - check.unknown.len()
}

/// The check that gives this summary.
fn check_of(summary: &Summary, id: u32) -> Check {
    let mut check = Check::new(id, summary.day);
    check.setup = first(Setup {
        length: summary.length,
        kind: summary.kind,
        side: summary.side,
        sector: summary.sector,
        partnership: summary.partnership.clone(),
        organisation: summary.organisation.clone(),
    });
    for statement in StatementId::all() {
        if let Some(response) = summary.sheet.get(statement) {
            check.responses[statement.index()] = first(Some(response));
        }
    }
    if summary.stage.is_some() {
        check.stage = first(summary.stage);
    }
    check.finished = first(Some(summary.day));
    check
}

fn first<T>(value: T) -> Revised<T> {
    Revised { revision: 1, value }
}
