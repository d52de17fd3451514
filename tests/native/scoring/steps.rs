//! The four outcomes, the priority and the choice of cards (`content.md` section 3.4), and the steps after
//! a quick check (section 3.7).

use partnership_health_check::domain::agreement::Agreement;
use partnership_health_check::domain::organisation::Organisation;
use partnership_health_check::domain::scoring::ScoreCard;
use partnership_health_check::domain::steps::{Action, Card, Choice, Reason, Step, cards, quick_steps};
use partnership_health_check::domain::value::ValueCard;
use serde::Deserialize;

use super::vectors::{Partners, Person, cases, fraction, score_words, stage, stage_words, topic};

/// What to do, in words.
pub(super) fn action_words(action: Action) -> &'static str {
    match action {
        Action::Keep => "keep",
        Action::Talk => "talk",
        Action::Fix => "fix",
        Action::TalkThenFix => "talk first, then fix",
        Action::FindOut => "find out",
    }
}

fn step_words(step: Step) -> &'static str {
    match step {
        Step::First => "first step",
        Step::Next => "next step",
        Step::None => "none",
    }
}

fn reason_words(reason: Reason) -> String {
    match reason {
        Reason::PartnersDiffer => "partners differ".to_owned(),
        Reason::MattersAt(stage) => format!("matters at {}", stage_words(stage)),
        Reason::SomebodySaysNotTrue => "somebody says not true".to_owned(),
    }
}

/// Every card of these organisations at this stage.
pub(super) fn all_cards(organisations: &[Organisation], at_stage: Option<&str>) -> Vec<Card> {
    cards(
        &ScoreCard::of(organisations),
        &ValueCard::of(organisations),
        Agreement::of(organisations).as_ref(),
        at_stage.map(stage),
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CardCase {
    why: String,
    partners: Partners,
    topic: String,
    stage: Option<String>,
    score: String,
    action: String,
    step: String,
    priority: String,
    reasons: Vec<String>,
}

#[test]
fn each_card() {
    for case in cases::<CardCase>("cards") {
        let why = case.why;
        let all = all_cards(&case.partners.organisations(), case.stage.as_deref());
        let card = all
            .into_iter()
            .find(|card| card.topic == topic(&case.topic))
            .unwrap_or_else(|| panic!("no card: {why}"));
        assert_eq!(score_words(card.score), case.score, "{why}");
        assert_eq!(action_words(card.action), case.action, "{why}");
        assert_eq!(step_words(card.step), case.step, "{why}");
        assert_eq!(card.priority, fraction(&case.priority), "{why}");
        let reasons: Vec<String> = card.reasons.into_iter().map(reason_words).collect();
        assert_eq!(reasons, case.reasons, "{why}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceCase {
    why: String,
    partners: Partners,
    stage: Option<String>,
    cards: Vec<String>,
    keep_and_prove: Option<String>,
}

#[test]
fn choices() {
    for case in cases::<ChoiceCase>("choices") {
        let organisations = case.partners.organisations();
        let all = all_cards(&organisations, case.stage.as_deref());
        let verdict = ValueCard::of(&organisations).verdict;
        let (chosen, kept) = match Choice::of(all, verdict) {
            Choice::Cards(cards) => (cards, None),
            Choice::KeepAndProve(card) => (Vec::new(), Some(card)),
            Choice::Nothing => (Vec::new(), None),
        };
        let chosen: Vec<&str> = chosen.iter().map(|card| card.topic.id()).collect();
        assert_eq!(chosen, case.cards, "{}", case.why);
        let kept = kept.map(|card| card.topic.id().to_owned());
        assert_eq!(kept, case.keep_and_prove, "{}", case.why);
    }
}

/// The table of section 3.4: for each stage, exactly the topics that matter most.
#[test]
fn what_matters_at_each_stage() {
    let partners = Partners::try_from(vec!["all: 2".to_owned()]).expect("a partner");
    for (name, expected) in [
        ("forming", vec!["A1", "B1"]),
        ("storming", vec!["A2", "A3", "B2"]),
        ("norming", vec!["B3", "B4", "C2"]),
        ("performing", vec!["C3", "C4", "V"]),
    ] {
        let found: Vec<&str> = all_cards(&partners.organisations(), Some(name))
            .iter()
            .filter(|card| card.reasons == [Reason::MattersAt(stage(name))])
            .map(|card| card.topic.id())
            .collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuickCase {
    why: String,
    answers: Person,
    steps: Vec<String>,
}

#[test]
fn quick_check_steps() {
    for case in cases::<QuickCase>("quick") {
        let found: Vec<String> = quick_steps(&case.answers.0)
            .into_iter()
            .map(|step| format!("{} {}", step.criterion.id(), step_words(step.step)))
            .collect();
        assert_eq!(found, case.steps, "{}", case.why);
    }
}
