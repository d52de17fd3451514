//! The whole browser is killed, right after "Saved" and at random moments: everything is there when it starts again. Where
//! to start: `random` kills; `deleted` does so after a deletion; `work` is what it interrupts, `look` what is there afterwards, `ledger` compares them.

mod deleted;
mod ledger;
mod look;
mod random;
mod work;

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::content::keys;
use serde_json::json;
use tempfile::TempDir;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::journey;
use crate::support::look::chosen;
use crate::support::steps::{answered, at, begin, choose, go, keep_text, local_storage, open, press, saved};

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

#[tokio::test]
async fn an_answer_given_before_the_newer_copy_was_read_counts() -> Result<()> {
    journey("older-copy", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "1").await?;
        saved(browser).await?;
        let older = local_storage(browser).await?["phc.record"].clone();
        for value in ["2", "3", "4"] {
            choose(browser, "A1.2", value).await?;
            saved(browser).await?;
        }
        choose(browser, "A2.2", "dk").await?;
        saved(browser).await?;

        // As after a kill: `localStorage` is behind, and the durable store comes late.
        let held = json!({ "patterns": [{ "urlPattern": "*phc_second*" }] });
        browser.devtools("Fetch.enable", held).await?;
        keep_text(browser, older.as_str().unwrap_or_default()).await?;
        go(browser, &Screen::Questions(0)).await?;
        answered(browser, 1).await?;
        choose(browser, "A1.2", "5").await?;
        browser.devtools("Fetch.disable", json!({})).await?;
        answered(browser, 2).await?;
        saved(browser).await?;
        let there = chosen(browser).await?;
        ensure!(there == json!({ "A1.2": "5", "A2.2": "dk" }), "There is {there}");
        Ok(())
    })
    .await
}
