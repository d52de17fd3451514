//! Adding partners: from pasted text, from files, from own checks.
//!
//! A text is read in chunks, so that the page stays responsive however long it is. Up to
//! [`MOST_PARTNERS`] summaries become partners; a text with more is summed up in a table, see [`super::many`].

use super::came::{Came, Fresh, Seen, is_letter, may_be_same};
use super::joining::join;
use super::many::Many;
use super::reading::{Reading, Taken, Texts};
use super::state::State;
use super::{change, current};
use crate::app::chair::context::Context;
use crate::app::chair::effect::Effect;
use crate::app::chair::shared::Shared;
use crate::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use crate::domain::entry::Item;
use crate::domain::extra::{self, Extra};
use crate::domain::folder::Folder;
use crate::domain::summary::Summary;
use crate::formats::import::{self, ImportFault, Imported};
use crate::formats::link::{Scanner, Step};
use std::collections::VecDeque;

/// Most bytes of a step without a link.
const STEP: usize = 8_192;
/// Steps per chunk: together a few milliseconds on a slow phone.
const STEPS: usize = 20;

/// Starts to read texts that were pasted, or are the content of files. A JSON text is either a file of ours, which is read
/// as a whole, or nothing.
pub(super) fn begin(state: &mut State, shared: &mut Shared, texts: Vec<String>) -> Option<Effect> {
    let mut found = Vec::new();
    let mut sets = Vec::new();
    let mut taken = Taken::default();
    let mut rest = VecDeque::new();
    let is_only = texts.len() == 1;
    for (number, text) in (1..).zip(texts) {
        if !text.trim_start_matches('\u{FEFF}').trim_start().starts_with('{') {
            rest.push_back(((!is_only).then_some(number), text));
            continue;
        }
        match import::json(&text) {
            Ok(Imported::Summary(summary, words)) => {
                sets.extend(words);
                found.push(Came::Summary(*summary));
            }
            Ok(Imported::Comparison(comparison)) => found.push(Came::Comparison(comparison)),
            Ok(Imported::Record(loaded)) => {
                let checks = loaded.record.finished();
                sets.extend(checks.iter().filter_map(|check| check.extra_set().cloned()));
                let day = shared.context.today;
                found.extend(
                    checks
                        .into_iter()
                        .map(|check| Came::Summary(check.summary(day, true, true))),
                );
            }
            Ok(Imported::Folder(folder)) => {
                let comparisons = folder.comparisons();
                found.extend(comparisons.map(|(_, comparison)| Came::Comparison(comparison.clone())));
            }
            Err(error) => taken.files.push((number, error)),
        }
    }
    read(state, shared, rest, (found, sets), taken)
}

/// Files were chosen or dropped, and none was read because of one.
pub(super) fn refuse(
    state: &mut State,
    shared: &mut Shared,
    number: usize,
    fault: ImportFault,
) -> Option<Effect> {
    let taken = Taken {
        files: vec![(number, import::whole(fault))],
        ..Taken::default()
    };
    read(state, shared, VecDeque::new(), (Vec::new(), Vec::new()), taken)
}

/// A summary was handed over whose link somebody had opened.
pub(super) fn given(state: &mut State, shared: &mut Shared, summary: Summary) -> Option<Effect> {
    let found = vec![Came::Summary(summary)];
    read(
        state,
        shared,
        VecDeque::new(),
        (found, Vec::new()),
        Taken::default(),
    )
}

/// Reads texts, after what was found in files: checks and comparisons, and the words of own statements.
fn read(
    state: &mut State,
    shared: &mut Shared,
    mut texts: Texts,
    (found, sets): (Vec<Came>, Vec<Extra>),
    taken: Taken,
) -> Option<Effect> {
    state.taken = None;
    state.said = None;
    state.many = None;
    // Leave out what the comparison has already.
    let there = state.comparison(shared.folder);
    let there = there.into_iter().flat_map(|(_, comparison)| {
        let letter = |partner| is_letter(partner, comparison.day);
        let partners = comparison.partners.iter();
        partners.map(move |partner| (&partner.summary, letter(partner)))
    });
    let length = texts.iter().map(|(_, text)| text.len()).sum();
    let (text, first) = texts.pop_front().unwrap_or_default();
    let mut reading = Reading {
        scanner: Scanner::new(first),
        text,
        rest: texts,
        before: 0,
        length,
        is_read: false,
        found: Vec::new(),
        known: Vec::new(),
        seen: Seen::default(),
        comparisons: 0,
        sets,
        taken,
    };
    for (summary, letter) in there {
        reading.seen.add(summary, letter);
    }
    for came in found {
        reading.add(came);
    }
    let is_long = reading.length > STEP;
    state.reading = Some(reading);
    // Passing on a long text takes a while itself, so let the browser paint before reading it.
    if is_long {
        Some(Effect::Continue)
    } else {
        go_on(state, shared)
    }
}

