//! The checks on this device, as the start screen lists them.

use crate::content::{Texts, keys};
use crate::domain::check::Check;
use crate::domain::record::Record;
use crate::formats::decimal::decimal;

use super::date::date;

/// Most finished checks of one's own that stand open in a list; the others are one press away.
pub const NEWEST: usize = 3;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Id of the check.
    pub id: u32,
    /// Name of the partnership, or a phrase where there is none.
    pub name: String,
    /// How far it got, and when.
    pub about: String,
}

/// Checks in progress, the latest first.
pub fn in_progress(texts: Texts, record: &Record) -> Vec<Entry> {
    let checks = record.unfinished().into_iter();
    checks
        .map(|check| {
            let (n, all) = (decimal(check.answered()), decimal(check.asked()));
            let about = texts.fill(
                keys::checks::ANSWERED,
                &[("n", &n), ("all", &all), ("date", &date(texts, check.started))],
            );
            Entry {
                id: check.id,
                name: name(texts, check),
                about,
            }
        })
        .collect()
}

/// Finished checks, newest first.
pub fn finished(texts: Texts, record: &Record) -> Vec<Entry> {
    record
        .finished()
        .into_iter()
        .map(|check| {
            let day = check.finished.value.unwrap_or(check.started);
            let (n, all) = (decimal(check.answered()), decimal(check.asked()));
            let key = if n == all {
                keys::checks::FINISHED
            } else {
                keys::checks::FINISHED_PARTLY
            };
            let about = texts.fill(key, &[("n", &n), ("all", &all), ("date", &date(texts, day))]);
            Entry {
                id: check.id,
                name: name(texts, check),
                about,
            }
        })
        .collect()
}

/// A check's name: that of its partnership or organisation, and its length.
pub fn name(texts: Texts, check: &Check) -> String {
    let setup = &check.setup.value;
    let names = [&setup.partnership, &setup.organisation];
    let mut name = match names.into_iter().find(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => texts.get(keys::checks::UNNAMED).to_owned(),
    };
    name.push_str(" · ");
    name.push_str(texts.length(setup.length));
    name
}
