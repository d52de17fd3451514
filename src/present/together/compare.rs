//! The words around a comparison: what became of a pasted text, and which own checks can come in.

use crate::app::together::State;
use crate::app::together::comparing::{self, Taken};
use crate::content::{Key, Texts, keys};
use crate::formats::import::{ImportError, ImportFault};
use crate::present::date::date;

/// What became of a text, a sentence each.
pub fn taken_words(texts: Texts, taken: &Taken) -> Vec<String> {
    let mut words = Vec::new();
    let mut count = |one: Key, many: Key, n: usize| {
        if n > 0 {
            words.push(texts.count(one, many, n));
        }
    };
    count(keys::compare::ADDED_ONE, keys::compare::ADDED_MANY, taken.added);
    count(keys::compare::AGAIN_ONE, keys::compare::AGAIN_MANY, taken.again);
    count(keys::compare::OTHER_ONE, keys::compare::OTHER_MANY, taken.other);
    count(
        keys::compare::PROBLEM_ONE,
        keys::compare::PROBLEM_MANY,
        taken.problems.len() + taken.more_problems,
    );
    for name in &taken.same_name {
        words.push(texts.fill(keys::compare::SAME_NAME, &[("name", name)]));
    }
    for error in &taken.files {
        words.push(file_problem(texts, error));
    }
    if taken.nothing {
        words.push(texts.get(keys::compare::NOTHING).to_owned());
    }
    words
}

/// Why a file could not be read: what, where, and that nothing was changed.
fn file_problem(texts: Texts, error: &ImportError) -> String {
    let why = texts.get(match error.fault {
        ImportFault::TooLong => keys::compare::FILE_TOO_LONG,
        ImportFault::NotJson => keys::compare::FILE_NOT_JSON,
        ImportFault::NotOurs => keys::compare::FILE_NOT_OURS,
        ImportFault::NewerVersion => keys::compare::FILE_NEWER,
        ImportFault::Link(_) | ImportFault::Unreadable => keys::compare::FILE_UNREADABLE,
        ImportFault::Differs => keys::compare::FILE_DIFFERS,
    });
    let line = error.line.to_string();
    let place = if error.field.is_empty() {
        texts.fill(keys::compare::FILE_LINE, &[("n", &line)])
    } else {
        texts.fill(
            keys::compare::FILE_FIELD,
            &[("n", &line), ("field", &error.field)],
        )
    };
    texts.fill(keys::compare::FILE_PROBLEM, &[("place", &place), ("why", why)])
}

/// The own finished checks that are not in the open comparison, newest first: id and what to call them.
pub fn own_checks(state: &State) -> Vec<(u32, String)> {
    let context = &state.context;
    let name = |id| {
        let check = context.record.check(id)?;
        let day = date(context.texts, check.finished.value?);
        let partnership = &check.setup.value.partnership;
        Some(if partnership.is_empty() {
            day
        } else {
            [partnership, ", ", &day].concat()
        })
    };
    let own = comparing::own_checks(state);
    own.into_iter().filter_map(|id| Some((id, name(id)?))).collect()
}
