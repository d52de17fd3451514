//! One thing of a folder, and how two copies of it are merged.

use super::comparison::{Comparison, MOST_PARTNERS, Partner};
use super::extra::{self, Extra};
use super::listed::{Copy, Listed, Mark, changed_again, ids, is_reordered, marks_after, merged};
use super::plan::{MOST_PLANNED, Plan, PlannedStep};

impl Listed for Partner {
    fn id(&self) -> u32 {
        self.id
    }
}

impl Listed for PlannedStep {
    fn id(&self) -> u32 {
        self.id
    }
}

/// What an entry holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A comparison.
    Comparison(Comparison),
    /// The plan that belongs to the check or the comparison with the id `of`.
    Plan {
        /// Id of the check or the comparison.
        of: u32,
        /// The plan.
        plan: Plan,
    },
    /// The statements that the chair added to an invitation.
    Statements(Extra),
    /// It was removed. It stands last, so that it is the greatest: of two copies that were changed with one number it stays.
    Removed,
}

impl Item {
    /// The ids of its partners or steps.
    fn ids(&self) -> Vec<u32> {
        match self {
            Self::Removed | Self::Statements(_) => Vec::new(),
            Self::Comparison(comparison) => ids(&comparison.partners).collect(),
            Self::Plan { plan, .. } => ids(&plan.steps).collect(),
        }
    }

    fn ids_mut(&mut self) -> Vec<&mut u32> {
        match self {
            Self::Removed | Self::Statements(_) => Vec::new(),
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
        let ids = self.ids();
        let is_own = |(at, id): (usize, &u32)| *id != 0 && !ids.iter().take(at).any(|other| other == id);
        ids.iter().enumerate().all(is_own)
    }

    /// Gives each partner or step that has no id, or that of one before it, an id that `draw` makes.
    pub fn number(&mut self, mut draw: impl FnMut() -> u32) {
        let ids = self.ids_mut();
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

    /// Marks for what it holds after the change `revision`, and whether that changed more than items of its list: its
    /// name, its order, or what it is. `old` is what was there, with its marks.
    fn marks(&self, old: &Self, marks: &[Mark], revision: u32) -> (Vec<Mark>, bool) {
        match (old, self) {
            (Self::Comparison(old), Self::Comparison(new)) => {
                let rest = old.without_partners() != new.without_partners();
                list_marks(&old.partners, marks, &new.partners, revision, rest)
            }
            (Self::Plan { of: was, plan: old }, Self::Plan { of, plan: new }) => {
                list_marks(&old.steps, marks, &new.steps, revision, was != of)
            }
            (_, Self::Removed | Self::Statements(_)) => (Vec::new(), true),
            (_, Self::Comparison(new)) => (all_marked(&new.partners, revision), true),
            (_, Self::Plan { plan, .. }) => (all_marked(&plan.steps, revision), true),
        }
    }

    /// This with what was changed from `base` to `ours`.
    pub(super) fn changed_again(&self, base: &Self, ours: &Self) -> Self {
        match (self, base, ours) {
            (Self::Comparison(now), Self::Comparison(base), Self::Comparison(ours)) => {
                let rest = if base.without_partners() == ours.without_partners() {
                    now
                } else {
                    ours
                };
                let mut sets = now.sets.clone();
                extra::add(&mut sets, ours.sets.iter().cloned());
                Self::Comparison(Comparison {
                    partners: changed_again(&now.partners, &base.partners, &ours.partners),
                    sets,
                    ..rest.without_partners()
                })
            }
            (
                Self::Plan { of, plan: now },
                Self::Plan { plan: base, .. },
                Self::Plan { of: same, plan: ours },
            ) if of == same => {
                let steps = changed_again(&now.steps, &base.steps, &ours.steps);
                Self::Plan {
                    of: *of,
                    plan: Plan { steps },
                }
            }
            _ => ours.clone(),
        }
    }
}

fn list_marks<T: Listed>(
    old: &[T],
    marks: &[Mark],
    new: &[T],
    revision: u32,
    rest: bool,
) -> (Vec<Mark>, bool) {
    let copy = Copy { items: old, marks };
    (marks_after(&copy, new, revision), rest || is_reordered(old, new))
}

fn all_marked<T: Listed>(items: &[T], revision: u32) -> Vec<Mark> {
    let none = Copy {
        items: &[],
        marks: &[],
    };
    marks_after(&none, items, revision)
}

/// One thing kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A random number that tells entries on one device apart; it is in files that are saved, never in a link.
    pub id: u32,
    /// Number of the change that set anything of it last, 1 or more.
    pub revision: u32,
    /// Number of the change that set its name, the order of its list, or what it is.
    pub rest: u32,
    /// What it is.
    pub item: Item,
    /// One for each partner or step, and for those that were removed; ordered by id.
    pub marks: Vec<Mark>,
}

impl Entry {
    /// An entry that one change has set.
    pub fn new(id: u32, revision: u32, item: Item) -> Self {
        let (marks, _) = item.marks(&Item::Removed, &[], revision);
        Self {
            id,
            revision,
            rest: revision,
            item,
            marks,
        }
    }

