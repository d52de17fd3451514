//! The dates of a plan as a calendar file (iCalendar, RFC 5545).
//!
//! Each step with a date that is not done becomes an all-day event. A `VTODO` would fit better, but Google Calendar and
//! Outlook ignore those in an imported file; all programs import all-day events. Written by hand, because a line is
//! just a name, a colon and a text with four escapes.

use super::super::decimal::push_number;
use super::super::digest;
use super::push_two;
use crate::domain::day::Day;
use crate::domain::plan::{Plan, PlannedStep};

/// Most bytes of a line, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// Labels in the user's language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Name of the calendar, such as "Partnership plan"; may be empty.
    pub title: &'a str,
    /// Before who sees to a step, such as "Owner: ".
    pub owner: &'a str,
    /// Before how the partners will know, such as "How we will know: ".
    pub sign: &'a str,
}

/// Which plan a calendar file is of, and how often it was changed.
#[derive(Clone, Copy, Debug)]
pub struct Version {
    /// Identifies the plan in a calendar: a second import with the same number replaces the events of the first.
    pub id: u32,
    /// Grows with each change, so that programs know the newer of two files of one day.
    pub revision: u32,
}

/// The calendar file of a plan; `None` if no step that is not done has a date.
///
/// `of` says which plan it is, and is written nowhere. `today` is the day on which the file is made.
pub fn calendar(plan: &Plan, of: Version, today: Day, words: &Words<'_>) -> Option<String> {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Partnership health check//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    if !words.title.is_empty() {
        line(&mut out, &property("X-WR-CALNAME", words.title));
    }
    // The newer of two files counts, even if both were made on one day.
    let mut sequence = String::from("SEQUENCE:");
    push_number(&mut sequence, of.revision);
    let mut any = false;
    for step in &plan.steps {
        if let Some(due) = step.due.filter(|_| !step.done) {
            any = true;
            event(&mut out, step, due, &[&uid(of.id, step), &sequence], today, words);
        }
    }
    line(&mut out, "END:VCALENDAR");
    any.then_some(out)
}

/// The `UID` of a step. It stays the same when the step is reworded or moved. Calendars are passed on, so the device's
/// ids of plan and step are only hashed in.
fn uid(plan: u32, step: &PlannedStep) -> String {
    let mut mixed = String::new();
    push_number(&mut mixed, plan);
    mixed.push('-');
    push_number(&mut mixed, step.id);
    let mut uid = String::from("UID:phc-step-");
    push_number(&mut uid, digest(&mixed));
    uid
}

fn event(out: &mut String, step: &PlannedStep, due: Day, names: &[&str], today: Day, words: &Words<'_>) {
    line(out, "BEGIN:VEVENT");
    for name in names {
        line(out, name);
    }
    line(out, &["DTSTAMP:", &date(today), "T000000Z"].concat());
    line(out, &["DTSTART;VALUE=DATE:", &date(due)].concat());
    // The end is exclusive: the day after. The last possible day has no such day.
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
    // A reminder: it does not block the day.
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
