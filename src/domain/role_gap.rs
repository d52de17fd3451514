//! The two sides of a relationship, statement by statement (`content.md` sections 2.4, 3.3 and 3.7).
//!
//! Pairs are never scored into anything. What the rules leave open, decided here:
//!
//! * **A side is its organisations, one vote each**, like everything else.
//! * **A side where anybody gave a value has an answer**, even if somebody else there does not know.
//!   Without a value, "do not know" comes before "does not apply yet", and that before a blank: the one
//!   that says most.
//! * **The size of the gap is rounded, half up, and the flag is read from it.** The direction is kept
//!   apart, so that a gap is the same from both sides: minus 24.5 must not round to 24 where 24.5 rounds
//!   to 25.

use super::answer::Response;
use super::fraction::Fraction;
use super::ids::{Side, StatementId};
use super::organisation::Organisation;
use super::score::Score;

/// A gap of this size or more is flagged: a full answer step.
const FLAGGED: u8 = 25;

/// What one side says about a pair statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideView {
    /// The side's answer, 1 to 5 on 0 to 100.
    Answer(Score),
    /// "Do not know", which is never a gap.
    DoNotKnow,
    /// "Does not apply yet".
    NotYet,
    /// No answer was given.
    Blank,
}

impl SideView {
    /// What these organisations, all on one side, say about a statement; their order does not matter.
    pub fn of(statement: StatementId, organisations: &[Organisation]) -> Self {
        let answers = organisations.iter().filter_map(|each| each.answer(statement));
        if let Some(answer) = Fraction::mean(answers) {
            return Self::Answer(Score::of_answer(answer));
        }
        let was_given = |response| {
            organisations
                .iter()
                .flat_map(|each| &each.people)
                .any(|sheet| sheet.get(statement) == Some(response))
        };
        if was_given(Response::DoNotKnow) {
            Self::DoNotKnow
        } else if was_given(Response::NotYet) {
            Self::NotYet
        } else {
            Self::Blank
        }
    }
}

/// The distance between the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its size, 0 to 100.
    pub size: Score,
    /// The side with the higher answer; `None` where both are the same.
    pub higher: Option<Side>,
}

impl Gap {
    /// Whether to flag it: 25 or more, a full answer step.
    pub fn is_flagged(self) -> bool {
        self.size.shown() >= FLAGGED
    }
}

/// Both sides of a pair statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairViews {
    /// What the first side says.
    pub first: SideView,
    /// What the second side says.
    pub second: SideView,
}

impl PairViews {
    /// Both sides' views of a pair statement, from the organisations on each side.
    pub fn of(statement: StatementId, first: &[Organisation], second: &[Organisation]) -> Self {
        Self {
            first: SideView::of(statement, first),
            second: SideView::of(statement, second),
        }
    }

    /// The gap; `None` unless both sides have an answer.
    pub fn gap(self) -> Option<Gap> {
        let (SideView::Answer(first), SideView::Answer(second)) = (self.first, self.second) else {
            return None;
        };
        Some(Gap {
            size: first.distance(second),
            higher: match first.cmp(&second) {
                std::cmp::Ordering::Greater => Some(Side::First),
                std::cmp::Ordering::Less => Some(Side::Second),
                std::cmp::Ordering::Equal => None,
            },
        })
    }
}