    /// Number of the change that set this partner or step, or removed it.
    pub fn mark(&self, id: u32) -> Option<u32> {
        let mark = self.marks.iter().find(|mark| mark.id == id)?;
        Some(mark.revision)
    }

    /// The marks of the partners or steps that were removed.
    pub fn removed(&self) -> impl Iterator<Item = &Mark> {
        let here = self.item.ids();
        self.marks.iter().filter(move |mark| !here.contains(&mark.id))
    }

    /// With the marks that a text has for its partners or steps, and for removed ones. `None` if one comes twice, if it has
    /// no list, or if a part of it was set after itself.
    #[must_use]
    pub fn with_marks(mut self, marks: impl Iterator<Item = Mark>) -> Option<Self> {
        self.marks = marks.collect();
        self.marks.sort_by_key(|mark| mark.id);
        let is_twice = self
            .marks
            .windows(2)
            .any(|pair| matches!(pair, [one, two] if one.id == two.id));
        let has_list = matches!(self.item, Item::Comparison(_) | Item::Plan { .. });
        let newest = self.marks.iter().map(|mark| mark.revision).max();
        let is_newest = self.rest.max(newest.unwrap_or(0)) <= self.revision;
        (!is_twice && is_newest && (has_list || self.marks.is_empty())).then_some(self)
    }

    /// Sets what it is, as the change with this number.
    pub(super) fn set(&mut self, revision: u32, item: Item) {
        let (marks, rest) = item.marks(&self.item, &self.marks, revision);
        self.marks = marks;
        self.revision = revision;
        if rest {
            self.rest = revision;
        }
        self.item = item;
    }

    /// Takes in another copy of it; says whether anything changed. Of each partner or step, and of the rest, the one with
    /// the higher revision stays. Where revisions are equal (two tabs that changed the same before either heard of the
    /// other) the greater one stays. Where the rest is in dispute it counts as changed once more, so that neither of the
    /// two copies, coming again, turns it round.
    pub(super) fn merge(&mut self, theirs: &Self) -> bool {
        if self == theirs {
            return false;
        }
        let is_newer = (theirs.revision, &theirs.item) > (self.revision, &self.item);
        let rest_is_theirs = (theirs.rest, &theirs.item) > (self.rest, &self.item);
        let lists = Lists {
            marks: [&self.marks, &theirs.marks],
            rest_is_theirs,
        };
        let (item, marks, mut is_disputed) = match (&self.item, &theirs.item) {
            (Item::Comparison(mine), Item::Comparison(other)) => {
                let (partners, marks, is_disputed) =
                    lists.merged([&mine.partners, &other.partners], MOST_PARTNERS);
                let (mine_rest, other_rest) = (mine.without_partners(), other.without_partners());
                let is_disputed = is_disputed || mine_rest != other_rest;
                let mut sets = mine.sets.clone();
                extra::add(&mut sets, other.sets.iter().cloned());
                let comparison = Comparison {
                    partners,
                    sets,
                    ..if rest_is_theirs { other_rest } else { mine_rest }
                };
                (Item::Comparison(comparison), marks, is_disputed)
            }
            (
                Item::Plan { of, plan: mine },
                Item::Plan {
                    of: same,
                    plan: other,
                },
            ) if of == same => {
                let (steps, marks, is_disputed) = lists.merged([&mine.steps, &other.steps], MOST_PLANNED);
                let plan = Plan { steps };
                (Item::Plan { of: *of, plan }, marks, is_disputed)
            }
            _ if is_newer => {
                self.clone_from(theirs);
                return true;
            }
            _ => return false,
        };
        is_disputed &= self.rest == theirs.rest;
        let rest = self.rest.max(theirs.rest).saturating_add(u32::from(is_disputed));
        let both = Self {
            id: self.id,
            revision: self.revision.max(theirs.revision).max(rest),
            rest,
            item,
            marks,
        };
        let changed = both != *self;
        *self = both;
        changed
    }
}

/// How the lists of two entries, mine and theirs, are merged.
struct Lists<'a> {
    marks: [&'a [Mark]; 2],
    rest_is_theirs: bool,
}

impl Lists<'_> {
    /// The list and its marks, and whether it would have another order if the rest were that of the other entry.
    fn merged<T: Listed>(&self, items: [&[T]; 2], most: usize) -> (Vec<T>, Vec<Mark>, bool) {
        let [mine, theirs] = [0, 1].map(|at| Copy {
            items: items[at],
            marks: self.marks[at],
        });
        let (first, second) = if self.rest_is_theirs {
            (&theirs, &mine)
        } else {
            (&mine, &theirs)
        };
        let (list, marks) = merged(first, second, most);
        let (turned, _) = merged(second, first, most);
        let is_disputed = !ids(&list).eq(ids(&turned));
        (list, marks, is_disputed)
    }
}
