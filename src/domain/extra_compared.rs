//! Where organisations agree on statements that an invitation added, by the rules for statements of the check (`content.md`
//! section 3.3). Only who answered one set is compared on it; sets with another fingerprint never meet.

use super::agreement::{Views, views};
use super::answer::Response;
use super::comparison::{Comparison, Partner};
use super::extra::Fingerprint;
use super::fraction::Fraction;
use super::organisation::{Said, mean, said};

/// What an organisation says to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraSaid {
    /// Nobody of it was asked this set.
    NotAsked,
    /// It was asked; `None` if nobody gave a response.
    Asked(Option<Said>),
}

/// One statement of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraStatement {
    /// What each organisation says, in the order of [`Comparison::organisation_numbers`].
    pub said: Vec<ExtraSaid>,
    /// Each one's answer, 1 to 5: the mean of its people who gave a value.
    pub answers: Vec<Option<Fraction>>,
    /// How the answers compare; `None` where fewer than two organisations gave a value.
    pub views: Option<Views>,
}

/// What partners say to one set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraCompared {
    /// The set.
    pub set: Fingerprint,
    /// Its statements, in its order.
    pub statements: Vec<ExtraStatement>,
}

/// Every set that partners answered, by first use.
pub fn compared(comparison: &Comparison) -> Vec<ExtraCompared> {
    let mut sets: Vec<Fingerprint> = Vec::new();
    for set in comparison.partners.iter().filter_map(set_of) {
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    let of = |set: Fingerprint| ExtraCompared {
        set,
        statements: (0..usize::from(set.size))
            .map(|position| statement(comparison, set, position))
            .collect(),
    };
    sets.into_iter().map(of).collect()
}

fn set_of(partner: &Partner) -> Option<Fingerprint> {
    Some(partner.summary.extra.as_ref()?.set())
}

fn statement(comparison: &Comparison, set: Fingerprint, position: usize) -> ExtraStatement {
    let mut found = ExtraStatement {
        said: Vec::new(),
        answers: Vec::new(),
        views: None,
    };
    for number in comparison.organisation_numbers() {
        let people = comparison
            .people(number)
            .filter(|partner| set_of(partner) == Some(set));
        let responses: Vec<Option<Response>> = people
            .filter_map(|partner| partner.summary.extra.as_ref()?.responses().get(position).copied())
            .collect();
        found.said.push(if responses.is_empty() {
            ExtraSaid::NotAsked
        } else {
            ExtraSaid::Asked(said(responses.iter().flatten().copied()))
        });
        found.answers.push(mean(responses.into_iter().flatten()));
    }
    let given: Vec<Fraction> = found.answers.iter().flatten().copied().collect();
    found.views = views(&given);
    found
}
