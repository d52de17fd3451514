//! An invitation from the chair to the partners: preset settings of a check.

use super::day::Day;
use super::extra::Extra;
use super::ids::{Kind, Length};
use super::reply::Reply;

/// An invitation to take the check. The name is as [`super::name::clean_name`] leaves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Name of the partnership; empty if not given.
    pub partnership: String,
    /// How many statements are asked.
    pub length: Length,
    /// Kind of relationship.
    pub kind: Kind,
    /// The day by which to reply.
    pub reply_by: Option<Day>,
    /// E-mail address to which the partner may send the summary; empty if not given. As
    /// [`super::name::clean_line`] leaves it.
    pub reply_to: String,
    /// The statements that the chair adds, if any.
    pub extra: Option<Extra>,
}

impl Invitation {
    /// What it leaves behind in the check that it begins.
    pub fn reply(&self) -> Reply {
        Reply {
            by: self.reply_by,
            to: self.reply_to.clone(),
        }
    }
}
