//! What is kept on this device: opening it, comparing two own checks, deleting one thing and taking that back.

use super::comparing;
use super::effect::Effect;
use super::state::State as Together;
use crate::app::Message as Check;
use crate::app::later::Message as Later;
use crate::domain::check;
use crate::domain::folder::Item;
use crate::domain::record::Record;

/// What this screen knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The two finished checks that are compared, by id; the newest two while none was chosen.
    pub pair: [Option<u32>; 2],
    /// What the user is being asked whether to delete.
    pub asked: Option<Thing>,
    /// What was deleted last, so that it can be brought back until the screen is left.
    pub deleted: Option<Deleted>,
}

/// One thing on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An own check, by id.
    Check(u32),
    /// A comparison, by the id of its entry.
    Comparison(u32),
    /// A plan, by the id of its entry.
    Plan(u32),
}

impl Thing {
    /// Its id.
    pub const fn id(self) -> u32 {
        match self {
            Self::Check(id) | Self::Comparison(id) | Self::Plan(id) => id,
        }
    }
}

/// What was deleted: a check or an entry of the folder, with the plan that belonged to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    check: Option<check::Check>,
    items: Vec<(u32, Item)>,
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// "Open" was pressed.
    Opened(Thing),
    /// The first or the second of the checks to be compared was chosen: which, and the id.
    Paired(usize, u32),
    /// "Delete" was pressed: asks first.
    DeletePressed(Thing),
    /// The question was answered with no.
    DeleteCancelled,
    /// The question was answered with yes.
    DeleteConfirmed,
    /// "Bring it back" was pressed.
    UndoPressed,
}

/// Id of the question whether to delete.
pub const QUESTION: &str = "phc-kept-question";
/// Id of what is said once it was deleted.
pub const OUTCOME: &str = "phc-kept-outcome";

/// Id of the button that deletes a thing.
pub fn button_id(thing: Thing) -> String {
    ["phc-delete-", &thing.id().to_string()].concat()
}

/// Takes in what happened.
pub(super) fn update(state: &mut Together, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::Opened(thing) => open(state, thing, effects),
        Message::Paired(which, id) => {
            if let Some(place) = state.kept.pair.get_mut(which) {
                *place = Some(id);
            }
        }
        Message::DeletePressed(thing) => {
            state.kept.asked = Some(thing);
            effects.push(Effect::Focus(QUESTION.to_owned()));
        }
        Message::DeleteCancelled => {
            if let Some(thing) = state.kept.asked.take() {
                effects.push(Effect::Focus(button_id(thing)));
            }
        }
        Message::DeleteConfirmed => {
            if let Some(thing) = state.kept.asked.take() {
                delete(state, thing, effects);
                effects.push(Effect::Focus(OUTCOME.to_owned()));
            }
        }
        Message::UndoPressed => {
            if let Some(deleted) = state.kept.deleted.take() {
                bring_back(state, deleted, effects);
                effects.push(Effect::Focus("phc-title".to_owned()));
            }
        }
    }
}

fn tell(effects: &mut Vec<Effect>, message: Check) {
    effects.push(Effect::Tell(message));
}

fn open(state: &mut Together, thing: Thing, effects: &mut Vec<Effect>) {
    match thing {
        Thing::Check(id) => tell(effects, Check::CheckOpened(id)),
        Thing::Comparison(id) => comparing::update(state, comparing::Message::Opened(id), effects),
        Thing::Plan(entry) => {
            let of = state.folder.entries.iter().find_map(|found| match found.item {
                Item::Plan { of, .. } if found.id == entry => Some(of),
                _ => None,
            });
            let Some(of) = of else { return };
            if state.folder.comparison(of).is_some() {
                comparing::update(state, comparing::Message::Opened(of), effects);
                tell(effects, Check::LinkFollowed("compare-plan"));
            } else {
                tell(effects, Check::CheckOpened(of));
                tell(effects, Check::LinkFollowed("plan"));
            }
        }
    }
}

/// Removes a thing and the plan that belongs to it, and remembers both.
fn delete(state: &mut Together, thing: Thing, effects: &mut Vec<Effect>) {
    let id = thing.id();
    let mut deleted = Deleted {
        check: None,
        items: Vec::new(),
    };
    if matches!(thing, Thing::Check(_)) {
        deleted.check = state.context.record.check(id).cloned();
        give(
            effects,
            Record {
                removed: vec![id],
                ..Record::default()
            },
        );
    }
    let belongs = |found: &&crate::domain::folder::Entry| match &found.item {
        Item::Removed => false,
        Item::Plan { of, .. } => *of == id || found.id == id,
        Item::Comparison(_) => found.id == id,
    };
    let entries = state.folder.entries.iter().filter(belongs);
    deleted.items = entries.map(|entry| (entry.id, entry.item.clone())).collect();
    for (entry, _) in &deleted.items {
        state.put(*entry, Item::Removed);
    }
    state.kept.deleted = Some(deleted);
}

/// Brings back what was deleted. A check gets a new id, because its old one stays deleted everywhere.
fn bring_back(state: &mut Together, deleted: Deleted, effects: &mut Vec<Effect>) {
    let mut ids = None;
    if let Some(mut check) = deleted.check {
        let new = state.new_id();
        ids = Some((check.id, new));
        check.id = new;
        give(
            effects,
            Record {
                checks: vec![check],
                ..Record::default()
            },
        );
    }
    for (entry, item) in deleted.items {
        let item = match (item, ids) {
            (Item::Plan { of, plan }, Some((old, new))) if of == old => Item::Plan { of: new, plan },
            (item, _) => item,
        };
        state.put(entry, item);
    }
}

/// Hands checks and deletions to the check's program.
fn give(effects: &mut Vec<Effect>, record: Record) {
    tell(effects, Later::RecordGiven(record).into());
}
