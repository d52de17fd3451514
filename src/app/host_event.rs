//! What the page around a widget is told. No answer is among it: the page learns which statement was answered and how
//! many are, never what was chosen. `docs/embedding.md` lists the events.

use super::effect::Effect;
use super::state::State;

/// A check was begun.
pub(super) const STARTED: &str = "phc-start";
/// A statement was answered, or its answer cleared.
const ANSWERED: &str = "phc-answer";
/// The result was asked for.
const FINISHED: &str = "phc-finish";
/// A link was copied, or handed to the system's share sheet.
pub(super) const SHARED: &str = "phc-share";
/// Everything on the device was deleted.
pub(super) const DELETED: &str = "phc-delete";

/// Something that the page around a widget may want to know. `src/embed/widget.js` makes the event's detail of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostEvent {
    /// The event's name.
    pub name: &'static str,
    /// Id of the statement that was answered, `stage` for the question of that name, or empty.
    pub statement: &'static str,
    /// How many statements of the check have an answer now.
    pub answered: usize,
    /// How many it has; 0 where the event has nothing to do with a count.
    pub of: usize,
    /// The scores as JSON where the page may have them, or empty.
    pub scores: String,
}

/// Tells the page, where there is one that is not ours.
pub(super) fn tell(state: &State, name: &'static str, effects: &mut Vec<Effect>) {
    push(state, name, "", false, effects);
}

/// Tells that a statement was answered.
pub(super) fn answered(state: &State, statement: &'static str, effects: &mut Vec<Effect>) {
    push(state, ANSWERED, statement, true, effects);
}

/// Tells that the result was asked for.
pub(super) fn finished(state: &State, effects: &mut Vec<Effect>) {
    push(state, FINISHED, "", true, effects);
}

fn push(state: &State, name: &'static str, statement: &'static str, counts: bool, effects: &mut Vec<Effect>) {
    if !state.guest {
        return;
    }
    let check = state.check().filter(|_| counts);
    let links = state.links.filter(|_| name == FINISHED && state.scores);
    effects.push(Effect::Tell(HostEvent {
        name,
        statement,
        answered: check.map_or(0, |_| state.answered()),
        of: check.map_or(0, |check| check.statements().len()),
        scores: links.map_or_else(String::new, |links| (links.scores)(state)),
    }));
}
