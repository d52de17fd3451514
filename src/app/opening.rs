//! The start of the program, and beginning, changing and opening a check.

use super::effect::Effect;
use super::form::{Change, Form};
use super::host_event;
use super::message::Found;
use super::notice::Notice;
use super::pages::pages;
use super::screen::Screen;
use super::state::State;
use super::store::{Begun, Store};
use super::{choices, moving, saving};
use crate::domain::answer::Response;
use crate::domain::check::{Check, Revised, Setup};
use crate::domain::ids::{Length, StatementId};
use crate::domain::name::clean_note;
use crate::domain::reply::Reply;

/// The fragment of the start link in the prerendered page. A press before the program runs leaves it in the address, so
/// that the press is not lost.
pub const BEGIN: &str = "#begin";

pub(super) fn started(state: &mut State, found: Found, effects: &mut Vec<Effect>) {
    state.store = Store::with_aside(found.aside);
    state.keys_off = found.settings.keys_off;
    state.settings = found.settings;
    if found.recovered {
        state.tell(Notice::Recovered);
    }
    if found.speechless {
        state.tell(Notice::Speechless);
    }
    let mut tasks = Vec::new();
    let begun = Begun {
        local: found.local,
        stored: found.stored.as_deref(),
        held: found.held.as_deref(),
    };
    let outcome = state.store.begin(&mut state.record, begun, &mut tasks);
    saving::ask(tasks, effects);
    saving::tell(state, &outcome);
    // A page that is loaded again goes on with the check that was open in it.
    state.open = found.open;
    // Only a finished check has such a screen, whatever else is in progress.
    moving::open_latest(state, matches!(&*found.fragment, "#result" | "#share"));
    state.choices = found.choices;
    // A guest's page presets settings; on the own page the visitor chose them, after all that was kept.
    if state.guest {
        choose(&mut state.form, &found.early);
        state.preset = state.form.clone();
        if !found.recovered {
            state.drawn = None;
        }
    }
    let taken_up = choices::take_up(state);
    if !state.guest {
        choose(&mut state.form, &found.early);
    }
    // What the visitor has chosen already counts more than last time's settings.
    if !taken_up && state.form == state.preset {
        state.form = state.next_form();
    }
    if found.fragment == BEGIN {
        // Back leads to the start screen, not to a press on its button.
        effects.push(Effect::Navigate {
            fragment: Screen::Start.fragment(),
            replace: true,
            open: state.open,
        });
        if begin(state, &found.early, effects) && !found.begun {
            effects.push(Effect::ShowTop);
        }
        return;
    }
    match Screen::parse(&found.fragment) {
        Some(Screen::Start) | None => {
            if state.invitation.is_some() {
                moving::arrive(state, Screen::Start, effects);
            }
        }
        Some(screen) => {
            moving::arrive(state, screen, effects);
            choices::take_up(state);
            // A guest does not move the focus or the scroll position of its host's page.
            if !state.guest || found.recovered {
                effects.push(Effect::ShowTop);
            }
        }
    }
}

/// Applies what controls of the prerendered form hold.
fn choose(form: &mut Form, early: &[(String, String)]) {
    for (name, value) in early {
        if let Some(change) = Change::parse(name, value) {
            form.apply(change);
        }
    }
}

pub(super) fn start_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(fragment) = state.invitation.clone() {
        moving::go(state, Screen::Invited(fragment), effects);
        return;
    }
    if begin(state, &[], effects) {
        effects.push(Effect::ShowTop);
    }
}

/// Begins a check with the form's settings and with the answers given before the program ran. Returns whether it was
/// begun, so that its first page is on screen; otherwise the missing setting gets the focus.
fn begin(state: &mut State, early: &[(String, String)], effects: &mut Vec<Effect>) -> bool {
    if state.form.missing().is_some() {
        state.screen = Screen::Start;
        state.asked = None;
        effects.push(Effect::Navigate {
            fragment: Screen::Start.fragment(),
            replace: true,
            open: state.open,
        });
    }
    let Some((setup, shortened)) = settled(state, effects) else {
        return false;
    };
    let revision = state.record.next_revision();
    let mut check = Check::new(state.new_id(), state.today);
    check.setup = Revised {
        revision,
        value: setup,
    };
    let note_shortened = answer_early(&mut check, revision, early);
    add(state, check, effects);
    if shortened {
        state.tell(Notice::NameShortened);
    }
    if note_shortened {
        state.tell(Notice::NoteShortened);
    }
    true
}

