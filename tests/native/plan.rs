//! Tests of the plan and the meeting: what happens, and what is said.

mod linking;
mod meeting;
mod said;
pub(crate) mod support;
mod talk;
mod writing;
