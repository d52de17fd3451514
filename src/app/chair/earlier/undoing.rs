//! Taking back what was done last: a deletion, or files that were taken in.

use super::give;
use super::same::is_same_check;
use super::undo::{Change, Undo};
use crate::app::chair::effect::Effect;
use crate::app::chair::shared::Shared;
use crate::domain::check::Check;
use crate::domain::entry::Item;
use crate::domain::folder::Folder;
use crate::domain::record::Record;

/// Undoes it. Things that were changed since, here or in another tab, stay as they are, and so do things that have got a
/// plan since; a plan that had no thing before may be without one again. Returns whether anything stayed, and what the
/// check's program should do.
pub(super) fn take_back(shared: &mut Shared, undo: Undo) -> (bool, Effect) {
    let all = undo.checks.len() + undo.items.len();
    let is_plan = |change: &Change<Item>| {
        matches!(
            (&change.before, &change.after),
            (Item::Plan { .. }, _) | (_, Item::Plan { .. })
        )
    };
    let (plans, comparisons): (Vec<_>, Vec<_>) = undo.items.into_iter().partition(is_plan);
    let mut done = put_back(shared, plans);
    let alone = undo.alone;
    let stay =
        |change: &Change<Item>| change.before == Item::Removed && got_plan(shared.folder, &alone, change.id);
    let comparisons = comparisons.into_iter().filter(|change| !stay(change)).collect();
    done += put_back(shared, comparisons);
    let (checks, given) = checks_back(shared, undo.checks, &alone);
    done += checks;
    (done < all, given)
}

/// Puts back the entries that nobody changed since; returns how many.
fn put_back(shared: &mut Shared, items: Vec<Change<Item>>) -> usize {
    let mut done = 0;
    for change in items {
        if *shared.folder.item(change.id) == change.after {
            shared.put(change.id, change.before);
            done += 1;
        }
    }
    done
}

/// Undoes the changes of checks that nobody changed since; returns how many, and what the check's program should do.
fn checks_back(
    shared: &mut Shared,
    mut checks: Vec<Change<Option<Check>>>,
    alone: &[u32],
) -> (usize, Effect) {
    let mut record = shared.context.record.clone();
    checks.retain(|change| {
        let stays = change.before.is_none() && got_plan(shared.folder, alone, change.id);
        !stays && record.check(change.id) == change.after.as_ref()
    });
    let gone = checks.iter().filter(|change| change.after.is_some());
    let mut given = Record {
        checks: Vec::new(),
        removed: gone.map(|change| change.id).collect(),
    };
    given.removed.sort_unstable();
    record.merge(given.clone());
    let done = checks.len();
    for mut check in checks.into_iter().filter_map(|change| change.before) {
        let old = check.id;
        if let Some(same) = record.checks.iter().find(|mine| is_same_check(mine, &check)) {
            // The same check is here under another id, and stays.
            check.id = same.id;
        } else {
            // Under the old id, another copy of the record would drop it, or merge what was undone into it.
            check.id = record.current_id(old);
            given.checks.push(check.clone());
        }
        let new = check.id;
        for (id, item) in plans_given(shared.folder, new, |of| of == old && old != new) {
            shared.put(id, item);
        }
    }
    given.sort();
    (done, give(given))
}

/// Whether a thing has a plan that came after it.
fn got_plan(folder: &Folder, alone: &[u32], of: u32) -> bool {
    folder.plan(of).is_some_and(|(entry, _)| !alone.contains(&entry))
}

/// The plans of things whose id is `new` from now on, with that id, and the ids of their entries.
pub(super) fn plans_given(folder: &Folder, new: u32, is_its: impl Fn(u32) -> bool) -> Vec<(u32, Item)> {
    let plans = folder.entries.iter().filter_map(|entry| match &entry.item {
        Item::Plan { of, plan } if is_its(*of) => {
            let plan = plan.clone();
            Some((entry.id, Item::Plan { of: new, plan }))
        }
        _ => None,
    });
    plans.collect()
}
