//! The tables: summaries, a comparison, a plan. Columns are described in `docs/data.md`.

use super::super::decimal::{push_long_number, push_number};
use super::csv::{end_row, push_text};
use super::push_day;
use crate::domain::agreement::{Agreement, Closeness, Views, statement_views};
use crate::domain::answer::{Response, StageChoice};
use crate::domain::comparison::Comparison;
use crate::domain::extra::{self, Extra, ExtraAnswers};
use crate::domain::extra_compared::{ExtraSaid, compared};
use crate::domain::ids::{Sector, StatementId};
use crate::domain::organisation::{Organisation, Said};
use crate::domain::plan::Plan;
use crate::domain::score::{Band, Score};
use crate::domain::scoring::{Finding, Outcome};
use crate::domain::summary::Summary;
use crate::domain::topic::Topic;

/// The columns that both tables of summaries begin with.
const ABOUT: &str = "respondent,length,kind,side,sector,stage,day,partnership,organisation";

/// One row per summary, one column per statement. Respondents are numbered from 1.
pub fn wide<'a>(summaries: impl IntoIterator<Item = &'a Summary>) -> String {
    let mut out = String::new();
    wide_head(&mut out);
    for (number, summary) in (1..).zip(summaries) {
        wide_row(&mut out, number, summary);
    }
    out
}

/// One row per summary and statement asked, in the order of the check; a blank has an empty response. Respondents are
/// numbered from 1.
pub fn long<'a>(summaries: impl IntoIterator<Item = &'a Summary>) -> String {
    let mut out = String::new();
    long_head(&mut out);
    for (number, summary) in (1..).zip(summaries) {
        long_rows(&mut out, number, summary);
    }
    out
}

/// Adds the first row of [`wide`].
pub fn wide_head(out: &mut String) {
    out.push_str(ABOUT);
    for statement in StatementId::all() {
        out.push(',');
        out.push_str(statement.id());
    }
    out.push_str(",extra_set");
    for id in extra::IDS {
        out.push(',');
        out.push_str(id);
    }
    end_row(out);
}

/// Adds a row of [`wide`] for the respondent with this number.
pub fn wide_row(out: &mut String, number: u64, summary: &Summary) {
    push_about(out, number, summary);
    // All cells at once: millions of rows are written.
    let mut cells = [0; CELL * StatementId::COUNT];
    let mut length = 0;
    for statement in StatementId::all() {
        let (cell, used) = cell(summary.sheet.get(statement));
        if let Some(place) = cells.get_mut(length..length + CELL) {
            place.copy_from_slice(&cell);
        }
        length += used;
    }
    let cells = cells.get(..length.saturating_sub(1)).unwrap_or_default();
    out.push_str(str::from_utf8(cells).unwrap_or_default());
    out.push(',');
    push_set(out, summary.extra.as_ref());
    for position in 0..extra::MOST_STATEMENTS {
        out.push(',');
        let given = summary
            .extra
            .as_ref()
            .and_then(|extra| *extra.responses().get(position)?);
        push_response(out, given);
    }
    out.push_str("\r\n");
}

/// Adds which set of own statements was answered, if any was.
fn push_set(out: &mut String, answers: Option<&ExtraAnswers>) {
    if let Some(answers) = answers {
        out.push_str(&answers.set().to_string());
    }
}

/// Most bytes of a response in a row, with the comma behind it.
const CELL: usize = 3;

/// A response in a row, with the comma behind it, and how many of the bytes that is.
fn cell(response: Option<Response>) -> ([u8; CELL], usize) {
    match response {
        None => (*b",  ", 1),
        Some(Response::Point(point)) => ([b'0' + point.number(), b',', b' '], 2),
        Some(Response::DoNotKnow) => (*b"dk,", 3),
        Some(Response::NotYet) => (*b"na,", 3),
    }
}

/// Adds the first row of [`long`].
pub fn long_head(out: &mut String) {
    out.push_str(ABOUT);
    out.push_str(",extra_set,statement,response\r\n");
}

