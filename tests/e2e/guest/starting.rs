//! How a check comes into a page that somebody already reads.

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, WATCH, begin, inside, no_faults};
use crate::support::host::{Files, Host};
use crate::support::steps::{before_loading, words};
use crate::support::{address, journey};

/// Counts the programs that start; the second module of one has no start of its own.
const COUNT_STARTS: &str = "
    const instantiate = WebAssembly.instantiate;
    window.starts = 0;
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate(...given);
        if ((made.instance ?? made).exports.start) window.starts += 1;
        return made;
    };";

/// What moves in view without a visitor's act, as browsers count it.
const MOVED: &str = "
    window.moved = 0;
    new PerformanceObserver((entries) => {
        for (const { value } of entries.getEntries()) window.moved += value;
    }).observe({ type: 'layout-shift', buffered: true });";

const DRAWN: &str = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]));";

#[tokio::test]
async fn a_slow_start_says_so_where_the_tag_says_nothing() -> Result<()> {
    journey("guest-slow", async |browser: &Browser| {
        let host = Host::start()?;
        let loader = format!("{}embed/partnership-health-check.js", address("")?);
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>
             <script type=\"module\" src=\"{loader}\"></script>
             <{CHECK} loading=\"eager\"></{CHECK}>"
        );
        let held = json!({ "patterns": [{ "urlPattern": "*phc_first*" }] });
        browser.devtools("Fetch.enable", held).await?;
        browser.open(&host.made(&page)).await?;
        let said = format!(
            "const slot = document.querySelector('{CHECK}').shadowRoot?.querySelector('slot');
             return slot && slot.textContent === arguments[0] && slot.assignedNodes().length === 0;"
        );
        let wait = words(keys::app::LOADING);
        browser
            .wait("the word of a slow start", &said, vec![json!(wait)])
            .await?;
        browser.devtools("Fetch.disable", json!({})).await?;
        inside(browser, ".start__go").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn it_grows_downwards_where_somebody_jumped_to_it() -> Result<()> {
    journey("guest-jump", async |browser: &Browser| {
        before_loading(browser, MOVED).await?;
        let host = Host::start()?;
        for offset in [0, 10, -5] {
            // The address differs, so that the browser remembers no place.
            browser
                .open(&format!("{}?{offset}", host.page("far", Files::Good)))
                .await?;
            // Somebody who jumps has seen the page.
            browser.run_until_done(DRAWN, vec![]).await?;
            let jump = format!(
                "const check = document.querySelector('{CHECK}');
                 check.scrollIntoView();
                 scrollBy(0, {offset});
                 return check.getBoundingClientRect().top;"
            );
            let before = browser.run(&jump, vec![]).await?;
            // The last of the first screen.
            inside(browser, ".foot").await?;
            browser.run_until_done(DRAWN, vec![]).await?;
            let top = format!("return document.querySelector('{CHECK}').getBoundingClientRect().top;");
            let after = browser.run(&top, vec![]).await?;
            let [before, after] = [before, after].map(|place| place.as_f64());
            let moved = after.context("no place")? - before.context("no place")?;
            ensure!(
                moved.abs() < 1.0,
                "Scrolled {offset} px beyond its top, it moved by {moved} px."
            );
            let below = browser.run("return window.moved;", vec![]).await?;
            ensure!(
                below.as_f64().is_some_and(|below| below < 0.01),
                "Scrolled {offset} px beyond its top, what is below moved: {below}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn with_settings_of_its_own_it_starts_once() -> Result<()> {
    journey("guest-once", async |browser: &Browser| {
        before_loading(browser, COUNT_STARTS).await?;
        let host = Host::start()?;
        let site = address("")?;
        let check = "loading=\"eager\" kind=\"grant\" heading-level=\"3\" lang=\"en\"";
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>\
             <script type=\"module\" src=\"{site}embed/partnership-health-check.js\"></script>\
             <{CHECK} {check}></{CHECK}>"
        );
        browser.open(&host.made(&page)).await?;
        // The durable store comes last.
        inside(browser, "[data-kept]").await?;
        inside(browser, "#phc-title[aria-level=\"3\"]").await?;
        browser
            .run_until_done("setTimeout(arguments[0], 500);", vec![])
            .await?;
        let starts = browser.run("return window.starts;", vec![]).await?;
        ensure!(starts == json!(1), "It started {starts} times.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_two_loaders_on_a_page_the_first_one_runs_the_check() -> Result<()> {
    journey("guest-two-loaders", async |browser: &Browser| {
        before_loading(browser, &[WATCH, COUNT_STARTS].concat()).await?;
        let host = Host::start()?;
        let ours = address("")?;
        let plain = host.page("plain", Files::Good);
        let theirs = plain.replace("plain.html", "files/wrong-type/");
        for (first, second) in [(&ours, &theirs), (&theirs, &ours)] {
            let scripts = [first, second].map(|site| {
                format!("<script type=\"module\" src=\"{site}embed/partnership-health-check.js\"></script>")
            });
            let page = format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>{}\
                 <{CHECK} kind=\"grant\" length=\"quick\" side=\"second\"></{CHECK}>",
                scripts.concat()
            );
            browser.open(&host.made(&page)).await?;
            browser.run("localStorage.clear();", vec![]).await?;
            begin(browser).await?;
            let files = "
                const files = performance.getEntriesByType('resource').map(({ name }) => name);
                return [files.filter((name) => /partnership-health-check\\.js$/.test(name)).length,
                    files.filter((name) => /widget\\./.test(name)).map((name) => name.startsWith(arguments[0])),
                    window.starts];";
            let seen = browser.run(files, vec![json!(first)]).await?;
            ensure!(
                seen == json!([2, [true], 1]),
                "Loaders, files of the first, and programs: {seen}"
            );
            no_faults(browser).await?;
        }
        Ok(())
    })
    .await
}
