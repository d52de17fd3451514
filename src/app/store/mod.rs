//! The protocol of the two stores: `localStorage` is the working copy, the durable store (`IndexedDB`) survives a
//! killed browser. It is pure and generic, and keeps both texts of this product: the record of checks and the folder of
//! comparisons and plans.
//!
//! Where to start: `known` holds [`Store`]. `protocol` handles what the browser reports about one text ([`Heard`]) and
//! returns requests ([`Task`]); `forgetting` does so for deletions, and `deletion` decides what counts as one. `mergeable`
//! says what a store must know of what it keeps, and `record` and `folder` say it of both texts. The tables are in
//! docs/dev/keeping-answers.md.

mod deletion;
mod door;
mod folder;
mod forgetting;
mod known;
mod mergeable;
mod protocol;
mod record;

pub use door::{Heard, LocalStore, SaveError, Task};
pub use known::{Begun, Durable, Kept, Outcome, Store, Trouble};
pub use mergeable::{Loaded, Mergeable, has_only_traces, traces};
