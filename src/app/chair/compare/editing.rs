//! Naming, grouping and taking out partners. Each change can be taken back.

use super::state::{Said, State};
use super::{change, current};
use crate::app::chair::claim::Claim;
use crate::app::chair::effect::Effect;
use crate::app::chair::shared::Shared;
use crate::domain::comparison::Comparison;
use crate::domain::entry::Item;
use crate::domain::folder::Folder;
use crate::domain::name::clean_name;

/// Changes the comparison that is open; nothing if another tab has removed it since.
fn change_open(state: &mut State, shared: &mut Shared, with: impl FnOnce(&mut Comparison)) {
    if state.comparison(shared.folder).is_some() {
        change(state, shared, with);
    }
}

/// Names a comparison, unless another one is open by now: another tab may have removed it.
pub(super) fn name(state: &mut State, shared: &mut Shared, id: u32, name: &str) {
    if state
        .comparison(shared.folder)
        .is_some_and(|(open, _)| open == id)
    {
        let name = clean_name(name).text;
        change_open(state, shared, |comparison| comparison.name = name);
    }
}

pub(super) fn rename(state: &mut State, shared: &mut Shared, id: u32, name: &str) {
    let name = clean_name(name).text;
    change_open(state, shared, |comparison| {
        if let Some(partner) = comparison.partner_mut(id) {
            // The name in the summary needs no label.
            partner.label = if name == partner.summary.organisation {
                String::new()
            } else {
                name
            };
        }
    });
}

/// Orders the topics. That is no change to be taken back, so what was changed before still can be.
pub(super) fn order(state: &mut State, shared: &mut Shared, by_difference: bool) {
    if let Some(Ok(received)) = &mut state.received {
        received.by_difference = by_difference;
        return;
    }
    let (id, mut comparison) = current(state, shared);
    comparison.by_difference = by_difference;
    shared.put(id, Item::Comparison(comparison));
    if let Some(undo) = state.undo.as_mut().filter(|undo| undo.id == id) {
        for item in [&mut undo.before, &mut undo.after] {
            if let Item::Comparison(comparison) = item {
                comparison.by_difference = by_difference;
            }
        }
    }
}

pub(super) fn group(state: &mut State, shared: &mut Shared, id: u32, with: Option<u32>) {
    change_open(state, shared, |comparison| {
        let number = match with {
            Some(other) => comparison.partner_mut(other).map(|other| other.organisation),
            None => Some(comparison.free_number()),
        };
        if let (Some(number), Some(partner)) = (number, comparison.partner_mut(id)) {
            partner.organisation = number;
        }
    });
}

pub(super) fn remove(state: &mut State, shared: &mut Shared, id: u32) -> Effect {
    change_open(state, shared, |comparison| {
        comparison.partners.retain(|partner| partner.id != id);
    });
    say(state, Said::Removed)
}

/// People are added to the organisation to which they say they belong, or stay apart. They are not asked about again.
pub(super) fn answer(state: &mut State, shared: &mut Shared, to: u32, yes: bool) -> Option<Effect> {
    let (id, comparison) = state.comparison(shared.folder)?;
    let is_it = |claim: &Claim| claim.comparison == id && claim.to == to;
    let place = shared.claims.iter().position(is_it)?;
    let claim = shared.claims.remove(place);
    let apart = claim.apart(comparison);
    let number = claim.organisation(comparison)?;
    if yes {
        change_open(state, shared, |comparison| {
            for id in apart {
                if let Some(partner) = comparison.partner_mut(id) {
                    partner.organisation = number;
                }
            }
        });
    }
    Some(say(state, if yes { Said::Joined } else { Said::KeptApart }))
}

impl State {
    /// Whether the last change can be taken back: not where somebody changed the comparison since, in another tab.
    pub fn can_undo(&self, folder: &Folder) -> bool {
        let undo = self.undo.as_ref();
        undo.is_some_and(|undo| *folder.item(undo.id) == undo.after)
    }
}

pub(super) fn undo(state: &mut State, shared: &mut Shared) -> Option<Effect> {
    if !state.can_undo(shared.folder) {
        return None;
    }
    let undo = state.undo.take()?;
    shared.put(undo.id, undo.before);
    Some(say(state, Said::Undone))
}

/// The button is gone; what happened is said where it could be taken back.
fn say(state: &mut State, said: Said) -> Effect {
    state.taken = None;
    state.said = Some(said);
    Effect::Focus("phc-taken".to_owned())
}
