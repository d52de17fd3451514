//! Tests of the markup: every screen as the server renderer writes it, from named examples.
//!
//! `cargo test --no-default-features --features ssr --test markup`; with `UPDATE_EXPECT=1` the expected
//! files in `tests/golden` are written anew, to be reviewed like any other change.

mod chair;
mod charts;
mod early;
mod examples;
mod golden;
mod html;
mod languages;
mod matrix;
mod own_words;
mod plain;
mod screens;
mod structure;
