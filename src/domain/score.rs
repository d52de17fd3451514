//! A score and its band (`content.md` sections 3.1 and 3.2).

use super::fraction::Fraction;

/// A score, 0 to 100, exact. It is rounded once, by [`Score::shown`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(Fraction);

/// The four bands, best last, so that a better band is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// 0 to 24.
    ActNow,
    /// 25 to 49.
    NeedsWork,
    /// 50 to 74.
    GettingThere,
    /// 75 to 100.
    Strong,
}

impl Band {
    /// All four, from the lowest.
    pub const ALL: [Self; 4] = [Self::ActNow, Self::NeedsWork, Self::GettingThere, Self::Strong];

    /// Position in [`Band::ALL`], 0 to 3.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl Score {
    /// The score of an answer, or of a mean of answers, from 1 to 5: (answer - 1) x 25 (`content.md`
    /// section 3.1, rule 2). Below 1 gives 0 and above 5 gives 100.
    pub fn of_answer(answer: Fraction) -> Self {
        Self(answer.above(1, 4, 25))
    }

    /// The mean of scores, each with the same weight; `None` of nothing.
    pub fn mean(scores: impl IntoIterator<Item = Self>) -> Option<Self> {
        Fraction::mean(scores.into_iter().map(|score| score.0)).map(Self)
    }

    /// The exact number, 0 to 100.
    pub fn exact(self) -> Fraction {
        self.0
    }

    /// The whole number that is shown, 0 to 100: rounded half up, once (rule 7).
    pub fn shown(self) -> u8 {
        self.0.rounded().min(100) as u8
    }

    /// The band, from the number shown, so that screen and band never disagree (rule 7 and section 3.2).
    pub fn band(self) -> Band {
        match self.shown() {
            75.. => Band::Strong,
            50..=74 => Band::GettingThere,
            25..=49 => Band::NeedsWork,
            0..=24 => Band::ActNow,
        }
    }

    /// How far two scores are apart, 0 to 100.
    pub fn distance(self, other: Self) -> Self {
        Self(self.0.distance(other.0))
    }

    /// Whether the shown number is below 50: "Needs work" or "Act now".
    pub fn is_weak(self) -> bool {
        self.band() <= Band::NeedsWork
    }

    /// Whether the shown number is 75 or more.
    pub fn is_strong(self) -> bool {
        self.band() == Band::Strong
    }
}
