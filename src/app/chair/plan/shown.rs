//! The plan on screen, and how it is changed.

use crate::app::chair::shared::Shared;
use crate::domain::entry::Item;
use crate::domain::plan::{Plan, PlannedStep};

/// The plan on screen: what it belongs to, and where it is kept.
pub(super) struct Shown<'a> {
    pub(super) shared: Shared<'a>,
    /// Id of the check or the comparison that it belongs to.
    pub(super) of: Option<u32>,
}

impl Shown<'_> {
    /// The plan; empty while nothing was taken up.
    pub(super) fn plan(&self) -> Plan {
        let kept = self.of.and_then(|of| self.shared.folder.plan(of));
        kept.map(|(_, plan)| plan.clone()).unwrap_or_default()
    }

    /// Changes the plan, and keeps it if that made a difference.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Plan)) {
        let Some(of) = self.of else { return };
        let before = self.plan();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }
        let id = match self.shared.folder.plan(of) {
            Some((id, _)) => id,
            None => self.shared.new_id(),
        };
        let item = if after.steps.is_empty() {
            Item::Removed
        } else {
            Item::Plan { of, plan: after }
        };
        self.shared.put(id, item);
    }

    /// Changes one step.
    pub(super) fn change_step(&mut self, id: u32, with: impl FnOnce(&mut PlannedStep)) {
        self.change(|plan| {
            if let Some(step) = plan.steps.iter_mut().find(|step| step.id == id) {
                with(step);
            }
        });
    }
}
