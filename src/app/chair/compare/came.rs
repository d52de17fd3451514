//! Summaries that are added to a comparison, and the check for duplicates.

use std::collections::BTreeMap;

use crate::domain::comparison::{Comparison, Partner};
use crate::domain::summary::Summary;

/// Somebody who came in.
#[derive(Debug)]
pub(super) struct Fresh {
    /// The number of the comparison in which it came, from 1; none if it came by itself. Its organisation is then one
    /// of that comparison's.
    pub(super) from: Option<usize>,
    /// The person.
    pub(super) partner: Partner,
}

impl Fresh {
    /// Somebody who came by themselves.
    pub(super) fn alone(summary: Summary) -> Self {
        Self {
            from: None,
            partner: Partner {
                id: 0,
                label: String::new(),
                organisation: 0,
                summary,
            },
        }
    }
}

/// What came in at once.
pub(super) enum Came {
    /// One person's summary.
    Summary(Summary),
    /// A comparison that somebody else has made.
    Comparison(Comparison),
}

/// The known summaries, to recognise duplicates: without their names, and these names.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeMap<Summary, Vec<[String; 2]>>);

impl Seen {
    /// Whether it is known. The same summary may be sent with its names and without.
    pub(super) fn has(&self, summary: &Summary) -> bool {
        let (bare, names) = without_names(summary);
        let known = self.0.get(&bare);
        known.is_some_and(|known| known.iter().any(|known| may_be_same(known, &names)))
    }

    /// Remembers one.
    pub(super) fn add(&mut self, summary: &Summary) {
        let (bare, names) = without_names(summary);
        self.0.entry(bare).or_default().push(names);
    }
}

/// A summary without its names, and the names.
fn without_names(summary: &Summary) -> (Summary, [String; 2]) {
    let mut bare = summary.clone();
    let names = [
        std::mem::take(&mut bare.partnership),
        std::mem::take(&mut bare.organisation),
    ];
    (bare, names)
}

/// Whether these can be the names of one summary, sent twice: names go into a link only if they are ticked.
fn may_be_same(one: &[String; 2], other: &[String; 2]) -> bool {
    let same = |(one, other): (&String, &String)| one == other || one.is_empty() || other.is_empty();
    one.iter().zip(other).all(same)
}

/// Whether two summaries are the same, perhaps without names in one of them.
pub(in crate::app::chair) fn is_same(one: &Summary, other: &Summary) -> bool {
    let ((one, its), (other, others)) = (without_names(one), without_names(other));
    one == other && may_be_same(&its, &others)
}
