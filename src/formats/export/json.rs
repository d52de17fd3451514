//! A summary or a comparison as JSON: readable values, and the payload of its link, which
//! [`super::super::import`] reads. The envelope is that of the stored text.

use serde::{Serialize, Serializer};

use super::super::{link, wire};
use super::day;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use crate::domain::extra::{self, Extra, ExtraAnswers};
use crate::domain::ids::Sector;
use crate::domain::summary::Summary;

/// The version of both files.
pub(in super::super) const VERSION: u32 = 1;

/// A file that [`super::super::import`] reads.
#[derive(Serialize)]
struct File<T> {
    phc: &'static str,
    v: u32,
    written_by: &'static str,
    link: String,
    #[serde(flatten)]
    content: T,
}

#[derive(Serialize)]
struct ComparisonValues<'a> {
    day: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    partnership: &'a str,
    partners: Vec<PartnerValues<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sets: Vec<SetValues<'a>>,
}

/// The words of own statements.
#[derive(Serialize)]
struct SetValues<'a> {
    set: String,
    statements: &'a [String],
}

impl<'a> SetValues<'a> {
    fn of(set: &'a Extra) -> Self {
        Self {
            set: set.fingerprint().to_string(),
            statements: set.statements(),
        }
    }
}

/// The responses to own statements, with their words in the file of one summary.
#[derive(Serialize)]
struct ExtraValues<'a> {
    set: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    statements: &'a [String],
    #[serde(serialize_with = "extra_responses")]
    responses: &'a ExtraAnswers,
}

fn extra_responses<S: Serializer>(answers: &ExtraAnswers, serializer: S) -> Result<S::Ok, S::Error> {
    let all = extra::IDS.iter().zip(answers.responses());
    serializer.collect_map(all.filter_map(|(id, response)| Some((*id, (*response)?.value()))))
}

#[derive(Serialize)]
struct PartnerValues<'a> {
    organisation_number: u8,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(flatten)]
    summary: Values<'a>,
}

impl<'a> PartnerValues<'a> {
    fn of(partner: &'a Partner) -> Self {
        Self {
            organisation_number: partner.organisation,
            label: &partner.label,
            summary: Values::of(&partner.summary, None),
        }
    }
}

/// One line of many.
#[derive(Serialize)]
struct Line<'a> {
    respondent: u64,
    #[serde(flatten)]
    summary: Values<'a>,
}

/// The readable values of a summary; missing ones are left out.
#[derive(Serialize)]
struct Values<'a> {
    length: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    side: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    sector: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    stage: &'static str,
    day: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    partnership: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    organisation: &'a str,
    #[serde(serialize_with = "responses")]
    responses: &'a Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<ExtraValues<'a>>,
}

impl<'a> Values<'a> {
    /// `words` are those of the own statements, if they are known and belong beside these values.
    fn of(summary: &'a Summary, words: Option<&'a Extra>) -> Self {
        let answers = summary.extra.as_ref();
        let has_side = summary.kind.has_pairs();
        Self {
            length: summary.length.id(),
            kind: summary.kind.id(),
            side: if has_side { summary.side.id() } else { "" },
            sector: summary.sector.map_or("", Sector::id),
            stage: summary.stage.map_or("", StageChoice::id),
            day: day(summary.day),
            partnership: &summary.partnership,
            organisation: &summary.organisation,
            responses: summary,
            extra: answers.map(|answers| ExtraValues {
                set: answers.set().to_string(),
                statements: words.map_or(&[], Extra::statements),
                responses: answers,
            }),
        }
    }
}

fn responses<S: Serializer>(summary: &Summary, serializer: S) -> Result<S::Ok, S::Error> {
    let statements = summary.length.statements(summary.kind).into_iter();
    let given = |statement| Some((statement, summary.sheet.get(statement)?));
    let given = statements.filter_map(given);
    serializer.collect_map(given.map(|(statement, response)| (statement.id(), Response::value(response))))
}

/// A summary, with the names in it, and with the words of the own statements that it answers if they are known.
pub fn summary(summary: &Summary, words: Option<&Extra>) -> String {
    let values = Values::of(summary, words);
    file("summary", link::encode(summary), values)
}

/// A summary as one line of many, with the number of its respondent and without its link.
pub fn line(number: u64, summary: &Summary) -> String {
    wire::write(&Line {
        respondent: number,
        summary: Values::of(summary, None),
    })
}

/// A comparison; with its names only if `with_names`, and else [`link::in_letters`].
pub fn comparison(comparison: &Comparison, with_names: bool) -> String {
    let link = link::encode_comparison(comparison, with_names);
    let lettered = (!with_names).then(|| link::in_letters(comparison));
    let comparison = lettered.as_ref().unwrap_or(comparison);
    let partners = comparison.partners.iter().take(MOST_PARTNERS);
    let sets = link::sets_written(comparison);
    let values = ComparisonValues {
        day: day(comparison.day),
        partnership: &comparison.name,
        partners: partners.map(PartnerValues::of).collect(),
        sets: sets.iter().map(SetValues::of).collect(),
    };
    file("comparison", link, values)
}

fn file(phc: &'static str, link: String, content: impl Serialize) -> String {
    wire::write(&File {
        phc,
        v: VERSION,
        written_by: env!("CARGO_PKG_VERSION"),
        link,
        content,
    })
}
