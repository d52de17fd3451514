//! All results of the rules for the organisations of a comparison, worked out once.

use crate::domain::agreement::Agreement;
use crate::domain::organisation::Organisation;
use crate::domain::scoring::{Outcome, ScoreCard};
use crate::domain::stage::Diagnosis;
use crate::domain::steps::{self, Choice};
use crate::domain::topic::Topic;
use crate::domain::value::ValueCard;

/// All results of the rules for these organisations.
pub(super) struct Findings {
    pub(super) card: ScoreCard,
    pub(super) value: ValueCard,
    pub(super) agreement: Option<Agreement>,
    pub(super) diagnosis: Option<Diagnosis>,
}

impl Findings {
    pub(super) fn of(organisations: &[Organisation]) -> Self {
        let card = ScoreCard::of(organisations);
        let value = ValueCard::of(organisations);
        let agreement = Agreement::of(organisations);
        let opposites = agreement.as_ref().map_or(0, Agreement::opposites_in_a_and_b);
        let diagnosis = Diagnosis::of(&card, &value, opposites);
        Self {
            card,
            value,
            agreement,
            diagnosis,
        }
    }

    /// The cards to show.
    pub(super) fn choice(&self) -> Choice {
        let stage = self.diagnosis.as_ref().map(|found| found.stage);
        let cards = steps::cards(&self.card, &self.value, self.agreement.as_ref(), stage);
        Choice::of(cards, self.value.verdict)
    }

    /// The results for a topic.
    pub(super) fn outcome(&self, topic: Topic) -> Outcome {
        match topic {
            Topic::Criterion(criterion) => self.card.criterion(criterion).outcome,
            Topic::Value => self.value.finding.outcome,
        }
    }
}
