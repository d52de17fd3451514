//! What changed between two checks (`content.md` section 3.5).
//!
//! What the rules leave open, decided here:
//!
//! * **The change is taken between the two numbers shown**, because both stand on the screen and a reader
//!   can subtract them. 49 1/2 and 59 1/4 are shown as 50 and 59: a change of 9, not clear.
//! * **"The same statements"** are those with a value in both checks. A statement that was "do not know"
//!   then and has a value now says nothing about a change, and would move the mean of the others.
//!   A topic on which not enough was known (rule 6) falls away by itself: one person cannot have 2 of 3
//!   values, or 4 of 6, and more than a third "do not know".
//! * **The same organisations**: this compares two checks of one person. Whoever compares more passes the
//!   scores of the same organisations to [`Change::between`] and says who joined or left.

use super::answer::Response;
use super::ids::StatementId;
use super::score::Score;
use super::sheet::AnswerSheet;

/// With three statements, one answer moved by one step moves a criterion by 8: that is not a change.
const CLEAR: u8 = 10;

/// How a score changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Under 10 points: "no clear change".
    NotClear,
    /// Higher by this much, 10 to 100.
    Higher(u8),
    /// Lower by this much, 10 to 100.
    Lower(u8),
}

impl Change {
    /// The change from an earlier score to a later one.
    pub fn between(earlier: Score, later: Score) -> Self {
        let (from, to) = (earlier.shown(), later.shown());
        let size = from.abs_diff(to);
        if size < CLEAR {
            Self::NotClear
        } else if to > from {
            Self::Higher(size)
        } else {
            Self::Lower(size)
        }
    }
}

/// What two checks of one person can be compared on. Score both with [`super::scoring::ScoreCard::of_sheet`]
/// and [`super::value::ValueCard::of_sheet`] and pass the scores to [`Change::between`]; a criterion,
/// dimension or overall score that one of them lacks, the other lacks too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparable {
    /// The earlier responses, only to the same statements.
    pub earlier: AnswerSheet,
    /// The later responses, only to the same statements.
    pub later: AnswerSheet,
}

impl Comparable {
    /// Keeps the core and value statements that have a value in both checks. Relationship pairs are never
    /// scored, so they are left out.
    pub fn of(earlier: &AnswerSheet, later: &AnswerSheet) -> Self {
        let mut kept = Self {
            earlier: AnswerSheet::default(),
            later: AnswerSheet::default(),
        };
        for statement in StatementId::core().chain(StatementId::value()) {
            let (then, now) = (earlier.get(statement), later.get(statement));
            if let (Some(Response::Point(_)), Some(Response::Point(_))) = (then, now) {
                kept.earlier.set(statement, then);
                kept.later.set(statement, now);
            }
        }
        kept
    }
}
