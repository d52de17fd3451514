//! The list of everything kept on this device, and the comparison of two own checks (`content.md` section 3.5).

use crate::app::chair::State;
use crate::app::chair::earlier::Thing;
use crate::content::{Texts, keys};
use crate::domain::change::{Change, Comparable};
use crate::domain::check::Check;
use crate::domain::day::Day;
use crate::domain::entry::Item;
use crate::domain::ids::{Criterion, Length};
use crate::domain::plan::Plan;
use crate::domain::score::Score;
use crate::domain::scoring::ScoreCard;
use crate::domain::value::ValueCard;
use crate::present::checks;
use crate::present::date::{date, topics};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub thing: Thing,
    /// Its name.
    pub name: String,
    /// How far it got, and when.
    pub about: String,
}

/// The checks in progress, the finished ones, the comparisons, the plans and the statements for invitations.
pub fn lines(state: &State) -> [Vec<Line>; 5] {
    let (texts, record) = (state.context.texts, &state.context.record);
    let check = |entry: checks::Entry| Line {
        thing: Thing::Check(entry.id),
        name: entry.name,
        about: entry.about,
    };
    [
        checks::in_progress(texts, record)
            .into_iter()
            .map(check)
            .collect(),
        checks::finished(texts, record).into_iter().map(check).collect(),
        comparisons(state),
        plans(state),
        statements(state),
    ]
}

/// A plan whose check or comparison is not on this device, so that the plan's screen cannot show it.
pub fn plan_alone(state: &State, thing: Thing) -> Option<&Plan> {
    let entry = state.folder.entries.iter().find(|entry| entry.id == thing.id())?;
    let Item::Plan { of, plan } = &entry.item else {
        return None;
    };
    let has_check = state.context.record.check(*of).is_some();
    let has_comparison = state.folder.comparison(*of).is_some();
    (!has_check && !has_comparison).then_some(plan)
}

fn comparisons(state: &State) -> Vec<Line> {
    let texts = state.context.texts;
    state
        .folder
        .comparisons()
        .map(|(id, comparison)| Line {
            thing: Thing::Comparison(id),
            name: named(texts, &comparison.name),
            about: [
                &texts.count(keys::earlier::PARTNERS, comparison.partners.len()),
                " · ",
                &date(texts, comparison.day),
            ]
            .concat(),
        })
        .collect()
}

fn plans(state: &State) -> Vec<Line> {
    let texts = state.context.texts;
    let plans = state.folder.entries.iter().filter_map(|entry| match &entry.item {
        Item::Plan { of, plan } => Some((entry.id, *of, plan)),
        _ => None,
    });
    plans
        .map(|(id, of, plan)| {
            let check = state.context.record.check(of);
            let name = match (check, state.folder.comparison(of)) {
                (Some(check), _) => &check.setup.value.partnership,
                (None, Some(comparison)) => &comparison.name,
                (None, None) => "",
            };
            Line {
                thing: Thing::Plan(id),
                name: named(texts, name),
                about: texts.count(keys::earlier::STEPS, plan.steps.len()),
            }
        })
        .collect()
}

/// The sets of statements, the newest first; each is named by its first statement.
fn statements(state: &State) -> Vec<Line> {
    let texts = state.context.texts;
    let sets = state.folder.statements().into_iter();
    sets.map(|(id, set)| Line {
        thing: Thing::Statements(id),
        name: set.statements().first().cloned().unwrap_or_default(),
        about: texts.count(keys::earlier::STATEMENTS, set.statements().len()),
    })
    .collect()
}

fn named(texts: Texts, name: &str) -> String {
    if name.is_empty() {
        texts.get(keys::earlier::UNNAMED).to_owned()
    } else {
        name.to_owned()
    }
}

/// The two finished checks to compare, the earlier one first; `None` with fewer than two. Defaults to the newest two.
pub fn pair(state: &State) -> Option<[&Check; 2]> {
    let finished = state.context.record.finished();
    let [newest, second, ..] = finished[..] else {
        return None;
    };
    let chosen = |which: usize, otherwise| {
        let id = state.earlier.pair.get(which).copied().flatten();
        let found = finished.iter().copied().find(|check| Some(check.id) == id);
        found.unwrap_or(otherwise)
    };
    let (one, other) = (chosen(0, second), chosen(1, newest));
    let day = |check: &Check| (check.finished.value, check.revision());
    Some(if day(one) > day(other) {
        [other, one]
    } else {
        [one, other]
    })
}

/// One row of the comparison of two checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is compared.
    pub name: String,
    /// The two numbers, the earlier one first, if there are any.
    pub shown: Option<[u8; 2]>,
    /// The change, in words.
    pub words: String,
}

/// The comparison of an earlier check with a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Both dates.
    pub dates: [String; 2],
    /// What changed, in a sentence or two.
    pub says: Vec<String>,
    /// Every criterion, and value; none where the two cannot be compared.
    pub rows: Vec<Row>,
}

