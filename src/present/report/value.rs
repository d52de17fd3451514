//! The verdict on value in words, with its two overrides (`content.md` section 2.2).

use crate::content::{Texts, keys};
use crate::domain::score::{Band, Score};
use crate::domain::value::{ValueCard, Verdict};

use super::bars::{Bar, bar};

/// What is said on value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueWords {
    /// The value score as a bar.
    pub bar: Bar,
    /// The verdict line.
    pub verdict: &'static str,
    /// What the overrides add, a sentence each.
    pub notes: Vec<&'static str>,
}

pub(in crate::present) fn words(texts: Texts, value: &ValueCard) -> ValueWords {
    let verdict = texts.get(match value.verdict {
        Verdict::Yes => keys::verdict::YES,
        Verdict::Probably => keys::verdict::PROBABLY,
        Verdict::NotYet => keys::verdict::NOT_YET,
        Verdict::NoSign => keys::verdict::NO_SIGN,
        Verdict::Unknown => keys::result::VALUE_UNKNOWN,
    });
    let mut notes = Vec::new();
    let capped = value.verdict == Verdict::NotYet
        && value
            .score()
            .map(Score::band)
            .is_some_and(|band| band >= Band::GettingThere);
    if capped {
        notes.push(texts.get(keys::result::VALUE_CAP));
    }
    if value.not_worth_it {
        notes.push(texts.get(keys::result::VALUE_NOT_WORTH));
    }
    let bar = bar(
        texts,
        "V",
        texts.get(keys::questions::VALUE),
        value.finding.outcome,
    );
    ValueWords { bar, verdict, notes }
}
