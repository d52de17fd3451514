//! `cargo xtask kill N`: kills each browser N times at random moments. The journeys are those of the tests, in
//! `tests/e2e/killed`, which kill a few times.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::program::{cargo, run};
use crate::setup;

const KILLS: &str = "PHC_KILLS";
const SEED: &str = "PHC_SEED";
/// How often the tests kill each browser.
const FEW: u32 = 5;

/// How often, and which moments.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Kills of each browser.
    pub kills: u32,
    /// What the random numbers begin with. The same seed gives the same acts and the same waiting times; how far a browser
    /// gets in them depends on the machine.
    pub seed: u64,
}

impl Plan {
    /// What the command asks for, or what the tests do: a few kills, each time others.
    pub fn from_environment() -> Result<Self> {
        let number = |name: &str| -> Result<Option<u64>> {
            let Ok(text) = std::env::var(name) else {
                return Ok(None);
            };
            let number = text
                .parse()
                .with_context(|| format!("{name} is no number: {text}"))?;
            Ok(Some(number))
        };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Ok(Self {
            kills: number(KILLS)?.map_or(Ok(FEW), u32::try_from)?,
            seed: number(SEED)?.unwrap_or(now.as_secs()),
        })
    }
}

/// Kills so often in each of these engines: `chromium`, `firefox`, `webkit`; all of them if none is named.
pub fn kill(kills: &str, options: &[&str]) -> Result<()> {
    let kills: u32 = kills
        .parse()
        .with_context(|| format!("{kills} is not how often."))?;
    let (seed, engines) = match options {
        ["--seed", seed, engines @ ..] => (Some(*seed), engines),
        engines => (None, engines),
    };
    setup::for_journeys()?;
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
        .args(["--test-threads", "1", "--nocapture"])
        .env(KILLS, kills.to_string())
        .env("RUST_BACKTRACE", "0");
    if let Some(seed) = seed {
        command.env(SEED, seed);
    }
    let all = ["chromium", "firefox", "webkit"];
    for engine in if engines.is_empty() { &all } else { engines } {
        command.arg(format!("killed::random::{engine}"));
    }
    run(&mut command)
}
