//! The rows of a comparison: a topic with one dot per organisation, its label, and its statements (`content.md` section
//! 3.3).

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::content::{Texts, keys};
use crate::domain::agreement::{Closeness, TopicAgreement, Views, statement_views};
use crate::domain::answer::Response;
use crate::domain::extra_compared::{ExtraSaid, ExtraStatement};
use crate::domain::fraction::Fraction;
use crate::domain::ids::{Side, StatementId};
use crate::domain::organisation::{Organisation, Said};
use crate::domain::score::Band;
use crate::domain::score::Score;
use crate::domain::scoring::Outcome;
use crate::domain::topic::Topic;
use crate::present::report::{Bar, band_words, bar, topic_name};

/// Dots on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The dots: the position of the organisation among the marks, and where on the line, 0 to 100.
    pub dots: Vec<(usize, u8)>,
    /// Whether organisations are on opposite sides on this line.
    pub opposite: bool,
}

/// What an organisation has on a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The number shown, 0 to 100, if there is a score.
    pub shown: Option<u8>,
    /// The band of that number.
    pub band: Option<Band>,
    /// The band in words, or that there is no score.
    pub words: &'static str,
}

/// One statement of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// Its words; owned if a person wrote them.
    pub words: Cow<'static, str>,
    /// The organisations' answers.
    pub line: Line,
    /// How they compare; empty where fewer than two gave a value.
    pub label: &'static str,
    /// Each organisation's answer in words, in the order of the marks.
    pub answers: Vec<String>,
    /// The same as it was given; `None` without an answer.
    said: Vec<Option<Said>>,
}

impl StatementRow {
    /// The direction of its words: a person's may go the other way.
    pub const fn direction(&self) -> Option<&'static str> {
        match self.words {
            Cow::Borrowed(_) => None,
            Cow::Owned(_) => Some("auto"),
        }
    }

    /// Each organisation's answer in a character or two, in the order of the marks: see [`sign`]. The mean of several
    /// people has one decimal; no answer is empty.
    pub fn signs(&self) -> impl Iterator<Item = String> {
        self.said.iter().map(|said| match said {
            Some(Said::Response(response)) => sign(*response).to_owned(),
            Some(Said::Mean(mean)) => in_tenths(*mean),
            None => String::new(),
        })
    }
}

/// A response in one character, for a table: 1 to 5, a question mark for "Do not know", a dash for "Does not apply yet".
pub const fn sign(response: Response) -> &'static str {
    match response {
        Response::Point(_) => response.value(),
        Response::DoNotKnow => "?",
        Response::NotYet => "–",
    }
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub topic: Topic,
    /// Name and score of all together.
    pub bar: Bar,
    /// The organisations' scores.
    pub line: Line,
    /// Close, mixed or apart in words; empty where too little can be compared.
    pub label: &'static str,
    /// Whether the headline counts it as agreed on.
    pub agreed: bool,
    /// The number of statements with opposite sides.
    pub opposites: usize,
    /// The same in words; empty if there are none.
    pub opposite: String,
    /// What each organisation has, in the order of the marks.
    pub cells: Vec<Cell>,
    /// Its statements.
    pub statements: Vec<StatementRow>,
}

impl Row {
    /// How the organisations compare, in one cell: the label and the number of statements with opposite sides.
    pub fn agreement(&self) -> String {
        let words = [self.label, self.opposite.as_str()];
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        words.join(". ")
    }

    /// The dots that stand for the row: the scores or, where nobody has one, the answers to its one statement.
    pub fn strip(&self) -> &Line {
        match self.statements.as_slice() {
            [one] if self.line.dots.is_empty() => &one.line,
            _ => &self.line,
        }
    }

    /// Which organisations are in which band, the highest first, by these letters in the order of the marks: for a table
    /// whose cells have no room for words.
    pub fn bands(&self, letters: &[String]) -> String {
        let mut bands: Vec<(Option<Band>, &str, Vec<&str>)> = Vec::new();
        for (cell, letter) in self.cells.iter().zip(letters) {
            match bands.iter_mut().find(|(band, ..)| *band == cell.band) {
                Some((.., letters)) => letters.push(letter),
                None => bands.push((cell.band, cell.words, vec![letter])),
            }
        }
        bands.sort_by_key(|(band, ..)| Reverse(*band));
        let bands: Vec<String> = bands
            .into_iter()
            .map(|(_, words, letters)| [words, ": ", &letters.join(", ")].concat())
            .collect();
        bands.join("; ")
    }

    /// Each organisation's score in words, in the order of the marks.
    pub fn scores(&self) -> impl Iterator<Item = String> {
        let words = |cell: &Cell| {
            cell.shown
                .map_or_else(|| cell.words.to_owned(), |shown| shown.to_string())
        };
        self.cells.iter().map(words)
    }
}

