//! Recognises things that are here already under another id, or without one.

use crate::app::chair::compare::is_same;
use crate::domain::check::{Check, Revised, Setup};
use crate::domain::day::Day;
use crate::domain::extra::Extra;
use crate::domain::ids::StatementId;
use crate::domain::summary::Summary;

/// Whether two checks are one person's one check, where one of them is only known by its summary.
pub(super) fn is_same_check(one: &Check, other: &Check) -> bool {
    let Some(day) = one.finished.value else {
        return false;
    };
    other.finished.value == Some(day)
        && (tells_no_more(one) || tells_no_more(other))
        && is_same(&known_part(one, day), &known_part(other, day))
}

/// What its summary tells, without own statements: a check that came as a summary has none where their words were not
/// known.
fn known_part(check: &Check, day: Day) -> Summary {
    Summary {
        extra: None,
        ..check.summary(day, true, true)
    }
}

/// Whether a check tells no more than its summary, as one that came as a summary does. A check that was answered here
/// has revisions, one for each change.
pub(super) fn tells_no_more(check: &Check) -> bool {
    check.revision() <= 1 && check.notes.iter().all(|note| note.value.is_empty()) && check.unknown.is_empty()
}

/// The check that gives this summary. Answers to own statements are left out where their words are not known: nobody could
/// read them.
pub(super) fn check_of(summary: &Summary, words: Option<Extra>, id: u32) -> Check {
    let mut check = Check::new(id, summary.day);
    check.setup = first(Setup {
        length: summary.length,
        kind: summary.kind,
        side: summary.side,
        sector: summary.sector,
        partnership: summary.partnership.clone(),
        organisation: summary.organisation.clone(),
    });
    for statement in StatementId::all() {
        if let Some(response) = summary.sheet.get(statement) {
            check.responses[statement.index()] = first(Some(response));
        }
    }
    if summary.stage.is_some() {
        check.stage = first(summary.stage);
    }
    check.finished = first(Some(summary.day));
    if let (Some(set), Some(answers)) = (words, &summary.extra) {
        check.extra = first(Some(set));
        for (place, response) in check.extra_responses.iter_mut().zip(answers.responses()) {
            if response.is_some() {
                *place = first(*response);
            }
        }
    }
    check
}

fn first<T>(value: T) -> Revised<T> {
    Revised { revision: 1, value }
}
