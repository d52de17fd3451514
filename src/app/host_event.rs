//! Events for the page around a guest. They contain no answers, except by way of scores where the page may have them: the
//! page learns which statement was answered and how many are, never what was chosen. `docs/embedding.md` lists the events.

use super::effect::{Effect, Extent, HostEvent};
use super::state::State;
use crate::domain::ids::Criterion;
use crate::domain::score::Score;
use crate::domain::scoring::ScoreCard;
use crate::domain::value::ValueCard;

/// A check was started.
pub(super) const STARTED: &str = "phc-start";
/// A statement was answered, or its answer cleared.
const ANSWERED: &str = "phc-answer";
/// The result was asked for.
const FINISHED: &str = "phc-finish";
/// A link was copied, or handed to the system's share sheet.
pub(super) const SHARED: &str = "phc-share";
/// What is kept on the device was deleted.
const DELETED: &str = "phc-delete";

/// Dispatches an event, if the program is a guest.
pub(super) fn tell(state: &State, name: &'static str, effects: &mut Vec<Effect>) {
    if state.guest {
        effects.push(Effect::Tell(counted_nothing(name, "")));
    }
}

/// An event without a count.
const fn counted_nothing(name: &'static str, statement: &'static str) -> HostEvent {
    HostEvent {
        name,
        statement,
        answered: 0,
        of: 0,
        scores: String::new(),
    }
}

/// Reports a deletion, and whether it took other checks' answers too.
pub(super) fn deleted(state: &State, extent: Extent, effects: &mut Vec<Effect>) {
    let statement = match extent {
        Extent::Check => "",
        Extent::Site => "all",
    };
    if state.guest {
        effects.push(Effect::Tell(counted_nothing(DELETED, statement)));
    }
}

/// Reports that a statement was answered.
pub(super) fn answered(state: &State, statement: &'static str, effects: &mut Vec<Effect>) {
    if state.guest {
        effects.push(Effect::Tell(counted(state, ANSWERED, statement)));
    }
}

/// Reports that the result was asked for.
pub(super) fn finished(state: &State, effects: &mut Vec<Effect>) {
    if state.guest {
        let mut event = counted(state, FINISHED, "");
        if state.scores {
            event.scores = scores(state);
        }
        effects.push(Effect::Tell(event));
    }
}

/// An event that says how many answers the open check has.
fn counted(state: &State, name: &'static str, statement: &'static str) -> HostEvent {
    HostEvent {
        name,
        statement,
        answered: state.answered(),
        of: state.check().map_or(0, |check| check.statements().len()),
        scores: String::new(),
    }
}

/// The scores of the open check as JSON, 0 to 100 as shown, `null` where there are not enough answers: `overall`, each
/// criterion, and `V` for value.
fn scores(state: &State) -> String {
    let Some(check) = state.check() else {
        return "{}".to_owned();
    };
    let number =
        |score: Option<Score>| score.map_or_else(|| "null".to_owned(), |score| score.shown().to_string());
    // Only statements that this check asks: a full check that became a quick one still stores the other answers.
    let sheet = check.summary(state.today, false, false).sheet;
    let card = ScoreCard::of_sheet(&sheet);
    let named = Criterion::ALL.map(|criterion| (criterion.id(), card.score(criterion)));
    let value = ("V", ValueCard::of_sheet(&sheet).score());
    let rest: String = named
        .into_iter()
        .chain([value])
        .map(|(id, score)| [",\"", id, "\":", &number(score)].concat())
        .collect();
    ["{\"overall\":", &number(card.overall()), &rest, "}"].concat()
}
