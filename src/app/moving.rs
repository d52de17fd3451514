//! Navigation between screens: screen, address, and the page on which a check resumes.

use super::effect::Effect;
use super::form::Form;
use super::notice::{NOTICE, Notice};
use super::screen::Screen;
use super::state::State;
use super::status::Status;
use super::store::Durable;
use super::{choices, saving};
use crate::domain::check::Revised;

/// Opens the check that was worked on last, if none is open: in progress before finished, or the other way round.
pub(super) fn open_latest(state: &mut State, finished_first: bool) {
    if state.check().is_some() {
        return;
    }
    let finished = state.record.finished().first().copied();
    let latest = match state.record.in_progress() {
        Some(check) if !finished_first || finished.is_none() => Some(check),
        _ => finished,
    };
    state.open = latest.map(|check| check.id);
}

/// Opens a check that is on this device. What was ticked for another one's link does not count for it.
pub(super) fn open_check(state: &mut State, id: u32) {
    if state.open != Some(id) {
        state.open = Some(id);
        state.share_partnership = false;
        state.share_organisation = false;
    }
}

pub(super) fn fragment_changed(
    state: &mut State,
    fragment: &str,
    open: Option<u32>,
    effects: &mut Vec<Effect>,
) {
    let Some(screen) = Screen::parse(fragment) else {
        return;
    };
    state.asked = None;
    let other = open.filter(|id| state.open != Some(*id) && state.record.check(*id).is_some());
    if let Some(other) = other {
        open_check(state, other);
    }
    if screen != state.screen || other.is_some() {
        arrive(state, screen, effects);
        effects.push(Effect::ShowTop);
    }
}

/// Shows the screen that the address asks for. If another has to be shown instead, the address is replaced. The caller
/// decides about focus and scroll position.
pub(super) fn arrive(state: &mut State, asked: Screen, effects: &mut Vec<Effect>) {
    show(state, asked.clone());
    if state.screen != asked {
        if state.store.durable() == Durable::Reading {
            state.asked = Some(asked);
        } else {
            effects.push(Effect::Navigate {
                fragment: state.screen.fragment(),
                replace: true,
                open: state.open,
            });
        }
    }
}

/// After a change of the check in another tab, which may have removed the page on screen.
pub(super) fn settle(state: &mut State, effects: &mut Vec<Effect>) {
    if matches!(state.screen, Screen::Questions(page) if page >= state.pages().len()) {
        arrive(state, state.screen.clone(), effects);
        effects.push(Effect::ShowTop);
    }
}

/// Tries the screen of the address again, once the durable store was read.
pub(super) fn arrive_late(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(asked) = state.asked.take() else { return };
    // Without a check the start would be the invitation again.
    if asked == Screen::Start && state.record.checks.is_empty() {
        return;
    }
    let before = state.screen.clone();
    arrive(state, asked, effects);
    choices::take_up(state);
    // If the screen stays the same, so does the focus.
    if state.screen != before && !state.guest {
        effects.push(Effect::ShowTop);
    }
}

/// Goes to a screen, adds it to the browser's history and shows its top.
pub(super) fn go(state: &mut State, screen: Screen, effects: &mut Vec<Effect>) {
    enter(state, screen, effects);
    effects.push(Effect::ShowTop);
}

/// Goes to a screen in place of the current entry of the browser's history and shows its top.
pub(super) fn replace(state: &mut State, screen: Screen, effects: &mut Vec<Effect>) {
    show(state, screen);
    effects.push(Effect::Navigate {
        fragment: state.screen.fragment(),
        replace: true,
        open: state.open,
    });
    effects.push(Effect::ShowTop);
}

/// Leads to a notice that came with the top of a screen: who listens hears what takes the focus, and nothing of a message
/// that comes at the same moment. `told` was the newest notice before.
pub(super) fn lead_to_notice(state: &mut State, told: Option<Notice>, effects: &mut Vec<Effect>) {
    let newest = state.notices.last().copied();
    if newest.is_some() && newest != told && effects.contains(&Effect::ShowTop) {
        lead(state, effects);
    }
}

/// Leads to the newest notice, once.
pub(super) fn lead(state: &mut State, effects: &mut Vec<Effect>) {
    let lead = Effect::FocusFromTop(NOTICE);
    state.led = state.notices.last().copied();
    if !effects.contains(&lead) {
        effects.push(lead);
    }
}

/// Goes to a screen and adds it to the browser's history. Leaves focus and scroll position alone.
pub(super) fn enter(state: &mut State, screen: Screen, effects: &mut Vec<Effect>) {
    show(state, screen);
    effects.push(Effect::Navigate {
        fragment: state.screen.fragment(),
        replace: false,
        open: state.open,
    });
    remember_place(state, effects);
}

/// Shows a screen, or the nearest possible one: the start without a check, the answers' screen instead of the result of
/// an unfinished check and after the last page, the page's invitation instead of a start without checks. A link is read later, by `given::read_link`.
fn show(state: &mut State, screen: Screen) {
    state.asked = None;
    state.handed = None;
    state.untell(Notice::NotPrinted);
    state.missing = None;
    state.confirm_delete = false;
    state.status = Status::Quiet;
    // Those screens show the settings of the open check in the form.
    if matches!(state.screen, Screen::Setup | Screen::Share) {
        state.form = state.next_form();
    }
    state.screen = match (&screen, state.check()) {
        (wanted, None) if wanted.needs_check() => Screen::Start,
        (Screen::Result | Screen::Share, Some(check)) if check.finished.value.is_none() => {
            Screen::CheckAnswers
        }
        (Screen::Questions(page), Some(_)) if *page >= state.pages().len() => Screen::CheckAnswers,
        _ => screen,
    };
    // Who has no check here has nothing to choose at the start.
    if state.screen == Screen::Start
        && state.record.checks.is_empty()
        && let Some(fragment) = &state.invitation
    {
        state.screen = Screen::Invited(fragment.clone());
    }
    match &state.screen {
        Screen::Setup | Screen::Share => {
            if let Some(check) = state.check() {
                state.form = Form::of(&check.setup.value);
            }
        }
        Screen::Shared(_) | Screen::Invited(_) => {
            state.shared = None;
            state.shared_plan = None;
            state.invited = None;
        }
        _ => {}
    }
}

/// Saves the page on screen, so that the check resumes there.
fn remember_place(state: &mut State, effects: &mut Vec<Effect>) {
    let Screen::Questions(page) = state.screen else {
        return;
    };
    let place = u8::try_from(page).unwrap_or(0);
    let revision = state.record.next_revision();
    let Some(check) = state.open.and_then(|id| state.record.check_mut(id)) else {
        return;
    };
    if check.place.value != place {
        check.place = Revised {
            revision,
            value: place,
        };
        saving::save(state, effects);
    }
}
