//! Dates as a calendar file (iCalendar, RFC 5545): those of a plan, and the reminder of the next check.
//!
//! Each step with a date that is not done becomes an all-day event, and so does the reminder. A `VTODO` would fit better, but Google Calendar and
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

/// Which plan or check a calendar file is of, and how often it was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Identifies it in a calendar: a second import with the same number replaces the events of the first.
    pub id: u32,
    /// Grows with each change, so that programs know the newer of two files of one day.
    pub revision: u32,
}

/// An event of a whole day.
struct Event<'a> {
    uid: String,
    day: Day,
    what: &'a str,
    /// Lines that say more; may be empty.
    more: String,
    /// A page to open; empty without one.
    address: &'a str,
}

/// The calendar file of a plan; `None` if no step that is not done has a date.
///
/// `of` says which plan it is, and is written nowhere. `today` is the day on which the file is made.
pub fn calendar(plan: &Plan, of: Version, today: Day, words: &Words<'_>) -> Option<String> {
    let steps = plan.steps.iter().filter(|step| !step.done);
    let events = steps.filter_map(|step| {
        Some(Event {
            uid: uid("step", of.id, step.id),
            day: step.due?,
            what: &step.what,
            more: more(step, words),
            address: "",
        })
    });
    let events: Vec<Event<'_>> = events.collect();
    (!events.is_empty()).then(|| file(words.title, &events, of.revision, today))
}

/// Who sees to a step, and how the partners will know.
fn more(step: &PlannedStep, words: &Words<'_>) -> String {
    let said = [(words.owner, &step.owner), (words.sign, &step.sign)];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: Vec<String> = said.map(|(before, text)| [before, text].concat()).collect();
    lines.join("\n")
}

/// What a reminder says, in the user's language.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// What to do, in a few words.
    pub what: &'a str,
    /// How to do it.
    pub more: &'a str,
    /// Where: the address of the page, without answers.
    pub address: &'a str,
}

/// The calendar file that reminds of the next check on a day. `of` says which check it follows, and is written nowhere.
/// `today` is the day on which the file is made.
pub fn reminder(of: Version, day: Day, today: Day, words: &Reminder<'_>) -> String {
    let event = Event {
        uid: uid("reminder", of.id, 0),
        day,
        what: words.what,
        // Many programs do not show the address of an event, all show the description.
        more: [words.more, words.address].join("\n"),
        address: words.address,
    };
    file("", &[event], of.revision, today)
}

fn file(title: &str, events: &[Event<'_>], revision: u32, today: Day) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Partnership health check//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    if !title.is_empty() {
        line(&mut out, &property("X-WR-CALNAME", title));
    }
    // The newer of two files counts, even if both were made on one day.
    let mut sequence = String::from("SEQUENCE:");
    push_number(&mut sequence, revision);
    for event in events {
        push_event(&mut out, event, &sequence, today);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// The `UID` of an event of some sort. That of a step stays the same when it is reworded or moved. Calendars are passed on,
/// so the device's ids of plan and step, or of a check, are only hashed in.
fn uid(sort: &str, of: u32, within: u32) -> String {
    let mut mixed = String::new();
    push_number(&mut mixed, of);
    mixed.push('-');
    push_number(&mut mixed, within);
    let mut uid = ["UID:phc-", sort, "-"].concat();
    push_number(&mut uid, digest(&mixed));
    uid
}

fn push_event(out: &mut String, event: &Event<'_>, sequence: &str, today: Day) {
    line(out, "BEGIN:VEVENT");
    line(out, &event.uid);
    line(out, sequence);
    line(out, &["DTSTAMP:", &date(today), "T000000Z"].concat());
    line(out, &["DTSTART;VALUE=DATE:", &date(event.day)].concat());
    // The end is exclusive: the day after. The last possible day has no such day.
    if let Some(next) = event.day.0.checked_add(1) {
        line(out, &["DTEND;VALUE=DATE:", &date(Day(next))].concat());
    }
    line(out, &property("SUMMARY", event.what));
    if !event.more.is_empty() {
        line(out, &property("DESCRIPTION", &event.more));
    }
    if !event.address.is_empty() {
        // An address is not escaped as a text is (section 3.3.13).
        let address: String = event.address.chars().filter(|c| !c.is_control()).collect();
        line(out, &["URL:", &address].concat());
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
