//! Summaries that are added to a comparison, and the check for duplicates.

use std::collections::BTreeMap;

use crate::domain::comparison::{Comparison, Partner};
use crate::domain::day::Day;
use crate::domain::ids::Sector;
use crate::domain::summary::Summary;

/// Somebody who came in.
#[derive(Debug)]
pub(super) struct Fresh {
    /// The number of the comparison in which it came, from 1; none if it came by itself. Its organisation is then one
    /// of that comparison's.
    pub(super) from: Option<usize>,
    /// Whether it came as a letter, see [`is_letter`].
    pub(super) letter: bool,
    /// The person.
    pub(super) partner: Partner,
}

impl Fresh {
    /// Somebody who came by themselves.
    pub(super) fn alone(summary: Summary) -> Self {
        Self {
            from: None,
            letter: false,
            partner: Partner {
                id: 0,
                label: String::new(),
                organisation: 0,
                summary,
            },
        }
    }

    /// The people of a comparison, which came in at this place.
    pub(super) fn all_of(comparison: Comparison, from: usize) -> impl Iterator<Item = Self> {
        let day = comparison.day;
        comparison.partners.into_iter().map(move |partner| Self {
            from: Some(from),
            letter: is_letter(&partner, day),
            partner,
        })
    }
}

/// Whether a partner may be from a comparison of this day with letters instead of names: then only its kind, length, side,
/// stage and answers are known.
pub(super) fn is_letter(partner: &Partner, day: Day) -> bool {
    let Partner { label, summary, .. } = partner;
    let nameless = label.is_empty() && summary.organisation.is_empty() && summary.partnership.is_empty();
    nameless && summary.sector.is_none() && summary.day == day
}

/// What came in at once.
pub(super) enum Came {
    /// One person's summary.
    Summary(Summary),
    /// A comparison that somebody else has made.
    Comparison(Comparison),
}

/// What a summary tells of a person beside kind, length, side, stage and answers.
#[derive(Debug)]
struct Told {
    day: Day,
    sector: Option<Sector>,
    names: [String; 2],
    /// Whether it tells nothing, because it came as a letter.
    letter: bool,
}

impl Told {
    /// Whether two of the same answers can be one person's. Names go into a link only if they are ticked, and a letter
    /// may be anybody's.
    fn may_be(&self, other: &Self) -> bool {
        let same = |(one, other): (&String, &String)| one == other || one.is_empty() || other.is_empty();
        let alike = self.day == other.day && self.sector == other.sector;
        self.letter || other.letter || (alike && self.names.iter().zip(&other.names).all(same))
    }
}

/// The known summaries, to recognise duplicates: what they answer, and what else they tell.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeMap<Summary, Vec<Told>>);

impl Seen {
    /// Whether it is known. The same summary may be sent with its names and without, and as a letter.
    pub(super) fn has(&self, summary: &Summary, letter: bool) -> bool {
        let (answers, told) = apart(summary, letter);
        let known = self.0.get(&answers);
        known.is_some_and(|known| known.iter().any(|known| known.may_be(&told)))
    }

    /// Remembers one.
    pub(super) fn add(&mut self, summary: &Summary, letter: bool) {
        let (answers, told) = apart(summary, letter);
        self.0.entry(answers).or_default().push(told);
    }

    /// Remembers one unless it is known; returns whether it was new. Ten thousand come at once.
    pub(super) fn add_new(&mut self, summary: &Summary, letter: bool) -> bool {
        let (answers, told) = apart(summary, letter);
        let known = self.0.entry(answers).or_default();
        let is_new = !known.iter().any(|known| known.may_be(&told));
        if is_new {
            known.push(told);
        }
        is_new
    }
}

/// What a summary answers, and what else it tells.
fn apart(summary: &Summary, letter: bool) -> (Summary, Told) {
    let mut answers = summary.clone();
    let told = Told {
        day: std::mem::replace(&mut answers.day, Day(0)),
        sector: answers.sector.take(),
        names: [
            std::mem::take(&mut answers.partnership),
            std::mem::take(&mut answers.organisation),
        ],
        letter,
    };
    (answers, told)
}

/// Whether two summaries are the same, perhaps without names in one of them.
pub(in crate::app::chair) fn is_same(one: &Summary, other: &Summary) -> bool {
    may_be_same((one, false), (other, false))
}

/// Whether two summaries can be the same person's, perhaps without names, or as a letter, in one of them.
pub(super) fn may_be_same(one: (&Summary, bool), other: (&Summary, bool)) -> bool {
    let ((one, its), (other, others)) = (apart(one.0, one.1), apart(other.0, other.1));
    one == other && its.may_be(&others)
}
