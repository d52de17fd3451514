//! Partners side by side: the part of the program for whoever chairs. It follows the same idea as the
//! check itself, with a state, messages and effects of its own, because nobody needs it before the first
//! answer and none of it may weigh on the first module.
//!
//! Where to start: `message` for all that can happen, `update` for what follows from it. `compare`,
//! `invite`, `plan`, `meeting` and `builder` each have the state and the messages of their screens; `keeping`
//! looks after what is kept on the device.

pub mod builder;
pub mod compare;
pub mod context;
pub mod earlier;
pub mod effect;
pub mod field;
pub mod invite;
mod keeping;
pub mod meeting;
pub mod message;
pub mod plan;
mod shared;
pub mod state;
mod typing;
mod update;

pub use effect::Effect;
pub use message::Message;
pub use state::State;
pub use update::update;
