//! Statements that a chair writes: what a set is, that none of them touches the published check, and their journey.

mod apart;
mod bad_input;
mod journey;
mod paper;
mod set;
mod support;
mod writing;
