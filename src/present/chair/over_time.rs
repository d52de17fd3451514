//! How scores went over three checks or comparisons of one partnership, or more (`content.md` section 3.5).

use crate::app::chair::State;
use crate::content::{Texts, keys};
use crate::domain::alike::key;
use crate::domain::change::Change;
use crate::domain::check::Check;
use crate::domain::comparison::Comparison;
use crate::domain::course::{Course, FEWEST, MOST};
use crate::domain::day::Day;
use crate::domain::ids::Length;
use crate::domain::organisation::Organisation;
use crate::domain::topic::Topic;
use crate::formats::decimal::decimal;
use crate::present::date::{date, topics};

/// How one partnership went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverTime {
    /// What it is about: "Your checks · Riverside".
    pub name: String,
    /// Who is counted, or why nothing is.
    pub says: Vec<String>,
    /// The dates.
    pub dates: Vec<String>,
    /// Every criterion, and value; none where nobody is counted.
    pub rows: Vec<Row>,
}

/// How one criterion went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Each day with its number; none where too few statements have an answer every time.
    pub points: Vec<(u16, u8)>,
    /// The change in words.
    pub change: String,
    /// Whether it is a clear one.
    pub is_clear: bool,
    /// From which number to which; empty without any.
    pub range: String,
}

/// Everything with at least three times: the own checks, that of the newest first, then the comparisons.
pub fn over_time(state: &State) -> Vec<OverTime> {
    let texts = state.context.texts;
    let checks = state.context.record.finished();
    let checks = checks.into_iter().filter(|check| is_full(check));
    let mut comparisons: Vec<(u32, &Comparison)> = state.folder.comparisons().collect();
    comparisons.retain(|(_, comparison)| !comparison.name.is_empty());
    comparisons.sort_by_key(|(id, comparison)| (comparison.day, *id));
    let comparisons = comparisons.into_iter().rev().map(|(_, comparison)| comparison);
    let of_checks = groups(checks, is_same_check)
        .into_iter()
        .map(|group| checks_over_time(texts, &group));
    let of_comparisons = groups(comparisons, |one, other| one.name == other.name)
        .into_iter()
        .map(|group| comparisons_over_time(texts, &group));
    of_checks.chain(of_comparisons).collect()
}

/// Those that belong together, each group from its earliest on, with the newest [`MOST`] of it; the groups of which there
/// are enough. `all` are the newest first.
fn groups<T: Copy>(all: impl Iterator<Item = T>, is_same: impl Fn(T, T) -> bool) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for one in all {
        let same = groups
            .iter_mut()
            .find(|group| group.first().is_some_and(|first| is_same(*first, one)));
        match same {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups.retain(|group| group.len() >= FEWEST);
    for group in &mut groups {
        group.truncate(MOST);
        group.reverse();
    }
    groups
}

fn is_full(check: &Check) -> bool {
    check.setup.value.length == Length::Full
}

/// Whether two checks name the same partnership and organisation, and are of one kind and side.
fn is_same_check(one: &Check, other: &Check) -> bool {
    let (one, other) = (&one.setup.value, &other.setup.value);
    one.kind == other.kind
        && (one.side == other.side || !one.kind.has_pairs())
        && one.partnership == other.partnership
        && one.organisation == other.organisation
}

fn checks_over_time(texts: Texts, checks: &[&Check]) -> OverTime {
    let sheets: Vec<_> = checks.iter().map(|check| check.sheet()).collect();
    let times: Vec<_> = sheets
        .iter()
        .map(|sheet| vec![Organisation::of_sheet(sheet)])
        .collect();
    let days: Vec<Day> = checks
        .iter()
        .map(|check| check.finished.value.unwrap_or(check.started))
        .collect();
    let setup = checks.first().map(|check| &check.setup.value);
    let names = setup.map_or([""; 2], |setup| [&setup.partnership, &setup.organisation]);
    let mut name = vec![texts.get(keys::over_time::CHECKS)];
    name.extend(names.into_iter().filter(|name| !name.is_empty()));
    OverTime {
        name: name.join(" · "),
        says: Vec::new(),
        dates: days.iter().map(|day| date(texts, *day)).collect(),
        rows: rows(texts, &days, &times),
    }
}

fn comparisons_over_time(texts: Texts, comparisons: &[&Comparison]) -> OverTime {
    let days: Vec<Day> = comparisons.iter().map(|comparison| comparison.day).collect();
    let all: Vec<Vec<Named<'_>>> = comparisons.iter().map(|comparison| named(comparison)).collect();
    let mut times: Vec<Vec<Organisation<'_>>> = vec![Vec::new(); all.len()];
    let mut counted = Vec::new();
    for one in all.last().into_iter().flatten() {
        let each: Option<Vec<&Named<'_>>> = all
            .iter()
            .map(|time| time.iter().find(|other| other.is(one)))
            .collect();
        if let Some(each) = each {
            counted.push(one);
            for (time, found) in times.iter_mut().zip(each) {
                time.push(found.organisation.clone());
            }
        }
    }
    let mut apart: Vec<&str> = Vec::new();
    for one in all.iter().flatten() {
        if !one.name.is_empty() && !counted.iter().any(|known| known.is(one)) && !apart.contains(&one.name) {
            apart.push(one.name);
        }
    }
    let names: Vec<&str> = counted.iter().map(|one| one.name).collect();
    let mut says = Vec::new();
    if names.is_empty() {
        says.push(texts.get(keys::over_time::NOBODY).to_owned());
    } else {
        says.push(texts.fill(keys::over_time::COUNTED, &[("names", &topics(&names))]));
    }
    if !apart.is_empty() {
        says.push(texts.fill(keys::over_time::APART, &[("names", &topics(&apart))]));
    }
    let name = comparisons
        .first()
        .map_or("", |comparison| comparison.name.as_str());
    OverTime {
        name: [texts.get(keys::over_time::COMPARISONS), " · ", name].concat(),
        says,
        dates: days.iter().map(|day| date(texts, *day)).collect(),
        rows: if names.is_empty() {
            Vec::new()
        } else {
            rows(texts, &days, &times)
        },
    }
}

/// An organisation of a comparison, with its name there.
struct Named<'a> {
    name: &'a str,
    /// As names that look alike are one.
    key: String,
    organisation: Organisation<'a>,
}

