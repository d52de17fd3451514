//! A comparison in the user's language, worked out from its partners' summaries (`content.md` sections 2.2,
//! 2.4, 2.5 and 3.3 to 3.7). Screen, paper and files have the same numbers.
//!
//! Different lengths and kinds are compared on what they share: each statement among those who were asked it. A quick
//! check asks one statement per criterion, which is too few for a score, so it has no dot on a criterion, only on its
//! statements.

mod extra;
mod marks;
mod pairs;
mod rows;
mod stages;

pub use extra::ExtraSet;
pub use marks::{Mark, NAMED, Person, marks, people, shown};
pub use pairs::{PairRow, Pairs};
pub use rows::{Cell, Line, Row, StatementRow, sign};
pub use stages::Stages;
use stages::stage;

use std::borrow::Cow;
use std::rc::Rc;

use super::super::date::{date, topics};
use super::findings::Findings;
use super::talk::{self, TalkItem};
use crate::app::chair::State;
use crate::app::chair::meeting::Subject;
use crate::app::screen::Place;
use crate::content::{Texts, keys};
use crate::domain::agreement::{Agreement, TopicAgreement};
use crate::domain::comparison::{Comparison, Partner};
use crate::domain::ids::{Criterion, Dimension, Length};
use crate::domain::scoring::ScoreCard;
use crate::domain::stage::Diagnosis;
use crate::domain::summary::Summary;
use crate::domain::topic::Topic;
use crate::formats::link::in_letters;
use crate::present::report::{
    Card, ValueWords, comparison_cards, score_in_band, score_words, topic_name, value_words,
};

/// The rows under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The heading: a dimension, or value.
    pub name: &'static str,
    /// The dimension's own score in words; empty if it has none.
    pub score: String,
    /// Its rows.
    pub rows: Vec<Rc<Row>>,
}

/// A comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The headline.
    pub title: String,
    /// Whose comparison this is and when, a line each.
    pub about: Vec<String>,
    /// Limits of the comparison, one sentence each.
    pub left_out: Vec<String>,
    /// The organisations.
    pub marks: Vec<Mark>,
    /// The rows, by dimension as in the check; value is last. In one group where they are ordered by difference.
    pub groups: Vec<Group>,
    /// Whether the rows on which partners differ most come first.
    pub by_difference: bool,
    /// The verdict on value.
    pub value: ValueWords,
    /// The stages.
    pub stage: Stages,
    /// The pairs of each kind.
    pub pairs: Vec<Rc<Pairs>>,
    /// The statements that invitations added, set by set.
    pub extra: Vec<ExtraSet>,
    /// What to talk about, in order.
    pub talk: Vec<TalkItem>,
    /// What to do next: at most three.
    pub cards: Vec<Card>,
    /// The joint overall score in words, for [`about`].
    overall: Option<String>,
    /// The stage that the answers look like.
    diagnosis: Option<Diagnosis>,
}

impl Report {
    /// All rows in the order of the screen; value is last.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        rows.map(AsRef::as_ref)
    }

    /// The same answers under other names: updates only the parts that contain names.
    #[must_use]
    pub fn renamed(self, texts: Texts, comparison: &Comparison, names: bool) -> Self {
        Self {
            about: about(texts, comparison)
                .into_iter()
                .chain(self.overall.clone())
                .collect(),
            marks: marks(texts, comparison, names),
            stage: stage(texts, comparison, self.diagnosis.as_ref(), names),
            ..self
        }
    }
}

/// Whether two comparisons differ in names alone: the same people, answers and organisations.
pub fn differ_in_names_alone(one: &Comparison, other: &Comparison) -> bool {
    let nameless = |summary: &Summary| Summary {
        partnership: String::new(),
        organisation: String::new(),
        ..summary.clone()
    };
    let is_same = |(one, other): (&Partner, &Partner)| {
        one.organisation == other.organisation && nameless(&one.summary) == nameless(&other.summary)
    };
    one.by_difference == other.by_difference
        && one.sets == other.sets
        && one.partners.len() == other.partners.len()
        && one.partners.iter().zip(&other.partners).all(is_same)
}

