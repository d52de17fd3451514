//! The meeting in words: the current page and the time spent.

use super::talk::{TalkItem, talk_list};
use crate::app::chair::State;
use crate::app::chair::meeting::{Subject, Told, pages};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::domain::talk::FIRST;
use crate::present::spoken::AGAIN;

/// What is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The ground rules, and what there is to talk about.
    Rules,
    /// One thing to talk about.
    Talk(TalkItem),
    /// The steps that the partners agree on.
    Plan,
}

/// The current page of the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The subjects that the meeting is for.
    pub talks: Vec<TalkItem>,
    /// Those for when there is time.
    pub rest: Vec<TalkItem>,
    /// What is on screen.
    pub page: Page,
    /// Its heading.
    pub heading: &'static str,
    /// Its place, counted from 0.
    pub at: usize,
    /// How many pages there are.
    pub all: usize,
}

/// The meeting on a comparison, at this page; past the end it is the last one.
pub fn meeting(texts: Texts, comparison: &Comparison, at: usize) -> Meeting {
    let pages = pages(Some(comparison));
    let mut talks = talk_list(texts, comparison);
    let all = pages.len();
    let at = at.min(all - 1);
    let page = match pages.get(at) {
        Some(Subject::Plan) => Page::Plan,
        Some(subject) => {
            let item = talks.iter().find(|item| item.subject == *subject);
            item.cloned().map_or(Page::Rules, Page::Talk)
        }
        None => Page::Rules,
    };
    let rest = talks.split_off(talks.len().min(FIRST));
    let heading = match &page {
        Page::Rules => texts.get(keys::meeting::RULES_TITLE),
        Page::Talk(item) => item.name,
        Page::Plan => texts.get(keys::meeting::PLAN_TITLE),
    };
    Meeting {
        talks,
        rest,
        page,
        heading,
        at,
        all,
    }
}

/// "2 of 6", or that it is for when there is time.
pub fn place(texts: Texts, meeting: &Meeting) -> String {
    let planned = meeting.all - meeting.rest.len();
    if meeting.at >= planned {
        return texts.get(keys::compare::TALK_REST).to_owned();
    }
    texts.fill(
        keys::meeting::PLACE,
        &[
            ("n", &(meeting.at + 1).to_string()),
            ("all", &planned.to_string()),
        ],
    )
}

/// Minutes and seconds: "6:05".
pub fn clock(seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let zero = if rest < 10 { "0" } else { "" };
    [&minutes.to_string(), ":", zero, &rest.to_string()].concat()
}

/// What is told of the timer: that it was started or stopped, or the time spent in whole minutes if the user asked for it;
/// empty otherwise.
pub fn time(state: &State) -> String {
    let texts = state.context.texts;
    let mut words = match state.meeting.told {
        None => return String::new(),
        Some(Told::Started) => texts.get(keys::meeting::CLOCK_STARTED).to_owned(),
        Some(Told::Stopped) => texts.get(keys::meeting::CLOCK_STOPPED).to_owned(),
        Some(Told::Time(..60)) => texts.get(keys::meeting::TIME_NONE).to_owned(),
        Some(Told::Time(seconds)) => texts.count(keys::meeting::TIME, (seconds / 60) as usize),
    };
    if state.meeting.told_again {
        words.push_str(AGAIN);
    }
    words
}
