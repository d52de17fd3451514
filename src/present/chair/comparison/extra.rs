//! The statements that invitations added, side by side: each set for itself.

use super::rows::{StatementRow, extra_row};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::domain::extra;
use crate::domain::extra_compared::{ExtraCompared, ExtraSaid, compared};
use crate::present::extra::{statement, unknown};

/// One set of statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraSet {
    /// Its heading: of several sets each has a number.
    pub name: String,
    /// What they are and who was asked, and what to do where their words are not known: a paragraph each.
    pub lead: Vec<String>,
    /// The statements.
    pub rows: Vec<StatementRow>,
}

/// Every set that partners answered.
pub(super) fn sets(texts: Texts, comparison: &Comparison) -> Vec<ExtraSet> {
    let compared = compared(comparison);
    let several = compared.len() > 1;
    let set = |(place, found): (usize, &ExtraCompared)| {
        let words = extra::find(&comparison.sets, found.set);
        let rows = found.statements.iter().enumerate();
        let rows = rows.map(|(position, said)| extra_row(texts, statement(texts, words, position), said));
        let name = texts.get(keys::extra::TITLE);
        ExtraSet {
            name: if several {
                [name, " · ", &(place + 1).to_string()].concat()
            } else {
                name.to_owned()
            },
            lead: lead(texts, found, words.is_some(), several),
            rows: rows.collect(),
        }
    };
    compared.iter().enumerate().map(set).collect()
}

fn lead(texts: Texts, found: &ExtraCompared, known: bool, several: bool) -> Vec<String> {
    let first = found.statements.first().map_or(&[][..], |first| &first.said);
    let asked = first.iter().filter(|said| **said != ExtraSaid::NotAsked).count();
    let who = texts.fill(
        keys::extra::ASKED,
        &[("n", &asked.to_string()), ("all", &first.len().to_string())],
    );
    let mut paragraphs = vec![[texts.get(keys::extra::LEAD), " ", &who].concat()];
    if several {
        paragraphs.push(texts.get(keys::extra::APART).to_owned());
    }
    if !known {
        let where_they_are = unknown(texts, found.set);
        paragraphs.push([&where_they_are, " ", texts.get(keys::extra::PASTE)].concat());
    }
    paragraphs
}
