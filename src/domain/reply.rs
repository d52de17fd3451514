//! Who asked for a check, and by when: what an invitation leaves behind in the check that it began.

use super::day::Day;

/// Where the summary was asked for, and by when.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reply {
    /// The day by which to reply.
    pub by: Option<Day>,
    /// The e-mail address to which it may be sent; empty if none was given. As [`super::name::clean_line`] leaves it.
    pub to: String,
}
