//! The reminder of the next check: its day, and the calendar file.

use icalendar::{Calendar, CalendarComponent, Component as _, DatePerhapsTime};
use partnership_health_check::domain::day::{Date, Day};
use partnership_health_check::formats::export::calendar::{Reminder, Version, reminder};
use proptest::prelude::*;

use super::any::text as any_text;

fn day(year: u16, month: u8, day: u8) -> Day {
    Day::from_date(Date { year, month, day }).expect("a date")
}

#[test]
fn six_months_later_is_the_same_day_or_the_last_of_the_month() {
    for (from, to) in [
        (day(2026, 10, 8), day(2027, 4, 8)),
        (day(2026, 1, 31), day(2026, 7, 31)),
        (day(2026, 3, 31), day(2026, 9, 30)),
        (day(2026, 5, 31), day(2026, 11, 30)),
        (day(2026, 8, 31), day(2027, 2, 28)),
        (day(2027, 8, 31), day(2028, 2, 29)),
        (day(2027, 8, 29), day(2028, 2, 29)),
        (day(2027, 8, 28), day(2028, 2, 28)),
        (day(2028, 2, 29), day(2028, 8, 29)),
        (day(2026, 6, 30), day(2026, 12, 30)),
        (day(2026, 7, 1), day(2027, 1, 1)),
        (day(2026, 12, 31), day(2027, 6, 30)),
        // 2100 has no leap day.
        (day(2099, 8, 31), day(2100, 2, 28)),
    ] {
        assert_eq!(from.plus_months(6), Some(to), "{:?}", from.date());
    }
    assert_eq!(day(2026, 1, 31).plus_months(13), Some(day(2027, 2, 28)));
    assert_eq!(day(2026, 1, 31).plus_months(0), Some(day(2026, 1, 31)));
    // The last possible day is 6 June 2149.
    assert_eq!(day(2148, 12, 6).plus_months(6), Some(Day(u16::MAX)));
    assert_eq!(day(2148, 12, 7).plus_months(6), None);
}

const OF: Version = Version {
    id: 123_456_789,
    revision: 4,
};

fn made(what: &str, more: &str, address: &str) -> String {
    let words = Reminder { what, more, address };
    reminder(OF, day(2027, 4, 8), day(2026, 10, 8), &words)
}

proptest! {
    #[test]
    fn months_are_counted_and_days_are_kept(from in any::<u16>(), months in any::<u8>()) {
        let (from, counted) = (Day(from), |date: Date| u32::from(date.year) * 12 + u32::from(date.month));
        let Some(to) = from.plus_months(months) else {
            prop_assert!(u32::from(from.0) + u32::from(months) * 31 > u32::from(u16::MAX));
            return Ok(());
        };
        let (then, now) = (from.date(), to.date());
        prop_assert_eq!(counted(now), counted(then) + u32::from(months));
        let is_last = Day(to.0.saturating_add(1)).date().month != now.month;
        prop_assert!(now.day == then.day || now.day < then.day && is_last, "{then:?} {now:?}");
    }

    #[test]
    fn a_reminder_is_read_by_others(what in "[^\\p{Cc}]{1,80}", more in any_text(200), address in "https://[a-z0-9./?&;,=-]{1,300}") {
        let file = made(&what, &more, &address);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
        let read: Calendar = file.parse().expect("a calendar");
        let [CalendarComponent::Event(event)] = &read.components[..] else {
            panic!("one event: {file}");
        };
        prop_assert_eq!(event.get_start(), Some(DatePerhapsTime::Date("2027-04-08".parse().expect("a date"))));
        prop_assert_eq!(event.get_end(), Some(DatePerhapsTime::Date("2027-04-09".parse().expect("a date"))));
        prop_assert_eq!(event.get_summary(), Some(what.as_str()));
        prop_assert_eq!(event.get_url(), Some(address.as_str()));
        prop_assert!(event.get_description().is_some_and(|found| found.ends_with(&address)), "{file}");
    }
}

#[test]
fn a_reminder_says_what_where_and_when_and_replaces_an_older_one() {
    let file = made(
        "Check again",
        "Each alone; then compare.",
        "https://example.org/check?a=1,2;3",
    );
    let unfolded = file.replace("\r\n ", "");
    for line in [
        "DTSTAMP:20261008T000000Z",
        "SEQUENCE:4",
        "SUMMARY:Check again",
        "DESCRIPTION:Each alone\\; then compare.\\nhttps://example.org/check?a=1\\,2\\;3",
        "URL:https://example.org/check?a=1,2;3",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(
            unfolded.contains(&format!("\r\n{line}\r\n")),
            "{line} in {unfolded}"
        );
    }
    assert!(!unfolded.contains("123456789"), "the device's number: {unfolded}");
    let uid = |file: &str| {
        file.lines()
            .find(|line| line.starts_with("UID:"))
            .map(str::to_owned)
    };
    assert_eq!(uid(&file), uid(&made("Other words", "", "")));
    let words = Reminder {
        what: "Check again",
        more: "",
        address: "",
    };
    let other = Version { id: 7, ..OF };
    assert_ne!(
        uid(&file),
        uid(&reminder(other, day(2027, 4, 8), day(2026, 10, 8), &words))
    );
}
