//! Files for other programs: tables (CSV), dates (iCalendar) and JSON. See `docs/data.md`.
//!
//! Everything is a text in UTF-8, made from values alone. Columns, members and ids are English and stable;
//! names are what the user sees. Every score comes from `domain`, so that it equals the one on screen.

pub mod calendar;
pub mod csv;
pub mod json;
pub mod tables;

use super::decimal::push_number;
use crate::domain::day::Day;

/// A day as `2026-10-08`.
fn push_day(out: &mut String, day: Day) {
    let date = day.date();
    push_number(out, u32::from(date.year));
    for part in [date.month, date.day] {
        out.push('-');
        push_two(out, part);
    }
}

/// A number in two digits.
fn push_two(out: &mut String, number: u8) {
    out.push(char::from(b'0' + number / 10 % 10));
    out.push(char::from(b'0' + number % 10));
}

/// A day as `2026-10-08`.
fn day(day: Day) -> String {
    let mut out = String::new();
    push_day(&mut out, day);
    out
}
