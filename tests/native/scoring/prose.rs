//! The numbers in pages of prose are those of the rules: each sentence is made here from what the program works out, and
//! must stand in "How this is scored" (`content/text/en/pages.toml`) or in `docs/content.md`.

use std::fs;

use itertools::Itertools as _;
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::agreement::{
    Agreement, TopicAgreement, Views, consensus, statement_views,
};
use partnership_health_check::domain::answer::{Response, Stage};
use partnership_health_check::domain::change::Change;
use partnership_health_check::domain::fraction::Fraction;
use partnership_health_check::domain::ids::{Criterion, Dimension, Kind, Length, StatementId};
use partnership_health_check::domain::role_gap::Gap;
use partnership_health_check::domain::score::{Band, Score};
use partnership_health_check::domain::scoring::{Finding, Outcome, ScoreCard};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::stage::Diagnosis;
use partnership_health_check::domain::steps::{Card, MOST_CARDS, MOST_QUICK_STEPS, cards};
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::domain::value::{ValueCard, Verdict};
use toml::Table;

use super::vectors::{Partners, Person, topic};

const A1: Topic = Topic::Criterion(Criterion::A1);

/// A number below ten, in words.
fn word(number: usize) -> &'static str {
    [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ][number]
}

/// Asserts that the page says this.
fn says(sentence: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/text/en/pages.toml");
    let pages: Table = fs::read_to_string(path)
        .expect("the pages")
        .parse()
        .expect("TOML");
    let blocks = pages["scoring"]["blocks"].as_array().expect("blocks");
    assert!(
        blocks
            .iter()
            .any(|block| block.as_str().is_some_and(|block| block.contains(sentence))),
        "“How this is scored” does not say: {sentence}"
    );
}

/// Asserts that `docs/content.md` says this.
fn document_says(sentence: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/content.md");
    let document = fs::read_to_string(path).expect("the document");
    assert!(
        document.contains(sentence),
        "docs/content.md does not say: {sentence}"
    );
}

/// The score that is shown as this number.
fn score(shown: u8) -> Score {
    Score::of_answer(Fraction::new(u64::from(shown) + 25, 25).expect("a fraction"))
}

/// The lowest and the highest number of a band.
fn edges(band: Band) -> (u8, u8) {
    let shown = (0..=100).filter(|number| score(*number).band() == band).minmax();
    shown.into_option().expect("a number in each band")
}

/// The words of the answer that has this score.
fn answer(shown: u8) -> &'static str {
    Texts::english().response(Response::ALL[usize::from(shown / 25)])
}

fn one(answers: &str) -> AnswerSheet {
    Person::try_from(answers.to_owned()).expect("answers").0
}

fn several(answers: &[&str]) -> Partners {
    let answers: Vec<_> = answers.iter().map(ToString::to_string).collect();
    Partners::try_from(answers).expect("answers")
}

fn shown(answers: &str, criterion: Criterion) -> Option<u8> {
    ScoreCard::of_sheet(&one(answers))
        .score(criterion)
        .map(Score::shown)
}

#[test]
fn answers_and_bands() {
    let values: Vec<_> = Response::ALL[..5]
        .iter()
        .map(|response| format!("“{}” {}", Texts::english().response(*response), response.value()))
        .collect();
    let [first, rest @ ..] = &values[..] else {
        panic!("five answers");
    };
    says(&format!(
        "{}, {}.",
        first.replace("” ", "” is "),
        rest.join(", ").to_lowercase()
    ));
    for (band, meaning) in [
        (Band::Strong, "or better on average"),
        (Band::GettingThere, "or better"),
        (Band::NeedsWork, ""),
        (Band::ActNow, ""),
    ] {
        let (low, high) = edges(band);
        let name = match band {
            Band::Strong => "Strong",
            Band::GettingThere => "Getting there",
            Band::NeedsWork => "Needs work",
            Band::ActNow => "Act now",
        };
        let words = if meaning.is_empty() {
            format!("below “{}”", answer(high + 1).to_lowercase())
        } else {
            format!("“{}” {meaning}", answer(low).to_lowercase())
        };
        says(&format!("- {low} to {high}, {name}: {words}."));
        document_says(&format!("| {low}–{high} | **{name}** |"));
    }
}

