//! Reading the vectors of `tests/vectors/scoring`, and the words in which they state what they expect.
//!
//! A partner (one organisation) is a text such as `"A1: 4 2 dk; B: 5"`: a place and its answers.
//! A place is a criterion, `V`, a statement, a dimension (`A`, `B`, `C`) or `all` (core and value); one
//! answer for many statements is given to each of them, and a later place overrides an earlier one.
//! Answers are `1` to `5`, `dk` (do not know), `na` (does not apply yet) and `-` (blank). Several people
//! of one partner are separated by `|`. A partner whose people all took the quick check begins with `quick`.

use partnership_health_check::domain::answer::{Response, Stage};
use partnership_health_check::domain::fraction::Fraction;
use partnership_health_check::domain::ids::{Criterion, Dimension, Length, StatementId};
use partnership_health_check::domain::organisation::Organisation;
use partnership_health_check::domain::score::{Band, Score};
use partnership_health_check::domain::scoring::Outcome;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::topic::Topic;
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    case: Vec<T>,
}

/// The cases of one file.
pub(super) fn cases<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let path = format!("{}/tests/vectors/scoring/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the vector file can be read");
    let file: File<T> = toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert!(!file.case.is_empty(), "{path} has no case");
    file.case
}

/// The answers of one or several partners, each with one or several people.
#[derive(Deserialize)]
#[serde(try_from = "Vec<String>")]
pub(super) struct Partners(Vec<(Length, Vec<AnswerSheet>)>);

impl Partners {
    /// The partners as the rules take them.
    pub(super) fn organisations(&self) -> Vec<Organisation<'_>> {
        self.0
            .iter()
            .map(|(length, people)| Organisation {
                people: people.iter().collect(),
                length: *length,
            })
            .collect()
    }
}

impl TryFrom<Vec<String>> for Partners {
    type Error = String;

    fn try_from(texts: Vec<String>) -> Result<Self, String> {
        texts
            .iter()
            .map(|text| partner(text))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

fn partner(text: &str) -> Result<(Length, Vec<AnswerSheet>), String> {
    let (length, people) = match text.strip_prefix("quick ") {
        Some(people) => (Length::Quick, people),
        None => (Length::Full, text),
    };
    let people = people.split('|').map(sheet).collect::<Result<_, _>>()?;
    Ok((length, people))
}

/// The answers of one person.
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Person(pub(super) AnswerSheet);

impl TryFrom<String> for Person {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        sheet(&text).map(Self)
    }
}

fn sheet(text: &str) -> Result<AnswerSheet, String> {
    let mut sheet = AnswerSheet::default();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (place, answers) = part.split_once(':').ok_or(format!("no colon in {part:?}"))?;
        let statements = statements(place.trim())?;
        let answers: Vec<_> = answers.split_whitespace().map(answer).collect::<Result<_, _>>()?;
        if answers.len() != 1 && answers.len() != statements.len() {
            return Err(format!("{part:?} needs 1 or {} answers", statements.len()));
        }
        for (statement, answer) in statements.into_iter().zip(answers.into_iter().cycle()) {
            sheet.set(statement, answer);
        }
    }
    Ok(sheet)
}

fn statements(place: &str) -> Result<Vec<StatementId>, String> {
    let dimension = ["A", "B", "C"].iter().position(|letter| *letter == place);
    if place == "all" {
        Ok(StatementId::core().chain(StatementId::value()).collect())
    } else if let Some(index) = dimension {
        let criteria = Dimension::ALL[index].criteria();
        Ok(criteria.flat_map(Criterion::statements).collect())
    } else if let Some(topic) = Topic::parse(place) {
        Ok(topic.statements())
    } else {
        let statement = StatementId::parse(place).ok_or(format!("{place:?} is no place"))?;
        Ok(vec![statement])
    }
}

fn answer(text: &str) -> Result<Option<Response>, String> {
    match text {
        "-" => Ok(None),
        _ => Response::parse(text)
            .map(Some)
            .ok_or(format!("{text:?} is no answer")),
    }
}

/// A fraction such as `1175/18`, or a whole number.
pub(super) fn fraction(text: &str) -> Fraction {
    let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
    let number = |part: &str| part.trim().parse::<u64>().expect("a whole number");
    Fraction::new(number(top), number(bottom)).expect("not divided by 0")
}

/// A topic by its id.
pub(super) fn topic(id: &str) -> Topic {
    Topic::parse(id).unwrap_or_else(|| panic!("{id:?} is no topic"))
}

/// A stage by its name.
pub(super) fn stage(name: &str) -> Stage {
    Stage::ALL
        .into_iter()
        .find(|stage| stage_words(*stage) == name)
        .unwrap_or_else(|| panic!("{name:?} is no stage"))
}

/// A stage in words.
pub(super) fn stage_words(stage: Stage) -> &'static str {
    ["forming", "storming", "norming", "performing"][stage.index()]
}

/// A band in words.
pub(super) fn band_words(band: Band) -> &'static str {
    ["act now", "needs work", "getting there", "strong"][band.index()]
}

/// A score in words: `65 getting there`, or `none`.
pub(super) fn score_words(score: Option<Score>) -> String {
    score.map_or("none".to_owned(), |score| {
        format!("{} {}", score.shown(), band_words(score.band()))
    })
}

/// An outcome in words.
pub(super) fn outcome_words(outcome: Outcome) -> String {
    match outcome {
        Outcome::Score(score) => score_words(Some(score)),
        Outcome::NotEnoughKnown => "not enough known".to_owned(),
        Outcome::TooFewAnswers => "too few answers".to_owned(),
    }
}
