//! Every statement with its answer: the rows of "Check your answers" and of the result's last table.

use crate::app::State;
use crate::app::pages::{PageTopic, pages};
use crate::content::keys;
use crate::domain::check::{Check, NoteId};
use crate::domain::ids::{Criterion, StatementId};

use super::page::name;

/// One statement and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The statement.
    pub statement: StatementId,
    /// Its words.
    pub words: &'static str,
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
    for (position, page) in pages(&check.setup.value).iter().enumerate() {
        if page.topic == PageTopic::Stage {
            continue;
        }
        let heading = name(state.texts, page);
        let rows = page
            .statements
            .iter()
            .map(|statement| row(state, check, *statement, position));
        let note = page
            .note
            .map(|note| check.note(note).to_owned())
            .unwrap_or_default();
        match groups.last_mut() {
            // The two pages of one topic are one group.
            Some(group) if group.heading == heading => {
                group.rows.extend(rows);
                group.note.push_str(&note);
            }
            _ => groups.push(Group {
                heading,
                rows: rows.collect(),
                note,
            }),
        }
    }
    groups
}

fn row(state: &State, check: &Check, statement: StatementId, page: usize) -> Row {
    let response = check.responses[statement.index()].value;
    Row {
        statement,
        words: state.texts.statement(statement, check.setup.value.side),
        answer: response.map_or(state.texts.get(keys::answers::BLANK), |response| {
            state.texts.response(response)
        }),
        answered: response.is_some(),
        page,
    }
}

/// How many statements of the open check have no answer.
pub fn missing(state: &State) -> usize {
    state.check().map_or(0, |check| {
        let statements = check.statements();
        statements.len() - check.sheet().answered(&statements)
    })
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
