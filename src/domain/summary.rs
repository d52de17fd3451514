//! Everything about one finished check that may leave the browser, and nothing else.

use super::answer::StageChoice;
use super::day::Day;
use super::extra::ExtraAnswers;
use super::ids::{Kind, Length, Sector, Side};
use super::sheet::AnswerSheet;

/// One finished check, as a link carries it. Notes are not part of it, so that they cannot be shared
/// (`docs/privacy.md`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Summary {
    /// How many statements were asked.
    pub length: Length,
    /// Kind of relationship.
    pub kind: Kind,
    /// The respondent's side; meaningless, and [`Side::First`], where the kind has no pairs.
    pub side: Side,
    /// Sector of the respondent's organisation, if it was given.
    pub sector: Option<Sector>,
    /// The day on which the check was finished.
    pub day: Day,
    /// The responses. Statements that this length and kind do not ask are blank.
    pub sheet: AnswerSheet,
    /// What was chosen for the stage question, if anything. A quick check does not ask it.
    pub stage: Option<StageChoice>,
    /// Name of the partnership, only if its owner chose to share it. Empty otherwise.
    pub partnership: String,
    /// Name of the respondent's organisation, only if its owner chose to share it. Empty otherwise.
    pub organisation: String,
    /// The answers to the statements that whoever invited added, if there were any; not their words.
    pub extra: Option<ExtraAnswers>,
}
