//! The page loads and starts, or says why it cannot.

use anyhow::{Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::steps::{at, before_loading, begin, open, saved, words};
use crate::support::{address, journey};

#[tokio::test]
async fn the_page_starts_and_nothing_is_blocked() -> Result<()> {
    journey("start", async |browser: &Browser| {
        browser.open(&address("")?).await?;
        browser.find("#phc[data-started]").await?;
        let console = browser.console().await?;
        ensure!(console.is_empty(), "The console is not empty: {console:#?}");
        Ok(())
    })
    .await
}

/// What is painted first stays the largest paint, however soon the program takes its place.
#[tokio::test]
async fn the_largest_paint_is_the_first() -> Result<()> {
    // On a busy machine the page waits as long as it takes, not half a second.
    const NO_HURRY: &str = "const { setTimeout } = globalThis;
        globalThis.setTimeout = (call, after, ...rest) => after === 500 ? 0 : setTimeout(call, after, ...rest);";
    const PAINTS: &str = "
        const [done] = arguments;
        const first = performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime);
        const note = (list) => done([first, list.getEntries().map(({ startTime }) => startTime)]);
        const look = () => new PerformanceObserver(note).observe({ type: 'largest-contentful-paint', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look, 100)));";
    journey("largest-paint", async |browser: &Browser| {
        before_loading(browser, NO_HURRY).await?;
        browser.open(&address("")?).await?;
        browser.find("#phc[data-started]").await?;
        let paints = browser.run_until_done(PAINTS, vec![]).await?;
        ensure!(
            paints[0] == paints[1],
            "The first paint and the largest: {paints}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_second_part_arrives() -> Result<()> {
    journey("second-part", async |browser: &Browser| {
        browser.open(&address("#privacy")?).await?;
        browser.find("#phc[data-started] .prose h1").await?;
        let console = browser.console().await?;
        ensure!(console.is_empty(), "The console is not empty: {console:#?}");
        Ok(())
    })
    .await
}

/// A minute of a network that says nothing, in half a second.
pub(crate) const SHORT: &str =
    "const { timeout } = AbortSignal; AbortSignal.timeout = () => timeout.call(AbortSignal, 500);";

#[tokio::test]
async fn a_second_part_that_never_comes_is_told() -> Result<()> {
    journey("second-part-hangs", async |browser: &Browser| {
        before_loading(browser, SHORT).await?;
        let held = json!({ "patterns": [{ "urlPattern": "*phc_second*wasm" }] });
        browser.devtools("Fetch.enable", held).await?;
        browser.open(&address("#privacy")?).await?;
        let said = browser.find("#phc[data-started] .lead").await?.text().await?;
        ensure!(said == words(keys::app::LATER_FAILED), "It says “{said}”");
        browser.devtools("Fetch.disable", json!({})).await?;
        browser.find(".acts .button").await?.click().await?;
        browser.find(".prose h1").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn languages_that_are_not_built_in_come_as_a_file() -> Result<()> {
    journey("language", async |browser: &Browser| {
        browser.open(&address("qps-rtl/")?).await?;
        browser.find("html[dir=rtl] #phc[data-started]").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_without_web_assembly_is_told() -> Result<()> {
    journey("unsupported", async |browser: &Browser| {
        let script = json!({ "source": "delete globalThis.WebAssembly;" });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        browser.open(&address("")?).await?;
        browser
            .find("#phc-trouble:not([hidden]) [data-cause=unsupported]:not([hidden])")
            .await?;
        let said = browser.find("#phc-trouble").await?.text().await?;
        ensure!(said.contains("WebAssembly") && said.contains("Lockdown Mode"), "It says {said}");
        // What it is about can be read; nothing is left that would wait for a press for ever.
        let dead = "return [...document.querySelectorAll('#phc input, #phc .button')].filter((it) => it.checkVisibility()).length;";
        let dead = browser.run(dead, vec![]).await?;
        ensure!(dead == json!(0), "{dead} controls are left.");
        browser.find("#phc h1").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_missing_module_is_told_and_the_first_screen_stays() -> Result<()> {
    journey("missing", async |browser: &Browser| {
        browser.devtools("Network.enable", json!({})).await?;
        browser
            .devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] }))
            .await?;
        browser.open(&address("")?).await?;
        browser
            .find("#phc-trouble:not([hidden]) [data-cause=missing]:not([hidden])")
            .await?;
        browser.find("#phc h1").await?;
        browser
            .devtools("Network.setBlockedURLs", json!({ "urls": [] }))
            .await?;
        browser.click("#phc-trouble [data-reload]").await?;
        browser.find("#phc[data-started]").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_address_names_what_is_shown() -> Result<()> {
    journey("address", async |browser: &Browser| {
        let entries = async || browser.run("return history.length;", vec![]).await;
        browser.open(&address("#result")?).await?;
        let before = entries().await?;
        at(browser, "#start").await?;
        ensure!(entries().await? == before, "The history has grown.");
        begin(browser, &Given::quick().setup).await?;
        saved(browser).await?;
        open(browser, "?again#result").await?;
        at(browser, "#answers").await?;
        // By hand, and on the way back.
        browser.run("location.hash = '#q-1';", vec![]).await?;
        at(browser, "#q-1").await?;
        let before = entries().await?;
        browser.run("location.hash = '#share';", vec![]).await?;
        at(browser, "#answers").await?;
        let grown = json!(before.as_u64().map(|before| before + 1));
        ensure!(
            entries().await? == grown,
            "The history has grown by more than the visit."
        );
        browser.client().back().await?;
        at(browser, "#q-1").await
    })
    .await
}
