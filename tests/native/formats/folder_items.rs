//! Two copies of one comparison or plan that were changed apart: what each has changed stays.

use itertools::Itertools;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::listed::Listed;
use partnership_health_check::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use partnership_health_check::formats::folder::{load, save};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{Change, change, item};
use crate::plays::plays;

/// A partner or step as text, by its id; 0 is the name.
type Parts = Vec<(u32, String)>;

fn parts(item: &Item) -> Parts {
    fn of<T: Listed + std::fmt::Debug>(items: &[T]) -> impl Iterator<Item = (u32, String)> {
        items.iter().map(|item| (item.id(), format!("{item:?}")))
    }
    match item {
        Item::Removed | Item::Statements(_) => Vec::new(),
        Item::Comparison(comparison) => {
            let name = (0, comparison.name.clone());
            std::iter::once(name).chain(of(&comparison.partners)).collect()
        }
        Item::Plan { plan, .. } => of(&plan.steps).collect(),
    }
}

fn get(parts: &Parts, id: u32) -> Option<&String> {
    parts.iter().find_map(|(own, text)| (*own == id).then_some(text))
}

/// Whether `both` has what was changed from `base` to `one` where `other` changed nothing.
fn has_changes(base: &Parts, one: &Parts, other: &Parts, both: &Parts) -> Result<(), TestCaseError> {
    // What goes beyond the most that a list holds is left out.
    let new = |parts: &Parts| parts.iter().filter(|(id, _)| get(base, *id).is_none()).count();
    if base.len() + new(one) + new(other) > MOST_PLANNED {
        return Ok(());
    }
    for (id, _) in base.iter().chain(one) {
        if get(base, *id) != get(one, *id) && get(base, *id) == get(other, *id) {
            prop_assert_eq!(get(one, *id), get(both, *id));
        }
    }
    Ok(())
}

fn changed(folder: &Folder, changes: &[Change]) -> Folder {
    let mut folder = folder.clone();
    for change in changes {
        let item = change.made(folder.item(7));
        folder.set(7, item);
    }
    folder
}

/// A plan of a check with these steps: their ids, and who does them.
pub(super) fn planned(of: u32, steps: &[(u32, &str)]) -> Item {
    let steps = steps.iter().map(|(id, owner)| PlannedStep {
        id: *id,
        what: "Meet".to_owned(),
        owner: (*owner).to_owned(),
        ..PlannedStep::default()
    });
    let plan = Plan {
        steps: steps.collect(),
    };
    Item::Plan { of, plan }
}

fn ids(item: &Item) -> Vec<u32> {
    parts(item).into_iter().map(|(id, _)| id).collect()
}

/// Small plans, so that two tabs often change the same.
fn small() -> impl Strategy<Value = Vec<(u32, &'static str)>> {
    (0..4_usize, vec(select(&["", "a", "b"][..]), 4), any::<bool>()).prop_map(|(gone, owners, turned)| {
        let mut steps: Vec<_> = (1..=4).zip_eq(owners).collect();
        steps.remove(gone);
        if turned {
            steps.reverse();
        }
        steps
    })
}

proptest! {
    #![proptest_config(plays(4000))]

    /// What is decided between two tabs stays when either copy comes again.
    #[test]
    fn what_two_tabs_dispute_is_decided_once(
        base in small(),
        ours in vec(small(), 1..4),
        theirs in vec(small(), 1..4),
    ) {
        let changed = |changes: &[Vec<(u32, &str)>]| {
            let mut folder = Folder::default();
            folder.set(7, planned(1, &base));
            for steps in changes {
                folder.set(7, planned(1, steps));
            }
            folder
        };
        let (one, two) = (changed(&ours), changed(&theirs));
        let merged = |mine: &Folder, theirs: &Folder| {
            let mut both = mine.clone();
            both.merge(theirs.clone());
            both
        };
        let both = merged(&one, &two);
        prop_assert_eq!(&both, &merged(&two, &one));
        for older in [&one, &two] {
            prop_assert_eq!(&merged(&both, older), &both);
            prop_assert_eq!(&merged(older, &both), &both);
        }
    }
}

proptest! {
    #![proptest_config(plays(400))]

    #[test]
    fn what_two_tabs_change_apart_stays(
        item in item(),
        one in vec(change(), 0..4),
        two in vec(change(), 0..4),
    ) {
        let mut base = Folder::default();
        base.set(7, item);
        let (one, two) = (changed(&base, &one), changed(&base, &two));
        let mut here = one.clone();
        here.merge(two.clone());
        let mut there = two.clone();
        there.merge(one.clone());
        prop_assert_eq!(&here, &there);
        prop_assert_eq!(load(&save(&here)), Ok(here.clone()));
        // An older copy changes nothing any more.
        for older in [&base, &one, &two] {
            prop_assert!(!here.clone().merge(older.clone()));
        }
        let [base, one, two, both] = [&base, &one, &two, &here].map(|folder| parts(folder.item(7)));
        has_changes(&base, &one, &two, &both)?;
        has_changes(&base, &two, &one, &both)?;
    }

    #[test]
    fn what_is_set_again_leaves_what_another_tab_changed(
        item in item(),
        one in vec(change(), 1..4),
        two in vec(change(), 0..4),
    ) {
        let mut base = Folder::default();
        base.set(7, item);
        let (ours, theirs) = (changed(&base, &one), changed(&base, &two));
        let mut now = ours.clone();
        now.merge(theirs.clone());
        now.set_again(&base, &ours);
        let [base, ours, theirs, both] = [&base, &ours, &theirs, &now].map(|folder| parts(folder.item(7)));
        has_changes(&base, &theirs, &ours, &both)?;
        // Ours counts as newer, also where both changed the same.
        has_changes(&base, &ours, &base, &both)?;
    }

    #[test]
    fn one_tab_that_hears_of_another_has_its_order(item in item(), changes in vec(change(), 0..6)) {
        let mut base = Folder::default();
        base.set(7, item);
        let one = changed(&base, &changes);
        let mut heard = base;
        heard.merge(one.clone());
        prop_assert_eq!(ids(heard.item(7)), ids(one.item(7)));
        prop_assert_eq!(heard, one);
    }
}