/// Takes over answers and note of the prerendered first page; ignores all other controls. Returns whether the note was
/// shortened.
fn answer_early(check: &mut Check, revision: u32, early: &[(String, String)]) -> bool {
    let mut shortened = false;
    let pages = pages(&check.setup.value);
    let Some(page) = pages.first() else { return false };
    for (name, value) in early {
        if let Some(statement) = page.statements.iter().find(|statement| statement.id() == name) {
            let value = Response::parse(value);
            if value.is_some() {
                check.responses[statement.index()] = Revised { revision, value };
            }
        } else if let Some(note) = page.note.filter(|_| name == "note") {
            let cleaned = clean_note(value);
            shortened = cleaned.shortened;
            check.notes[note.index()] = Revised {
                revision,
                value: cleaned.text,
            };
        }
    }
    shortened
}

/// Adds a check to the record, opens it and goes to its first page. Leaves focus and scroll position alone.
pub(super) fn add(state: &mut State, check: Check, effects: &mut Vec<Effect>) {
    state.open = Some(check.id);
    state.record.checks.push(check);
    state.record.sort();
    state.form = state.next_form();
    state.share_partnership = false;
    state.share_organisation = false;
    saving::save(state, effects);
    host_event::tell(state, host_event::STARTED, effects);
    moving::enter(state, Screen::Questions(0), effects);
}

/// The form's settings, and whether a name was shortened. If a setting is missing, its error gets the focus.
pub(super) fn settled(state: &mut State, effects: &mut Vec<Effect>) -> Option<(Setup, bool)> {
    match state.form.setup() {
        Ok(setup) => Some(setup),
        Err(missing) => {
            state.missing = Some(missing);
            effects.push(Effect::Focus("phc-problem"));
            None
        }
    }
}

pub(super) fn setup_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    let Some((setup, shortened)) = settled(state, effects) else {
        return;
    };
    change_setup(state, setup, effects);
    moving::go(state, Screen::CheckAnswers, effects);
    if shortened {
        state.tell(Notice::NameShortened);
    }
}

/// Changes the settings of the open check, if they differ, and saves.
pub(super) fn change_setup(state: &mut State, setup: Setup, effects: &mut Vec<Effect>) {
    let revision = state.record.next_revision();
    if let Some(check) = state.open.and_then(|id| state.record.check_mut(id))
        && check.setup.value != setup
    {
        check.setup = Revised {
            revision,
            value: setup,
        };
        saving::save(state, effects);
    }
}

pub(super) fn check_opened(state: &mut State, id: u32, effects: &mut Vec<Effect>) {
    let Some(check) = state.record.check(id) else {
        return;
    };
    let screen = if check.finished.value.is_some() {
        Screen::Result
    } else {
        Screen::Questions(usize::from(check.place.value))
    };
    moving::open_check(state, id);
    moving::go(state, screen, effects);
}

/// A new full check that starts with the quick check's answers (`content.md` section 3.7); the quick one
/// is kept as it is.
pub(super) fn full_check_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    let revision = state.record.next_revision();
    let id = state.new_id();
    let Some(quick) = state.check() else { return };
    let mut full = Check::new(id, state.today);
    let mut setup = quick.setup.value.clone();
    setup.length = Length::Full;
    full.setup = Revised {
        revision,
        value: setup,
    };
    // Keep the reply: whoever asked for the quick check gets the full one's summary.
    if quick.reply.value != Reply::default() {
        full.reply = Revised {
            revision,
            value: quick.reply.value.clone(),
        };
    }
    if quick.extra_set().is_some() {
        full.extra = Revised {
            revision,
            value: quick.extra.value.clone(),
        };
        for (mine, theirs) in full.extra_responses.iter_mut().zip(&quick.extra_responses) {
            if theirs.value.is_some() {
                *mine = Revised {
                    revision,
                    value: theirs.value,
                };
            }
        }
    }
    for statement in StatementId::all() {
        let response = quick.responses[statement.index()].value;
        if response.is_some() {
            full.responses[statement.index()] = Revised {
                revision,
                value: response,
            };
        }
    }
    add(state, full, effects);
    effects.push(Effect::ShowTop);
}

/// Prepares the reader's own check after somebody's summary: the same kind and length, the other side preselected.
pub(super) fn take_it_pressed(state: &mut State, effects: &mut Vec<Effect>) {
    state.form = Form::default();
    if let Some(Ok(summary)) = &state.shared {
        state.form.length = summary.length;
        state.form.kind = Some(summary.kind);
        state.form.side = summary.kind.has_pairs().then(|| summary.side.other());
        state.form.partnership.clone_from(&summary.partnership);
    }
    moving::go(state, Screen::Start, effects);
}
