//! Putting things in order, and two ordered lists together.

use std::cmp::Ordering;

/// Sorts by insertion, keeping the order of equals; `before` says whether the first goes before the second.
///
/// The lists here have tens of entries. The standard library's sort brings about five kilobytes of code for
/// every type it sorts, and the module that is needed before the first answer is counted in kilobytes.
pub fn sort_by<T>(items: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

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
