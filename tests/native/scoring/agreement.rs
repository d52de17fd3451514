//! Agreement and the gap between two sides (`content.md` section 3.3).

use partnership_health_check::domain::agreement::{
    Agreement, Closeness, TopicAgreement, Views, consensus, statement_views,
};
use partnership_health_check::domain::ids::{Side, StatementId};
use partnership_health_check::domain::role_gap::{Gap, PairViews, SideView};
use serde::Deserialize;

use super::vectors::{Partners, cases, fraction, topic};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatementCase {
    why: String,
    partners: Partners,
    statement: String,
    views: String,
}

/// How views compare, in words.
pub(super) fn views_words(views: Option<Views>) -> &'static str {
    match views {
        Some(Views::Similar) => "similar",
        Some(Views::Different) => "different",
        Some(Views::Opposite) => "opposite sides",
        None => "nothing to compare",
    }
}

/// The label of a topic, in words.
pub(super) fn label_words(closeness: Option<Closeness>) -> &'static str {
    match closeness {
        Some(Closeness::Close) => "close",
        Some(Closeness::Mixed) => "mixed",
        Some(Closeness::Apart) => "apart",
        None => "none",
    }
}

#[test]
fn statements() {
    for case in cases::<StatementCase>("agreement-statements") {
        let statement = StatementId::parse(&case.statement).expect("a statement");
        let found = statement_views(statement, &case.partners.organisations());
        assert_eq!(views_words(found), case.views, "{}", case.why);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicCase {
    why: String,
    partners: Partners,
    topic: String,
    label: String,
    opposite: Vec<String>,
    differs: bool,
}

#[test]
fn topics() {
    for case in cases::<TopicCase>("agreement-topics") {
        let found = TopicAgreement::of(topic(&case.topic), &case.partners.organisations());
        assert_eq!(label_words(found.closeness), case.label, "{}", case.why);
        let opposite: Vec<&str> = found.opposites.iter().map(|statement| statement.id()).collect();
        assert_eq!(opposite, case.opposite, "{}", case.why);
        assert_eq!(found.differs(), case.differs, "{}", case.why);
    }
}

/// Answers 1, 3 and 5 alone have a consensus without a logarithm. It is added up in parts that no computer holds exactly:
/// 79 1/2 is 80 even so.
#[test]
fn half_a_point_is_rounded_up_though_its_digits_are_noise() {
    // Of 25 answers 3 at either end, of 16 answers the same, and all alike: 1 - (6/25 + 6/16) / 3 = 0.795.
    let answer = |place: usize, count: usize| match place {
        _ if place >= count => "dk",
        0..3 => "1",
        3..6 => "5",
        _ => "3",
    };
    let organisations: Vec<String> = (0..25)
        .map(|place| format!("A1: {} {} 3", answer(place, 25), answer(place, 16)))
        .collect();
    let partners = Partners::try_from(organisations).expect("partners");
    let found = TopicAgreement::of(topic("A1"), &partners.organisations());
    assert_eq!(found.closeness, Some(Closeness::Close));
}

#[test]
fn one_organisation_is_no_comparison() {
    let one = Partners::try_from(vec!["all: 1 | all: 5".to_owned()]).expect("a partner");
    assert_eq!(Agreement::of(&one.organisations()), None);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsensusCase {
    why: String,
    width: f64,
    /// How many answered 1, 2, 3 and so on.
    counts: Vec<usize>,
    consensus: f64,
}

#[test]
fn consensus_values() {
    for case in cases::<ConsensusCase>("consensus") {
        let mut answers = Vec::new();
        let mut answer = 0.0;
        for count in case.counts {
            answer += 1.0;
            answers.extend(std::iter::repeat_n(answer, count));
        }
        let found = consensus(&answers, case.width);
        assert!((found - case.consensus).abs() < 5e-8, "{}: {found}", case.why);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GapCase {
    why: String,
    first: Partners,
    second: Partners,
    statement: String,
    first_says: String,
    second_says: String,
    gap: Option<String>,
    shown: Option<u8>,
    higher: Option<String>,
    flagged: bool,
}

fn side_words(view: SideView) -> String {
    match view {
        SideView::Answer(score) => score.shown().to_string(),
        SideView::DoNotKnow => "do not know".to_owned(),
        SideView::NotYet => "does not apply yet".to_owned(),
        SideView::Blank => "blank".to_owned(),
    }
}

#[test]
fn role_gaps() {
    for case in cases::<GapCase>("role-gaps") {
        let statement = StatementId::parse(&case.statement).expect("a statement");
        let (first, second) = (case.first.organisations(), case.second.organisations());
        let pair = PairViews::of(statement, &first, &second);
        assert_eq!(side_words(pair.first), case.first_says, "{}", case.why);
        assert_eq!(side_words(pair.second), case.second_says, "{}", case.why);
        let gap = pair.gap();
        let size = gap.map(|gap| gap.size.exact());
        assert_eq!(size, case.gap.as_deref().map(fraction), "{}", case.why);
        assert_eq!(gap.map(|gap| gap.size.shown()), case.shown, "{}", case.why);
        let higher = gap.and_then(|gap| gap.higher).map(Side::id);
        assert_eq!(higher, case.higher.as_deref(), "{}", case.why);
        let flagged = gap.is_some_and(Gap::is_flagged);
        assert_eq!(flagged, case.flagged, "{}", case.why);
    }
}
