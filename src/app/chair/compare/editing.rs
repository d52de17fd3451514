//! Naming, grouping and taking out partners. Each change can be taken back.

use super::super::effect::Effect;
use super::super::state::State as Chair;
use super::{Said, change};
use crate::domain::comparison::Comparison;
use crate::domain::name::clean_name;

/// Changes the comparison that is open; nothing if another tab has removed it since.
fn change_open(state: &mut Chair, with: impl FnOnce(&mut Comparison)) {
    if state.comparison().is_some() {
        change(state, with);
    }
}

/// Names a comparison, unless another one is open by now: another tab may have removed it.
pub(super) fn name(state: &mut Chair, id: u32, name: &str) {
    if state.comparison().is_some_and(|(open, _)| open == id) {
        let name = clean_name(name).text;
        change_open(state, |comparison| comparison.name = name);
    }
}

pub(super) fn rename(state: &mut Chair, id: u32, name: &str) {
    let name = clean_name(name).text;
    change_open(state, |comparison| {
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

pub(super) fn group(state: &mut Chair, id: u32, with: Option<u32>) {
    change_open(state, |comparison| {
        let number = match with {
            Some(other) => comparison.partner_mut(other).map(|other| other.organisation),
            None => Some(comparison.free_number()),
        };
        if let (Some(number), Some(partner)) = (number, comparison.partner_mut(id)) {
            partner.organisation = number;
        }
    });
}

pub(super) fn remove(state: &mut Chair, id: u32, effects: &mut Vec<Effect>) {
    change_open(state, |comparison| {
        comparison.partners.retain(|partner| partner.id != id);
    });
    say(state, Said::Removed, effects);
}

/// Whether the last change can be taken back: not where somebody changed the comparison since, in another tab.
pub fn can_undo(state: &Chair) -> bool {
    let undo = state.compare.undo.as_ref();
    undo.is_some_and(|undo| *state.item(undo.id) == undo.after)
}

pub(super) fn undo(state: &mut Chair, effects: &mut Vec<Effect>) {
    if can_undo(state)
        && let Some(undo) = state.compare.undo.take()
    {
        state.put(undo.id, undo.before);
        say(state, Said::Undone, effects);
    }
}

/// The button is gone; what happened is said where it could be taken back.
fn say(state: &mut Chair, said: Said, effects: &mut Vec<Effect>) {
    state.compare.taken = None;
    state.compare.said = Some(said);
    effects.push(Effect::Focus("phc-taken".to_owned()));
}
