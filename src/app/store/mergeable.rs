//! What a store must know of what it keeps.

use crate::formats::stored::StoredError;

/// What a text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded<T> {
    /// What could be read.
    pub value: T,
    /// How many answers belong to statements that this version does not know. They are kept.
    pub unknown: usize,
    /// How many answers could not be read and were left out: the text is kept aside before it is written over.
    pub left_out: usize,
}

/// Something that is kept as one text in both stores, and merged wherever two copies meet.
pub trait Mergeable: Clone + Default {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// See [`StoredError`].
    fn load(text: &str) -> Result<Loaded<Self>, StoredError>;

    /// The text. Equal values are equal texts.
    fn save(&self) -> String;

    /// The text without changes that other tabs need not announce, such as which page is open.
    fn news(&self) -> String {
        self.save()
    }

    /// Whether there is nothing to keep, not even the trace of something removed.
    fn is_empty(&self) -> bool;

    /// Ids of what is here and was not removed.
    fn ids(&self) -> Vec<u32>;

    /// Whether the thing with this id is here or was removed one by one, which leaves a trace.
    fn knows(&self, id: u32) -> bool;

    /// A copy of only the things whose ids are meant, without any traces.
    fn only(&self, is_meant: impl Fn(u32) -> bool) -> Self;

    /// A copy of the traces alone.
    fn traces(&self) -> Self;

    /// Removes the thing with this id and leaves a trace, so that no copy brings it back.
    fn remove(&mut self, id: u32);

    /// Takes in another copy. The outcome does not depend on which copy takes in which.
    fn merge(&mut self, other: Self);

    /// Sets again what `ours` has set since `base`, so that it counts as newer than anything here.
    fn set_again(&mut self, base: &Self, ours: &Self);
}

/// What stays in the durable store of a text that is deleted: a trace of each thing in it and in `local`, which
/// `localStorage` had at that moment. What `now` has there since was begun after the deletion, and gets none. `None` if
/// nothing is left, or nothing can be read.
pub fn traces<T: Mergeable>(durable: Option<&str>, local: Option<&str>, now: Option<&str>) -> Option<String> {
    let read = |text: Option<&str>| {
        text.and_then(|text| T::load(text).ok())
            .map(|loaded| loaded.value)
    };
    let [durable, local, now] = [durable, local, now].map(read);
    let (local, now) = (local.unwrap_or_default(), now.unwrap_or_default());
    let begun = now.only(|id| !local.knows(id));
    let mut all = local;
    all.merge(durable.unwrap_or_default());
    for id in all.ids() {
        if !begun.knows(id) {
            all.remove(id);
        }
    }
    let traces = all.traces();
    (!traces.is_empty()).then(|| traces.save())
}

/// Whether a text holds nothing but traces.
pub fn has_only_traces<T: Mergeable>(text: &str) -> bool {
    T::load(text).is_ok_and(|loaded| loaded.value.ids().is_empty())
}
