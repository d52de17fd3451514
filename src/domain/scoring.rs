//! From the responses of one or several organisations to scores (`content.md` section 3.1).
//!
//! What the rules leave open, decided here:
//!
//! * **Rule 6 wins over everything.** A topic where more than a third is "do not know" is
//!   [`Outcome::NotEnoughKnown`] even where too few values would leave it without a score anyway: it says
//!   why there is no score, and it leads to a "Find out" card. So one value, one "do not know" and one
//!   blank is "not enough known" (half of two), and one value and two blanks is "too few answers".
//! * **An organisation without 2 of 3 values has no vote in the mean** (rule 3), since it has no score;
//!   the others still make one. Its "do not know" answers do count in rule 6: they are what rule 6 is
//!   about.
//! * **An organisation without any counted answer** (only blanks or "does not apply yet") has no share of
//!   "do not know", so it is left out when the shares are averaged, rather than counted as knowing all.
//! * **An organisation whose people all took the quick check has no share of "do not know"** either. Nobody
//!   in it was asked enough for a score (section 3.7), so what it does not know is no reason to take away
//!   the score that the others make.
//! * **A criterion that is "not enough known" has no score** in rules 4 and 5 and cannot hold a headline
//!   back, because it has no band.

use super::answer::Response;
use super::fraction::Fraction;
use super::ids::{Criterion, Dimension, StatementId};
use super::organisation::{Organisation, Tally};
use super::score::{Band, Score};
use super::sheet::AnswerSheet;
use super::topic::Topic;

/// What the answers to a topic come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A score, 0 to 100.
    Score(Score),
    /// More than a third of the counted answers are "do not know" (rule 6).
    NotEnoughKnown,
    /// No organisation gave a value to enough statements (rule 2).
    TooFewAnswers,
}

impl Outcome {
    /// The score, if there is one.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Score(score) => Some(score),
            Self::NotEnoughKnown | Self::TooFewAnswers => None,
        }
    }
}

/// What the answers to one topic come to, and what they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The score, or why there is none.
    pub outcome: Outcome,
    /// How often each sort of response was given, over all people.
    pub tally: Tally,
}

impl Finding {
    /// The finding of one person, without building an [`Organisation`]: the same as [`Self::of`], for thousands of summaries.
    /// `statements` are those of the topic.
    pub fn of_one(topic: Topic, statements: &[StatementId], sheet: &AnswerSheet) -> Self {
        let mut tally = Tally::default();
        let mut sum = 0;
        for statement in statements {
            let response = sheet.get(*statement);
            tally.count(response);
            sum += response.and_then(Response::number).map_or(0, u32::from);
        }
        let values = tally.values;
        let enough = values as usize >= topic.needed();
        let answer = Fraction::new(u64::from(sum), u64::from(values)).filter(|_| enough);
        // As in `of`, in whole numbers.
        let outcome = if 3 * tally.do_not_know > tally.do_not_know + values {
            Outcome::NotEnoughKnown
        } else {
            answer.map_or(Outcome::TooFewAnswers, |answer| {
                Outcome::Score(Score::of_answer(answer))
            })
        };
        Self { outcome, tally }
    }

    /// The finding on a topic, one organisation, one vote (rules 1, 2, 3 and 6).
    pub fn of(topic: Topic, organisations: &[Organisation]) -> Self {
        let tallies = organisations.iter().map(|each| each.tally(topic));
        let asked = organisations.iter().filter(|each| each.can_have_scores());
        let unknown = Fraction::mean(asked.filter_map(|each| each.tally(topic).unknown_share()));
        let scores = organisations.iter().filter_map(|each| each.score(topic));
        let outcome = if unknown.is_some_and(is_more_than_a_third) {
            Outcome::NotEnoughKnown
        } else {
            Score::mean(scores).map_or(Outcome::TooFewAnswers, Outcome::Score)
        };
        Self {
            outcome,
            tally: tallies.fold(Tally::default(), Tally::plus),
        }
    }
}

fn is_more_than_a_third(share: Fraction) -> bool {
    share.times(3) > Fraction::whole(1)
}

/// The headline: a band, and the criterion that keeps it from being "Strong", if one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The band to say.
    pub band: Band,
    /// The lowest criterion, where the weakest-link rule lowered the band; the earlier of equals.
    pub held_back_by: Option<Criterion>,
}

/// The scores of the twelve criteria, and what follows from them. Value and relationship pairs are never
/// part of it (rule 5). It has nothing to say about a quick check, which has no criterion scores
/// (`content.md` section 3.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreCard {
    findings: [Finding; 12],
}

impl ScoreCard {
    /// The card of these organisations; their order does not matter.
    pub fn of(organisations: &[Organisation]) -> Self {
        Self {
            findings: Criterion::ALL.map(|criterion| Finding::of(Topic::Criterion(criterion), organisations)),
        }
    }

    /// The card of one person.
    pub fn of_sheet(sheet: &AnswerSheet) -> Self {
        Self::of(&[Organisation::of_sheet(sheet)])
    }

    /// The finding on a criterion.
    pub fn criterion(&self, criterion: Criterion) -> &Finding {
        &self.findings[criterion.index()]
    }

    /// The score of a criterion, if it has one.
    pub fn score(&self, criterion: Criterion) -> Option<Score> {
        self.criterion(criterion).outcome.score()
    }

    /// The score of a dimension: the mean of its criteria, if at least 3 of 4 have a score (rule 4).
    pub fn dimension(&self, dimension: Dimension) -> Option<Score> {
        let scores: Vec<Score> = dimension
            .criteria()
            .filter_map(|criterion| self.score(criterion))
            .collect();
        if scores.len() < 3 {
            return None;
        }
        Score::mean(scores)
    }

    /// The overall score: the mean of the three dimensions, only if all three have one (rule 5). The
    /// dimensions are not rounded first.
    pub fn overall(&self) -> Option<Score> {
        let [a, b, c] = Dimension::ALL.map(|dimension| self.dimension(dimension));
        Score::mean([a?, b?, c?])
    }

    /// The lowest criterion with its exact score; the earlier of equals. `None` if none has a score.
    pub fn lowest(&self) -> Option<(Criterion, Score)> {
        Criterion::ALL
            .into_iter()
            .filter_map(|criterion| Some((criterion, self.score(criterion)?)))
            .min_by_key(|(_, score)| *score)
    }

    /// The headline, if there is an overall score. It cannot be "Strong" while any criterion is "Needs
    /// work" or "Act now": then it is "Getting there", and names the lowest (`content.md` section 3.2).
    pub fn headline(&self) -> Option<Headline> {
        let band = self.overall()?.band();
        let weakest = self.lowest().filter(|(_, score)| score.is_weak());
        Some(match weakest {
            Some((criterion, _)) if band == Band::Strong => Headline {
                band: Band::GettingThere,
                held_back_by: Some(criterion),
            },
            _ => Headline {
                band,
                held_back_by: None,
            },
        })
    }
}
