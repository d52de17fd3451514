//! Giving, changing and clearing answers, and moving from page to page.

use super::effect::Effect;
use super::host_event;
use super::moving::{enter, go};
use super::notice::Notice;
use super::pages::Asked;
use super::saving::save;
use super::screen::Screen;
use super::state::State;
use super::status::Status;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::check::{Check, NoteId, Revised};
use crate::domain::ids::StatementId;
use crate::domain::name::clean_note;

/// Says that an answer was taken back; another answer ends that.
fn say(state: &mut State, is_cleared: bool) {
    state.status = match (is_cleared, state.status) {
        (true, Status::Cleared(before)) => Status::Cleared(!before),
        (true, _) => Status::Cleared(false),
        (false, Status::Cleared(_)) => Status::Quiet,
        (false, before) => before,
    };
}

/// Changes the open check with the next revision and keeps it.
fn change(state: &mut State, effects: &mut Vec<Effect>, change: impl FnOnce(&mut Check, u32)) {
    let revision = state.record.next_revision();
    if let Some(check) = state.open.and_then(|id| state.record.check_mut(id)) {
        change(check, revision);
        save(state, effects);
    }
}

pub(super) fn answered(
    state: &mut State,
    statement: StatementId,
    response: Option<Response>,
    effects: &mut Vec<Effect>,
) {
    say(state, response.is_none());
    change(state, effects, |check, revision| {
        check.responses[statement.index()] = Revised {
            revision,
            value: response,
        };
    });
    host_event::answered(state, statement.id(), effects);
}

pub(super) fn extra_answered(
    state: &mut State,
    position: usize,
    response: Option<Response>,
    effects: &mut Vec<Effect>,
) {
    say(state, response.is_none());
    change(state, effects, |check, revision| {
        if let Some(field) = check.extra_responses.get_mut(position) {
            *field = Revised {
                revision,
                value: response,
            };
        }
    });
    host_event::answered(state, Asked::Extra(position).id(), effects);
}

pub(super) fn stage_chosen(state: &mut State, choice: Option<StageChoice>, effects: &mut Vec<Effect>) {
    say(state, choice.is_none());
    change(state, effects, |check, revision| {
        check.stage = Revised {
            revision,
            value: choice,
        }
    });
    host_event::answered(state, "stage", effects);
}

pub(super) fn note_written(state: &mut State, note: NoteId, text: &str, effects: &mut Vec<Effect>) {
    let cleaned = clean_note(text);
    if cleaned.shortened {
        state.tell(Notice::NoteShortened);
    }
    change(state, effects, |check, revision| {
        check.notes[note.index()] = Revised {
            revision,
            value: cleaned.text,
        };
    });
}

pub(super) fn next_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    if let Screen::Questions(page) = state.screen {
        go(state, Screen::Questions(page + 1), effects);
    }
}

pub(super) fn change_pressed(
    state: &mut State,
    page: usize,
    statement: Option<Asked>,
    effects: &mut Vec<Effect>,
) {
    enter(state, Screen::Questions(page), effects);
    effects.push(statement.map_or(Effect::ShowTop, |statement| Effect::Focus(statement.id())));
}

pub(super) fn previous_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    match state.screen {
        Screen::Questions(0) => go(state, Screen::Start, effects),
        Screen::Questions(page) => go(state, Screen::Questions(page - 1), effects),
        _ => {}
    }
}

pub(super) fn finish_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    let today = state.today;
    change(state, effects, |check, revision| {
        if check.finished.value.is_none() {
            check.finished = Revised {
                revision,
                value: Some(today),
            };
        }
    });
    host_event::finished(state, effects);
    go(state, Screen::Result, effects);
}
