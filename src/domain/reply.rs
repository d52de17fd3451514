//! Who asked for a check, and by when: what an invitation leaves behind in the check that it began.

use super::day::Day;

/// Where the summary was asked for, and by when. Kept as one line, the day in digits, a space and the e-mail
/// address, either of them perhaps missing, as in `20760 chair@example.org`: the module that is needed before
/// the first answer only carries the line, and the later screens take it apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reply(pub String);

impl Reply {
    /// The line for an address, empty if not given, and a day.
    pub fn new(to: &str, by: Option<Day>) -> Self {
        let day = by.map(|day| day.0.to_string()).unwrap_or_default();
        if to.is_empty() && day.is_empty() {
            return Self::default();
        }
        Self([&day, " ", to].concat())
    }

    /// The e-mail address to which the summary may be sent; empty if none was given.
    pub fn to(&self) -> &str {
        self.0.split_once(' ').map_or("", |(_, to)| to)
    }

    /// The day by which it is hoped for.
    pub fn by(&self) -> Option<Day> {
        self.0.split_once(' ')?.0.parse().ok().map(Day)
    }
}
