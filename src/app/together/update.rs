//! One arm a message; each screen has a file of its own.

use super::effect::Effect;
use super::message::Message;
use super::state::{State, Status};
use super::{comparing, meeting, planning};

/// Takes in what happened: changes the state and returns what the browser should do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    let does = &mut effects;
    match message {
        Message::ContextChanged(context) => {
            let moved = context.place != state.context.place;
            state.context = context;
            if moved {
                state.status = Status::Quiet;
                state.planning = planning::State::default();
                meeting::moved(state, does);
            }
        }
        Message::Comparing(message) => comparing::update(state, message, does),
        Message::Planning(message) => planning::update(state, message, does),
        Message::Meeting(message) => meeting::update(state, message, does),
        Message::Copied(done) => state.status = if done { Status::Copied } else { Status::NotCopied },
        Message::SheetClosed(shared) => {
            state.status = if shared { Status::Shared } else { Status::Quiet };
        }
        Message::PrintPressed => does.push(Effect::Print),
        Message::LinkFollowed(fragment) => {
            does.push(Effect::Tell(crate::app::Message::LinkFollowed(fragment)));
        }
    }
    effects
}
