//! The forms of links, their contents and their prefixes.

use crate::domain::comparison::Comparison;
use crate::domain::invitation::Invitation;
use crate::domain::plan::Plan;
use crate::domain::summary::Summary;

/// The prefix of a summary's payload, after the `#` of an address.
pub const PREFIX: &str = "phc=";
/// The same for a comparison.
pub const COMPARISON_PREFIX: &str = "phc-compare=";
/// The same for an invitation.
pub const INVITATION_PREFIX: &str = "phc-invite=";
/// The prefix of a plan's payload, after the payload of a summary or comparison.
pub const PLAN_PREFIX: &str = "&phc-plan=";

/// The form of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// One finished check.
    Summary,
    /// Several partners' checks.
    Comparison,
    /// Settings for a check.
    Invitation,
    /// A plan behind a summary or a comparison.
    Plan,
}

impl Form {
    /// All forms by name: the part of the prefix before its `=`.
    pub(super) const NAMES: [(&str, Self); 4] = [
        ("phc", Self::Summary),
        ("phc-compare", Self::Comparison),
        ("phc-invite", Self::Invitation),
        ("phc-plan", Self::Plan),
    ];
}

/// The content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One finished check.
    Summary(Summary),
    /// Several partners' checks.
    Comparison(Comparison),
    /// Settings for a check.
    Invitation(Invitation),
    /// A plan. It belongs to the summary or comparison found just before it.
    Plan(Plan),
}
