//! Every statement with its answer: the rows of "Check your answers" and of the result's last table.

use std::borrow::Cow;

use crate::app::State;
use crate::app::pages::{Asked, PageTopic, pages_of};
use crate::content::keys;
use crate::domain::answer::Response;
use crate::domain::check::{Check, NoteId, Revised};
use crate::domain::ids::{Criterion, StatementId};

use super::page::name;

/// One statement and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The statement.
    pub asked: Asked,
    /// Its words.
    pub words: Cow<'static, str>,
    /// The answer in words, or that there is none.
    pub answer: &'static str,
    /// Whether there is an answer.
    pub answered: bool,
    /// The page on which it can be changed, counted from 0.
    pub page: usize,
}

/// The rows of one topic, with its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Name of the criterion or of what the statements are about.
    pub heading: &'static str,
    /// Its statements.
    pub rows: Vec<Row>,
    /// The note written on it; empty if there is none.
    pub note: String,
}

/// All statements of the open check, grouped as its pages are; the stage question is not among them.
pub fn groups(state: &State) -> Vec<Group> {
    let Some(check) = state.check() else {
        return Vec::new();
    };
    let mut groups: Vec<Group> = Vec::new();
    for (position, page) in pages_of(check).iter().enumerate() {
        if page.topic == PageTopic::Stage {
            continue;
        }
        let heading = name(state.texts, page);
        let statements = page.statements.iter();
        let mut rows: Vec<Row> = statements
            .map(|statement| row(state, check, *statement, position))
            .collect();
        if page.topic == PageTopic::Extra {
            rows = extra_rows(state, check, position);
        }
        let note = page
            .note
            .map(|note| check.note(note).to_owned())
            .unwrap_or_default();
        match groups.last_mut() {
            // The two pages of one topic are one group.
            Some(group) if group.heading == heading => {
                group.rows.extend(rows);
            }
            _ => groups.push(Group { heading, rows, note }),
        }
    }
    groups
}

fn row(state: &State, check: &Check, statement: StatementId, page: usize) -> Row {
    let words = state.texts.statement(statement, check.setup.value.side);
    let response = check.responses[statement.index()].value;
    row_of(state, (Asked::Statement(statement), words.into()), response, page)
}

/// The rows of the statements that whoever invited added.
fn extra_rows(state: &State, check: &Check, page: usize) -> Vec<Row> {
    let asked = check.extra_statements().iter().zip(&check.extra_responses);
    let row = |(position, (words, field)): (usize, (&String, &Revised<Option<Response>>))| {
        let words = Cow::Owned(words.clone());
        row_of(state, (Asked::Extra(position), words), field.value, page)
    };
    asked.enumerate().map(row).collect()
}

fn row_of(
    state: &State,
    (asked, words): (Asked, Cow<'static, str>),
    response: Option<Response>,
    page: usize,
) -> Row {
    Row {
        asked,
        words,
        answer: response.map_or(state.texts.get(keys::answers::BLANK), |response| {
            state.texts.response(response)
        }),
        answered: response.is_some(),
        page,
    }
}

/// How many statements of the open check have no answer.
pub fn missing(state: &State) -> usize {
    state.check().map_or(0, |check| check.asked() - check.answered())
}

/// The notes of a check that are not empty, each with what it is about.
pub fn notes(state: &State) -> Vec<(&'static str, String)> {
    let Some(check) = state.check() else {
        return Vec::new();
    };
    NoteId::all()
        .filter(|note| !check.note(*note).is_empty())
        .map(|note| {
            let about = match Criterion::ALL.get(note.index()) {
                Some(criterion) => state.texts.criterion(*criterion),
                None if note == NoteId::VALUE => state.texts.get(keys::questions::VALUE),
                None => state.texts.get(keys::questions::PAIRS),
            };
            (about, check.note(note).to_owned())
        })
        .collect()
}
