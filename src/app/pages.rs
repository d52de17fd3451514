//! The pages of a check: groups of about three statements, one group per screen.

use crate::domain::check::{Check, NoteId, Setup};
use crate::domain::extra;
use crate::domain::ids::{Criterion, Dimension, Length, StatementId};

/// What a page is about; its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageTopic {
    /// One criterion of the full check.
    Criterion(Criterion),
    /// Statements on value: first or second half.
    Value,
    /// Statements of the respondent's side: first or second half.
    Pairs,
    /// The quick check's statements of one dimension; the last one carries V2 too.
    Quick(Dimension),
    /// The statements that whoever invited added.
    Extra,
    /// The stage question.
    Stage,
}

/// A statement on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One of the check.
    Statement(StatementId),
    /// One that whoever invited added, by its position.
    Extra(usize),
}

impl Asked {
    /// Its id in forms, events and storage.
    pub fn id(self) -> &'static str {
        match self {
            Self::Statement(statement) => statement.id(),
            Self::Extra(position) => extra::IDS.get(position).copied().unwrap_or_default(),
        }
    }
}

/// One screen of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub topic: PageTopic,
    /// Its statements of the check, in order; empty for the stage question and for statements of whoever invited.
    pub statements: Vec<StatementId>,
    /// The note that can be written on it. Two pages of one topic have one note.
    pub note: Option<NoteId>,
}

/// All pages of a check, in order: those of its setup, and the statements of whoever invited on a page of their own behind
/// all others, but before the stage question.
pub fn pages_of(check: &Check) -> Vec<Page> {
    let mut pages = pages(&check.setup.value);
    if check.extra_set().is_some() {
        let is_stage = pages.last().is_some_and(|page| page.topic == PageTopic::Stage);
        let page = Page {
            topic: PageTopic::Extra,
            statements: Vec::new(),
            note: None,
        };
        pages.insert(pages.len() - usize::from(is_stage), page);
    }
    pages
}

/// All pages of the published check with this setup, in order. The stage question is last, so that it does not bias the statements
/// (`content.md` section 2.5); the quick check has none (section 2.3).
pub fn pages(setup: &Setup) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut add = |topic, statements: &[StatementId], note| {
        pages.push(Page {
            topic,
            statements: statements.to_vec(),
            note,
        });
    };
    match setup.length {
        Length::Full => {
            for criterion in Criterion::ALL {
                add(
                    PageTopic::Criterion(criterion),
                    &criterion.statements(),
                    Some(NoteId::of(criterion)),
                );
            }
            let value: Vec<_> = StatementId::value().collect();
            add_halves(&mut add, PageTopic::Value, &value, NoteId::VALUE);
            let pairs: Vec<_> = setup.kind.pairs().collect();
            add_halves(&mut add, PageTopic::Pairs, &pairs, NoteId::PAIRS);
            add(PageTopic::Stage, &[], None);
        }
        Length::Quick => {
            let all = Length::Quick.statements(setup.kind);
            for dimension in Dimension::ALL {
                let last = dimension == Dimension::Results;
                let statements: Vec<_> = all
                    .iter()
                    .copied()
                    .filter(|statement| {
                        statement
                            .criterion()
                            .map_or(last, |criterion| criterion.dimension() == dimension)
                    })
                    .collect();
                add(PageTopic::Quick(dimension), &statements, None);
            }
        }
    }
    pages
}

/// Adds a topic as two pages; the first has one statement more if their number is odd.
fn add_halves(
    add: &mut impl FnMut(PageTopic, &[StatementId], Option<NoteId>),
    topic: PageTopic,
    statements: &[StatementId],
    note: NoteId,
) {
    if statements.is_empty() {
        return;
    }
    let (first, second) = statements.split_at(statements.len().div_ceil(2));
    add(topic, first, Some(note));
    add(topic, second, Some(note));
}
