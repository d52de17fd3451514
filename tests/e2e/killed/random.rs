//! The browser is killed again and again, at random moments, and started with the same profile. `cargo xtask kill` does it
//! oftener than the tests.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fastrand::Rng;
use tempfile::TempDir;
use tokio::time::timeout;
use xtask::browser::{Browser, Engine, Options};
use xtask::{kill, places};

use super::ledger::Ledger;
use super::look::seen;
use super::work::Person;

#[tokio::test]
async fn chromium_is_killed_at_random_moments() -> Result<()> {
    kills(Engine::Chromium).await
}

#[tokio::test]
async fn firefox_is_killed_at_random_moments() -> Result<()> {
    kills(Engine::Firefox).await
}

#[tokio::test]
async fn webkit_is_killed_at_random_moments() -> Result<()> {
    kills(Engine::WebKit).await
}

async fn kills(engine: Engine) -> Result<()> {
    let plan = kill::Plan::from_environment()?;
    println!("{engine:?}: {} kills, seed {}", plan.kills, plan.seed);
    let begun = Instant::now();
    let profile = TempDir::with_prefix("phc-killed-").context("Could not make a profile folder.")?;
    let options = Options {
        engine,
        profile: Some(profile.path()),
        ..Options::default()
    };
    let mut chance = Rng::with_seed(plan.seed);
    let mut ledger = Ledger::default();
    let mut names = 0;
    let mut done = Tally::default();
    for number in 1..=plan.kills {
        let browser = Browser::start_as(options.clone()).await?;
        let outcome = one(&browser, &mut ledger, &mut chance, &mut names, &mut done).await;
        if let Err(error) = outcome {
            let picture = places::target().join(format!("pictures/killed-{engine:?}.png"));
            browser.screenshot(&picture).await.map(drop).or_else(|error| {
                eprintln!("{error:#}");
                anyhow::Ok(())
            })?;
            return Err(error.context(format!("{engine:?}, seed {}, before kill {number}", plan.seed)));
        }
        browser.kill()?;
    }
    let browser = Browser::start_as(options).await?;
    ledger
        .compare(seen(&browser).await?)
        .with_context(|| format!("{engine:?}, seed {}, after the last kill", plan.seed))?;
    println!(
        "{engine:?}: {} kills, {} while it started, {} at work, {} right after “Saved”; nothing lost, nothing back; {} s",
        plan.kills,
        done.starting,
        done.working,
        done.saved,
        begun.elapsed().as_secs()
    );
    browser.close().await
}

/// When browsers were killed.
#[derive(Default)]
struct Tally {
    starting: u32,
    working: u32,
    saved: u32,
}

/// Looks what the last kill has left and works on, up to the moment of the next one.
async fn one(
    browser: &Browser,
    ledger: &mut Ledger,
    chance: &mut Rng,
    names: &mut u32,
    done: &mut Tally,
) -> Result<()> {
    let moment = Duration::from_millis(chance.u64(0..2_500));
    // While it starts and puts the stores right, nothing is under way.
    if chance.u8(0..10) == 0 {
        if let Ok(found) = timeout(moment, seen(browser)).await {
            ledger.compare(found?)?;
        }
        done.starting += 1;
        return Ok(());
    }
    ledger.compare(seen(browser).await?)?;
    let mut person = Person {
        ledger,
        chance,
        names,
    };
    if person.chance.bool() {
        person.works(browser).await?;
        done.saved += 1;
    } else {
        if let Ok(worked) = timeout(moment, person.works(browser)).await {
            worked?;
        }
        done.working += 1;
    }
    Ok(())
}
