//! The comparison's screen: partners come in, are named, grouped and taken out again.

use super::effect::Effect;
use super::state::State as Together;
use crate::domain::comparison::Comparison;
use crate::domain::folder::Item;

/// What this screen knows beside the folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Id of the comparison that is open.
    pub open: Option<u32>,
}

/// What happens on this screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A comparison on this device was opened, by id.
    Opened(u32),
    /// A new comparison was asked for.
    NewPressed,
}

/// Takes in what happened.
pub(super) fn update(state: &mut Together, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::Opened(id) => state.comparing.open = Some(id),
        Message::NewPressed => {
            let id = state.new_id();
            let comparison = Comparison::new(state.context.today);
            state.put(id, Item::Comparison(comparison));
            state.comparing.open = Some(id);
        }
    }
    effects.push(Effect::Tell(crate::app::Message::LinkFollowed("compare")));
}
