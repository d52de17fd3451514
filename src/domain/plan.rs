//! A plan: the steps that partners take up, each with an owner and a date (`content.md` section 3.4: "Each
//! chosen step gets an owner and a date").

use super::day::Day;
use super::topic::Topic;

/// Most steps of a plan. People do few things well; this only keeps a plan from growing without end.
pub const MOST_PLANNED: usize = 20;

/// One step of a plan. The texts are as [`super::name::clean_line`] leaves them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlannedStep {
    /// The criterion, or value, that the step is about; `None` for a step of one's own.
    pub topic: Option<Topic>,
    /// What will be done; never empty in a plan that is kept.
    pub what: String,
    /// Who sees to it; empty if nobody has been found yet.
    pub owner: String,
    /// By when.
    pub due: Option<Day>,
    /// How the partners will know that it worked; empty if not given.
    pub sign: String,
    /// Whether it has been done.
    pub done: bool,
}

/// A plan, in the order of its steps; at most [`MOST_PLANNED`] of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The steps.
    pub steps: Vec<PlannedStep>,
}
