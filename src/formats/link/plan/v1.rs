//! Version 1 of the plan part: the body of its frame.
//!
//! One byte with the question set, which is 1; one with the number of steps, 1 to 20; and each step:
//!
//! | bits | field | values |
//! |---|---|---|
//! | 4 | topic | 0 none, 1 to 12 the criteria A1 to C4, 13 value |
//! | 1 | done | 1 if it is done |
//! | 1 | due | 1 if a day follows |
//! | 1 | owner | 1 if an owner follows |
//! | 1 | sign | 1 if a sign follows |
//! | 16, if given | day | days since 1 January 1970 |
//!
//! Then what will be done, the owner if given, and the sign if given. Each is a text as in `strings.rs`, as
//! `clean_line` leaves it, and is not empty.
//!
//! Frozen once released: nothing here may change what a link means.

use super::super::error::LinkError;
use super::super::strings;
use crate::domain::day::Day;
use crate::domain::name::clean_line;
use crate::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use crate::domain::topic::Topic;

/// The number of this version.
pub(in super::super) const VERSION: u8 = 1;
/// The number of the question set that the topics belong to.
const QUESTIONS: u8 = 1;
/// The topics, by number less one.
const TOPICS: [&str; 13] = [
    "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4", "V",
];

const DONE: u8 = 0b1000;
const DUE: u8 = 0b0100;
const OWNER: u8 = 0b0010;
const SIGN: u8 = 0b0001;

/// The body for a plan, see [`super::encode_plan`].
pub(super) fn write(plan: &Plan) -> Vec<u8> {
    let mut count = 0;
    let mut body = vec![QUESTIONS, count];
    for step in &plan.steps {
        let what = clean_line(&step.what).text;
        if what.is_empty() || usize::from(count) == MOST_PLANNED {
            continue;
        }
        count += 1;
        write_step(&mut body, step, &what);
    }
    if let Some(place) = body.get_mut(1) {
        *place = count;
    }
    body
}

fn write_step(body: &mut Vec<u8>, step: &PlannedStep, what: &str) {
    let (owner, sign) = (clean_line(&step.owner).text, clean_line(&step.sign).text);
    let topic = step.topic.map_or(0, |topic| {
        let place = TOPICS.iter().position(|id| *id == topic.id());
        place.map_or(0, |place| place as u8 + 1)
    });
    let flags = [
        (step.done, DONE),
        (step.due.is_some(), DUE),
        (!owner.is_empty(), OWNER),
        (!sign.is_empty(), SIGN),
    ];
    let flags = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| flag);
    body.push(topic << 4 | flags.sum::<u8>());
    if let Some(day) = step.due {
        body.extend(day.0.to_be_bytes());
    }
    for text in [what, &owner, &sign] {
        if !text.is_empty() {
            strings::put(body, text);
        }
    }
}

/// The plan in a body whose checksum is right.
pub(in super::super) fn read(body: &[u8]) -> Result<Plan, LinkError> {
    let [questions, after @ ..] = body else {
        return Err(LinkError::Damaged);
    };
    if *questions != QUESTIONS {
        return Err(LinkError::OtherQuestions);
    }
    let [count, steps @ ..] = after else {
        return Err(LinkError::Damaged);
    };
    if *count == 0 || usize::from(*count) > MOST_PLANNED {
        return Err(LinkError::Impossible);
    }
    let mut rest = steps;
    let mut plan = Plan::default();
    for _ in 0..*count {
        plan.steps.push(read_step(&mut rest)?);
    }
    if write(&plan) == body {
        Ok(plan)
    } else {
        Err(LinkError::Damaged)
    }
}

/// The step at the start of some bytes, which go on behind it.
fn read_step(rest: &mut &[u8]) -> Result<PlannedStep, LinkError> {
    let [head, behind @ ..] = rest else {
        return Err(LinkError::Damaged);
    };
    let (head, mut bytes) = (*head, behind);
    let topic = match usize::from(head >> 4).checked_sub(1) {
        None => None,
        Some(place) => {
            let id = TOPICS.get(place).ok_or(LinkError::Impossible)?;
            Some(Topic::parse(id).ok_or(LinkError::Impossible)?)
        }
    };
    let mut due = None;
    if head & DUE != 0 {
        let (day, behind) = bytes.split_first_chunk().ok_or(LinkError::Damaged)?;
        due = Some(Day(u16::from_be_bytes(*day)));
        bytes = behind;
    }
    let mut line = |given: bool| {
        if !given {
            return Ok(String::new());
        }
        let (text, behind) = strings::take(bytes).ok_or(LinkError::Damaged)?;
        bytes = behind;
        let text = strings::cleaned(text, |text| clean_line(text).text);
        text.filter(|text| !text.is_empty()).ok_or(LinkError::Impossible)
    };
    let step = PlannedStep {
        id: 0,
        topic,
        what: line(true)?,
        owner: line(head & OWNER != 0)?,
        due,
        sign: line(head & SIGN != 0)?,
        done: head & DONE != 0,
    };
    *rest = bytes;
    Ok(step)
}

/// The length in bytes of a whole body that begins like this; or how many bytes are needed at least to tell.
pub(in super::super) fn length(body: &[u8]) -> Result<usize, usize> {
    let mut length = 2;
    for _ in 0..*body.get(1).ok_or(length)? {
        let head = *body.get(length).ok_or(length + 1)?;
        length += 1 + if head & DUE == 0 { 0 } else { 2 };
        length = strings::skip(body, length)?;
        for flag in [OWNER, SIGN] {
            if head & flag != 0 {
                length = strings::skip(body, length)?;
            }
        }
    }
    Ok(length)
}
