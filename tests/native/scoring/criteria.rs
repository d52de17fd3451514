//! Rules 1 to 7 of `content.md` section 3.1, the bands and the weakest link of section 3.2.

use partnership_health_check::domain::ids::Dimension;
use partnership_health_check::domain::score::Score;
use partnership_health_check::domain::scoring::{Finding, ScoreCard};
use serde::Deserialize;

use super::vectors::{Partners, band_words, cases, fraction, outcome_words, score_words, topic};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionCase {
    why: String,
    partners: Partners,
    topic: String,
    outcome: String,
    exact: Option<String>,
    values: Option<u32>,
    not_true: Option<u32>,
    do_not_know: Option<u32>,
    not_yet: Option<u32>,
    blank: Option<u32>,
}

#[test]
fn criteria() {
    for case in cases::<CriterionCase>("criteria") {
        let finding = Finding::of(topic(&case.topic), &case.partners.organisations());
        let why = case.why;
        assert_eq!(outcome_words(finding.outcome), case.outcome, "{why}");
        if let Some(exact) = case.exact {
            let score = finding.outcome.score().map(Score::exact);
            assert_eq!(score, Some(fraction(&exact)), "{why}");
        }
        let tally = finding.tally;
        for (expected, found) in [
            (case.values, tally.values),
            (case.not_true, tally.not_true),
            (case.do_not_know, tally.do_not_know),
            (case.not_yet, tally.not_yet),
            (case.blank, tally.blank),
        ] {
            assert_eq!(expected.unwrap_or(found), found, "{why}");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandCase {
    why: String,
    mean: String,
    exact: String,
    shown: u8,
    band: String,
}

#[test]
fn bands() {
    for case in cases::<BandCase>("bands") {
        let score = Score::of_answer(fraction(&case.mean));
        assert_eq!(score.exact(), fraction(&case.exact), "{}", case.why);
        assert_eq!(score.shown(), case.shown, "{}", case.why);
        assert_eq!(band_words(score.band()), case.band, "{}", case.why);
        assert_eq!(score.is_weak(), case.shown < 50, "{}", case.why);
        assert_eq!(score.is_strong(), case.shown >= 75, "{}", case.why);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DimensionCase {
    why: String,
    partners: Partners,
    dimensions: [String; 3],
    overall: String,
}

#[test]
fn dimensions() {
    for case in cases::<DimensionCase>("dimensions") {
        let card = ScoreCard::of(&case.partners.organisations());
        let found = Dimension::ALL.map(|dimension| score_words(card.dimension(dimension)));
        assert_eq!(found, case.dimensions, "{}", case.why);
        assert_eq!(score_words(card.overall()), case.overall, "{}", case.why);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadlineCase {
    why: String,
    partners: Partners,
    headline: String,
}

#[test]
fn headlines() {
    for case in cases::<HeadlineCase>("headlines") {
        let card = ScoreCard::of(&case.partners.organisations());
        let found = card.headline().map_or("none".to_owned(), |headline| {
            let band = band_words(headline.band);
            match headline.held_back_by {
                Some(criterion) => format!("{band} - see {}", criterion.id()),
                None => band.to_owned(),
            }
        });
        assert_eq!(found, case.headline, "{}", case.why);
    }
}
