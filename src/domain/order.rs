//! Putting two lists together in one order.

use std::cmp::Ordering;

/// Takes a second list into the first. Both come out in `order`, with one item of those that are equal in it: `settle`
/// takes the second of two into the first and says whether that changed it. Says whether anything changed.
///
/// The work grows with `n log n` whatever order the lists are in: they may come from a text that somebody made up.
pub fn merge_by<T>(
    mine: &mut Vec<T>,
    theirs: Vec<T>,
    order: impl Fn(&T, &T) -> Ordering,
    mut settle: impl FnMut(&mut T, &mut T) -> bool,
) -> bool {
    let before = mine.len();
    let mut changed = false;
    mine.extend(theirs);
    // A stable sort: of equals the one that was there stays first.
    mine.sort_by(&order);
    mine.dedup_by(|second, first| {
        let same = order(first, second).is_eq();
        if same {
            changed |= settle(first, second);
        }
        same
    });
    changed || mine.len() > before
}
