//! What a link is, what it holds, and the names that stand before a payload.

use crate::domain::comparison::Comparison;
use crate::domain::invitation::Invitation;
use crate::domain::plan::Plan;
use crate::domain::summary::Summary;

/// What stands between the `#` of an address and the payload of a summary.
pub const PREFIX: &str = "phc=";
/// The same for a comparison.
pub const COMPARISON_PREFIX: &str = "phc-compare=";
/// The same for an invitation.
pub const INVITATION_PREFIX: &str = "phc-invite=";
/// What stands between the payload of a summary or a comparison and that of a plan.
pub const PLAN_PREFIX: &str = "&phc-plan=";

/// What a link is.
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
    /// All forms, each with its name: what stands before the `=` of its prefix.
    pub(super) const NAMES: [(&str, Self); 4] = [
        ("phc", Self::Summary),
        ("phc-compare", Self::Comparison),
        ("phc-invite", Self::Invitation),
        ("phc-plan", Self::Plan),
    ];
}

/// What a link holds.
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
