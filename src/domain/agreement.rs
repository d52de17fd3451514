//! Where organisations agree and where they stand on opposite sides (`content.md` section 3.3).
//!
//! Everything here is about organisations' answers, which are fractions where several people answered
//! (section 3.7). With fewer than two organisations there is nothing to compare.
//!
//! What the rules leave open, decided here:
//!
//! * **A statement counts where at least two organisations gave a value.** One dot cannot differ.
//! * **A topic has a label if as many of its statements count as a score needs**: 2 of 3, or 4 of 6. One
//!   statement is too few for a label, as it is for a score. Opposite sides are reported even so.
//! * **A topic without a label does not differ** unless it has opposite sides: nothing shows a difference.
//! * **The label is read from the rounded number**, as the worked example does (0.7864, 79, Mixed).

use std::cmp::Reverse;

use super::fraction::Fraction;
use super::ids::{Criterion, Dimension, StatementId};
use super::organisation::Organisation;
use super::topic::Topic;

/// How organisations' answers to one statement compare, most alike first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Views {
    /// The range is under 2.
    Similar,
    /// The range is 2 or more.
    Different,
    /// One organisation is at 2 or under and one at 4 or over. It overrides the other two.
    Opposite,
}

/// How close organisations are on a topic, closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// 80 or more.
    Close,
    /// 60 to 79.
    Mixed,
    /// Under 60.
    Apart,
}

/// What organisations agree on in one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicAgreement {
    /// The label; `None` if too few statements can be compared.
    pub closeness: Option<Closeness>,
    /// The statements on which organisations stand on opposite sides, in the order of the check.
    pub opposites: Vec<StatementId>,
}

impl TopicAgreement {
    /// The agreement of these organisations on a topic; their order does not matter.
    pub fn of(topic: Topic, organisations: &[Organisation]) -> Self {
        let mut opposites = Vec::new();
        let mut sum = 0.0;
        let mut compared = 0_usize;
        let mut count = 0.0;
        for statement in topic.statements() {
            let answers = answers(statement, organisations);
            if views(&answers) == Some(Views::Opposite) {
                opposites.push(statement);
            }
            if answers.len() >= 2 {
                let numbers: Vec<f64> = answers.into_iter().map(Fraction::to_f64).collect();
                sum += consensus(&numbers, 4.0);
                compared += 1;
                count += 1.0;
            }
        }
        Self {
            closeness: (compared >= topic.needed()).then(|| closeness(sum / count)),
            opposites,
        }
    }

    /// By which topics are ordered where those that differ most come first: the number of statements on opposite sides,
    /// then how far apart partners are. Equals keep the order of the check.
    pub fn difference(&self) -> impl Ord + use<> {
        Reverse((self.opposites.len(), self.closeness))
    }

    /// Whether partners agree, as the headline counts it: "Close", and nobody on opposite sides. What is neither this nor
    /// [`Self::differs`] lies between.
    pub fn agrees(&self) -> bool {
        self.closeness == Some(Closeness::Close) && self.opposites.is_empty()
    }

    /// Whether partners differ: "Apart", or any statement on opposite sides (`content.md` section 3.4).
    pub fn differs(&self) -> bool {
        self.closeness == Some(Closeness::Apart) || !self.opposites.is_empty()
    }
}

/// What organisations agree on in every topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    topics: Vec<TopicAgreement>,
}

impl Agreement {
    /// The agreement of these organisations; `None` if there are fewer than two. Their order does not
    /// matter.
    pub fn of(organisations: &[Organisation]) -> Option<Self> {
        (organisations.len() >= 2).then(|| Self {
            topics: Topic::all()
                .map(|topic| TopicAgreement::of(topic, organisations))
                .collect(),
        })
    }

    /// The agreement on a topic.
    pub fn topic(&self, topic: Topic) -> Option<&TopicAgreement> {
        self.topics.get(topic.index())
    }

    /// Whether partners differ on a topic.
    pub fn differs(&self, topic: Topic) -> bool {
        self.topic(topic).is_some_and(TopicAgreement::differs)
    }

    /// On how many of the 24 statements in A and B organisations stand on opposite sides (section 2.5,
    /// rule 2).
    pub fn opposites_in_a_and_b(&self) -> usize {
        Criterion::ALL
            .into_iter()
            .filter(|criterion| criterion.dimension() != Dimension::Results)
            .filter_map(|criterion| self.topic(Topic::Criterion(criterion)))
            .map(|topic| topic.opposites.len())
            .sum()
    }
}

/// How organisations' answers to a statement compare; `None` where fewer than two gave a value.
pub fn statement_views(statement: StatementId, organisations: &[Organisation]) -> Option<Views> {
    views(&answers(statement, organisations))
}

/// The answers of the organisations that gave a value.
fn answers(statement: StatementId, organisations: &[Organisation]) -> Vec<Fraction> {
    organisations
        .iter()
        .filter_map(|each| each.answer(statement))
        .collect()
}

/// How these answers, 1 to 5, compare; `None` where there are fewer than two.
pub(super) fn views(answers: &[Fraction]) -> Option<Views> {
    if answers.len() < 2 {
        return None;
    }
    let lowest = *answers.iter().min()?;
    let highest = *answers.iter().max()?;
    Some(if lowest <= Fraction::whole(2) && highest >= Fraction::whole(4) {
        Views::Opposite
    } else if highest.distance(lowest) >= Fraction::whole(2) {
        Views::Different
    } else {
        Views::Similar
    })
}

/// The consensus of answers on a scale that is `width` steps wide, 0 to 1: 1 when all agree, 0 when half
/// are at either end (section 3.3, where the width is 4). 1 of nothing. It is never shown to users.
pub fn consensus(answers: &[f64], width: f64) -> f64 {
    let count: f64 = answers.iter().map(|_| 1.0).sum();
    if count < 1.0 {
        return 1.0;
    }
    let mean = answers.iter().sum::<f64>() / count;
    let spread: f64 = answers
        .iter()
        .map(|answer| (1.0 - (answer - mean).abs() / width).log2())
        .sum();
    (1.0 + spread / count).clamp(0.0, 1.0)
}

/// The label of a mean consensus, 0 to 1, from its rounded percentage.
fn closeness(mean: f64) -> Closeness {
    // The last digits of a logarithm are noise, which must not decide what is rounded up.
    let shown = (mean * 100.0 + 0.5 + 1e-9).floor();
    if shown >= 80.0 {
        Closeness::Close
    } else if shown >= 60.0 {
        Closeness::Mixed
    } else {
        Closeness::Apart
    }
}
