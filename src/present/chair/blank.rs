//! A blank form in words: the same on screen and on paper.

use std::borrow::Cow;

use crate::app::chair::blank::State;
use crate::app::pages::{Page, PageTopic, pages};
use crate::content::{Texts, keys};
use crate::domain::answer::{Response, StageChoice};
use crate::domain::check::Setup;
use crate::domain::extra::Extra;
use crate::domain::ids::{Length, Side};
use crate::domain::name::clean_name;
use crate::present::chair::comparison::sign;
use crate::present::date::date;

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its heading.
    pub heading: String,
    /// Length and kind of the check, and the side if the statements depend on it.
    pub about: String,
    /// The sides to tick one of, if the statements do not depend on it.
    pub sides: Vec<&'static str>,
    /// The statements, by subject.
    pub parts: Vec<Part>,
    /// The stages to tick one of; none in a quick check.
    pub stages: Vec<&'static str>,
    /// Where to send it; empty for a line to write on.
    pub send_to: String,
    /// The day by which it is hoped for; empty for a line to write on.
    pub reply_by: String,
}

/// Statements under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading; none in a quick check, which asks one statement of each subject.
    pub heading: String,
    /// The statements with their numbers, counted from 1 over the whole form.
    pub rows: Vec<(usize, Cow<'static, str>)>,
}

/// The form that was chosen; `None` while no kind is.
pub fn form(texts: Texts, state: &State) -> Option<Form> {
    let setup = state.setup()?;
    let (kind, side) = (setup.kind, setup.side);
    let is_full = setup.length == Length::Full;
    let mut about = [texts.length(setup.length), " · ", texts.kind(kind)].concat();
    if is_full && kind.has_pairs() {
        let seat = texts.fill(keys::blank::SEAT, &[("side", texts.side(kind, side))]);
        about.extend([" · ", seat.as_str()]);
    }
    let sides = Side::ALL.map(|side| texts.side(kind, side));
    let name = clean_name(&state.partnership).text;
    let mut parts = parts(texts, &setup);
    parts.extend(state.extra.as_ref().map(|set| extra(texts, &parts, set)));
    Some(Form {
        heading: if name.is_empty() {
            texts.get(keys::invite::SUBJECT).to_owned()
        } else {
            texts.fill(keys::invite::SUBJECT_OF, &[("partnership", &name)])
        },
        about,
        sides: if is_full || !kind.has_pairs() {
            Vec::new()
        } else {
            sides.to_vec()
        },
        parts,
        stages: if is_full {
            StageChoice::ALL.map(|choice| texts.stage_choice(choice)).to_vec()
        } else {
            Vec::new()
        },
        send_to: clean_name(&state.send_to).text,
        reply_by: state.reply_by.map(|day| date(texts, day)).unwrap_or_default(),
    })
}

/// The statements of a check by subject; where a subject has two pages on screen it is one part here.
fn parts(texts: Texts, setup: &Setup) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut number = 0;
    for page in pages(setup)
        .into_iter()
        .filter(|page| !page.statements.is_empty())
    {
        let heading = heading(texts, &page);
        let rows = page.statements.iter().map(|statement| {
            number += 1;
            (number, Cow::Borrowed(texts.statement(*statement, setup.side)))
        });
        match parts.last_mut() {
            Some(last) if last.heading == heading => last.rows.extend(rows),
            _ => parts.push(Part {
                rows: rows.collect(),
                heading,
            }),
        }
    }
    parts
}

/// The statements of the chair's own, behind the others. Their number tells whoever enters the form which they are.
fn extra(texts: Texts, parts: &[Part], set: &Extra) -> Part {
    let before: usize = parts.iter().map(|part| part.rows.len()).sum();
    let statements = set.statements().iter().cloned();
    Part {
        heading: [
            texts.get(keys::questions::EXTRA),
            " ",
            &set.fingerprint().to_string(),
        ]
        .concat(),
        rows: (before + 1..).zip(statements.map(Cow::Owned)).collect(),
    }
}

fn heading(texts: Texts, page: &Page) -> String {
    match page.topic {
        PageTopic::Criterion(criterion) => [criterion.id(), " ", texts.criterion(criterion)].concat(),
        PageTopic::Value => texts.get(keys::questions::VALUE).to_owned(),
        PageTopic::Pairs => texts.get(keys::questions::PAIRS).to_owned(),
        PageTopic::Extra | PageTopic::Stage | PageTopic::Quick(_) => String::new(),
    }
}

/// What the signs in the boxes mean, each with its words.
pub fn scale(texts: Texts) -> impl Iterator<Item = (&'static str, &'static str)> {
    Response::ALL
        .into_iter()
        .map(move |response| (sign(response), texts.response(response)))
}