/// The comparison on screen, and whether its names are shown: the input of its report. With letters in place of names
/// it is the one that a link without names carries, so that a letter means the same partner in both.
pub fn on_screen(state: &State) -> Option<(Cow<'_, Comparison>, bool)> {
    match (&state.context.place, &state.compare.received) {
        (Place::Received(_), Some(Ok(received))) => Some((Cow::Borrowed(received), true)),
        (Place::Received(_), _) => None,
        _ if state.compare.names => state
            .comparison()
            .map(|(_, comparison)| (Cow::Borrowed(comparison), true)),
        _ => state.comparison().map(|(_, comparison)| {
            let letters = Comparison {
                by_difference: comparison.by_difference,
                ..in_letters(comparison)
            };
            (Cow::Owned(letters), false)
        }),
    }
}

/// The same partners in the order of their letters on screen, with all that is known of them, for the list in which they
/// are named.
pub fn in_order_of_letters(comparison: &Comparison, names: bool) -> Cow<'_, Comparison> {
    if names {
        return Cow::Borrowed(comparison);
    }
    let letters = in_letters(comparison);
    let mut ordered = comparison.clone();
    ordered.partners.sort_by_key(|partner| {
        let letters = letters.partners.iter();
        letters.map(|letter| letter.id).position(|id| id == partner.id)
    });
    Cow::Owned(ordered)
}

/// Works a comparison out; `None` with fewer than two organisations. `names` says whether names are shown,
/// or letters alone.
pub fn report(texts: Texts, comparison: &Comparison, names: bool) -> Option<Report> {
    let organisations = comparison.organisations();
    let findings = Findings::of(&organisations);
    let agreement = findings.agreement.as_ref()?;
    let row = |topic| {
        let found = agreement.topic(topic);
        Rc::new(rows::row(
            texts,
            topic,
            findings.outcome(topic),
            found,
            &organisations,
        ))
    };
    let overall = overall(texts, &findings.card);
    let talk = talk::items(texts, comparison, &organisations, &findings);
    Some(Report {
        title: title(texts, &findings, &talk),
        about: about(texts, comparison)
            .into_iter()
            .chain(overall.clone())
            .collect(),
        left_out: left_out(texts, comparison)
            .into_iter()
            .chain(not_compared(texts, agreement))
            .collect(),
        marks: marks(texts, comparison, names),
        groups: if comparison.by_difference {
            by_difference(texts, agreement, row)
        } else {
            groups(texts, &findings, row)
        },
        by_difference: comparison.by_difference,
        value: value_words(texts, &findings.value),
        stage: stage(texts, comparison, findings.diagnosis.as_ref(), names),
        pairs: pairs::pairs(texts, comparison),
        extra: extra::sets(texts, comparison),
        talk,
        cards: comparison_cards(texts, &findings.choice()),
        overall,
        diagnosis: findings.diagnosis,
    })
}

/// The headline says how much is agreed on, and the first subjects to talk about, three at most.
fn title(texts: Texts, findings: &Findings, talk: &[TalkItem]) -> String {
    let Some(agreement) = &findings.agreement else {
        return String::new();
    };
    let compared: Vec<&TopicAgreement> = Topic::all()
        .filter_map(|topic| agreement.topic(topic))
        .filter(|topic| topic.closeness.is_some())
        .collect();
    let agreed = compared.iter().filter(|topic| topic.agrees()).count();
    let agreed = match (agreed, compared.len()) {
        (_, 0) => texts.get(keys::compare::TITLE).to_owned(),
        (0, _) => texts.get(keys::compare::TITLE_NONE).to_owned(),
        (agreed, all) if agreed == all => texts.get(keys::compare::TITLE_ALL).to_owned(),
        (agreed, all) => texts.fill(
            keys::compare::TITLE_SOME,
            &[("n", &agreed.to_string()), ("all", &all.to_string())],
        ),
    };
    let is_topic = |item: &&TalkItem| matches!(item.subject, Subject::Topic(_));
    let first = talk.iter().filter(is_topic).map(|item| item.name);
    let first: Vec<&str> = first.take(3).collect();
    if first.is_empty() {
        return agreed;
    }
    let talk = texts.fill(keys::compare::TITLE_TALK, &[("names", &topics(&first))]);
    // Before it stands what partners agree on, if that is known.
    if compared.is_empty() {
        return talk;
    }
    [&agreed, " ", &talk].concat()
}

