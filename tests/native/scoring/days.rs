//! Days and their dates.

use partnership_health_check::domain::day::{Date, Day};

#[test]
fn every_day_follows_the_one_before() {
    let mut date = Date {
        year: 1970,
        month: 1,
        day: 1,
    };
    for number in 0..=u16::MAX {
        assert_eq!(Day(number).date(), date);
        assert_eq!(Day::from_date(date), Some(Day(number)));
        let is_leap =
            date.year.is_multiple_of(4) && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
        let last = match date.month {
            2 => 28 + u8::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        date = if date.day < last {
            Date {
                day: date.day + 1,
                ..date
            }
        } else if date.month < 12 {
            Date {
                month: date.month + 1,
                day: 1,
                ..date
            }
        } else {
            Date {
                year: date.year + 1,
                month: 1,
                day: 1,
            }
        };
    }
    assert_eq!(Day::from_date(date), None, "the day after the last");
}

#[test]
fn a_date_that_does_not_exist_is_no_day() {
    let is_day = |year, month, day| Day::from_date(Date { year, month, day }).is_some();
    assert!(is_day(2000, 2, 29) && is_day(2028, 2, 29));
    assert!(!is_day(2027, 2, 29) && !is_day(2100, 2, 29));
    for year in [0, 1969, 1970, 2026, 2149, 2150, u16::MAX] {
        for other in (0..=u8::MAX).filter(|other| !(1..=12).contains(other)) {
            assert!(!is_day(year, other, 1), "month {other}");
            assert!(!is_day(year, other, 28), "month {other}");
        }
        for month in 1..=12 {
            assert!(!is_day(year, month, 0) && !is_day(year, month, 32) && !is_day(year, month, u8::MAX));
        }
    }
}
