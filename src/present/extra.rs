//! The answers to statements that whoever invited added, as they were given: never a score.

use std::borrow::Cow;

use crate::content::{Texts, keys};
use crate::domain::answer::Response;
use crate::domain::extra::{Extra, ExtraAnswers, Fingerprint};

/// One statement and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its words, or its number where they are not known.
    pub words: String,
    /// The answer in words, or that there is none.
    pub answer: &'static str,
    /// The number of the answer, 1 to 5, if it has one.
    pub number: Option<u8>,
}

/// All statements of a set with their answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// What they are, or what to do where their words are not known.
    pub lead: Cow<'static, str>,
    /// The statements, in the order of the set.
    pub rows: Vec<Row>,
}

/// The answers with their words, as far as these are known.
pub fn rows(texts: Texts, answers: &ExtraAnswers, words: Option<&Extra>) -> Rows {
    let row = |(position, response): (usize, &Option<Response>)| Row {
        words: statement(texts, words, position),
        answer: response.map_or(texts.get(keys::answers::BLANK), |response| {
            texts.response(response)
        }),
        number: response.and_then(Response::number),
    };
    Rows {
        lead: match words {
            Some(_) => Cow::Borrowed(texts.get(keys::extra::LEAD)),
            None => Cow::Owned(unknown(texts, answers.set())),
        },
        rows: answers.responses().iter().enumerate().map(row).collect(),
    }
}

/// A statement's words, or its number where they are not known.
pub fn statement(texts: Texts, words: Option<&Extra>, position: usize) -> String {
    let known = words.and_then(|words| words.statements().get(position));
    known.cloned().unwrap_or_else(|| {
        let number = (position + 1).to_string();
        texts.fill(keys::extra::NUMBERED, &[("n", &number)])
    })
}

/// That the words of a set are not known, and where they are.
pub fn unknown(texts: Texts, set: Fingerprint) -> String {
    texts.fill(keys::extra::UNKNOWN, &[("set", &set.to_string())])
}
