//! The browser is killed right after everything was deleted. By then it has removed the text from `localStorage`, and may
//! still have it on its disk: nothing of it comes back, whether or not something new was begun since.

use anyhow::{Context, Result};
use fastrand::Rng;
use tempfile::TempDir;
use xtask::browser::{Browser, Engine, Options};

use super::ledger::Ledger;
use super::look::seen;
use super::work::Person;

#[tokio::test]
async fn what_was_deleted_in_chromium_stays_deleted() -> Result<()> {
    stays_deleted(Engine::Chromium).await
}

#[tokio::test]
async fn what_was_deleted_in_firefox_stays_deleted() -> Result<()> {
    stays_deleted(Engine::Firefox).await
}

#[tokio::test]
async fn what_was_deleted_in_webkit_stays_deleted() -> Result<()> {
    stays_deleted(Engine::WebKit).await
}

async fn stays_deleted(engine: Engine) -> Result<()> {
    for begins_again in [false, true] {
        let profile = TempDir::with_prefix("phc-killed-").context("Could not make a profile folder.")?;
        let options = Options {
            engine,
            profile: Some(profile.path()),
            ..Options::default()
        };
        let (mut ledger, mut chance, mut names) = (Ledger::default(), Rng::with_seed(1), 0);
        let mut person = Person {
            ledger: &mut ledger,
            chance: &mut chance,
            names: &mut names,
        };
        let browser = Browser::start_as(options.clone()).await?;
        seen(&browser).await?;
        person.begins(&browser).await?;
        person.is_told(&browser).await?;
        person.compares(&browser, 0).await?;
        person.is_told(&browser).await?;
        // It takes its time to write `localStorage` to the disk, but does so when it is closed.
        browser.close().await?;

        let browser = Browser::start_as(options.clone()).await?;
        seen(&browser).await?;
        person.deletes_everything(&browser).await?;
        if begins_again {
            person.begins(&browser).await?;
            person.is_told(&browser).await?;
        }
        browser.kill()?;

        for kill in 1..=2 {
            let browser = Browser::start_as(options.clone()).await?;
            let after = format!("{engine:?}, begun again: {begins_again}, start {kill}");
            ledger.compare(seen(&browser).await?).context(after)?;
            browser.kill()?;
        }
    }
    Ok(())
}
