//! The talk list in words: what partners see differently, with the question to ask each other (`content.md`
//! sections 2.5 and 2.6). Nobody is named: at the meeting each organisation speaks for itself.

use super::findings::Findings;
use crate::app::chair::meeting::Subject;
use crate::content::{Texts, keys};
use crate::domain::answer::{Response, Stage, StageChoice};
use crate::domain::comparison::Comparison;
use crate::domain::fraction::Fraction;
use crate::domain::ids::{Side, StatementId};
use crate::domain::organisation::Organisation;
use crate::domain::talk::{self, Talk};
use crate::present::report::{stage_reason, topic_name};

/// A statement with organisations on opposite sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkStatement {
    /// Its words.
    pub words: &'static str,
    /// From which answer to which.
    pub range: String,
}

/// One thing to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkItem {
    /// What it is about.
    pub subject: Subject,
    /// Its name.
    pub name: &'static str,
    /// How partners differ on it, in a few words.
    pub label: String,
    /// The question to ask each other.
    pub question: &'static str,
    /// The statements on opposite sides; none where there are none.
    pub statements: Vec<TalkStatement>,
    /// What else there is to say, a sentence each.
    pub notes: Vec<String>,
}

/// The talk list, in order; empty with fewer than two organisations.
pub fn talk_list(texts: Texts, comparison: &Comparison) -> Vec<TalkItem> {
    let organisations = comparison.organisations();
    items(texts, comparison, &organisations, &Findings::of(&organisations))
}

/// The talk list from the given results of the rules.
pub(super) fn items(
    texts: Texts,
    comparison: &Comparison,
    organisations: &[Organisation],
    findings: &Findings,
) -> Vec<TalkItem> {
    let Some(agreement) = &findings.agreement else {
        return Vec::new();
    };
    let item = |talk| match talk {
        Talk::Topic { topic, opposites } => {
            let statements: Vec<_> = opposites
                .into_iter()
                .map(|statement| TalkStatement {
                    words: texts.statement(statement, Side::First),
                    range: range(texts, statement, organisations),
                })
                .collect();
            let (label, notes) = match statements.len() {
                0 => (
                    texts.get(keys::compare::APART).to_owned(),
                    vec![texts.get(keys::meeting::APART_LEAD).to_owned()],
                ),
                n => (texts.count(keys::compare::OPPOSITES, n), Vec::new()),
            };
            TalkItem {
                subject: Subject::Topic(topic),
                name: topic_name(texts, topic),
                label,
                question: texts.talk(topic),
                statements,
                notes,
            }
        }
        Talk::Stage => stage(texts, comparison, findings),
    };
    talk::of(comparison, agreement).into_iter().map(item).collect()
}

/// The range from the lowest to the highest answer, each rounded to the nearest: the answer of an organisation with
/// several people is a mean.
fn range(texts: Texts, statement: StatementId, organisations: &[Organisation]) -> String {
    let answers: Vec<Fraction> = organisations
        .iter()
        .filter_map(|each| each.answer(statement))
        .collect();
    let words = |answer: Option<&Fraction>| {
        let number = answer.map(|answer| answer.rounded());
        Response::ALL
            .into_iter()
            .find(|response| response.number().map(u64::from) == number)
            .map_or("", |response| texts.response(response))
    };
    texts.fill(
        keys::meeting::RANGE,
        &[
            ("low", words(answers.iter().min())),
            ("high", words(answers.iter().max())),
        ],
    )
}

/// The stages that were chosen and the one that the answers look like; none of them is called right.
fn stage(texts: Texts, comparison: &Comparison, findings: &Findings) -> TalkItem {
    let chosen = |stage: Stage| {
        let wanted = Some(StageChoice::Stage(stage));
        let partners = comparison.partners.iter();
        let n = partners.filter(|partner| partner.summary.stage == wanted).count();
        (n > 0).then(|| {
            texts.fill(
                keys::meeting::STAGE_CHOSEN,
                &[("stage", texts.stage(stage)), ("n", &n.to_string())],
            )
        })
    };
    let mut notes: Vec<String> = Stage::ALL.into_iter().filter_map(chosen).collect();
    if let Some(found) = &findings.diagnosis {
        notes.push(texts.fill(
            keys::result::STAGE_LIKE,
            &[
                ("stage", texts.stage(found.stage)),
                ("reason", &stage_reason(texts, found)),
            ],
        ));
    }
    notes.push(texts.get(keys::result::STAGE_BACK).to_owned());
    TalkItem {
        subject: Subject::Stage,
        name: texts.get(keys::meeting::STAGE_NAME),
        label: texts.get(keys::meeting::STAGE_LABEL).to_owned(),
        question: texts.get(keys::meeting::STAGE_QUESTION),
        statements: Vec::new(),
        notes,
    }
}
