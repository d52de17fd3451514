//! The meeting: one subject at a time, and the time spent on it.
//!
//! No clock is read here. The browser sends its count of seconds every second; the time between two such messages is
//! added to the subject on screen.

use super::effect::Effect;
use crate::domain::comparison::Comparison;
use crate::domain::talk::{FIRST, Talk, talk_list};
use crate::domain::topic::Topic;

/// What a page of the meeting is about. Another tab may change the list at any time, so pages are not identified by
/// position.
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
    /// The browser's last count.
    last: Option<u32>,
    /// What is told of the timer; it stays until something else is.
    pub told: Option<Told>,
    /// Changes each time something is told after something else, so that the same words are heard again.
    pub told_again: bool,
}

/// What is told of the timer, and heard once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was started.
    Started,
    /// It was stopped.
    Stopped,
    /// The seconds when the person asked how long it has been: they stay, or each minute would be heard.
    Time(u32),
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

/// The pages in their order: the ground rules, the first subjects of the talk list, the plan; then the other subjects, for
/// when there is time.
pub fn pages(comparison: Option<&Comparison>) -> Vec<Subject> {
    let talks = comparison.map(talk_list).unwrap_or_default();
    let (first, rest) = talks.split_at(talks.len().min(FIRST));
    let mut pages = vec![Subject::Rules];
    pages.extend(first.iter().map(Subject::from));
    pages.push(Subject::Plan);
    pages.extend(rest.iter().map(Subject::from));
    pages
}

/// The comparison that is open, with its id.
type Open<'a> = Option<(u32, &'a Comparison)>;

fn pages_of(open: Open) -> Vec<Subject> {
    pages(open.map(|(_, comparison)| comparison))
}

/// Takes in what happened.
pub(super) fn update(state: &mut State, open: Open, message: Message) -> Option<Effect> {
    // A tick is not announced.
    if !matches!(message, Message::Ticked(_)) {
        state.of = open.map(|(id, _)| id);
        settle(state, open);
    }
    match message {
        Message::Shown(subject) => show(state, open, subject),
        Message::Turned { on } => {
            let wanted = if on {
                state.at.checked_add(1)
            } else {
                state.at.checked_sub(1)
            };
            let subject = pages_of(open).get(wanted?).copied();
            show(state, open, subject?)
        }
        Message::ClockPressed => Some(clock_pressed(state)),
        Message::Ticked(now) => {
            ticked(state, now);
            None
        }
        Message::TimeAsked => {
            tell(state, Told::Time(state.seconds()));
            None
        }
    }
}

/// Another screen or another comparison was opened: stops the timer, and begins afresh for another comparison.
pub(super) fn moved(state: &mut State, open: Open, is_shown: bool) -> Option<Effect> {
    let stopped = state.running.then(|| stop(state));
    let of = open.map(|(id, _)| id);
    if is_shown && state.of != of {
        *state = State {
            of,
            ..State::default()
        };
    }
    settle(state, open);
    stopped
}

/// Finds the page on screen in a list that may have changed. If it is gone, the page now at its position is shown.
pub(super) fn settle(state: &mut State, open: Open) {
    let pages = pages_of(open);
    state.at = match pages.iter().position(|page| *page == state.on) {
        Some(at) => at,
        None => state.at.min(pages.len() - 1),
    };
    state.on = pages.get(state.at).copied().unwrap_or_default();
}

fn show(state: &mut State, open: Open, subject: Subject) -> Option<Effect> {
    if subject == state.on || !pages_of(open).contains(&subject) {
        return None;
    }
    state.on = subject;
    settle(state, open);
    state.told = None;
    Some(Effect::Focus("phc-title".to_owned()))
}

fn clock_pressed(meeting: &mut State) -> Effect {
    if meeting.running {
        tell(meeting, Told::Stopped);
        return stop(meeting);
    }
    tell(meeting, Told::Started);
    meeting.running = true;
    Effect::Clock(true)
}

fn tell(meeting: &mut State, told: Told) {
    meeting.told_again = meeting.told.is_some() && !meeting.told_again;
    meeting.told = Some(told);
}

fn stop(meeting: &mut State) -> Effect {
    meeting.running = false;
    meeting.last = None;
    Effect::Clock(false)
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
