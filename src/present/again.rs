//! The next check of the same partnership: when, and the reminder for the calendar.

use super::date::date;
use crate::app::State;
use crate::app::file::{File, Kind};
use crate::content::{Texts, keys};
use crate::domain::day::Day;
use crate::formats::export::calendar::{Reminder, Version, reminder};

/// Months after which to check again.
const AGAIN: u8 = 6;

/// What a reminder of the next check is made of. It has no answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The day of the next check.
    pub day: Day,
    /// The day of the last one.
    last: Day,
    /// Which check that was.
    version: Version,
    today: Day,
    /// Name of the partnership; may be empty.
    partnership: String,
    /// The address of the page.
    address: String,
}

impl Again {
    /// The one that follows the check on screen; `None` without a check, or past the last possible day.
    pub fn of(state: &State) -> Option<Self> {
        let check = state.check()?;
        let last = check.finished.value.unwrap_or(state.today);
        Some(Self {
            day: last.plus_months(AGAIN)?,
            last,
            version: Version {
                id: check.id,
                revision: check.revision(),
            },
            today: state.today,
            partnership: check.setup.value.partnership.clone(),
            address: state.address.clone(),
        })
    }

    /// When to check again, as a sentence.
    pub fn when(&self, texts: Texts) -> String {
        texts.fill(keys::again::WHEN, &[("date", &date(texts, self.day))])
    }

    /// The reminder as a calendar file.
    pub fn file(&self, texts: Texts) -> File {
        let name = self.partnership.as_str();
        let what = if name.is_empty() {
            texts.get(keys::again::EVENT).to_owned()
        } else {
            texts.fill(keys::again::EVENT_OF, &[("name", name)])
        };
        let words = Reminder {
            what: &what,
            more: &texts.fill(keys::again::EVENT_MORE, &[("date", &date(texts, self.last))]),
            address: &self.address,
        };
        let text = reminder(self.version, self.day, self.today, &words);
        File::new("reminder", Kind::Calendar, text)
    }
}
