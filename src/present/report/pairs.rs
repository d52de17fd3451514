//! The pair statements: the answers as they were given, never a score (`content.md` section 3.7).

use crate::content::{Texts, keys};
use crate::domain::answer::Response;
use crate::domain::summary::Summary;

/// One pair from the respondent's seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// The statement as the respondent read it.
    pub words: &'static str,
    /// The same from the other seat; empty where both read the same words.
    pub other: String,
    /// The answer in words, or that there is none.
    pub answer: &'static str,
    /// The number of the answer, 1 to 5, if it has one.
    pub number: Option<u8>,
}

/// Whether a pair statement was answered, be it with "I do not know".
pub(super) fn answered(summary: &Summary) -> bool {
    let mut pairs = summary.kind.pairs();
    pairs.any(|statement| summary.sheet.get(statement).is_some())
}

pub(super) fn rows(texts: Texts, summary: &Summary) -> Vec<PairRow> {
    summary
        .kind
        .pairs()
        .map(|statement| {
            let response = summary.sheet.get(statement);
            let words = texts.statement(statement, summary.side);
            let other = texts.statement(statement, summary.side.other());
            PairRow {
                words,
                other: if other == words {
                    String::new()
                } else {
                    texts.fill(keys::result::PAIRS_OTHER, &[("statement", other)])
                },
                answer: response.map_or(texts.get(keys::answers::BLANK), |response| {
                    texts.response(response)
                }),
                number: response.and_then(Response::number),
            }
        })
        .collect()
}
