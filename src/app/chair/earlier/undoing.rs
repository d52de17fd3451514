//! Taking back what was done last: a deletion, or files that were taken in.

use super::give;
use super::same::is_same_check;
use super::undo::{Change, Undo};
use crate::app::chair::effect::Effect;
use crate::app::chair::shared::Shared;
use crate::domain::check::Check;
use crate::domain::folder::{Folder, Item};
use crate::domain::record::Record;

/// Takes it back. What was changed since, here or in another tab, stays as it is, and so does what got a plan since.
/// Says whether there was such a thing, and what the check's program is to do.
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
    let stay = |change: &Change<Item>| change.before == Item::Removed && has_plan(shared.folder, change.id);
    let comparisons = comparisons.into_iter().filter(|change| !stay(change)).collect();
    done += put_back(shared, comparisons);
    let (checks, given) = checks_back(shared, undo.checks);
    done += checks;
    (done < all, given)
}

/// Puts entries back that are as they were left; says how many.
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

/// Takes back what became of checks that are as they were left; says of how many, and what the check's program is
/// to do.
fn checks_back(shared: &mut Shared, mut checks: Vec<Change<Option<Check>>>) -> (usize, Effect) {
    let mut record = shared.context.record.clone();
    checks.retain(|change| {
        let stays = change.before.is_none() && has_plan(shared.folder, change.id);
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
            // Its place was taken by one that stays.
            check.id = same.id;
        } else {
            // A copy of the record that knows the old id would drop it, or merge into it what is taken back.
            check.id = record.current_id(old);
            given.checks.push(check.clone());
        }
        for (id, item) in plans_of(shared.folder, old, check.id) {
            shared.put(id, item);
        }
    }
    given.sort();
    (done, give(given))
}

fn has_plan(folder: &Folder, of: u32) -> bool {
    folder.plan(of).is_some()
}

/// The plans of a check whose id is another now, as they are from now on, with the ids of their entries.
pub(super) fn plans_of(folder: &Folder, of: u32, new: u32) -> Vec<(u32, Item)> {
    let plans = folder.entries.iter().filter_map(|entry| match &entry.item {
        Item::Plan { of: found, plan } if *found == of && of != new => {
            let plan = plan.clone();
            Some((entry.id, Item::Plan { of: new, plan }))
        }
        _ => None,
    });
    plans.collect()
}
