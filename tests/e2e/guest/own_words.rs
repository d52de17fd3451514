//! A host's page with words of its own: from the start to the result, in both languages, and no word of the check before.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use super::invited::at;
use super::{CHECK, WATCH, inside, no_faults, press};
use crate::support::host::Host;
use crate::support::steps::before_loading;
use crate::support::{address, journey};

/// Everything that the check shows until it is asked for, and what is said on the console.
const SEEN: &str = "
    window.warned = [];
    console.warn = (...words) => window.warned.push(words.join(' '));
    window.seen = '';
    const look = () => {
        const shown = document.querySelector('partnership-health-check')?.shadowRoot?.querySelector('.phc');
        window.seen += `${shown?.textContent ?? ''}\\n`;
        requestAnimationFrame(look);
    };
    look();";

fn page() -> Result<String> {
    Ok(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>\
         <script type=\"module\" src=\"{}embed/partnership-health-check.js\"></script>\
         <main><h1>A charity</h1><{CHECK} kind=\"other\" length=\"quick\" words=\"
             partnership = alliance
             partnr = &lt;b&gt;ally&lt;/b&gt;
             Start the check = &lt;b&gt;Begin&lt;/b&gt;
             cy: partneriaeth = cynghrair | Nesaf = Ymlaen\"></{CHECK}></main>",
        address("")?
    ))
}

/// Waits until the check shows this.
async fn shows(browser: &Browser, words: &str) -> Result<()> {
    let script = format!(
        "return document.querySelector('{CHECK}').shadowRoot.querySelector('.phc').textContent.includes(arguments[0]);"
    );
    browser.wait(words, &script, vec![json!(words)]).await.map(drop)
}

#[tokio::test]
async fn a_page_has_words_of_its_own() -> Result<()> {
    journey("guest-words", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        before_loading(browser, SEEN).await?;
        own_words(browser).await
    })
    .await
}

async fn own_words(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.open(&host.made(&page()?)).await?;
    let start = inside(browser, ".start__go").await?.text().await?;
    ensure!(start == "<b>Begin</b>", "The button says {start}");
    shows(browser, "How well does your alliance work?").await?;
    let name = inside(browser, ".phc-root").await?.attr("aria-label").await?;
    ensure!(
        name.as_deref() == Some("Alliance health check"),
        "It is called {name:?}"
    );
    let warned = browser.run("return window.warned;", vec![]).await?;
    let first = warned[0].as_str().unwrap_or_default();
    ensure!(
        warned.as_array().map(Vec::len) == Some(1) && first.contains("“partnr = <b>ally</b>” is left out"),
        "The console says {warned}"
    );
    press(browser, ".start__go").await?;
    shows(browser, "How true is this of your alliance today?").await?;
    press(browser, "label[for=\"A1.2-4\"]").await?;
    inside(browser, ".phc[data-answered=\"1\"]").await?;

    press(browser, ".foot button[lang=cy]").await?;
    inside(browser, ".phc[lang=cy][data-answered=\"1\"]").await?;
    shows(browser, "Pa mor wir yw hyn am eich cynghrair heddiw?").await?;
    shows(browser, "Ymlaen").await?;
    press(browser, ".foot button[lang=en]").await?;
    inside(browser, ".phc[lang=en][data-answered=\"1\"]").await?;

    for next in ["#q-2", "#q-3", "#answers", "#result"] {
        press(browser, ".acts .button:not(.button--quiet)").await?;
        at(browser, next).await?;
    }
    shows(
        browser,
        "This website uses some words of its own: “alliance” for “partnership” and “<b>Begin</b>” for “Start the check”.",
    )
    .await?;
    // Not one frame showed a word of the check that the page has another for, but where it says so.
    let seen = browser.run("return window.seen;", vec![]).await?;
    let seen = seen.as_str().unwrap_or_default();
    ensure!(
        seen.contains("One moment") || seen.contains("alliance"),
        "Nothing was seen."
    );
    let plain = seen.replace("“alliance” for “partnership”", "");
    let plain = plain
        .lines()
        .find(|line| line.to_lowercase().contains("your partnership"));
    ensure!(plain.is_none(), "It showed {plain:?}");
    no_faults(browser).await
}
