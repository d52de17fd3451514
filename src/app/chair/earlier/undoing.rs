//! Taking back what was done last: a deletion, or files that were taken in.

use super::{Chair, Effect, give};
use crate::domain::check::Check;
use crate::domain::folder::Item;
use crate::domain::record::Record;

/// How the last thing is taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    /// Checks as they were before. They come back under new ids: a copy of the record that knows the old ids
    /// would drop them, or merge into them what is taken back.
    pub checks: Vec<Check>,
    /// Ids of checks that go.
    pub gone: Vec<u32>,
    /// Entries of the folder as they were before.
    pub items: Vec<(u32, Item)>,
}

/// Takes it back.
pub(super) fn take_back(state: &mut Chair, undo: Undo, effects: &mut Vec<Effect>) {
    let mut renamed = Vec::new();
    let mut record = Record {
        checks: Vec::new(),
        removed: undo.gone,
    };
    for mut check in undo.checks {
        let id = state.new_id();
        renamed.push((check.id, id));
        check.id = id;
        record.checks.push(check);
    }
    record.checks.sort_by_key(|check| check.id);
    give(effects, record);
    // One that was changed twice goes back to what it was first.
    for (id, item) in undo.items.into_iter().rev() {
        state.put(id, item);
    }
    follow(state, &renamed);
}

/// Lets plans follow their checks to new ids.
fn follow(state: &mut Chair, renamed: &[(u32, u32)]) {
    let plans = state.folder.entries.iter().filter_map(|entry| match &entry.item {
        Item::Plan { of, plan } => {
            let (_, new) = renamed.iter().find(|(old, _)| old == of)?;
            let plan = plan.clone();
            Some((entry.id, Item::Plan { of: *new, plan }))
        }
        _ => None,
    });
    let plans: Vec<_> = plans.collect();
    for (id, item) in plans {
        state.put(id, item);
    }
}
