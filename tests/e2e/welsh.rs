//! The check in Welsh, as people come to it.

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::{Key, LANGUAGES, Texts, keys};
use xtask::browser::Browser;

use crate::guest::inside;
use crate::support::host::Host;
use crate::support::{address, journey};

/// A text in Welsh.
fn words(key: Key) -> Result<&'static str> {
    let (_, file) = LANGUAGES
        .iter()
        .find(|(tag, _)| *tag == "cy")
        .context("There is no Welsh.")?;
    let texts = Texts::from_file(file).ok().context("Welsh cannot be read.")?;
    Ok(texts.get(key))
}

/// The language without its country counts, of the page and of the element; a language that is not there is English.
#[tokio::test]
async fn the_country_of_a_language_does_not_matter() -> Result<()> {
    journey("welsh-country", async |browser: &Browser| {
        let host = Host::start()?;
        let loader = address("embed/partnership-health-check.js")?;
        let welsh = words(keys::start::GO)?;
        let english = Texts::english().get(keys::start::GO);
        for (page, check, expected) in [
            ("en", " lang=\"cy\"", welsh),
            ("en", " lang=\"cy-GB\"", welsh),
            ("cy-GB", "", welsh),
            ("CY", "", welsh),
            ("cy", " lang=\"en-GB\"", english),
            ("cy", " lang=\"br\"", english),
        ] {
            let page = format!(
                "<!doctype html><html lang=\"{page}\"><meta charset=\"utf-8\"><title>A charity</title>\
                 <script type=\"module\" src=\"{loader}\"></script><h1>A charity</h1>\
                 <partnership-health-check{check}></partnership-health-check>"
            );
            browser.open(&host.made(&page)).await?;
            let start = inside(browser, ".start__go").await?.text().await?;
            ensure!(start == expected, "{page}: {start}");
        }
        Ok(())
    })
    .await
}
