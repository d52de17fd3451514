//! The meeting: one thing to talk about at a time, and how long it has been talked about.
//!
//! No clock is read here. The browser says every second how many seconds it has counted, and what passes
//! between two such messages belongs to whatever is on screen.

use super::effect::Effect;
use super::state::{State as Chair, Status};
use crate::app::screen::Place;
use crate::domain::talk::{Talk, talk_list};
use crate::domain::topic::Topic;

/// What a page of the meeting is about. Another tab may change the list at any time, so nothing is known by its
/// position in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// The ground rules, and what there is to talk about.
    #[default]
    Rules,
    /// A topic on which partners differ.
    Topic(Topic),
    /// The stages that partners chose.
    Stage,
    /// The steps that the partners agree on.
    Plan,
}

impl From<&Talk> for Subject {
    fn from(talk: &Talk) -> Self {
        match talk {
            Talk::Topic { topic, .. } => Self::Topic(*topic),
            Talk::Stage => Self::Stage,
        }
    }
}

/// What this screen knows beside the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Id of the comparison that the meeting is about.
    pub of: Option<u32>,
    /// What is on screen.
    pub on: Subject,
    /// Its place among the pages, counted from 0; there is always a page at this place.
    pub at: usize,
    /// Seconds spent on each subject so far.
    pub spent: Vec<(Subject, u32)>,
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
        let spent = self.spent.iter().find(|(subject, _)| *subject == self.on);
        spent.map_or(0, |(_, seconds)| *seconds)
    }
}

/// What happens on this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// Another page was wanted.
    Shown(Subject),
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

/// The pages in their order: the ground rules, the talk list, the plan.
pub fn pages(state: &Chair) -> Vec<Subject> {
    let talks = state.comparison().map(|(_, comparison)| talk_list(comparison));
    let talks = talks.iter().flatten().map(Subject::from);
    [Subject::Rules]
        .into_iter()
        .chain(talks)
        .chain([Subject::Plan])
        .collect()
}

/// Takes in what happened.
pub(super) fn update(state: &mut Chair, message: Message, effects: &mut Vec<Effect>) {
    // Time goes by without a word, and takes no word back.
    if !matches!(message, Message::Ticked(_)) {
        state.status = Status::Quiet;
        state.plan.news = None;
        state.meeting.of = state.comparison().map(|(id, _)| id);
        settle(state);
    }
    match message {
        Message::Shown(subject) => show(state, subject, effects),
        Message::Turned { on } => {
            let at = state.meeting.at;
            let wanted = if on { at.checked_add(1) } else { at.checked_sub(1) };
            if let Some(subject) = wanted.and_then(|wanted| pages(state).get(wanted).copied()) {
                show(state, subject, effects);
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
    settle(state);
}

/// The list of pages may be another: finds the place of what is on screen. If that is no longer on the list, what
/// stands in its place is shown.
pub(super) fn settle(state: &mut Chair) {
    let pages = pages(state);
    let meeting = &mut state.meeting;
    meeting.at = match pages.iter().position(|page| *page == meeting.on) {
        Some(at) => at,
        None => meeting.at.min(pages.len() - 1),
    };
    meeting.on = pages.get(meeting.at).copied().unwrap_or_default();
}

fn show(state: &mut Chair, subject: Subject, effects: &mut Vec<Effect>) {
    if subject == state.meeting.on || !pages(state).contains(&subject) {
        return;
    }
    state.meeting.on = subject;
    settle(state);
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
    let on = meeting.on;
    match meeting.spent.iter_mut().find(|(subject, _)| *subject == on) {
        Some((_, spent)) => *spent = spent.saturating_add(passed),
        None => meeting.spent.push((on, passed)),
    }
}