/// Compares two checks of one person, the earlier one first.
pub fn compare(texts: Texts, [earlier, later]: [&Check; 2]) -> Compared {
    let day = |check: &Check| date(texts, check.finished.value.unwrap_or(check.started));
    let dates = [day(earlier), day(later)];
    if let Some(why) = unlike(texts, earlier, later) {
        return Compared {
            dates,
            says: vec![why],
            rows: Vec::new(),
        };
    }
    let both = Comparable::of(&earlier.sheet(), &later.sheet());
    let (then, now) = (
        ScoreCard::of_sheet(&both.earlier),
        ScoreCard::of_sheet(&both.later),
    );
    let mut found: Vec<(String, Option<[Score; 2]>)> = Criterion::ALL
        .into_iter()
        .map(|criterion| {
            let name = [criterion.id(), " ", texts.criterion(criterion)].concat();
            (name, two(then.score(criterion), now.score(criterion)))
        })
        .collect();
    let value = |sheet| ValueCard::of_sheet(sheet).score();
    found.push((
        texts.get(keys::questions::VALUE).to_owned(),
        two(value(&both.earlier), value(&both.later)),
    ));
    Compared {
        dates,
        says: sentences(texts, &found, earlier, later),
        rows: found
            .into_iter()
            .map(|(name, scores)| row(texts, name, scores))
            .collect(),
    }
}

fn two(then: Option<Score>, now: Option<Score>) -> Option<[Score; 2]> {
    Some([then?, now?])
}

/// Why two checks cannot be compared at all; `None` if they can.
fn unlike(texts: Texts, earlier: &Check, later: &Check) -> Option<String> {
    let quick = |check: &Check| check.setup.value.length == Length::Quick;
    let key = if earlier.id == later.id {
        keys::earlier::SAME
    } else if quick(earlier) || quick(later) {
        keys::earlier::QUICK
    } else {
        return None;
    };
    Some(texts.get(key).to_owned())
}

fn row(texts: Texts, name: String, scores: Option<[Score; 2]>) -> Row {
    let Some([then, now]) = scores else {
        return Row {
            name,
            shown: None,
            words: texts.get(keys::earlier::NOT_COMPARED).to_owned(),
        };
    };
    let by = |key, points: u8| texts.fill(key, &[("n", &points.to_string())]);
    Row {
        name,
        shown: Some([then.shown(), now.shown()]),
        words: match Change::between(then, now) {
            Change::NotClear => texts.get(keys::earlier::NO_CHANGE).to_owned(),
            Change::Higher(points) => by(keys::earlier::HIGHER, points),
            Change::Lower(points) => by(keys::earlier::LOWER, points),
        },
    }
}

/// What rose, what fell, and what the reader should know about the two checks.
fn sentences(
    texts: Texts,
    found: &[(String, Option<[Score; 2]>)],
    earlier: &Check,
    later: &Check,
) -> Vec<String> {
    let names = |wanted: fn(Change) -> bool| -> Vec<&str> {
        let fits = |scores: &Option<[Score; 2]>| {
            scores.is_some_and(|[then, now]| wanted(Change::between(then, now)))
        };
        found
            .iter()
            .filter(|(_, scores)| fits(scores))
            .map(|(name, _)| name.as_str())
            .collect()
    };
    let mut says = Vec::new();
    for (key, names) in [
        (
            keys::earlier::ARE_HIGHER,
            names(|change| matches!(change, Change::Higher(_))),
        ),
        (
            keys::earlier::ARE_LOWER,
            names(|change| matches!(change, Change::Lower(_))),
        ),
    ] {
        if !names.is_empty() {
            says.push(texts.fill(key, &[("names", &topics(&names))]));
        }
    }
    if says.is_empty() {
        says.push(texts.get(keys::earlier::NOTHING_CHANGED).to_owned());
    }
    let (then, now) = (&earlier.setup.value, &later.setup.value);
    let same_kind = then.kind == now.kind;
    for (differs, key) in [
        (!same_kind, keys::earlier::OTHER_KIND),
        (then.partnership != now.partnership, keys::earlier::OTHER_NAME),
        (
            then.organisation != now.organisation,
            keys::earlier::OTHER_ORGANISATION,
        ),
        // Sides of different kinds are not compared.
        (
            same_kind && then.kind.has_pairs() && then.side != now.side,
            keys::earlier::OTHER_SIDE,
        ),
    ] {
        if differs {
            says.push(texts.get(key).to_owned());
        }
    }
    says
}

/// The label of a finished check in a choice: its day and its name.
pub fn choice(texts: Texts, check: &Check) -> String {
    let day: Day = check.finished.value.unwrap_or(check.started);
    [&date(texts, day), " · ", &checks::name(texts, check)].concat()
}
