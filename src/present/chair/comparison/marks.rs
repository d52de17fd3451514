//! Who is who in a comparison: each organisation's letter and name, and each person's line.

use std::collections::BTreeSet;

use crate::content::{Texts, keys};
use crate::domain::alike::key;
use crate::domain::comparison::{Comparison, Partner};
use crate::domain::ids::Length;
use crate::domain::summary::Summary;
use crate::present::date::date;

/// Most organisations whose names have room in a sentence and in a table's columns; of more, sentences give the letters.
pub const NAMED: usize = 12;

/// An organisation on the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its letter: A for the first.
    pub letter: String,
    /// Its name, or "Partner A" where there is none or names are hidden.
    pub name: String,
    /// How many of its people answered.
    pub people: usize,
}

/// One person's line in the list of partners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id in the comparison.
    pub id: u32,
    /// Number of the organisation.
    pub organisation: u8,
    /// Letter of the organisation.
    pub letter: String,
    /// The name shown.
    pub name: String,
    /// The name as it can be edited: empty where there is none yet.
    pub typed: String,
    /// Length, kind, side and date in one line.
    pub about: String,
}

/// A person's name: given by the chair, or else in the summary; empty if neither.
fn given(partner: &Partner) -> &str {
    if partner.label.is_empty() {
        &partner.summary.organisation
    } else {
        &partner.label
    }
}

/// The organisations, in the order in which their first people were added. `names` says whether names are
/// shown, or letters alone.
pub fn marks(texts: Texts, comparison: &Comparison, names: bool) -> Vec<Mark> {
    let numbers = comparison.organisation_numbers();
    let mark = |(index, number): (usize, u8)| {
        let letter = letter(index);
        let given = comparison.people(number).map(given).find(|name| !name.is_empty());
        let name = match given {
            Some(name) if names => name.to_owned(),
            _ => texts.fill(keys::compare::PARTNER, &[("letter", &letter)]),
        };
        Mark {
            letter,
            name,
            people: comparison.people(number).count(),
        }
    };
    let mut marks: Vec<Mark> = numbers.iter().copied().enumerate().map(mark).collect();
    if names {
        tell_apart(texts, comparison, &numbers, &mut marks);
    }
    marks
}

/// Organisations whose names look alike get behind their names the first of side, sector and day that differs in all of
/// them, as their first people gave it. Where none does, only their letters differ.
fn tell_apart(texts: Texts, comparison: &Comparison, numbers: &[u8], marks: &mut [Mark]) {
    let keys: Vec<String> = marks.iter().map(|mark| key(&mark.name)).collect();
    let first = |place: &usize| {
        numbers
            .get(*place)
            .and_then(|number| comparison.people(*number).next())
    };
    for name in keys.iter().collect::<BTreeSet<_>>() {
        let places: Vec<usize> = (0..keys.len())
            .filter(|place| keys.get(*place) == Some(name))
            .collect();
        let partners: Vec<&Partner> = places.iter().filter_map(first).collect();
        if partners.len() < 2 {
            continue;
        }
        let ways: [fn(Texts, &Summary) -> String; 3] =
            [side, sector, |texts, summary| date(texts, summary.day)];
        let said = ways.map(|way| {
            partners
                .iter()
                .map(|partner| way(texts, &partner.summary))
                .collect::<Vec<_>>()
        });
        let differs = |said: &&Vec<String>| said.iter().collect::<BTreeSet<_>>().len() == said.len();
        let Some(said) = said.iter().find(differs) else {
            continue;
        };
        for (place, what) in places.iter().zip(said) {
            if let Some(mark) = marks.get_mut(*place).filter(|_| !what.is_empty()) {
                mark.name = texts.fill(keys::compare::NAME_APART, &[("name", &mark.name), ("what", what)]);
            }
        }
    }
}

/// The side of a summary in words; empty where its kind has none.
fn side(texts: Texts, summary: &Summary) -> String {
    let has_sides = summary.kind.has_pairs();
    if has_sides {
        texts.side(summary.kind, summary.side).to_owned()
    } else {
        String::new()
    }
}

/// The sector of a summary in words; empty if it was not given.
fn sector(texts: Texts, summary: &Summary) -> String {
    summary
        .sector
        .map(|sector| texts.sector(sector).to_owned())
        .unwrap_or_default()
}

/// All people, in the order in which they were added.
pub fn people(texts: Texts, comparison: &Comparison, names: bool) -> Vec<Person> {
    let numbers = comparison.organisation_numbers();
    let person = |partner: &Partner| {
        let index = numbers
            .iter()
            .position(|number| *number == partner.organisation)
            .unwrap_or_default();
        let letter = letter(index);
        let name = match given(partner) {
            name if names && !name.is_empty() => name.to_owned(),
            _ => texts.fill(keys::compare::PARTNER, &[("letter", &letter)]),
        };
        Person {
            id: partner.id,
            organisation: partner.organisation,
            letter,
            name,
            typed: given(partner).to_owned(),
            about: about(texts, partner),
        }
    };
    comparison.partners.iter().map(person).collect()
}

/// All summaries, each with the shown name of its organisation, for files.
pub fn shown(texts: Texts, comparison: &Comparison, names: bool) -> Vec<Summary> {
    let people = people(texts, comparison, names);
    let summaries = comparison.partners.iter().map(|partner| partner.summary.clone());
    let shown = |(mut summary, person): (Summary, Person)| {
        summary.organisation = person.name;
        if !names {
            summary.partnership.clear();
        }
        summary
    };
    summaries.zip(people).map(shown).collect()
}

fn about(texts: Texts, partner: &Partner) -> String {
    let summary = &partner.summary;
    let mut line = texts
        .get(match summary.length {
            Length::Full => keys::compare::FULL,
            Length::Quick => keys::compare::QUICK,
        })
        .to_owned();
    let mut add = |words: &str| line = [&line, " · ", words].concat();
    add(texts.kind(summary.kind));
    for words in [side(texts, summary), sector(texts, summary)] {
        if !words.is_empty() {
            add(&words);
        }
    }
    add(&date(texts, summary.day));
    line
}

/// The letter of a partner: A to Z, then AA, AB and so on.
fn letter(index: usize) -> String {
    let one = |at: usize| char::from(b'A' + (at % 26) as u8);
    match index.checked_div(26) {
        Some(0) | None => String::from(one(index)),
        Some(rounds) => [one(rounds - 1), one(index)].iter().collect(),
    }
}
