//! The worked example of `content.md` section 3.6, with all its numbers.

use itertools::Itertools as _;
use partnership_health_check::domain::agreement::{TopicAgreement, consensus, statement_views};
use partnership_health_check::domain::fraction::Fraction;
use partnership_health_check::domain::score::Score;
use partnership_health_check::domain::scoring::Finding;
use serde::Deserialize;

use super::agreement::{label_words, views_words};
use super::steps::{action_words, all_cards};
use super::vectors::{Partners, cases, fraction, outcome_words, topic};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    why: String,
    partners: Partners,
    topic: String,
    organisations: Vec<String>,
    exact: String,
    score: String,
    views: Vec<String>,
    range: Vec<String>,
    consensus: Vec<f64>,
    mean_consensus: f64,
    label: String,
    opposite: Vec<String>,
    do_not_know: u32,
    answers: u32,
    action: String,
    priority: String,
    priority_shown: u64,
}

fn example() -> Example {
    cases("worked-example").remove(0)
}

#[test]
fn scores() {
    let example = example();
    let organisations = example.partners.organisations();
    let topic = topic(&example.topic);
    let each: Vec<_> = organisations
        .iter()
        .map(|organisation| organisation.score(topic).map(Score::exact))
        .collect();
    let expected: Vec<_> = example
        .organisations
        .iter()
        .map(|text| Some(fraction(text)))
        .collect();
    assert_eq!(each, expected, "{}", example.why);

    let finding = Finding::of(topic, &organisations);
    let exact = finding.outcome.score().map(Score::exact);
    assert_eq!(exact, Some(fraction(&example.exact)));
    assert_eq!(outcome_words(finding.outcome), example.score);
    let tally = finding.tally;
    assert_eq!(tally.do_not_know, example.do_not_know);
    let counted = tally.values + tally.do_not_know;
    assert_eq!(counted, example.answers);
}

#[test]
fn agreement() {
    let example = example();
    let organisations = example.partners.organisations();
    let topic = topic(&example.topic);
    let mut sum = 0.0;
    for (place, statement) in topic.statements().into_iter().enumerate() {
        let views = statement_views(statement, &organisations);
        assert_eq!(views_words(views), example.views[place]);
        let answers: Vec<Fraction> = organisations
            .iter()
            .filter_map(|organisation| organisation.answer(statement))
            .collect();
        let range = answers
            .iter()
            .minmax()
            .into_option()
            .map(|(low, high)| high.distance(*low));
        assert_eq!(range, Some(fraction(&example.range[place])));
        let numbers: Vec<f64> = answers.into_iter().map(Fraction::to_f64).collect();
        let found = consensus(&numbers, 4.0);
        assert!((found - example.consensus[place]).abs() < 5e-5, "{found}");
        sum += found;
    }
    assert!((sum / 3.0 - example.mean_consensus).abs() < 5e-5);
    let found = TopicAgreement::of(topic, &organisations);
    assert_eq!(label_words(found.closeness), example.label);
    let opposite: Vec<&str> = found.opposites.iter().map(|statement| statement.id()).collect();
    assert_eq!(opposite, example.opposite);
}

#[test]
fn card() {
    let example = example();
    let cards = all_cards(&example.partners.organisations(), None);
    let [card] = cards.as_slice() else {
        panic!("one topic was answered")
    };
    assert_eq!(card.topic, topic(&example.topic));
    assert_eq!(action_words(card.action), example.action);
    assert_eq!(card.priority, fraction(&example.priority));
    assert_eq!(card.priority.rounded(), example.priority_shown);
}
