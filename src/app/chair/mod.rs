//! The chair's program: comparison, plan, meeting, invitation, blank form and what comes back on it, embed code, earlier checks. It has its own state,
//! messages and effects, because nobody needs it before the first answer and none of it may be in the first module.
//!
//! Where to start: `message` has all that can happen, `update` handles it. `compare`, `invite`, `blank`, `entry`, `plan`, `meeting`,
//! `builder` and `earlier` each have the state and the messages of their screen; `typing` decides when a field's text
//! counts; `keeping` saves the folder.

pub mod blank;
pub mod builder;
pub mod claim;
mod code;
pub mod compare;
pub mod context;
pub mod earlier;
pub mod effect;
pub mod entry;
pub mod field;
pub mod invite;
mod keeping;
pub mod known;
pub mod meeting;
pub mod message;
pub mod plan;
mod shared;
pub mod state;
pub mod statements;
mod typing;
mod update;

pub use effect::Effect;
pub use message::Message;
pub use state::State;
pub use update::update;
