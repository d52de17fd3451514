//! Tests of the plan and the meeting: what happens, and what is said.

mod linking;
mod meeting;
mod said;
mod support;
mod talk;
mod writing;