#[test]
fn scores() {
    let (weak, _) = edges(Band::GettingThere);
    let three = Criterion::A1.statements().len();
    says(&format!(
        "Each criterion has {} statements. It is scored if at least {} have a value",
        word(three),
        word(A1.needed())
    ));
    says(&format!(
        "{} statements ask if the sum is greater than the parts. They get their own score if at least {} have a value.",
        "Six",
        word(Topic::Value.needed())
    ));
    assert_eq!(word(StatementId::value().count()), "six");
    let mean = shown("A1: 4 2 3", Criterion::A1).expect("a score");
    says(&format!(
        "Example: the average of 4, 2 and 3 is 3, so the score is {mean}."
    ));
    let partners = several(&["A2: 4 2 3", "A2: 5 4 4", "A2: 4 3 dk"]);
    let together = Finding::of(topic("A2"), &partners.organisations())
        .outcome
        .score();
    says(&format!(
        "Example: organisations at 50, 83.3 and 62.5 give {}.",
        together.expect("a score").shown()
    ));
    let criteria = ["A1: 3", "A1: 3; A2: 3", "A1: 3; A2: 3; A3: 3", "A: 3"];
    let needed = criteria.iter().position(|answers| {
        ScoreCard::of_sheet(&one(answers))
            .dimension(Dimension::ALL[0])
            .is_some()
    });
    says(&format!(
        "if at least {} of the four have a score. The overall score is the average of the three dimensions, if all have one.",
        word(needed.expect("enough") + 1)
    ));
    assert_eq!(ScoreCard::of_sheet(&one("A: 3; B: 3")).overall(), None);
    let overall = Score::mean([60, 70, 80].map(score)).expect("a mean").shown();
    says(&format!("Example: 60, 70 and 80 give {overall}."));
    let half = Score::of_answer(Fraction::new(199, 50).expect("a fraction"));
    says(&format!("Example: 74.5 is shown as {}.", half.shown()));
    says(&format!(
        "the overall result is never Strong while a criterion is below {weak}"
    ));
    let headline = ScoreCard::of_sheet(&one("A: 5; B: 5; C: 5; B4: 3 3 2"))
        .headline()
        .expect("a headline");
    assert_eq!(
        (headline.band, headline.held_back_by),
        (Band::GettingThere, Some(Criterion::B4))
    );
    assert!(score(45).is_weak() && score(78).is_strong());
    says("Example: 78 with B4 at 45 reads “Getting there – see B4”.");
}

#[test]
fn what_is_not_known() {
    let outcome = |answers: &[&str]| Finding::of(A1, &several(answers).organisations()).outcome;
    says("If more than a third of the answers to a criterion are “do not know”");
    assert!(matches!(
        outcome(&["A1: dk 4 4", "A1: dk 4 4", "A1: dk 4 4"]),
        Outcome::Score(_)
    ));
    says("Example: one in nine is fine; four in nine is too many.");
    assert!(matches!(
        outcome(&["A1: dk 4 4", "A1: 4 4 4", "A1: 4 4 4"]),
        Outcome::Score(_)
    ));
    assert_eq!(
        outcome(&["A1: dk dk 4", "A1: dk 4 4", "A1: dk 4 4"]),
        Outcome::NotEnoughKnown
    );
}

#[test]
fn value() {
    let (strong, _) = edges(Band::Strong);
    let [(probably, probably_to), (not_yet, not_yet_to)] = [Band::GettingThere, Band::NeedsWork].map(edges);
    says(&format!(
        "{strong} or more means yes, {probably} to {probably_to} means probably, {not_yet} to {not_yet_to} means not yet, and less means no sign of it."
    ));
    // As the result shows it.
    let shown = Texts::english().get(keys::result::VALUE_NOT_WORTH);
    says(&format!(
        "If any organisation says “not true” or “mostly not true” to V2, you see: “{shown}”"
    ));
    document_says(shown);
    for answer in 1..=5 {
        let card = ValueCard::of_sheet(&one(&format!("V: 5; V2: {answer}")));
        assert_eq!(card.not_worth_it, answer <= 2, "{answer}");
    }
    says(&format!(
        "If V1 is below {probably}, the verdict is at best “Not yet”."
    ));
    let card = ValueCard::of_sheet(&one("V1: 2; V2: 5; V3: 5; V4: 5; V5: 4"));
    assert_eq!(card.verdict, Verdict::NotYet);
    let shown = card.score().expect("a score").shown();
    says(&format!("Example: value at {shown} with V1 at 25 is “Not yet”."));
}