/// The joint overall score, if there is one. Its band is the headline's: it is not "Strong" while a criterion is below
/// 50 (`content.md` section 3.2).
fn overall(texts: Texts, card: &ScoreCard) -> Option<String> {
    let (score, headline) = (card.overall()?, card.headline()?);
    let words = score_in_band(texts, score, headline.band);
    Some(texts.fill(keys::compare::OVERALL, &[("score", &words)]))
}

/// Whose comparison this is, of how many and from when, a line each.
pub fn about(texts: Texts, comparison: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    if !comparison.name.is_empty() {
        lines.push(comparison.name.clone());
    }
    let organisations = comparison.organisation_numbers().len();
    let mut who = texts.count(keys::compare::ORGANISATIONS, organisations);
    if comparison.partners.len() > organisations {
        let people = texts.count(keys::compare::PEOPLE, comparison.partners.len());
        who = [&who, " · ", &people].concat();
    }
    lines.push([&who, " · ", &days(texts, comparison)].concat());
    lines
}

/// The first and the last day on which a check was finished.
fn days(texts: Texts, comparison: &Comparison) -> String {
    let days = comparison.partners.iter().map(|partner| partner.summary.day);
    match (days.clone().min(), days.max()) {
        (Some(first), Some(last)) if first != last => texts.fill(
            keys::compare::DAYS,
            &[("first", &date(texts, first)), ("last", &date(texts, last))],
        ),
        (Some(day), _) => date(texts, day),
        _ => String::new(),
    }
}

/// The limits of the comparison, with reasons.
fn left_out(texts: Texts, comparison: &Comparison) -> Vec<String> {
    let mut sentences = Vec::new();
    let all = comparison.partners.len();
    let quick = comparison
        .partners
        .iter()
        .filter(|partner| partner.summary.length == Length::Quick)
        .count();
    if quick == all {
        sentences.push(texts.get(keys::compare::ALL_QUICK).to_owned());
    } else if quick > 0 {
        sentences.push(texts.count(keys::compare::TOOK_QUICK, quick));
    }
    let mut kinds = comparison.partners.iter().map(|partner| partner.summary.kind);
    let first = kinds.next();
    if kinds.any(|kind| Some(kind) != first) {
        sentences.push(texts.get(keys::compare::KINDS_DIFFER).to_owned());
    }
    sentences
}

/// The subjects that the headline cannot count, because too few answers can be compared; `None` where it counts all or
/// none.
fn not_compared(texts: Texts, agreement: &Agreement) -> Option<String> {
    let is_open = |topic: &Topic| {
        agreement
            .topic(*topic)
            .is_none_or(|found| found.closeness.is_none())
    };
    let names: Vec<&str> = Topic::all()
        .filter(is_open)
        .map(|topic| topic_name(texts, topic))
        .collect();
    let some = (1..Topic::all().count()).contains(&names.len());
    some.then(|| texts.fill(keys::compare::NOT_COMPARED, &[("names", &topics(&names))]))
}

/// The rows under their dimensions, and that of value.
fn groups(texts: Texts, findings: &Findings, row: impl Fn(Topic) -> Rc<Row>) -> Vec<Group> {
    let dimension = |dimension: Dimension| {
        let score = findings.card.dimension(dimension);
        let criteria = Criterion::ALL.into_iter();
        Group {
            name: texts.dimension(dimension),
            score: score.map(|score| score_words(texts, score)).unwrap_or_default(),
            rows: criteria
                .filter(|criterion| criterion.dimension() == dimension)
                .map(|criterion| row(Topic::Criterion(criterion)))
                .collect(),
        }
    };
    let value = Group {
        name: texts.get(keys::result::VALUE),
        score: String::new(),
        rows: vec![row(Topic::Value)],
    };
    Dimension::ALL.into_iter().map(dimension).chain([value]).collect()
}

/// All rows under one heading, those on which partners differ most first.
fn by_difference(texts: Texts, agreement: &Agreement, row: impl Fn(Topic) -> Rc<Row>) -> Vec<Group> {
    let mut topics: Vec<Topic> = Topic::all().collect();
    topics.sort_by_key(|topic| agreement.topic(*topic).map(TopicAgreement::difference));
    vec![Group {
        name: texts.get(keys::compare::ORDER_DIFFERENT),
        score: String::new(),
        rows: topics.into_iter().map(row).collect(),
    }]
}
