//! All that this part of the program knows while it runs.

use super::claim::Claim;
use super::context::Context;
use super::field::{TextField, Typing};
use super::shared::Shared;
use super::{blank, builder, compare, earlier, entry, invite, meeting, plan};
use crate::app::screen::Place;
use crate::app::status::Status;
use crate::app::store::{Kept, Store};
use crate::domain::check::Check;
use crate::domain::comparison::Comparison;
use crate::domain::folder::Folder;
use crate::domain::plan::Plan;

/// All that this part of the program knows while it runs.
#[derive(Debug)]
pub struct State {
    /// What the check's program told.
    pub context: Context,
    /// Comparisons and plans on this device.
    pub folder: Folder,
    /// A random number from which ids are drawn.
    pub seed: u32,
    /// The text being typed, which does not count yet.
    pub typing: Option<Typing>,
    /// The field whose text was longer than what it takes, until something else is typed.
    pub cut: Option<TextField>,
    /// Whether the page is being printed: the comparison is then laid out for paper.
    pub printing: bool,
    /// What the live region says.
    pub status: Status,
    /// What is known of the stores.
    pub store: Store<Folder>,
    /// What the check's program was told of whether the folder is kept.
    pub(super) told_kept: Kept,
    /// Whether it was told that this screen shows a problem.
    pub(super) told_refused: bool,
    /// Whether the folder was changed and is to be kept.
    pub unsaved: bool,
    /// Who says to belong to an organisation that was there before, and was not answered.
    pub claims: Vec<Claim>,
    /// Partners side by side.
    pub compare: compare::State,
    /// The plan on screen.
    pub plan: plan::State,
    /// The meeting.
    pub meeting: meeting::State,
    /// Making an invitation.
    pub invite: invite::State,
    /// A blank form to print.
    pub blank: blank::State,
    /// The form from paper that is being entered.
    pub entry: entry::State,
    /// Putting the check on another website.
    pub builder: builder::State,
    /// What is kept on this device.
    pub earlier: earlier::State,
}

/// The screens that change the folder.
#[derive(Debug)]
pub(super) struct Screens<'a> {
    pub(super) compare: &'a mut compare::State,
    pub(super) plan: &'a mut plan::State,
    pub(super) earlier: &'a mut earlier::State,
    pub(super) invite: &'a mut invite::State,
}

impl State {
    /// The state before anything happened.
    pub fn new(context: Context) -> Self {
        Self {
            invite: invite::State::new(&context),
            blank: blank::State::default(),
            entry: entry::State::default(),
            builder: builder::State::default(),
            earlier: earlier::State::default(),
            context,
            folder: Folder::default(),
            seed: 0,
            typing: None,
            cut: None,
            printing: false,
            status: Status::Quiet,
            store: Store::default(),
            told_kept: Kept::Nothing,
            told_refused: false,
            unsaved: false,
            claims: Vec::new(),
            compare: compare::State::default(),
            plan: plan::State::default(),
            meeting: meeting::State::default(),
        }
    }

    /// Whether the screen shows a problem: something was refused, or could not be read.
    pub fn refused(&self) -> bool {
        match &self.context.place {
            Place::Invite => !self.invite.problems.is_empty(),
            Place::Compare => self.compare.taken.as_ref().is_some_and(compare::Taken::refused),
            Place::Received(_) => matches!(self.compare.received, Some(Err(_))),
            Place::Earlier => matches!(self.earlier.told, Some(earlier::Told::Refused(..))),
            Place::Plan | Place::ComparisonPlan | Place::Meeting => {
                self.plan.news.as_ref().is_some_and(plan::News::refused)
            }
            Place::Entry => !self.entry.problems.is_empty(),
            Place::Blank | Place::Builder => false,
        }
    }

    /// The text being typed into this field, if any.
    pub fn typed(&self, field: TextField) -> Option<&str> {
        let typing = self.typing.as_ref().filter(|typing| typing.field == field);
        typing.map(|typing| typing.text.as_str())
    }

    /// The own check that is open.
    pub fn own(&self) -> Option<&Check> {
        self.context.own()
    }

    /// The comparison that is open, with its id.
    pub fn comparison(&self) -> Option<(u32, &Comparison)> {
        self.compare.comparison(&self.folder)
    }

    /// The meeting, and what it knows beside itself: the comparison that is open.
    pub(super) fn meeting(&mut self) -> (&mut meeting::State, Option<(u32, &Comparison)>) {
        (&mut self.meeting, self.compare.comparison(&self.folder))
    }

    /// Id of what the plan on screen belongs to: the finished own check, or the comparison, that is open.
    pub fn plan_of(&self) -> Option<u32> {
        match self.context.place {
            Place::Plan => self
                .own()
                .filter(|check| check.finished.value.is_some())
                .map(|check| check.id),
            Place::ComparisonPlan | Place::Meeting => self.comparison().map(|(id, _)| id),
            _ => None,
        }
    }

    /// The plan on screen; empty while nothing was taken up.
    pub fn plan_shown(&self) -> Plan {
        let kept = self.plan_of().and_then(|of| self.folder.plan(of));
        kept.map(|(_, plan)| plan.clone()).unwrap_or_default()
    }

    /// The address that carries the plan on screen, if that was ticked.
    pub fn plan_link(&self) -> Option<String> {
        self.plan.link(&self.context, &self.folder, self.plan_of())
    }

    /// The screens that change the folder, and what they need beside themselves.
    pub(super) fn split(&mut self) -> (Screens<'_>, Shared<'_>) {
        let screens = Screens {
            compare: &mut self.compare,
            plan: &mut self.plan,
            earlier: &mut self.earlier,
            invite: &mut self.invite,
        };
        let shared = Shared {
            context: &self.context,
            folder: &mut self.folder,
            seed: &mut self.seed,
            unsaved: &mut self.unsaved,
            claims: &mut self.claims,
        };
        (screens, shared)
    }
}
