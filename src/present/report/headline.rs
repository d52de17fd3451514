//! The headline of a result and the sentences beside it.

use crate::content::{Texts, keys};
use crate::domain::ids::Criterion;
use crate::domain::score::{Band, Score};
use crate::domain::scoring::{Headline, ScoreCard};

use super::bars::band_words;

/// The headline: the band in words, and what holds it back (`content.md` section 3.2).
pub(super) fn title(texts: Texts, headline: Option<Headline>) -> String {
    let Some(headline) = headline else {
        return texts.get(keys::result::TITLE_UNKNOWN).to_owned();
    };
    if let Some(criterion) = headline.held_back_by {
        let criterion = [criterion.id(), " ", texts.criterion(criterion)].concat();
        return texts.fill(keys::result::TITLE_HELD_BACK, &[("criterion", &criterion)]);
    }
    let key = match headline.band {
        Band::Strong => keys::result::TITLE_STRONG,
        Band::GettingThere => keys::result::TITLE_GETTING_THERE,
        Band::NeedsWork => keys::result::TITLE_NEEDS_WORK,
        Band::ActNow => keys::result::TITLE_ACT_NOW,
    };
    texts.get(key).to_owned()
}

/// Names the strongest and the weakest criterion, if the one is strong and the other is not.
pub(super) fn saying(texts: Texts, card: &ScoreCard) -> String {
    let highest = Criterion::ALL
        .into_iter()
        .filter_map(|criterion| Some((card.score(criterion)?, criterion)))
        .filter(|(score, _)| score.is_strong())
        .max_by_key(|(score, criterion)| (*score, std::cmp::Reverse(*criterion)));
    match (highest, card.lowest().filter(|(_, score)| !score.is_strong())) {
        (Some((_, strong)), Some((weak, _))) => texts.fill(
            keys::result::TITLE_SAYING,
            &[
                ("strong", texts.criterion(strong)),
                ("weak", texts.criterion(weak)),
            ],
        ),
        _ => String::new(),
    }
}

/// The overall score, or why there is none. Its band is the headline's, so that the two never disagree:
/// it is not "Strong" while a criterion is below 50.
pub(super) fn overall(texts: Texts, card: &ScoreCard) -> String {
    match (card.overall().map(Score::shown), card.headline()) {
        (Some(shown), Some(headline)) => texts.fill(
            keys::result::OVERALL,
            &[
                ("score", &shown.to_string()),
                ("band", band_words(texts, headline.band)),
            ],
        ),
        _ => texts.get(keys::result::OVERALL_NONE).to_owned(),
    }
}