impl Named<'_> {
    /// Whether this is the same organisation. One without a name is nobody's.
    fn is(&self, other: &Self) -> bool {
        !self.key.is_empty() && self.key == other.key
    }
}

/// The organisations of a comparison by the names that its screen shows; the first one of each name.
fn named(comparison: &Comparison) -> Vec<Named<'_>> {
    let mut found: Vec<Named<'_>> = Vec::new();
    for number in comparison.organisation_numbers() {
        let people = || comparison.people(number);
        let called = |label: bool| {
            let names = people().map(|one| {
                if label {
                    &one.label
                } else {
                    &one.summary.organisation
                }
            });
            names.map(String::as_str).find(|name| !name.is_empty())
        };
        let name = called(true).or_else(|| called(false)).unwrap_or_default();
        let one = Named {
            name,
            key: key(name),
            organisation: Organisation::of_summaries(people().map(|partner| &partner.summary)),
        };
        if !found.iter().any(|known| known.is(&one)) {
            found.push(one);
        }
    }
    found
}

fn rows(texts: Texts, days: &[Day], times: &[Vec<Organisation<'_>>]) -> Vec<Row> {
    let row = |(topic, course): (Topic, Option<Course>)| {
        let name = match topic {
            Topic::Criterion(criterion) => [criterion.id(), " ", texts.criterion(criterion)].concat(),
            Topic::Value => texts.get(keys::questions::VALUE).to_owned(),
        };
        let Some(course) = course else {
            return Row {
                name,
                points: Vec::new(),
                change: texts.get(keys::earlier::NOT_COMPARED).to_owned(),
                is_clear: false,
                range: String::new(),
            };
        };
        let number = |n: u8| decimal(usize::from(n));
        let by = |key, points: u8| texts.fill(key, &[("n", &number(points))]);
        let shown = course.shown();
        let end = |at: Option<&u8>| at.map_or_else(String::new, |shown| number(*shown));
        let (first, last) = (end(shown.first()), end(shown.last()));
        let between = course.between().map(|score| number(score.shown()));
        let range = match (first == last, &between) {
            (false, None) => keys::over_time::RANGE,
            (false, Some(_)) => keys::over_time::RANGE_BETWEEN,
            (true, None) => keys::over_time::ALIKE,
            (true, Some(_)) => keys::over_time::ALIKE_BETWEEN,
        };
        let between = between.unwrap_or_default();
        let range = texts.fill(
            range,
            &[("first", &first), ("last", &last), ("between", &between)],
        );
        let (change, is_clear) = match course.change() {
            Change::NotClear => (texts.get(keys::earlier::NO_CHANGE).to_owned(), false),
            Change::Higher(points) => (by(keys::earlier::HIGHER, points), true),
            Change::Lower(points) => (by(keys::earlier::LOWER, points), true),
        };
        Row {
            name,
            points: days.iter().map(|day| day.0).zip(shown).collect(),
            change,
            is_clear,
            range,
        }
    };
    Course::of(times).into_iter().map(row).collect()
}
