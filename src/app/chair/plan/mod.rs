//! The plan: steps are taken up, written, given an owner and a date, moved, ticked off, removed and put back.
//!
//! Nothing is kept before the first step.

mod handing;
mod ordering;
mod shown;
mod state;
mod writing;

pub use state::{Message, News, Removed, State, UNDO};

use super::effect::Effect;
use super::shared::Shared;
use shown::Shown;

/// Takes in what happened to the plan of the check or the comparison with the id `of`.
pub(super) fn update(state: &mut State, shared: Shared, of: Option<u32>, message: Message) -> Option<Effect> {
    let mut shown = Shown { shared, of };
    let shown = &mut shown;
    match message {
        Message::Taken { topic, what } => writing::add(state, shown, Some(topic), &what),
        Message::OwnStepAdded => writing::own_step_added(state, shown),
        Message::Moved(id, up) => ordering::moved(state, shown, id, up),
        Message::Removed(id) => ordering::removed(state, shown, id),
        Message::PutBackPressed => ordering::put_back(state, shown),
        Message::CopyPressed => {
            let Shared { context, folder, .. } = &shown.shared;
            state.link(context, folder, of).map(Effect::Copy)
        }
        Message::CalendarPressed => handing::calendar(shown).map(Effect::Download),
        Message::TablePressed => Some(Effect::Download(handing::table(shown))),
        Message::OwnStepWritten(text) => {
            state.own_step = text;
            None
        }
        Message::Written(id, field, text) => {
            writing::written(state, shown, id, field, &text);
            None
        }
        Message::DoneChosen(id, done) => {
            shown.change_step(id, |step| step.done = done);
            None
        }
        Message::LinkChosen(chosen) => {
            state.in_link = chosen;
            None
        }
    }
}
