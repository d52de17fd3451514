//! A calendar day of the device, without a time (`content.md` section 3.7, "Dates").

/// Days since 1 January 1970, 0 to 65,535 (the year 2149). Shown, and used to sort finished checks and
/// to tell a late step; which copy of a value is newer is never decided by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u16);

/// Year, month (1 to 12) and day of the month (1 to 31).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// 1970 to 2149.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day of a calendar date; `None` for a date that does not exist or lies outside the range.
    pub fn from_date(date: Date) -> Option<Self> {
        // Days from civil date, counting years from 1 March so that the leap day comes last.
        let (month, day) = (i32::from(date.month), i32::from(date.day));
        let year = i32::from(date.year) - i32::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468;
        let found = u16::try_from(days).ok().map(Self)?;
        (found.date() == date).then_some(found)
    }

    /// Its calendar date (proleptic Gregorian).
    pub fn date(self) -> Date {
        // The inverse of `from_date`: shift to 1 March of year 0, then take out 400-year cycles. All
        // intermediate values are positive and far below the limits of u32.
        let shifted = u32::from(self.0) + 719_468;
        let cycle = shifted / 146_097;
        let day_of_cycle = shifted % 146_097;
        let year_of_cycle =
            (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
        let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = cycle * 400 + year_of_cycle + u32::from(month <= 2);
        Date {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        }
    }

    /// The day so many calendar months later: the same day of the month, or that month's last if it has no such day. `None`
    /// outside the range.
    pub fn plus_months(self, months: u8) -> Option<Self> {
        let Date { year, month, day } = self.date();
        let counted = u16::from(month - 1) + u16::from(months);
        let (year, month) = (year + counted / 12, (counted % 12) as u8 + 1);
        // Every month has 28 days.
        (28..=day.max(28))
            .rev()
            .map(|last| day.min(last))
            .find_map(|day| Self::from_date(Date { year, month, day }))
    }
}
