//! Stored texts: taking them in, from either store or another tab, and forgetting all of them.

use super::effect::Effect;
use super::file::{File, Kind};
use super::host_event;
use super::message::{LocalStore, SaveError};
use super::notice::Notice;
use super::screen::Screen;
use super::state::{Durable, Kept, Saving, State, Status};
use super::{moving, saving};
use crate::domain::record::Record;
use crate::formats::stored::{self, StoredError};

/// Takes a stored text in: merges it, or keeps it aside, or, where a newer version wrote it, makes sure
/// that nothing is written over it. Says whether the text holds all that we know, so that writing it
/// again would change nothing but the version that wrote it.
pub(super) fn take_in(state: &mut State, text: &str, effects: &mut Vec<Effect>) -> bool {
    match stored::load(text) {
        Ok(loaded) => {
            let theirs = stored::save(&loaded.record);
            state.record.merge(loaded.record);
            leave_deleted(state, effects);
            if loaded.unknown_statements > 0 {
                state.tell(Notice::UnknownStatements(loaded.unknown_statements));
            }
            if loaded.out_of_range > 0 {
                state.tell(Notice::OutOfRange(loaded.out_of_range));
                keep_aside(state, text, effects);
            }
            loaded.out_of_range == 0 && theirs == stored::save(&state.record)
        }
        Err(StoredError::NewerVersion) => {
            state.saving.locked = true;
            state.tell(Notice::NewerVersion);
            false
        }
        Err(StoredError::Unreadable) => {
            state.tell(Notice::Unreadable);
            keep_aside(state, text, effects);
            false
        }
    }
}

/// Leaves the open check if another tab has deleted it: another one would stand in its place.
fn leave_deleted(state: &mut State, effects: &mut Vec<Effect>) {
    if state.open.is_none() || state.check().is_some() {
        return;
    }
    state.open = None;
    if state.screen.needs_check() {
        moving::go(state, Screen::Start, effects);
        state.tell(Notice::CheckDeleted);
    }
}

fn keep_aside(state: &mut State, text: &str, effects: &mut Vec<Effect>) {
    if !state.aside.iter().any(|kept| kept == text) {
        state.aside.push(text.to_owned());
        state.saving.setting_aside += 1;
        effects.push(Effect::SetAside(text.to_owned()));
    }
}

pub(super) fn set_aside(state: &mut State, result: Result<(), SaveError>, effects: &mut Vec<Effect>) {
    if state.saving.setting_aside == 0 {
        return;
    }
    state.saving.setting_aside -= 1;
    if let Err(error) = result {
        // The unreadable text is still under our key: writing there would destroy it.
        state.saving.locked = true;
        state.saving.kept = Kept::Not(error);
        saving::tell_kept(state);
        effects.push(Effect::Hold(Some(stored::save(&state.record))));
    } else if state.saving.setting_aside == 0 {
        // What could be read takes the place of the text that could not, so that it is met only once.
        saving::save(state, effects);
    }
}

pub(super) fn durable_read(
    state: &mut State,
    read: Result<Option<String>, SaveError>,
    effects: &mut Vec<Effect>,
) {
    // Deleted since it was asked for.
    let deleted = std::mem::take(&mut state.saving.stale);
    let lost = std::mem::take(&mut state.saving.lost);
    if lost && !matches!(read, Ok(Some(_))) {
        state.saving.durable = if read.is_ok() {
            Durable::Ready
        } else {
            Durable::Refused
        };
        deleted_elsewhere(state, effects);
        return;
    }
    let Ok(text) = read else {
        state.saving.durable = Durable::Refused;
        if state.saving.store == LocalStore::Refused {
            state.saving.kept = Kept::Not(SaveError::Refused);
            saving::tell_kept(state);
        } else if !state.record.is_empty() {
            if state.saving.number == 0 {
                saving::save(state, effects);
            } else {
                saving::settle(state);
            }
        }
        return;
    };
    state.saving.durable = Durable::Ready;
    let mut known = false;
    if let Some(text) = text.filter(|_| !deleted) {
        known = take_in(state, &text, effects);
        moving::open_latest(state, false);
    }
    if state.record.is_empty() {
        state.saving.kept = Kept::Nothing;
        state.untell(Notice::StorageOff);
    } else if known && state.saving.number == 0 && !lost {
        state.saving.kept = Kept::Saved;
    } else {
        saving::save(state, effects);
    }
}

