//! The meeting: one thing to talk about at a time, and how long it has been talked about.
//!
//! No clock is read here. The browser says every second how many seconds it has counted, and what passes
//! between two such messages belongs to whatever is on screen.

use super::effect::Effect;
use super::state::{State as Chair, Status};
use crate::app::screen::Place;
use crate::domain::talk::talk_list;

/// What this screen knows beside the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Id of the comparison that the meeting is about.
    pub of: Option<u32>,
    /// What is on screen: 0 is the ground rules, then each thing on the talk list, and last the plan.
    pub at: usize,
    /// Seconds spent so far, by the same positions.
    pub spent: Vec<u32>,
    /// Whether time is being counted.
    pub running: bool,
    /// What the browser's count was last.
    last: Option<u32>,
    /// Whether the person asked how long it has been.
    pub time_asked: bool,
}

impl State {
    /// Seconds spent on what is on screen.
    pub fn seconds(&self) -> u32 {
        self.spent.get(self.at).copied().unwrap_or(0)
    }
}

/// What happens on this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// Another thing was wanted, by its position.
    Shown(usize),
    /// The next thing was wanted, or else the one before.
    Turned {
        /// Whether it is the next.
        on: bool,
    },
    /// The button that starts and stops counting was pressed.
    ClockPressed,
    /// The browser has counted this many seconds since the page was opened.
    Ticked(u32),
    /// The person asked how long it has been.
    TimeAsked,
}

/// How many things there are to show: the ground rules, the talk list, the plan.
pub fn count(state: &Chair) -> usize {
    let talks = state
        .comparison()
        .map_or(0, |(_, comparison)| talk_list(comparison).len());
    talks + 2
}

/// Takes in what happened.
pub(super) fn update(state: &mut Chair, message: Message, effects: &mut Vec<Effect>) {
    // Time goes by without a word, and takes no word back.
    if !matches!(message, Message::Ticked(_)) {
        state.status = Status::Quiet;
        state.plan.news = None;
        state.meeting.of = state.comparison().map(|(id, _)| id);
    }
    match message {
        Message::Shown(at) => show(state, at, effects),
        Message::Turned { on } => {
            let at = state.meeting.at;
            let wanted = if on { at.checked_add(1) } else { at.checked_sub(1) };
            if let Some(wanted) = wanted {
                show(state, wanted, effects);
            }
        }
        Message::ClockPressed => clock_pressed(&mut state.meeting, effects),
        Message::Ticked(now) => ticked(&mut state.meeting, now),
        Message::TimeAsked => state.meeting.time_asked = true,
    }
}

/// Another screen is shown, or another comparison opened: nobody is talking about this one any more.
pub(super) fn moved(state: &mut Chair, effects: &mut Vec<Effect>) {
    stop(&mut state.meeting, effects);
    let of = state.comparison().map(|(id, _)| id);
    if state.context.place == Place::Meeting && state.meeting.of != of {
        state.meeting = State {
            of,
            ..State::default()
        };
    }
}

fn show(state: &mut Chair, at: usize, effects: &mut Vec<Effect>) {
    if at >= count(state) || at == state.meeting.at {
        return;
    }
    state.meeting.at = at;
    state.meeting.time_asked = false;
    state.plan.typing = None;
    effects.push(Effect::Focus("phc-title".to_owned()));
}

fn clock_pressed(meeting: &mut State, effects: &mut Vec<Effect>) {
    meeting.time_asked = false;
    if meeting.running {
        stop(meeting, effects);
    } else {
        meeting.running = true;
        effects.push(Effect::Clock(true));
    }
}

fn stop(meeting: &mut State, effects: &mut Vec<Effect>) {
    if meeting.running {
        meeting.running = false;
        meeting.last = None;
        effects.push(Effect::Clock(false));
    }
}

fn ticked(meeting: &mut State, now: u32) {
    if !meeting.running {
        return;
    }
    let passed = meeting.last.map_or(0, |last| now.saturating_sub(last));
    meeting.last = Some(now);
    if meeting.spent.len() <= meeting.at {
        meeting.spent.resize(meeting.at + 1, 0);
    }
    if let Some(spent) = meeting.spent.get_mut(meeting.at) {
        *spent = spent.saturating_add(passed);
    }
}