/// The stage of somebody who answers "mostly true" to everything but this.
fn stage(answers: &str, opposites: usize) -> Option<Stage> {
    let sheet = one(&format!("all: 4; {answers}"));
    let value = ValueCard::of_sheet(&sheet);
    Diagnosis::of(&ScoreCard::of_sheet(&sheet), &value, opposites).map(|found| found.stage)
}

/// The topics that give this stage where they alone are at this score.
fn leading_to(wanted: Stage, answer: &str) -> Vec<&'static str> {
    let leads = |topic: &Topic| stage(&format!("{}: {answer}", topic.id()), 0) == Some(wanted);
    Topic::all().filter(leads).map(Topic::id).collect()
}

/// "A1", "A1 and B1", "A1, B1 and value".
fn listed(topics: &[&str]) -> String {
    let named: Vec<_> = topics
        .iter()
        .map(|id| if *id == "V" { "value" } else { id })
        .collect();
    match &named[..] {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => named.concat(),
    }
}

#[test]
fn stages() {
    let (weak, _) = edges(Band::GettingThere);
    let (strong, _) = edges(Band::Strong);
    let forming = leading_to(Stage::Forming, "1").join(" or ");
    let storming = leading_to(Stage::Storming, "1").join(" or ");
    let opposites = (0..24).find(|opposites| stage("", *opposites) == Some(Stage::Storming));
    let opposites = word(opposites.expect("enough opposite sides"));
    says(&format!("- {forming} below {weak}: forming."));
    says(&format!(
        "- {storming} below {weak}, or opposite sides on {opposites} or more statements in A and B: storming."
    ));
    let texts = Texts::english();
    assert!(
        texts
            .get(keys::result::BECAUSE_OPPOSITE)
            .ends_with(&format!("{opposites} or more statements"))
    );
    for n in [1, 2] {
        let low = texts.fill_count(keys::result::BECAUSE_LOW, n, &[]);
        assert!(low.contains(&format!("below {weak} on")));
    }
    document_says(&format!("1. {forming} below {weak} →"));
    document_says(&format!(
        "2. {storming} below {weak}, or opposite sides on {opposites} or more statements in A and B →"
    ));
    assert_eq!(stage("", 0), Some(Stage::Performing));
    let strong_topics = leading_to(Stage::Norming, "3");
    let mut ready = leading_to(Stage::Norming, "1");
    ready.retain(|topic| !strong_topics.contains(topic));
    says(&format!(
        "- {} at {strong} or more, and {} at {weak} or more: performing.",
        listed(&strong_topics),
        listed(&ready)
    ));
    document_says(&format!(
        "3. C2, C3 and V all {strong} or more, and C4 {weak} or more →"
    ));
    assert!(!score(60).is_weak() && !score(70).is_weak() && score(40).is_weak());
    assert_eq!(stage("B2: 2 3 2", 0), Some(Stage::Storming));
    says("Example: A1 at 60, B1 at 70 and B2 at 40 look like storming.");
}

#[test]
fn agreement() {
    let statement = StatementId::parse("A1.1").expect("a statement");
    for (one, other) in (1..=5).cartesian_product(1..=5) {
        let partners = several(&[&format!("A1.1: {one}"), &format!("A1.1: {other}")]);
        let (low, high) = (one.min(other), one.max(other));
        let wanted = match high - low {
            2.. if low <= 2 && high >= 4 => Views::Opposite,
            2.. => Views::Different,
            _ => Views::Similar,
        };
        assert_eq!(
            statement_views(statement, &partners.organisations()),
            Some(wanted),
            "{one} and {other}"
        );
    }
    says("- Similar views: answers less than two steps apart, such as 3 and 4.");
    says("- Different views: two steps or more, such as 1 and 3.");
    says("- Opposite sides: one at 2 or below, another at 4 or above, such as 2 and 4.");

    let label = |answers: &[i32]| {
        let answers: Vec<_> = answers.iter().map(|answer| format!("A1: {answer}")).collect();
        let partners = several(&answers.iter().map(String::as_str).collect::<Vec<_>>());
        let found = TopicAgreement::of(A1, &partners.organisations()).closeness;
        format!("{:?}", found.expect("a label"))
    };
    let [near, far] = [[3, 4], [1, 3]].map(|pair| label(&pair));
    says(&format!(
        "Example: two partners one step apart on every statement are {near}. If they are two steps apart, they are {far}."
    ));
    let percent = |answers: &[i32]| {
        let answers: Vec<_> = answers.iter().map(|answer| f64::from(*answer)).collect();
        (consensus(&answers, 4.0) * 100.0).round()
    };
    document_says(&format!(
        "two partners one step apart give {} ({near}), two steps apart give {} ({far}).",
        percent(&[3, 4]),
        percent(&[1, 3])
    ));
    document_says("× 100: 80+ | Close |");
    document_says("| 60–79 | Mixed |");
    document_says("| under 60 | Apart |");
    for answers in (2..=5).flat_map(|count| (1..=5).combinations_with_replacement(count)) {
        let wanted = match percent(&answers) {
            80.0.. => "Close",
            60.0.. => "Mixed",
            _ => "Apart",
        };
        assert_eq!(label(&answers), wanted, "{answers:?}");
    }
    let gap = |size| {
        Gap {
            size: score(size),
            higher: None,
        }
        .is_flagged()
    };
    let flagged = (0..=100).find(|size| gap(*size)).expect("a gap");
    assert_eq!(flagged, 25, "a full step");
    says("a gap of a full step between the two sides is marked");
    document_says(&format!("Flag {flagged} or more."));
}