/// Adds the rows of [`long`] for the respondent with this number.
pub fn long_rows(out: &mut String, number: u64, summary: &Summary) {
    let mut about = String::new();
    push_about(&mut about, number, summary);
    let mut row = |set: Option<&ExtraAnswers>, id: &str, response| {
        out.push_str(&about);
        push_set(out, set);
        for text in [",", id, ","] {
            out.push_str(text);
        }
        push_response(out, response);
        out.push_str("\r\n");
    };
    for statement in summary.length.statements(summary.kind) {
        row(None, statement.id(), summary.sheet.get(statement));
    }
    let given = summary.extra.iter().flat_map(ExtraAnswers::responses);
    for (id, response) in extra::IDS.iter().zip(given) {
        row(summary.extra.as_ref(), id, *response);
    }
}

/// The columns named in [`ABOUT`], each followed by a comma.
fn push_about(out: &mut String, number: u64, summary: &Summary) {
    push_long_number(out, number);
    let side = if summary.kind.has_pairs() {
        summary.side.id()
    } else {
        ""
    };
    for id in [
        summary.length.id(),
        summary.kind.id(),
        side,
        summary.sector.map_or("", Sector::id),
        summary.stage.map_or("", StageChoice::id),
    ] {
        out.push(',');
        out.push_str(id);
    }
    out.push(',');
    push_day(out, summary.day);
    for name in [&summary.partnership, &summary.organisation] {
        out.push(',');
        if !name.is_empty() {
            push_text(out, name);
        }
    }
    out.push(',');
}

fn push_response(out: &mut String, response: Option<Response>) {
    match response {
        Some(Response::Point(point)) => out.push(char::from(b'0' + point.number())),
        Some(response) => out.push_str(response.value()),
        None => {}
    }
}

/// One row per topic: the organisations' joint score, their agreement, and each one's score. `labels` are the names of
/// the organisations that the user sees, in the order of [`Comparison::organisation_numbers`]; one that is missing is
/// called by its place.
pub fn comparison(comparison: &Comparison, labels: &[String]) -> String {
    let organisations = comparison.organisations();
    let agreement = Agreement::of(&organisations);
    let mut out = String::from("topic,outcome,score,band,agreement,opposites,opposite_statements,");
    push_labels(&mut out, organisations.len(), labels);
    for topic in Topic::all() {
        push_topic(&mut out, topic, &organisations, agreement.as_ref());
    }
    out
}

/// One row per statement that any organisation responded to, in the order of the check: each organisation's answer as a
/// number from 1 to 5, the mean of several people in tenths, or the id of a response without a number. Pairs are left
/// out, because each side is asked something else. The statements that invitations added come last; their topic is the
/// fingerprint of their set, and their words stand beside it as far as they are known.
pub fn statements(comparison: &Comparison, labels: &[String]) -> String {
    let organisations = comparison.organisations();
    let mut out = String::from("statement,topic,views,words,");
    push_labels(&mut out, organisations.len(), labels);
    for topic in Topic::all() {
        for statement in topic.statements() {
            let said: Vec<_> = organisations.iter().map(|each| each.said(statement)).collect();
            let views = statement_views(statement, &organisations);
            push_statement(&mut out, [statement.id(), topic.id(), ""], views, &said);
        }
    }
    for set in compared(comparison) {
        let name = set.set.to_string();
        let mut words = extra::find(&comparison.sets, set.set)
            .map_or(&[][..], Extra::statements)
            .iter();
        for (id, statement) in extra::IDS.iter().zip(&set.statements) {
            let said = statement.said.iter().map(|said| match said {
                ExtraSaid::NotAsked => None,
                ExtraSaid::Asked(said) => *said,
            });
            let said: Vec<_> = said.collect();
            let words = words.next().map_or("", String::as_str);
            push_statement(&mut out, [id, &name, words], statement.views, &said);
        }
    }
    out
}

