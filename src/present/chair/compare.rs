//! The words around a comparison: the outcome of a pasted text, and the own checks that can be added.

use crate::app::chair::State;
use crate::app::chair::claim::Claim;
use crate::app::chair::compare::{Taken, own_partners};
use crate::content::{Counted, Texts, keys};
use crate::domain::comparison::MOST_PARTNERS;
use crate::present::chair::comparison::{Person, in_order_of_letters, on_screen, people};
use crate::present::date::{date, list};

/// The outcome of a text, in sentences.
pub fn taken_words(texts: Texts, taken: &Taken) -> Vec<String> {
    let mut words = Vec::new();
    let mut count = |text: Counted, n: usize| {
        if n > 0 {
            words.push(texts.count(text, n));
        }
    };
    count(keys::compare::ADDED, taken.added);
    count(keys::compare::AGAIN, taken.again);
    count(keys::compare::OTHER_LINKS, taken.other);
    count(keys::compare::WORDED, taken.worded);
    count(keys::compare::PROBLEM, taken.problems.len() + taken.more_problems);
    if taken.full {
        words.push(texts.fill(keys::compare::NO_ROOM, &[("n", &MOST_PARTNERS.to_string())]));
    }
    if taken.nothing {
        words.push(texts.get(keys::compare::NOTHING).to_owned());
    }
    words
}

/// People who say that they belong to an organisation that was there before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// By what their claim is known.
    pub to: u32,
    /// The organisation.
    pub name: String,
    /// The question.
    pub question: String,
}

/// What is asked of the comparison on screen.
pub fn asked(state: &State) -> Vec<Asked> {
    let (texts, names) = (state.context.texts, state.compare.names);
    let Some((id, comparison)) = state.comparison() else {
        return Vec::new();
    };
    let mut claims = state
        .claims
        .iter()
        .filter(|claim| claim.comparison == id)
        .peekable();
    if claims.peek().is_none() {
        return Vec::new();
    }
    let people = people(texts, &in_order_of_letters(comparison, names), names);
    let ask = |claim: &Claim| {
        let apart = claim.apart(comparison);
        let to = people.iter().find(|person| person.id == claim.to)?;
        let mut letters: Vec<&str> = Vec::new();
        for person in people.iter().filter(|person| apart.contains(&person.id)) {
            if !letters.contains(&person.letter.as_str()) {
                letters.push(&person.letter);
            }
        }
        if apart.is_empty() {
            return None;
        }
        let question = texts.fill_count(
            keys::compare::CLAIM,
            apart.len(),
            &[
                ("n", &apart.len().to_string()),
                ("name", &to.name),
                ("letter", &to.letter),
                ("letters", &list(texts, &letters)),
            ],
        );
        Some(Asked {
            to: claim.to,
            name: to.name.clone(),
            question,
        })
    };
    claims.filter_map(ask).collect()
}

/// What happened to addresses that came without their links, what is safe and what to do next; a list of them follows.
pub fn cut_words(texts: Texts, taken: &Taken) -> Option<String> {
    let n = taken.cut_addresses.len() + taken.more_cut_addresses;
    (n > 0).then(|| texts.count(keys::compare::CUT_ADDRESS, n))
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

/// The letters of the organisations that are one own check each: only this device can tell, so no link, file or sheet says so.
pub fn own_letters(state: &State) -> Vec<String> {
    let Some((comparison, names)) = on_screen(state).filter(|_| state.compare.received.is_none()) else {
        return Vec::new();
    };
    let own = own_partners(&comparison, &state.context);
    let people = people(state.context.texts, &comparison, names);
    let alone = |person: &&Person| {
        let of = |other: &&Person| other.organisation == person.organisation;
        people.iter().filter(of).count() == 1
    };
    let is_own = |person: &&Person| own.iter().any(|partner| partner.id == person.id);
    people
        .iter()
        .filter(is_own)
        .filter(alone)
        .map(|person| person.letter.clone())
        .collect()
}
