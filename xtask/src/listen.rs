//! `cargo xtask listen`: hears journeys with a real screen reader. The journeys are in `tests/e2e/heard`, what is heard is
//! kept in `tests/heard`.

use anyhow::Result;

use crate::program::{cargo, run};
use crate::setup;

/// Hears the journeys with these names, or all of them.
pub fn listen(names: &[&str]) -> Result<()> {
    setup::for_listening()?;
    let mut command = cargo(&[
        "test",
        "--locked",
        "--package",
        "xtask",
        "--features",
        "browser",
        "--test",
        "e2e",
        "--",
    ]);
    // One after the other: beside each other they would wait for each other.
    command
        .args(["--include-ignored", "--test-threads", "1", "--nocapture"])
        .env("RUST_BACKTRACE", "0");
    for name in if names.is_empty() { &[""] } else { names } {
        command.arg(format!("heard::{name}"));
    }
    run(&mut command)
}
