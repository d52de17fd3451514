//! Days as tables of other programs write them.

use super::fault::CellFault;
use crate::domain::day::{Date, Day};

/// Which comes first in a day such as 8/10/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// The day: in October.
    DayFirst,
    /// The month: in August.
    MonthFirst,
}

/// The day in a text: year, month and day with `-`, `/` or `.` between, as in 2026-10-08, also with a time behind. If
/// the year comes last, `order` says what the others are.
///
/// # Errors
///
/// [`CellFault::NotADay`], or [`CellFault::DayOrMonth`] if there is no order and it is needed.
pub fn read_day(text: &str, order: Option<DayOrder>) -> Result<Day, CellFault> {
    let date = text.trim().split([' ', 'T', '\u{A0}']).next().unwrap_or_default();
    for between in ['-', '/', '.'] {
        let mut parts = date.split(between);
        if let (Some(first), Some(second), Some(third), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        {
            let (year, month, day) = match (first.len(), third.len(), order) {
                (4, ..) => (first, second, third),
                (_, 4, Some(DayOrder::DayFirst)) => (third, second, first),
                (_, 4, Some(DayOrder::MonthFirst)) => (third, first, second),
                (_, 4, None) if [first, second].iter().all(|part| small(part).is_some()) => {
                    return Err(CellFault::DayOrMonth);
                }
                _ => return Err(CellFault::NotADay),
            };
            let date = || {
                Some(Date {
                    year: digits(year)?.parse().ok()?,
                    month: small(month)?,
                    day: small(day)?,
                })
            };
            return date().and_then(Day::from_date).ok_or(CellFault::NotADay);
        }
    }
    Err(CellFault::NotADay)
}

/// A number of one digit or two.
fn small(text: &str) -> Option<u8> {
    digits(text).filter(|text| text.len() <= 2)?.parse().ok()
}

/// A text of nothing but digits: no sign.
fn digits(text: &str) -> Option<&str> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text)
}
