//! What happens: a message says what happened, `update` changes the state and returns what the browser
//! should do. No browser and no Yew here, so that every journey can be tested as a list of messages.
//!
//! Where to start: `message` for all that can happen, `update` for what follows from it.

mod answering;
pub mod chair;
pub mod effect;
pub mod file;
pub mod first;
pub mod form;
mod given;
mod host_event;
mod inviting;
pub mod message;
mod moving;
pub mod notice;
pub mod opening;
pub mod pages;
mod saving;
pub mod screen;
mod sharing;
pub mod state;
pub mod store;
mod storing;
mod update;

pub use effect::Effect;
pub use message::Message;
pub use screen::Screen;
pub use state::State;
pub use update::update;
