//! What happens: a message says what happened, `update` changes the state and returns what the browser
//! should do. No browser and no Yew here, so that every journey can be tested as a list of messages.
//!
//! Where to start: `message` for all that can happen, `update` for what follows from it.

mod answering;
pub mod chair;
pub mod effect;
pub mod form;
pub mod host_event;
pub mod later;
pub mod message;
pub mod notice;
pub mod opening;
pub mod pages;
pub mod screen;
mod sharing;
pub mod state;
mod storing;
mod update;

pub use effect::Effect;
pub use message::Message;
pub use screen::Screen;
pub use state::State;
pub use update::update;
