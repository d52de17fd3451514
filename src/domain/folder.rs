//! The chair's comparisons and plans, kept on a device beside the own checks.
//!
//! Two copies of a folder (two tabs, `localStorage` and `IndexedDB`) are merged entry by entry: the higher
//! revision wins. A revision is a counter, never a clock. What was removed stays as an empty entry, so that
//! another copy does not bring it back.

use super::comparison::Comparison;
use super::order::merge_by;
use super::plan::Plan;

/// What an entry holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// It was removed.
    Removed,
    /// A comparison.
    Comparison(Comparison),
    /// The plan that belongs to the check or the comparison with the id `of`.
    Plan {
        /// Id of the check or the comparison.
        of: u32,
        /// The plan.
        plan: Plan,
    },
}

impl Item {
    /// The ids of its partners or steps.
    fn ids(&mut self) -> Vec<&mut u32> {
        match self {
            Self::Removed => Vec::new(),
            Self::Comparison(comparison) => comparison
                .partners
                .iter_mut()
                .map(|partner| &mut partner.id)
                .collect(),
            Self::Plan { plan, .. } => plan.steps.iter_mut().map(|step| &mut step.id).collect(),
        }
    }

    /// Whether each partner or step has an id of its own.
    pub fn is_numbered(&self) -> bool {
        let ids: Vec<u32> = match self {
            Self::Removed => Vec::new(),
            Self::Comparison(comparison) => comparison.partners.iter().map(|partner| partner.id).collect(),
            Self::Plan { plan, .. } => plan.steps.iter().map(|step| step.id).collect(),
        };
        let is_own = |(at, id): (usize, &u32)| *id != 0 && !ids.iter().take(at).any(|other| other == id);
        ids.iter().enumerate().all(is_own)
    }

    /// Gives each partner or step that has no id, or that of one before it, an id that `draw` makes.
    pub fn number(&mut self, mut draw: impl FnMut() -> u32) {
        let ids = self.ids();
        let mut taken: Vec<u32> = Vec::new();
        let mut without = Vec::new();
        for id in ids {
            if *id == 0 || taken.contains(id) {
                without.push(id);
            } else {
                taken.push(*id);
            }
        }
        for id in without {
            while *id == 0 || taken.contains(id) {
                *id = draw();
            }
            taken.push(*id);
        }
    }
}

/// One thing kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A random number that tells entries on one device apart; it is in files that are saved, never in a link.
    pub id: u32,
    /// Number of the change that set it, 1 or more.
    pub revision: u32,
    /// What it is.
    pub item: Item,
}

/// The comparisons and plans on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The entries, ordered by id, so that equal folders are equal texts.
    pub entries: Vec<Entry>,
}

impl Folder {
    /// The comparison with this id.
    pub fn comparison(&self, id: u32) -> Option<&Comparison> {
        self.comparisons()
            .find_map(|(found, comparison)| (found == id).then_some(comparison))
    }

    /// All comparisons with their ids, ordered by id.
    pub fn comparisons(&self) -> impl Iterator<Item = (u32, &Comparison)> {
        self.entries.iter().filter_map(|entry| match &entry.item {
            Item::Comparison(comparison) => Some((entry.id, comparison)),
            Item::Removed | Item::Plan { .. } => None,
        })
    }

    /// The plan of the check or comparison with this id, and the id of its entry. If two tabs began one at the same
    /// moment there are two: the one that was changed last counts.
    pub fn plan(&self, of: u32) -> Option<(u32, &Plan)> {
        let plans = self.entries.iter().filter_map(|entry| match &entry.item {
            Item::Plan { of: found, plan } if *found == of => Some((entry.revision, entry.id, plan)),
            _ => None,
        });
        let newest = plans.max_by_key(|(revision, ..)| *revision);
        newest.map(|(_, id, plan)| (id, plan))
    }

    /// Sets an entry, with the next revision.
    pub fn set(&mut self, id: u32, item: Item) {
        let revision = self.next_revision();
        self.entries.retain(|entry| entry.id != id);
        let place = self.entries.partition_point(|entry| entry.id < id);
        self.entries.insert(place, Entry { id, revision, item });
    }

    /// What the entry with this id holds; one that is not there is like one that was removed.
    pub fn item(&self, id: u32) -> &Item {
        let entry = self.entries.iter().find(|entry| entry.id == id);
        entry.map_or(&Item::Removed, |entry| &entry.item)
    }

    /// Whether an entry has this id, a removed one included.
    pub fn has(&self, id: u32) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// The number of the change that set an entry; 0 if there is none with this id.
    pub fn revision(&self, id: u32) -> u32 {
        let entry = self.entries.iter().find(|entry| entry.id == id);
        entry.map_or(0, |entry| entry.revision)
    }

    /// The number for the next change: one more than any seen so far. Saturates, far out of reach.
    fn next_revision(&self) -> u32 {
        let newest = self.entries.iter().map(|entry| entry.revision).max();
        newest.unwrap_or(0).saturating_add(1)
    }

    /// Takes in another copy; says whether anything changed. Of two entries with one id the higher revision
    /// wins; where revisions are equal (two tabs that changed the same entry before either heard of the
    /// other) `other` wins if `prefers` says so, which must give one answer for both tabs.
    pub fn merge(&mut self, other: Self, prefers: impl Fn(&Entry, &Entry) -> bool) -> bool {
        let by_id = |one: &Entry, two: &Entry| one.id.cmp(&two.id);
        merge_by(&mut self.entries, other.entries, by_id, |mine, theirs| {
            let newer = theirs.revision > mine.revision
                || (theirs.revision == mine.revision && theirs != mine && prefers(mine, theirs));
            if newer {
                std::mem::swap(mine, theirs);
            }
            newer
        })
    }
}
