//! The rules of the health check, in plain Rust: no browser, no sentence, no serialization.
//!
//! The words, as the field uses them: a *statement* is what a person judges; three statements make a
//! *criterion*; four criteria make a *dimension*; a *response* is what was chosen for a statement; a
//! *summary* is everything about one finished check that may leave the browser.
//!
//! Invariants: a point is 1 to 5, a shown score is a whole number from 0 to 100, and every number
//! between the two is an exact fraction until its one rounding (`content.md` sections 3.1 and 3.7).

pub mod agreement;
pub mod alike;
pub mod answer;
pub mod change;
pub mod check;
pub mod colour;
pub mod comparison;
pub mod course;
pub mod day;
pub mod entry;
pub mod extra;
pub mod extra_compared;
pub mod folder;
pub mod fraction;
pub mod ids;
pub mod invitation;
pub mod listed;
pub mod name;
pub mod order;
pub mod organisation;
pub mod plan;
pub mod record;
pub mod reply;
pub mod role_gap;
pub mod score;
pub mod scoring;
pub mod sheet;
pub mod stage;
pub mod steps;
pub mod summary;
pub mod talk;
pub mod topic;
pub mod value;
