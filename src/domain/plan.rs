//! A plan: the steps that partners take up, each with an owner and a date (`content.md` section 3.4: "Each
//! chosen step gets an owner and a date").

use super::day::Day;
use super::topic::Topic;

/// Most steps of a plan. People do few things well; this only keeps a plan from growing without end.
pub const MOST_PLANNED: usize = 20;

/// One step of a plan. The texts are as [`super::name::clean_line`] leaves them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedStep {
    /// A random number that tells the steps of one plan apart; 0 until they are kept on a device.
    pub id: u32,
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
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plan {
    /// The steps.
    pub steps: Vec<PlannedStep>,
}

impl Plan {
    /// The position of the step with this id, counted from 0.
    pub fn position(&self, id: u32) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }

    /// The plan with the steps of another copy that it lacks, after its own and as far as there is room; `None` if it
    /// lacks none. A step is the same if it has the same id, or else the same topic and words, whatever else was
    /// written to it since.
    pub fn with_lacking(&self, other: Self) -> Option<Self> {
        let mut here: Vec<&PlannedStep> = self.steps.iter().collect();
        let mut lacking = other.steps;
        let has_id = |mine: &PlannedStep, step: &PlannedStep| step.id != 0 && mine.id == step.id;
        let has_words =
            |mine: &PlannedStep, step: &PlannedStep| mine.topic == step.topic && mine.what == step.what;
        let rules: [fn(&PlannedStep, &PlannedStep) -> bool; 2] = [has_id, has_words];
        for is_same in rules {
            lacking.retain(|step| {
                let found = here.iter().position(|mine| is_same(mine, step));
                found.map(|at| here.remove(at)).is_none()
            });
        }
        let mut both = self.clone();
        both.steps.extend(lacking);
        both.steps.truncate(MOST_PLANNED);
        (both != *self).then_some(both)
    }
}
