//! Putting a few things in order.

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