fn push_statement(
    out: &mut String,
    [id, topic, words]: [&str; 3],
    views: Option<Views>,
    said: &[Option<Said>],
) {
    if said.iter().all(Option::is_none) {
        return;
    }
    for text in [id, ",", topic, ",", views.map_or("", views_id), ","] {
        out.push_str(text);
    }
    if !words.is_empty() {
        push_text(out, words);
    }
    for said in said {
        out.push(',');
        match said {
            Some(Said::Mean(mean)) => {
                let (ones, tenths) = mean.in_tenths();
                push_long_number(out, ones);
                out.push('.');
                push_long_number(out, tenths);
            }
            Some(Said::Response(response)) => push_response(out, Some(*response)),
            None => {}
        }
    }
    out.push_str("\r\n");
}

/// The names of the organisations at the end of the first row; one that is missing is called by its place.
fn push_labels(out: &mut String, count: usize, labels: &[String]) {
    for place in 0..count {
        match labels.get(place) {
            Some(label) if !label.is_empty() => push_text(out, label),
            _ => {
                out.push_str("organisation_");
                push_number(out, place as u32 + 1);
            }
        }
        out.push(',');
    }
    end_row(out);
}

fn push_topic(out: &mut String, topic: Topic, organisations: &[Organisation], agreement: Option<&Agreement>) {
    let finding = Finding::of(topic, organisations);
    let score = finding.outcome.score();
    let agreed = agreement.and_then(|agreement| agreement.topic(topic));
    let opposites = agreed.map_or(&[][..], |agreed| &agreed.opposites);
    out.push_str(topic.id());
    out.push(',');
    out.push_str(outcome_id(finding.outcome));
    out.push(',');
    push_score(out, score);
    out.push(',');
    out.push_str(score.map_or("", |score| band_id(score.band())));
    out.push(',');
    out.push_str(
        agreed
            .and_then(|agreed| agreed.closeness)
            .map_or("", closeness_id),
    );
    out.push(',');
    if agreed.is_some() {
        push_number(out, opposites.len() as u32);
    }
    out.push(',');
    for (place, statement) in opposites.iter().enumerate() {
        if place > 0 {
            out.push(' ');
        }
        out.push_str(statement.id());
    }
    for organisation in organisations {
        out.push(',');
        push_score(out, organisation.score(topic));
    }
    out.push_str("\r\n");
}

fn push_score(out: &mut String, score: Option<Score>) {
    if let Some(score) = score {
        push_number(out, u32::from(score.shown()));
    }
}

/// The id of an outcome in files: `score`, `not-enough-known`, `too-few-answers`.
pub const fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Score(_) => "score",
        Outcome::NotEnoughKnown => "not-enough-known",
        Outcome::TooFewAnswers => "too-few-answers",
    }
}

/// The id of a band in files: `act-now`, `needs-work`, `getting-there`, `strong`.
pub const fn band_id(band: Band) -> &'static str {
    match band {
        Band::ActNow => "act-now",
        Band::NeedsWork => "needs-work",
        Band::GettingThere => "getting-there",
        Band::Strong => "strong",
    }
}

/// The id of an agreement label in files: `close`, `mixed`, `apart`.
pub const fn closeness_id(closeness: Closeness) -> &'static str {
    match closeness {
        Closeness::Close => "close",
        Closeness::Mixed => "mixed",
        Closeness::Apart => "apart",
    }
}

/// The id in files of how answers to a statement compare: `similar`, `different`, `opposite`.
pub const fn views_id(views: Views) -> &'static str {
    match views {
        Views::Similar => "similar",
        Views::Different => "different",
        Views::Opposite => "opposite",
    }
}

/// One row per step of a plan, numbered from 1.
pub fn plan(plan: &Plan) -> String {
    let mut out = String::from("number,topic,what,owner,due,sign,done\r\n");
    for (number, step) in (1..).zip(&plan.steps) {
        push_number(&mut out, number);
        out.push(',');
        out.push_str(step.topic.map_or("", Topic::id));
        for text in [&step.what, &step.owner] {
            out.push(',');
            push_text(&mut out, text);
        }
        out.push(',');
        if let Some(day) = step.due {
            push_day(&mut out, day);
        }
        out.push(',');
        push_text(&mut out, &step.sign);
        out.push_str(if step.done { ",yes\r\n" } else { ",no\r\n" });
    }
    out
}
