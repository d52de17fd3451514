//! Lists that two copies of a folder merge item by item: partners and steps.

/// An item of such a list.
pub trait Listed: Clone + Ord {
    /// The number that tells it from the others of its list.
    fn id(&self) -> u32;
}

/// Which change set an item of a list, or removed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The item's id.
    pub id: u32,
    /// Number of the change, 1 or more.
    pub revision: u32,
}

/// Most marks of removed items that a list keeps, the newest: they only matter while an older copy is about.
pub const MOST_REMOVED: usize = 60;

/// One copy of a list.
pub(super) struct Copy<'a, T> {
    pub(super) items: &'a [T],
    /// One for each item, and for those that were removed.
    pub(super) marks: &'a [Mark],
}

impl<T: Listed> Copy<'_, T> {
    fn get(&self, id: u32) -> Option<(u32, Option<&T>)> {
        let mark = self.marks.iter().find(|mark| mark.id == id)?;
        Some((mark.revision, find(self.items, id)))
    }
}

fn find<T: Listed>(items: &[T], id: u32) -> Option<&T> {
    items.iter().find(|item| item.id() == id)
}

/// The ids of a list, in its order.
pub(super) fn ids<T: Listed>(items: &[T]) -> impl Iterator<Item = u32> {
    items.iter().map(Listed::id)
}

/// Marks for the items of `new`, which takes the place of `old` with the change `revision`: what stays as it was keeps its
/// mark.
pub(super) fn marks_after<T: Listed>(old: &Copy<'_, T>, new: &[T], revision: u32) -> Vec<Mark> {
    let here = new.iter().map(|item| match old.get(item.id()) {
        Some((before, Some(was))) if was == item => Mark {
            id: item.id(),
            revision: before,
        },
        _ => Mark {
            id: item.id(),
            revision,
        },
    });
    let marks: Vec<Mark> = here.collect();
    let gone = old.marks.iter().filter(|mark| find(new, mark.id).is_none());
    let removed = gone.map(|mark| match find(old.items, mark.id) {
        Some(_) => Mark { revision, ..*mark },
        None => *mark,
    });
    let removed = removed.collect();
    sorted(marks, removed)
}

fn sorted(mut marks: Vec<Mark>, mut removed: Vec<Mark>) -> Vec<Mark> {
    removed.sort_by_key(|mark| std::cmp::Reverse(mark.revision));
    removed.truncate(MOST_REMOVED);
    marks.append(&mut removed);
    marks.sort_by_key(|mark| mark.id);
    marks
}

/// Whether the order is another one than what follows when items are removed from `old`, or added at its end.
pub(super) fn is_reordered<T: Listed>(old: &[T], new: &[T]) -> bool {
    let stayed = ids(old).filter(|id| find(new, *id).is_some());
    let added = ids(new).filter(|id| find(old, *id).is_none());
    !stayed.chain(added).eq(ids(new))
}

/// Two copies in one: of each item the one that was changed last. Those of `first` keep their order. Where both copies
/// changed an item with the same number the greater one stays, so that it does not depend on what else is in the copies; a
/// removal always stays.
pub(super) fn merged<T: Listed>(
    first: &Copy<'_, T>,
    second: &Copy<'_, T>,
    most: usize,
) -> (Vec<T>, Vec<Mark>) {
    let newest = |id: u32| match (first.get(id), second.get(id)) {
        (Some(one), Some(two)) if one.0 == two.0 => match (one.1, two.1) {
            (Some(mine), Some(theirs)) => Some((one.0, Some(mine.max(theirs)))),
            _ => Some((one.0, None)),
        },
        (Some(one), Some(two)) => Some(if one.0 > two.0 { one } else { two }),
        (one, two) => one.or(two),
    };
    let others = ids(second.items).filter(|id| find(first.items, *id).is_none());
    let mut items: Vec<T> = ids(first.items)
        .chain(others)
        .filter_map(|id| newest(id)?.1.cloned())
        .collect();
    items.truncate(most);
    let mut marked: Vec<u32> = first
        .marks
        .iter()
        .chain(second.marks)
        .map(|mark| mark.id)
        .collect();
    marked.sort_unstable();
    marked.dedup();
    let marks = marked.into_iter().filter_map(|id| {
        let (revision, _) = newest(id)?;
        Some(Mark { id, revision })
    });
    let (here, removed) = marks.partition(|mark| find(&items, mark.id).is_some());
    let marks = sorted(here, removed);
    (items, marks)
}

/// The list `now` with what was changed from `base` to `ours`.
pub(super) fn changed_again<T: Listed>(now: &[T], base: &[T], ours: &[T]) -> Vec<T> {
    let mut items = now.to_vec();
    items.retain(|item| find(base, item.id()).is_none() || find(ours, item.id()).is_some());
    for item in ours.iter().filter(|item| find(base, item.id()) != Some(item)) {
        match items.iter_mut().find(|found| found.id() == item.id()) {
            Some(found) => found.clone_from(item),
            None => items.push(item.clone()),
        }
    }
    if is_reordered(base, ours) {
        let place = |item: &T| ids(ours).position(|id| id == item.id());
        items.sort_by_key(|item| place(item).unwrap_or(usize::MAX));
    }
    items
}
