//! What a person does in the first screen before the program has arrived is kept and acted on.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use crate::support::look::{chosen, texts};
use crate::support::steps::{at, choose, local_storage, saved, started, type_into};
use crate::support::{address, journey};

/// Opens the page while the module is held back on its way.
async fn open_without_program(browser: &Browser) -> Result<()> {
    let patterns = json!({ "patterns": [{ "urlPattern": "*.wasm" }] });
    browser.devtools("Fetch.enable", patterns).await?;
    browser.open(&address("")?).await?;
    browser.find("#phc:not([data-started]) h1").await.map(drop)
}

/// Lets the module through.
async fn program_arrives(browser: &Browser) -> Result<()> {
    let started_already = browser
        .run(
            "return 'started' in document.getElementById('phc').dataset;",
            vec![],
        )
        .await?;
    ensure!(started_already == json!(false), "The program was not held back.");
    browser.devtools("Fetch.disable", json!({})).await?;
    started(browser).await
}

#[tokio::test]
async fn what_is_ticked_and_typed_before_the_program_arrives_is_kept() -> Result<()> {
    journey("early-form", async |browser: &Browser| {
        open_without_program(browser).await?;
        choose(browser, "length", "quick").await?;
        choose(browser, "kind", "grant").await?;
        choose(browser, "sector", "public").await?;
        type_into(browser, "#partnership", "Tea for all").await?;
        type_into(browser, "#organisation", "B").await?;
        program_arrives(browser).await?;
        browser.find("#side-first").await?;
        let here = chosen(browser).await?;
        ensure!(
            here == json!({ "length": "quick", "kind": "grant", "sector": "public" }),
            "Kept is {here}"
        );
        let names = "return ['partnership', 'organisation'].map((id) => document.getElementById(id).value);";
        let names = browser.run(names, vec![]).await?;
        ensure!(names == json!(["Tea for all", "B"]), "Kept are the names {names}");
        // And the program knows of it, not only the fields.
        choose(browser, "side", "second").await?;
        browser.click(".start__go").await?;
        at(browser, "#q-1").await?;
        saved(browser).await?;
        let stored = local_storage(browser).await?.to_string();
        for part in ["quick", "grant", "second", "public", "Tea for all"] {
            ensure!(stored.contains(part), "“{part}” is missing in {stored}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn start_pressed_before_the_program_arrives_starts() -> Result<()> {
    journey("early-start", async |browser: &Browser| {
        open_without_program(browser).await?;
        choose(browser, "length", "quick").await?;
        choose(browser, "kind", "other").await?;
        browser.click(".start__go").await?;
        program_arrives(browser).await?;
        at(browser, "#q-1").await?;
        ensure!(texts(browser, ".step").await? == ["Step 1 of 3"]);
        // One step back is the start screen, with the check to go on with.
        browser.client().back().await?;
        at(browser, "#start").await?;
        ensure!(texts(browser, ".checks__entry").await?.len() == 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn start_pressed_too_early_in_both_ways_says_what_is_missing() -> Result<()> {
    journey("early-problem", async |browser: &Browser| {
        open_without_program(browser).await?;
        browser.click(".start__go").await?;
        program_arrives(browser).await?;
        browser.find("#phc-problem:focus").await?;
        let title = browser.client().title().await?;
        ensure!(title.starts_with("Error: "), "The window is called {title}");
        Ok(())
    })
    .await
}
