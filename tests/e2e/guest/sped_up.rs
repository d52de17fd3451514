//! What speed plugins do to the tag of a script: give it other attributes, hold it back until somebody does something, write its
//! text into the page, or join it to another script.

use std::fs;

use anyhow::{Context, Result, ensure};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link::encode;
use serde_json::{Value, json};
use xtask::browser::Browser;
use xtask::places;

use super::{CHECK, WATCH, inside, no_faults, press, told};
use crate::support::answers::Given;
use crate::support::host::Host;
use crate::support::steps::before_loading;
use crate::support::{address, journey};

/// Holds scripts back until the first key or movement, and then puts each in again in the place where it was.
const HOLD_BACK: &str = "<script>
    const acts = ['keydown', 'pointerdown', 'pointermove', 'wheel'];
    const go = () => {
        for (const act of acts) removeEventListener(act, go);
        for (const held of document.querySelectorAll('script[type=held]')) {
            const script = document.createElement('script');
            script.type = held.dataset.type;
            script.src = held.dataset.src;
            held.replaceWith(script);
        }
    };
    for (const act of acts) addEventListener(act, go);
    </script>";

fn loader() -> Result<String> {
    Ok([&address("")?, "embed/partnership-health-check.js"].concat())
}

/// The text of the loader, as a plugin would take it.
fn text() -> Result<String> {
    let file = places::test_site().join("embed/partnership-health-check.js");
    fs::read_to_string(&file).with_context(|| format!("Could not read {}.", file.display()))
}

fn page(host: &Host, script: &str) -> Result<String> {
    let site = address("")?;
    Ok(host.made(&format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>{script}<h1>A charity</h1>\
         <{CHECK}><p>Take it on <a href=\"{site}\">its own page</a>.</p></{CHECK}>"
    )))
}

/// Whether the sentence inside the tag can be seen.
async fn shows_its_sentence(browser: &Browser) -> Result<bool> {
    let script = format!("return document.querySelector('{CHECK} > p').checkVisibility();");
    Ok(browser.run(&script, vec![]).await? == json!(true))
}

#[tokio::test]
async fn a_loader_with_other_attributes_starts() -> Result<()> {
    journey("guest-deferred", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        for attributes in ["defer", "async", "data-cfasync=false crossorigin=anonymous"] {
            let script = format!(
                "<script type=\"module\" {attributes} src=\"{}\"></script>",
                loader()?
            );
            browser.open(&page(&host, &script)?).await?;
            inside(browser, ".start__go").await?;
            no_faults(browser).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_loader_that_is_held_back_starts_with_the_first_key_and_shows_the_link() -> Result<()> {
    journey("guest-held-back", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let held = format!(
            "<script type=\"held\" data-type=\"module\" data-src=\"{}\"></script>{HOLD_BACK}",
            loader()?
        );
        let summary = encode(&Given::quick().summary(Day(20_750)));
        browser
            .open(&format!("{}#phc={summary}", page(&host, &held)?))
            .await?;
        ensure!(
            shows_its_sentence(browser).await?,
            "Until then the page shows nothing."
        );
        browser.press_keys(&['x']).await?;
        inside(browser, ".result").await?;
        let fragment = browser.run("return location.hash;", vec![]).await?;
        ensure!(fragment == "", "The link stays in the address: {fragment}");
        no_faults(browser).await
    })
    .await
}

#[tokio::test]
async fn a_loader_whose_text_was_moved_says_so() -> Result<()> {
    journey("guest-moved", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let moved = format!("<script type=\"module\">{}</script>", text()?);
        browser.open(&page(&host, &moved)?).await?;
        let said = inside(browser, "[role=alert]").await?.text().await?;
        ensure!(said.contains("Part of it did not load"), "{said}");
        ensure!(shows_its_sentence(browser).await?, "The sentence has gone.");
        let told = told(browser).await?;
        ensure!(told == json!([["phc-error", { "code": "missing" }]]), "{told}");
        // A new try is one: it says the same, and nothing breaks.
        press(browser, "[role=alert] button").await?;
        inside(browser, "[role=alert]").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_loader_that_was_joined_to_a_plain_script_leaves_the_sentence() -> Result<()> {
    journey("guest-joined", async |browser: &Browser| {
        let host = Host::start()?;
        let joined = format!("<script>window.first = true; {}</script>", text()?);
        browser.open(&page(&host, &joined)?).await?;
        ensure!(shows_its_sentence(browser).await?, "The sentence has gone.");
        // Such a script is dead as a whole, which is why the plugin has to leave ours out.
        let first = browser.run("return window.first ?? null;", vec![]).await?;
        ensure!(first == Value::Null, "Half of the script ran.");
        Ok(())
    })
    .await
}
