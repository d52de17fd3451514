//! The words around a comparison: the outcome of a pasted text, and the own checks that can be added.

use crate::app::chair::State;
use crate::app::chair::compare::Taken;
use crate::content::{Key, Texts, keys};
use crate::domain::comparison::MOST_PARTNERS;
use crate::present::date::date;

/// The outcome of a text, in sentences.
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
    if taken.full {
        words.push(texts.fill(keys::compare::NO_ROOM, &[("n", &MOST_PARTNERS.to_string())]));
    }
    if taken.nothing {
        words.push(texts.get(keys::compare::NOTHING).to_owned());
    }
    words
}

/// What happened to addresses that came without their links, what is safe and what to do next; a list of them follows.
pub fn cut_words(texts: Texts, taken: &Taken) -> Option<String> {
    let n = taken.cut_addresses.len() + taken.more_cut_addresses;
    (n > 0).then(|| texts.count(keys::compare::CUT_ADDRESS_ONE, keys::compare::CUT_ADDRESS_MANY, n))
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
    let own = state.compare.own_checks(&state.context, &state.folder);
    own.into_iter().filter_map(|id| Some((id, name(id)?))).collect()
}