/// The card of A1, of people who answer this.
fn card(answers: &[&str], stage: Option<Stage>) -> Card {
    let partners = several(answers);
    let organisations = partners.organisations();
    let (score_card, value) = (ScoreCard::of(&organisations), ValueCard::of(&organisations));
    cards(&score_card, &value, Agreement::of(&organisations).as_ref(), stage).remove(0)
}

#[test]
fn next_steps() {
    let (strong, _) = edges(Band::Strong);
    says(&format!("- {strong} or more, partners agree: keep it up."));
    says(&format!(
        "- Below {strong}, partners differ: talk first, then fix."
    ));
    let priority = |answers: &[&str], stage| card(answers, stage).priority;
    let plain = priority(&["A1: 3 3 3"], None);
    assert_eq!(plain, Fraction::whole(100 - 50));
    let find_out = priority(&["A1: dk dk 3"], None).rounded();
    let differ = priority(&["A1: 2 2 2", "A1: 4 4 4"], None)
        .distance(plain)
        .rounded();
    let matters = priority(&["A1: 3 3 3"], Some(Stage::Forming))
        .distance(plain)
        .rounded();
    let not_true = priority(&["A1: 1 4 4"], None).distance(plain).rounded();
    says(&format!(
        "You get at most {} cards. Each has points: 100 minus the score, or {find_out} for “find out”. Add {differ} if partners differ, {matters} if it matters most at your stage, {not_true} if anyone said “not true”. The most points come first. Example: a score of 65 where partners differ gets 35 + {differ} = {}.",
        word(MOST_CARDS),
        35 + differ
    ));
    let lead = Texts::english().get(keys::result::STEPS_LEAD);
    assert!(
        lead.starts_with(&format!("At most {} things.", word(MOST_CARDS))),
        "{lead}"
    );
    document_says(&format!("* 100 − score, or {find_out} for a \"Find out\" card;"));
    document_says(&format!("* + {differ} if partners differ;"));
    document_says(&format!(
        "* + {matters} if the criterion matters most at this stage"
    ));
    document_says(&format!("* + {not_true} if anyone answered \"not true\"."));
    let all = one("all: 3");
    let (score_card, value) = (ScoreCard::of_sheet(&all), ValueCard::of_sheet(&all));
    let most = |stage: Stage| {
        let cards = cards(&score_card, &value, None, Some(stage));
        let matter = cards.iter().filter(|card| !card.reasons.is_empty());
        listed(&matter.map(|card| card.topic.id()).collect::<Vec<_>>())
    };
    says(&format!(
        "What matters most: when forming {}; when storming {}; when norming {}; when performing {}.",
        most(Stage::Forming),
        most(Stage::Storming),
        most(Stage::Norming),
        most(Stage::Performing)
    ));
}

#[test]
fn quick_checks_and_changes() {
    let asked = Length::Quick.statements(Kind::Other).len();
    says(&format!(
        "You see your {asked} answers, and next steps for the lowest {}.",
        word(MOST_QUICK_STEPS)
    ));
    let clear = (0..50).find(|size| Change::between(score(50), score(50 + size)) != Change::NotClear);
    let clear = clear.expect("a clear change");
    let step = shown("A1: 3 3 4", Criterion::A1).expect("a score") - 50;
    says(&format!(
        "A change below {clear} is “no clear change”. Example: one person who moves one answer by one step moves a criterion by {step}."
    ));
    document_says(&format!(
        "by {step} points for that organisation. So call a change under {clear} \"no clear change\"."
    ));
}
