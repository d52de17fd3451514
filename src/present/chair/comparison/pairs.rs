//! Both sides of each relationship pair with the gap (`content.md` sections 2.4, 3.3 and 3.7). Each kind of
//! relationship in the comparison is shown for itself: their pairs are different statements.

use std::cmp::Reverse;
use std::rc::Rc;

use crate::content::{Texts, keys};
use crate::domain::answer::Response;
use crate::domain::comparison::Comparison;
use crate::domain::fraction::Fraction;
use crate::domain::ids::{Kind, Side};
use crate::domain::organisation::Organisation;
use crate::domain::role_gap::{PairViews, SideView};
use crate::domain::score::Score;

/// One pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// The statement as the first side reads it.
    pub first: &'static str,
    /// The statement as the second side reads it; empty where both read the same words.
    pub second: &'static str,
    /// Where the two sides are on the line, 0 to 100; `None` for a side without a number.
    pub at: [Option<u8>; 2],
    /// What the first side says; empty where nobody of it is here.
    pub first_says: String,
    /// What the second side says; empty where nobody of it is here.
    pub second_says: String,
    /// The gap in words; empty where only one side has answered at all.
    pub gap: String,
    /// Whether the gap is a full answer step or more.
    pub flagged: bool,
}

/// The pairs of one kind of relationship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs {
    /// Name of the kind.
    pub kind: &'static str,
    /// Names of the two sides.
    pub sides: [&'static str; 2],
    /// Whether both sides are in the comparison.
    pub both: bool,
    /// The seven pairs.
    pub rows: Vec<PairRow>,
    /// Whether any gap is flagged.
    pub flagged: bool,
}

/// At most this many pairs are shown before all of them are asked for: a list of all is a page of its own on a phone.
const MOST: usize = 3;

impl PairRow {
    /// The size of the gap, 0 to 100; 0 where a side has no number.
    fn size(&self) -> u8 {
        match self.at {
            [Some(first), Some(second)] => first.abs_diff(second),
            _ => 0,
        }
    }
}

impl Pairs {
    /// The largest gaps that are flagged, the largest first, and all other pairs in the order of the check.
    pub fn largest_and_rest(&self) -> (Vec<&PairRow>, Vec<&PairRow>) {
        let mut largest: Vec<&PairRow> = self.rows.iter().filter(|row| row.flagged).collect();
        largest.sort_by_key(|row| Reverse(row.size()));
        largest.truncate(MOST);
        let is_shown = |row: &&PairRow| largest.iter().any(|shown| std::ptr::eq(*shown, *row));
        let rest = self.rows.iter().filter(|row| !is_shown(row)).collect();
        (largest, rest)
    }
}

/// The pairs of every kind that is in the comparison and has any.
pub(super) fn pairs(texts: Texts, comparison: &Comparison) -> Vec<Rc<Pairs>> {
    Kind::ALL
        .into_iter()
        .filter(|kind| kind.has_pairs())
        .filter_map(|kind| of_kind(texts, comparison, kind))
        .map(Rc::new)
        .collect()
}

fn of_kind(texts: Texts, comparison: &Comparison, kind: Kind) -> Option<Pairs> {
    let first = side(comparison, kind, Side::First);
    let second = side(comparison, kind, Side::Second);
    let answered = first
        .iter()
        .chain(&second)
        .flat_map(|each| &each.people)
        .any(|sheet| kind.pairs().any(|statement| sheet.get(statement).is_some()));
    if !answered {
        return None;
    }
    let (first_is_here, second_is_here) = (!first.is_empty(), !second.is_empty());
    let both = first_is_here && second_is_here;
    let rows: Vec<PairRow> = kind
        .pairs()
        .map(|statement| {
            let views = PairViews::of(statement, &first, &second);
            let words = [Side::First, Side::Second].map(|side| texts.statement(statement, side));
            let [first, second] = words;
            PairRow {
                first,
                second: if first == second { "" } else { second },
                at: [views.first, views.second].map(number),
                first_says: if first_is_here {
                    says(texts, views.first)
                } else {
                    String::new()
                },
                second_says: if second_is_here {
                    says(texts, views.second)
                } else {
                    String::new()
                },
                gap: if both {
                    gap(texts, kind, views)
                } else {
                    String::new()
                },
                flagged: views.gap().is_some_and(crate::domain::role_gap::Gap::is_flagged),
            }
        })
        .collect();
    Some(Pairs {
        kind: texts.kind(kind),
        sides: [texts.side(kind, Side::First), texts.side(kind, Side::Second)],
        both,
        flagged: rows.iter().any(|row| row.flagged),
        rows,
    })
}

/// The organisations on one side of a kind, each with those of its people who sit there.
fn side(comparison: &Comparison, kind: Kind, side: Side) -> Vec<Organisation<'_>> {
    let seated = |number| {
        let summaries = comparison.people(number).map(|partner| &partner.summary);
        Organisation::of_summaries(summaries.filter(|summary| summary.kind == kind && summary.side == side))
    };
    comparison
        .organisation_numbers()
        .into_iter()
        .map(seated)
        .filter(|organisation| !organisation.people.is_empty())
        .collect()
}

/// The number of a side, as it is shown.
fn number(view: SideView) -> Option<u8> {
    match view {
        SideView::Answer(score) => Some(score.shown()),
        SideView::DoNotKnow | SideView::NotYet | SideView::Blank => None,
    }
}

fn says(texts: Texts, view: SideView) -> String {
    match view {
        SideView::Answer(score) => {
            let number = texts.fill(keys::result::OF_HUNDRED, &[("score", &score.shown().to_string())]);
            // One person's answer, or a mean that equals an answer, is given in words.
            let is_that = |response: &Response| {
                let number = response.number().map(|number| Fraction::whole(number.into()));
                number.map(Score::of_answer) == Some(score)
            };
            match Response::ALL.into_iter().find(is_that) {
                Some(response) => [texts.response(response), " (", &number, ")"].concat(),
                None => number,
            }
        }
        SideView::DoNotKnow => texts.response(Response::DoNotKnow).to_owned(),
        SideView::NotYet => texts.response(Response::NotYet).to_owned(),
        SideView::Blank => texts.get(keys::compare::NO_ANSWER).to_owned(),
    }
}

fn gap(texts: Texts, kind: Kind, views: PairViews) -> String {
    let Some(gap) = views.gap() else {
        return texts.get(keys::compare::GAP_NONE).to_owned();
    };
    match gap.higher {
        None => texts.get(keys::compare::GAP_SAME).to_owned(),
        Some(side) => texts.fill(
            keys::compare::GAP,
            &[
                ("n", &gap.size.shown().to_string()),
                ("side", texts.side(kind, side)),
            ],
        ),
    }
}
