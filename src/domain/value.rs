//! Whether the sum is greater than the parts (`content.md` sections 2.2 and 3.7).
//!
//! What the rules leave open, decided here:
//!
//! * **"Any organisation answers V2 'not true' or 'mostly not true'"** means an organisation's answer of 2
//!   or under, as in the rule on opposite sides. Where several people answered, that is their mean: 2 and
//!   3 make 2.5, which is neither.
//! * **The flag does not wait for a verdict.** It is set where too little is answered for a score, since
//!   the rule says "always".
//! * **"V1 below 50"** is read from V1's rounded number, like every other line between bands.

use super::fraction::Fraction;
use super::ids::StatementId;
use super::organisation::Organisation;
use super::score::{Band, Score};
use super::scoring::{Finding, Outcome};
use super::sheet::AnswerSheet;
use super::topic::Topic;

/// Whether the sum is greater than the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes: 75 to 100.
    Yes,
    /// Probably: 50 to 74.
    Probably,
    /// Not yet: 25 to 49, or more with V1 below 50.
    NotYet,
    /// No sign of it: 0 to 24.
    NoSign,
    /// No score, so no verdict.
    Unknown,
}

/// What the value statements come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueCard {
    /// The value score, or why there is none.
    pub finding: Finding,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether at least one organisation says that it is not worth the time (V2).
    pub not_worth_it: bool,
}

impl ValueCard {
    /// The value as these organisations see it, one vote each; their order does not matter.
    pub fn of(organisations: &[Organisation]) -> Self {
        let finding = Finding::of(Topic::Value, organisations);
        let v1 = organisations
            .iter()
            .filter_map(|each| each.answer(StatementId::V1));
        let capped = Fraction::mean(v1).is_some_and(|answer| Score::of_answer(answer).is_weak());
        Self {
            finding,
            verdict: verdict(finding.outcome, capped),
            not_worth_it: organisations
                .iter()
                .filter_map(|each| each.answer(StatementId::V2))
                .any(|answer| answer <= Fraction::whole(2)),
        }
    }

    /// The value as one person sees it.
    pub fn of_sheet(sheet: &AnswerSheet) -> Self {
        Self::of(&[Organisation::of_sheet(sheet)])
    }

    /// The value score, 0 to 100, if there is one.
    pub fn score(&self) -> Option<Score> {
        self.finding.outcome.score()
    }
}

/// The verdict line of section 2.2; `capped` keeps it at "Not yet" or lower.
fn verdict(outcome: Outcome, capped: bool) -> Verdict {
    let Some(score) = outcome.score() else {
        return Verdict::Unknown;
    };
    match score.band() {
        Band::ActNow => Verdict::NoSign,
        Band::NeedsWork => Verdict::NotYet,
        Band::GettingThere | Band::Strong if capped => Verdict::NotYet,
        Band::GettingThere => Verdict::Probably,
        Band::Strong => Verdict::Yes,
    }
}