/// The row of a topic, with the statements of it that anybody here was asked.
pub(super) fn row(
    texts: Texts,
    topic: Topic,
    outcome: Outcome,
    agreement: Option<&TopicAgreement>,
    organisations: &[Organisation],
) -> Row {
    let opposites = agreement.map_or(0, |agreement| agreement.opposites.len());
    let scores: Vec<Option<Score>> = organisations.iter().map(|each| each.score(topic)).collect();
    Row {
        topic,
        bar: bar(texts, topic.id(), topic_name(texts, topic), outcome),
        line: Line {
            dots: dots(&scores),
            opposite: opposites > 0,
        },
        label: match agreement.and_then(|agreement| agreement.closeness) {
            Some(closeness) => texts.get(closeness_words(closeness)),
            None => "",
        },
        agreed: agreement.is_some_and(TopicAgreement::agrees),
        opposites,
        opposite: match opposites {
            0 => String::new(),
            n => texts.count(keys::compare::OPPOSITES, n),
        },
        cells: scores.into_iter().map(|score| cell(texts, score)).collect(),
        statements: topic
            .statements()
            .into_iter()
            .filter(|statement| is_answered(*statement, organisations))
            .map(|statement| statement_row(texts, statement, organisations))
            .collect(),
    }
}

/// The words of a label (`content.md` section 3.3).
const fn closeness_words(closeness: Closeness) -> crate::content::Key {
    match closeness {
        Closeness::Close => keys::compare::CLOSE,
        Closeness::Mixed => keys::compare::MIXED,
        Closeness::Apart => keys::compare::APART,
    }
}

fn statement_row(texts: Texts, statement: StatementId, organisations: &[Organisation]) -> StatementRow {
    let views = statement_views(statement, organisations);
    let scores: Vec<_> = organisations
        .iter()
        .map(|each| each.answer(statement).map(Score::of_answer))
        .collect();
    StatementRow {
        words: Cow::Borrowed(texts.statement(statement, Side::First)),
        line: Line {
            dots: dots(&scores),
            opposite: views == Some(Views::Opposite),
        },
        label: views_words(texts, views),
        answers: organisations
            .iter()
            .map(|each| said_words(texts, each.said(statement)))
            .collect(),
        said: organisations.iter().map(|each| each.said(statement)).collect(),
    }
}

/// The row of a statement that an invitation added.
pub(super) fn extra_row(texts: Texts, words: String, statement: &ExtraStatement) -> StatementRow {
    let answers = statement.answers.iter();
    let scores: Vec<_> = answers.map(|answer| answer.map(Score::of_answer)).collect();
    let answer = |said: &ExtraSaid| match said {
        ExtraSaid::NotAsked => texts.get(keys::extra::NOT_ASKED).to_owned(),
        ExtraSaid::Asked(said) => said_words(texts, *said),
    };
    let given = |said: &ExtraSaid| match said {
        ExtraSaid::NotAsked => None,
        ExtraSaid::Asked(said) => *said,
    };
    StatementRow {
        words: Cow::Owned(words),
        line: Line {
            dots: dots(&scores),
            opposite: statement.views == Some(Views::Opposite),
        },
        label: views_words(texts, statement.views),
        answers: statement.said.iter().map(answer).collect(),
        said: statement.said.iter().map(given).collect(),
    }
}

fn views_words(texts: Texts, views: Option<Views>) -> &'static str {
    match views {
        Some(Views::Similar) => texts.get(keys::compare::SIMILAR),
        Some(Views::Different) => texts.get(keys::compare::DIFFERENT),
        Some(Views::Opposite) => texts.get(keys::compare::OPPOSITE),
        None => "",
    }
}

/// An organisation's answer in words: the choice of its one person, or the mean of several.
fn said_words(texts: Texts, said: Option<Said>) -> String {
    match said {
        Some(Said::Response(response)) => texts.response(response).to_owned(),
        Some(Said::Mean(mean)) => texts.fill(keys::compare::MEAN, &[("n", &in_tenths(mean))]),
        None => texts.get(keys::compare::NO_ANSWER).to_owned(),
    }
}

fn in_tenths(mean: Fraction) -> String {
    let (ones, tenths) = mean.in_tenths();
    [&ones.to_string(), ".", &tenths.to_string()].concat()
}

/// Whether anybody gave any response.
fn is_answered(statement: StatementId, organisations: &[Organisation]) -> bool {
    organisations
        .iter()
        .flat_map(|each| &each.people)
        .any(|sheet| sheet.get(statement).is_some())
}

fn dots(scores: &[Option<Score>]) -> Vec<(usize, u8)> {
    scores
        .iter()
        .enumerate()
        .filter_map(|(index, score)| Some((index, score.as_ref()?.shown())))
        .collect()
}

fn cell(texts: Texts, score: Option<Score>) -> Cell {
    let band = score.map(Score::band);
    Cell {
        shown: score.map(Score::shown),
        band,
        words: band.map_or_else(
            || texts.get(keys::compare::NO_SCORE),
            |band| band_words(texts, band),
        ),
    }
}
