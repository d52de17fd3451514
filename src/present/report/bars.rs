//! Scores as rows: what the bars, the wheel and their table show.

use crate::content::{Texts, keys};
use crate::domain::ids::{Criterion, Dimension};
use crate::domain::score::{Band, Score};
use crate::domain::scoring::{Outcome, ScoreCard};
use crate::present::date::topics;

/// One score, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Id of the criterion, or `V`.
    pub id: &'static str,
    /// Name of the criterion.
    pub name: &'static str,
    /// The number shown, 0 to 100, if there is a score.
    pub shown: Option<u8>,
    /// The band of that number.
    pub band: Option<Band>,
    /// The band in words, or why there is no score.
    pub words: &'static str,
}

/// The bars of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Name of the dimension.
    pub name: &'static str,
    /// Its own score in words; empty if it has none.
    pub score: String,
    /// Its criteria, in the order of the check.
    pub bars: Vec<Bar>,
}

/// A band in words.
pub(in crate::present) fn band_words(texts: Texts, band: Band) -> &'static str {
    texts.get(match band {
        Band::Strong => keys::bands::STRONG,
        Band::GettingThere => keys::bands::GETTING_THERE,
        Band::NeedsWork => keys::bands::NEEDS_WORK,
        Band::ActNow => keys::bands::ACT_NOW,
    })
}

/// "65, Getting there".
pub(in crate::present) fn score_words(texts: Texts, score: Score) -> String {
    score_in_band(texts, score, score.band())
}

/// A score, with a band that need not be its own.
pub(in crate::present) fn score_in_band(texts: Texts, score: Score, band: Band) -> String {
    texts.fill(
        keys::result::SCORE_BAND,
        &[
            ("score", &score.shown().to_string()),
            ("band", band_words(texts, band)),
        ],
    )
}

/// The row of one outcome.
pub(in crate::present) fn bar(texts: Texts, id: &'static str, name: &'static str, outcome: Outcome) -> Bar {
    let score = outcome.score();
    let words = match outcome {
        Outcome::Score(score) => band_words(texts, score.band()),
        Outcome::NotEnoughKnown => texts.get(keys::result::UNKNOWN),
        Outcome::TooFewAnswers => texts.get(keys::result::TOO_FEW),
    };
    Bar {
        id,
        name,
        shown: score.map(Score::shown),
        band: score.map(Score::band),
        words,
    }
}

/// The twelve criteria under their dimensions.
pub(super) fn rows(texts: Texts, card: &ScoreCard) -> Vec<Rows> {
    Dimension::ALL
        .into_iter()
        .map(|dimension| Rows {
            name: texts.dimension(dimension),
            score: card
                .dimension(dimension)
                .map(|score| score_words(texts, score))
                .unwrap_or_default(),
            bars: dimension
                .criteria()
                .map(|criterion| {
                    bar(
                        texts,
                        criterion.id(),
                        texts.criterion(criterion),
                        card.criterion(criterion).outcome,
                    )
                })
                .collect(),
        })
        .collect()
}

/// One sentence that says what the bars show: the lowest and the highest criteria, by name.
pub(super) fn sentence(texts: Texts, card: &ScoreCard) -> String {
    let shown = |criterion| card.score(criterion).map(Score::shown);
    let all = || Criterion::ALL.into_iter().filter_map(shown);
    let (Some(low), Some(high)) = (all().min(), all().max()) else {
        return texts.get(keys::result::OVERALL_NONE).to_owned();
    };
    let names = |wanted: u8| {
        let names: Vec<_> = Criterion::ALL
            .into_iter()
            .filter(|criterion| shown(*criterion) == Some(wanted))
            .map(|criterion| texts.criterion(criterion))
            .collect();
        let number = texts.fill(keys::result::OF_HUNDRED, &[("score", &wanted.to_string())]);
        [&topics(&names), " (", &number, ")"].concat()
    };
    if low == high {
        let key = if all().count() == 1 {
            keys::result::BARS_ONE
        } else {
            keys::result::BARS_SAME
        };
        return texts.fill(key, &[("names", &names(low))]);
    }
    texts.fill(
        keys::result::BARS_LOWEST,
        &[("names", &names(low)), ("names_high", &names(high))],
    )
}
