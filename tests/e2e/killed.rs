//! The whole browser is killed right after "Saved", five times: everything is there when it starts again.

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use tempfile::TempDir;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::chosen;
use crate::support::steps::{answered, at, begin, choose, open, press, saved};

/// What is answered before each kill: new statements, and in the end changes of earlier answers.
const ANSWERS: [(&str, &str); 5] = [
    ("A1.2", "4"),
    ("A2.2", "dk"),
    ("A3.1", "1"),
    ("A1.2", "2"),
    ("A2.2", "na"),
];

#[tokio::test]
async fn nothing_that_was_saved_is_lost_when_the_browser_is_killed() -> Result<()> {
    let profile = TempDir::with_prefix("phc-killed-").context("Could not make a profile folder.")?;
    let mut expected = json!({});
    for (kills, (statement, value)) in ANSWERS.into_iter().enumerate() {
        let browser = Browser::start_with_profile(profile.path()).await?;
        open(&browser, "").await?;
        if kills == 0 {
            begin(&browser, &Given::quick().setup).await?;
        } else {
            everything_is_there(&browser, &expected).await?;
        }
        choose(&browser, statement, value).await?;
        expected[statement] = json!(value);
        answered(&browser, expected.as_object().map_or(0, serde_json::Map::len)).await?;
        saved(&browser).await?;
        browser.kill()?;
    }
    let browser = Browser::start_with_profile(profile.path()).await?;
    open(&browser, "").await?;
    everything_is_there(&browser, &expected).await?;
    browser.close().await
}

async fn everything_is_there(browser: &Browser, expected: &serde_json::Value) -> Result<()> {
    // Both stores have been read only then; `localStorage`, which is read first, may be older.
    saved(browser).await?;
    press(browser, keys::checks::GO_ON).await?;
    at(browser, "#q-1").await?;
    let there = chosen(browser).await?;
    ensure!(
        &there == expected,
        "After a kill there is {there} instead of {expected}"
    );
    Ok(())
}
