//! The dates of a plan as a calendar file (iCalendar, RFC 5545).
//!
//! Each step with a date that is not done becomes an event of a whole day. A `VTODO` would be its true
//! kind, but Google Calendar and Outlook pass over those when they import a file; events of a whole day
//! are taken by all. Written by hand, as a line is a name, a colon and a text with four escapes.

use super::super::json::push_number;
use super::push_two;
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::domain::day::Day;
use crate::domain::plan::{Plan, PlannedStep};

/// Most bytes of a line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// Words of the user's language that stand before a text in a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Name of the calendar, such as "Partnership plan"; may be empty.
    pub title: &'a str,
    /// Before who sees to a step, such as "Owner: ".
    pub owner: &'a str,
    /// Before how the partners will know, such as "How we will know: ".
    pub sign: &'a str,
}

/// The calendar file of a plan; `None` if no step that is not done has a date.
///
/// `id` tells this plan from others in the same calendar: with the same one, a second import replaces the
/// events of the first where the program can do that. `today` is the day on which the file is made.
pub fn calendar(plan: &Plan, id: u32, today: Day, words: &Words<'_>) -> Option<String> {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Partnership health check//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    if !words.title.is_empty() {
        line(&mut out, &property("X-WR-CALNAME", words.title));
    }
    let mut any = false;
    for (place, step) in plan.steps.iter().enumerate() {
        if let Some(due) = step.due.filter(|_| !step.done) {
            any = true;
            event(&mut out, step, due, &uid(id, plan, place), today, words);
        }
    }
    line(&mut out, "END:VCALENDAR");
    any.then_some(out)
}

/// A step keeps its name when others are moved or removed: it comes from its words, and where two steps have the same,
/// from which of them it is.
fn uid(id: u32, plan: &Plan, place: usize) -> String {
    let what = |place: usize| plan.steps.get(place).map_or("", |step| step.what.as_str());
    let same = (0..place).filter(|before| what(*before) == what(place)).count();
    let mut uid = String::from("UID:phc-plan-");
    push_number(&mut uid, id);
    uid.push('-');
    push_number(
        &mut uid,
        Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(what(place).as_bytes()),
    );
    if same > 0 {
        uid.push('-');
        push_number(&mut uid, u32::try_from(same).unwrap_or(u32::MAX));
    }
    uid
}

fn event(out: &mut String, step: &PlannedStep, due: Day, uid: &str, today: Day, words: &Words<'_>) {
    line(out, "BEGIN:VEVENT");
    line(out, uid);
    line(out, &["DTSTAMP:", &date(today), "T000000Z"].concat());
    line(out, &["DTSTART;VALUE=DATE:", &date(due)].concat());
    // The end is the day after. On the last day that can be counted there is none.
    if let Some(next) = due.0.checked_add(1) {
        line(out, &["DTEND;VALUE=DATE:", &date(Day(next))].concat());
    }
    line(out, &property("SUMMARY", &step.what));
    let mut more = Vec::new();
    if !step.owner.is_empty() {
        more.push([words.owner, &step.owner].concat());
    }
    if !step.sign.is_empty() {
        more.push([words.sign, &step.sign].concat());
    }
    if !more.is_empty() {
        line(out, &property("DESCRIPTION", &more.join("\n")));
    }
    // It is a reminder and takes nobody's day.
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// A day as `20261008`.
fn date(day: Day) -> String {
    let date = day.date();
    let mut out = String::new();
    push_number(&mut out, u32::from(date.year));
    push_two(&mut out, date.month);
    push_two(&mut out, date.day);
    out
}

/// A property with a text (RFC 5545, section 3.3.11). Control characters are left out.
fn property(name: &str, text: &str) -> String {
    let mut out = String::from(name);
    out.push(':');
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Adds a line, folded so that none has more than 75 bytes; a character is never cut in two.
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        used += c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}
