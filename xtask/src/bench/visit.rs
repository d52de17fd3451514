//! Two visits to a page: in a browser that has seen nothing before, and again once it has kept what it keeps. And one that
//! only looks.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;

const PROBE: &str = include_str!("probe.js");

/// Waits until the page is kept for visits without a network, if it is to be. What a visitor did is forgotten, so that the
/// second visit does the same.
const ONCE_KEPT: &str = "
    const done = arguments[0];
    const { serviceWorker } = navigator;
    const kept = document.querySelector('[data-plain]') ? Promise.resolve() : serviceWorker.ready;
    const forget = async () => {
        localStorage.clear();
        for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
        setTimeout(done, 500);
    };
    kept.then(forget);";

/// What was seen; times in milliseconds since the visit began, sizes in kB.
pub(super) struct Seen {
    pub(super) packed: f64,
    pub(super) unpacked: f64,
    pub(super) requests: f64,
    pub(super) first_paint: f64,
    pub(super) chosen: f64,
    pub(super) answered: f64,
    pub(super) taken: f64,
    /// What pieces of work took above 50 ms each, until the program had the answer, and the longest of them; 0 if none did.
    pub(super) blocked: f64,
    pub(super) longest: f64,
    /// Of one answer after another: how long the page was busy with it.
    pub(super) work: Vec<f64>,
}

/// The first visit and the second.
pub(super) async fn visits(address: &str) -> Result<[Seen; 2]> {
    let browser = Browser::start().await?;
    let seen = both(&browser, address).await;
    browser.close().await?;
    seen.with_context(|| format!("Could not measure {address}."))
}

/// When the first and the largest paint were of a visitor who presses nothing: what a press shows would be larger.
pub(super) async fn paints(address: &str) -> Result<[f64; 2]> {
    const PAINTS: &str = "
        const [done] = arguments;
        const [{ startTime: first }] = performance.getEntriesByName('first-contentful-paint');
        const note = (list) => done([first, list.getEntries().at(-1).startTime]);
        const look = () => new PerformanceObserver(note).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(look, 500);";
    let browser = Browser::start().await?;
    let seen = async {
        browser.resize(412, 823).await?;
        browser.slow_down().await?;
        browser.open(address).await?;
        browser.find("#phc[data-started]").await?;
        browser.run_until_done(PAINTS, vec![]).await
    };
    let seen = seen.await;
    browser.close().await?;
    let seen = seen.with_context(|| format!("Could not see what is painted of {address}."))?;
    Ok(serde_json::from_value(seen)?)
}

async fn both(browser: &Browser, address: &str) -> Result<[Seen; 2]> {
    browser.resize(412, 823).await?;
    browser.slow_down().await?;
    let probe = format!("{PROBE}\nglobalThis.phcSeen = probe();");
    browser
        .devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": probe }),
        )
        .await?;
    let first = watch(browser, address).await?;
    browser.run_until_done(ONCE_KEPT, vec![]).await?;
    browser.open("about:blank").await?;
    Ok([first, watch(browser, address).await?])
}

async fn watch(browser: &Browser, address: &str) -> Result<Seen> {
    browser.open(address).await?;
    let seen = browser.run_until_done("phcSeen.then(...arguments)", vec![]).await;
    let seen = seen.context("The first question did not take an answer.")?;
    let number = |key: &str| seen[key].as_f64().unwrap_or(f64::NAN);
    Ok(Seen {
        packed: number("packed") / 1000.0,
        unpacked: number("unpacked") / 1000.0,
        requests: number("requests"),
        first_paint: number("firstPaint"),
        chosen: number("chosen"),
        answered: number("answered"),
        taken: number("taken"),
        blocked: number("blocked"),
        longest: number("longest"),
        work: seen["work"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect(),
    })
}