pub(super) fn found_elsewhere(state: &mut State, text: &str, effects: &mut Vec<Effect>) {
    let had = !state.record.is_empty();
    let before = without_places(&state.record);
    let known = take_in(state, text, effects);
    let after = without_places(&state.record);
    if before != after && had {
        state.tell(Notice::ChangedElsewhere);
    }
    moving::open_latest(state, false);
    moving::settle(state, effects);
    // The save that came upon the text was not made. What it would have written may be in the text already,
    // but the user still waits for "Saved".
    let waiting = state.saving.kept == Kept::Pending && state.saving.local.is_none();
    if !known || waiting {
        saving::save(state, effects);
    }
}

/// The text of a record without the page on which each check was last: moving about in another tab is no news.
fn without_places(record: &Record) -> String {
    let mut record = record.clone();
    for check in &mut record.checks {
        check.place = crate::domain::check::Revised::default();
    }
    stored::save(&record)
}

pub(super) fn deleted_elsewhere(state: &mut State, effects: &mut Vec<Effect>) {
    // A chair may have comparisons in mind and no check.
    if !state.record.is_empty() || matches!(state.screen, Screen::Chair(_)) {
        forget(state, Notice::DeletedElsewhere, effects);
    }
}

/// The page was out of sight, where it may have missed that everything was deleted. A deletion leaves no mark, so
/// it is known by what is missing, and only here: a page in view hears of a deletion at once, so what is missing
/// there was wiped by somebody else and is written again with the next answer. `docs/privacy.md` says the same in
/// other words.
pub(super) fn came_back(
    state: &mut State,
    known: Option<String>,
    found: Option<String>,
    effects: &mut Vec<Effect>,
) {
    match (known, found) {
        (Some(_), None) if state.record != Record::default() => {
            // "Delete everything" empties both stores; if the other one still has its copy, nobody pressed it.
            if state.saving.durable == Durable::Refused {
                deleted_elsewhere(state, effects);
            } else {
                state.saving.lost = true;
                state.saving.durable = Durable::Reading;
                effects.push(Effect::ReadDurable);
            }
        }
        (known, Some(found)) if known.as_ref() != Some(&found) => {
            if known.is_some_and(|known| nothing_is_left(&known, &found)) {
                deleted_elsewhere(state, effects);
            }
            found_elsewhere(state, &found, effects);
        }
        _ => {}
    }
}

/// Whether none of the checks in one text is in the other. A record only grows, so then everything was deleted in
/// between, and something new was begun.
fn nothing_is_left(known: &str, found: &str) -> bool {
    let (Ok(known), Ok(found)) = (stored::load(known), stored::load(found)) else {
        return false;
    };
    let mut checks = known.record.checks.iter();
    !known.record.checks.is_empty() && !checks.any(|check| found.record.check(check.id).is_some())
}

pub(super) fn delete_confirmed(state: &mut State, effects: &mut Vec<Effect>) {
    effects.push(Effect::DeleteAll);
    host_event::tell(state, host_event::DELETED, effects);
    forget(state, Notice::Deleted, effects);
}

/// Empties the memory after the device was emptied, and says so on the start screen.
fn forget(state: &mut State, notice: Notice, effects: &mut Vec<Effect>) {
    state.record = Record::default();
    state.open = None;
    state.form = state.preset.clone();
    state.aside.clear();
    state.notices.clear();
    state.confirm_delete = false;
    state.share_partnership = false;
    state.share_organisation = false;
    state.status = Status::Quiet;
    state.saving = Saving {
        // Answers to saves from before the deletion no longer mean anything.
        number: state.saving.number.wrapping_add(1),
        store: state.saving.store,
        durable: state.saving.durable,
        stale: state.saving.durable == Durable::Reading,
        ..Saving::default()
    };
    effects.push(Effect::Hold(None));
    moving::go(state, Screen::Start, effects);
    state.tell(notice);
}

pub(super) fn download(state: &State, effects: &mut Vec<Effect>) {
    let text = stored::save(&state.record);
    effects.push(Effect::Download(File::new("checks", Kind::Json, text)));
}

pub(super) fn download_aside(state: &State, effects: &mut Vec<Effect>) {
    // `join` would be half a kilobyte of the first module.
    let mut text = String::new();
    for aside in &state.aside {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(aside);
    }
    if !text.is_empty() {
        effects.push(Effect::Download(File::new("unreadable", Kind::Text, text)));
    }
}
