//! The program without a browser: a message says what happened, `update` changes the state and returns effects for the
//! browser. There is no Yew here, so every journey can be tested as a list of messages.
//!
//! Where to start: `message` has all that can happen, `update` handles it.

pub mod address;
mod answering;
pub mod chair;
mod choices;
pub mod effect;
pub mod file;
pub mod first;
mod following;
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
pub mod settings;
mod sharing;
pub mod state;
pub mod status;
pub mod store;
pub mod storing;
mod update;

pub use effect::Effect;
pub use message::Message;
pub use screen::Screen;
pub use state::State;
pub use update::update;
