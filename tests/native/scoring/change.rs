//! Changes between two checks (`content.md` section 3.5).

use partnership_health_check::domain::change::{Change, Comparable};
use partnership_health_check::domain::ids::{Criterion, Dimension};
use partnership_health_check::domain::score::Score;
use partnership_health_check::domain::scoring::ScoreCard;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::value::ValueCard;
use serde::Deserialize;

use super::vectors::{Person, cases, fraction};

fn change_words(change: Option<Change>) -> String {
    match change {
        None => "cannot be compared".to_owned(),
        Some(Change::NotClear) => "no clear change".to_owned(),
        Some(Change::Higher(by)) => format!("{by} higher"),
        Some(Change::Lower(by)) => format!("{by} lower"),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoreCase {
    why: String,
    earlier: String,
    later: String,
    change: String,
}

#[test]
fn between_scores() {
    let score = |text: &str| Score::of_answer(fraction(text));
    for case in cases::<ScoreCase>("changes") {
        let change = Change::between(score(&case.earlier), score(&case.later));
        assert_eq!(change_words(Some(change)), case.change, "{}", case.why);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckCase {
    why: String,
    earlier: Person,
    later: Person,
    of: String,
    change: String,
}

/// The score of a criterion, a dimension (`A`), `V` or `overall`.
fn score_of(place: &str, sheet: &AnswerSheet) -> Option<Score> {
    let card = ScoreCard::of_sheet(sheet);
    match place {
        "overall" => card.overall(),
        "V" => ValueCard::of_sheet(sheet).score(),
        "A" => card.dimension(Dimension::Relationship),
        _ => card.score(Criterion::parse(place).expect("a criterion")),
    }
}

#[test]
fn between_checks() {
    for case in cases::<CheckCase>("checks-over-time") {
        let both = Comparable::of(&case.earlier.0, &case.later.0);
        let change = score_of(&case.of, &both.earlier)
            .and_then(|earlier| Some(Change::between(earlier, score_of(&case.of, &both.later)?)));
        assert_eq!(change_words(change), case.change, "{}", case.why);
    }
}
