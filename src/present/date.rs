//! A day in words.

use crate::content::{Texts, keys};
use crate::domain::day::Day;
use crate::formats::decimal::decimal;

/// The day as the language writes it, such as "22 November 2026".
pub fn date(texts: Texts, day: Day) -> String {
    let date = day.date();
    texts.fill(
        keys::app::DATE,
        &[
            ("day", &decimal(usize::from(date.day))),
            ("month", texts.month(date.month)),
            ("year", &decimal(usize::from(date.year))),
        ],
    )
}

/// The day in ISO 8601, as date fields and files have it: `2026-11-22`.
pub fn iso(day: Day) -> String {
    let date = day.date();
    let mut text = date.year.to_string();
    for number in [date.month, date.day] {
        text.push_str(if number < 10 { "-0" } else { "-" });
        text.push_str(&number.to_string());
    }
    text
}

/// A file name of subject and day, such as `wheel-2026-11-22`: sorting by name sorts by day.
pub fn dated(about: &str, day: Day) -> String {
    [about, "-", &iso(day)].concat()
}

/// Several topics as one phrase: "Decisions; Money, people and risk". Their names have commas and "and" in them.
pub fn topics(names: &[&str]) -> String {
    names.join("; ")
}

/// Several names as one phrase: "A", "A and B", "A, B and C".
pub fn list(texts: Texts, names: &[&str]) -> String {
    let Some((last, others)) = names.split_last() else {
        return String::new();
    };
    let mut phrase = String::new();
    for (position, name) in others.iter().enumerate() {
        if position == 0 {
            phrase.push_str(name);
        } else {
            phrase = texts.fill(keys::app::LIST_NEXT, &[("list", &phrase), ("next", name)]);
        }
    }
    if phrase.is_empty() {
        return (*last).to_owned();
    }
    texts.fill(keys::app::LIST_LAST, &[("list", &phrase), ("last", last)])
}