/// Reads the next piece.
pub(super) fn go_on(state: &mut State, shared: &mut Shared) -> Option<Effect> {
    let mut reading = state.reading.take()?;
    for _ in 0..STEPS {
        match reading.scanner.step(STEP) {
            Step::Hit(hit) => reading.note(hit),
            Step::Paused => {}
            Step::Done if !reading.rest.is_empty() => {
                reading.note_cut_addresses(&shared.context.address);
                reading.go_to_next();
            }
            // The next part is a chunk of its own.
            Step::Done if !reading.is_read && reading.length > STEP => {
                reading.is_read = true;
                reading.seen = Seen::default();
                break;
            }
            Step::Done => {
                reading.note_cut_addresses(&shared.context.address);
                finish(state, shared, reading);
                return Some(Effect::Focus("phc-taken".to_owned()));
            }
        }
    }
    state.reading = Some(reading);
    Some(Effect::Continue)
}

/// The text is read: its summaries become partners, or are summed up where they are too many.
fn finish(state: &mut State, shared: &mut Shared, reading: Reading) {
    let mut taken = reading.taken;
    let (_, comparison) = current(state, shared);
    taken.nothing = reading.found.is_empty()
        && taken.again == 0
        && taken.problems.is_empty()
        && taken.cut_addresses.is_empty()
        && taken.other == 0
        && taken.files.is_empty();
    let (fresh, known) = (reading.found, reading.known);
    if comparison.partners.len() + fresh.len() > MOST_PARTNERS {
        let summaries = comparison.partners.iter().map(|partner| &partner.summary);
        let summaries = summaries
            .cloned()
            .chain(fresh.into_iter().map(|fresh| fresh.partner.summary));
        state.many = Some(Many::new(summaries.collect()));
    } else {
        if !fresh.is_empty() {
            taken.added = fresh.len();
            take_in(state, shared, fresh, known);
        }
        taken.worded = take_words(state, shared, reading.sets);
    }
    state.taken = Some(taken);
}

/// Adds partners to the comparison that is open, and remembers to ask about those who say they belong to an organisation
/// that is there.
fn take_in(state: &mut State, shared: &mut Shared, fresh: Vec<Fresh>, known: Vec<Fresh>) {
    let mut claimed = Vec::new();
    change(state, shared, |comparison| {
        claimed = join(comparison, fresh, known);
    });
    if let Some(id) = state.open {
        shared.claim(id, claimed);
    }
}

/// Gives the comparison that is open the words of own statements that it lacks, and keeps them. Returns of how many sets.
fn take_words(state: &mut State, shared: &mut Shared, sets: Vec<Extra>) -> usize {
    let Some((id, comparison)) = state.comparison(shared.folder) else {
        return 0;
    };
    let mut comparison = comparison.clone();
    let before = comparison.sets_answered().len();
    let mut known = comparison.sets.clone();
    extra::add(&mut known, sets);
    comparison.sets = known;
    comparison.sets = comparison.sets_answered();
    let found = comparison.sets.len() - before;
    if found > 0 {
        shared.put(id, Item::Comparison(comparison));
        // Adding partners can still be taken back.
        if let Some(undo) = state.undo.as_mut().filter(|undo| undo.id == id) {
            undo.after = shared.folder.item(id).clone();
        }
    }
    found
}

impl State {
    /// The own finished checks that are not in the open comparison, newest first, by id.
    pub fn own_checks(&self, context: &Context, folder: &Folder) -> Vec<u32> {
        let there = self.comparison(folder).map(|(_, comparison)| comparison);
        let finished = context.record.finished();
        let fresh = finished.into_iter().filter(|check| {
            let summary = check.summary(context.today, true, true);
            there.is_none_or(|there| !has(there, &summary))
        });
        fresh.map(|check| check.id).collect()
    }
}

/// The partners in a comparison whose checks were taken on this device.
pub fn own_partners<'a>(comparison: &'a Comparison, context: &Context) -> Vec<&'a Partner> {
    let finished = context.record.finished().into_iter();
    let summaries = finished.map(|check| check.summary(context.today, true, true));
    summaries
        .filter_map(|summary| partner_with(comparison, &summary))
        .collect()
}

/// Whether a comparison has this summary, perhaps without its names or as a letter.
fn has(comparison: &Comparison, summary: &Summary) -> bool {
    partner_with(comparison, summary).is_some()
}

/// The partner in a comparison who has this summary, perhaps without its names or as a letter.
fn partner_with<'a>(comparison: &'a Comparison, summary: &Summary) -> Option<&'a Partner> {
    let is_it = |known: &&Partner| {
        let letter = is_letter(known, comparison.day);
        may_be_same((&known.summary, letter), (summary, false))
    };
    comparison.partners.iter().find(is_it)
}

/// Adds an own finished check with its names. They stay on this device until somebody ticks that the comparison's link
/// carries them.
pub(super) fn own(state: &mut State, shared: &mut Shared, id: u32) -> Option<Effect> {
    let check = shared.context.record.check(id)?;
    let fresh = Fresh::alone(check.summary(shared.context.today, true, true));
    let mut taken = Taken::default();
    let (_, comparison) = current(state, shared);
    if has(&comparison, &fresh.partner.summary) {
        taken.again = 1;
    } else if comparison.partners.len() < MOST_PARTNERS {
        taken.added = 1;
        take_in(state, shared, vec![fresh], Vec::new());
    } else {
        taken.full = true;
    }
    state.taken = Some(taken);
    state.said = None;
    // The button is gone.
    Some(Effect::Focus("phc-taken".to_owned()))
}
