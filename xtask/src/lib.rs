//! What `cargo xtask` does. Where to start: `dist` makes the files of the page, `serve` shows them,
//! `test` checks everything.

#[cfg(feature = "browser")]
pub mod bench;
#[cfg(feature = "browser")]
pub mod browser;
pub mod dist;
#[cfg(feature = "browser")]
pub mod ear;
pub mod fuzz;
pub mod kill;
pub mod listen;
#[cfg(feature = "browser")]
pub mod pictures;
pub mod places;
pub mod program;
pub mod release;
pub mod serve;
pub mod setup;
#[cfg(feature = "browser")]
#[path = "../../examples/support/summaries.rs"]
mod summaries;
pub mod test;
#[cfg(feature = "browser")]
pub mod wordpress;
