//! axe-core finds nothing wrong on any screen, on a phone and on a desk, and in the dark.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::{Browser, Media, Rules};

use crate::support::journey;
use crate::support::look::none;
use crate::support::tour::tour;
use crate::trees::Trees;

const PHONE: (u32, u32) = (360, 740);
pub(crate) const DESK: (u32, u32) = (1280, 900);

#[tokio::test]
async fn no_screen_shuts_anyone_out_in_the_light() -> Result<()> {
    journey("axe-light", async |browser: &Browser| {
        browser.emulate(Media::Plain).await?;
        all_screens(browser, "", Rules::All, &[PHONE, DESK]).await
    })
    .await
}

/// In the dark only colours are others, in Welsh only words, and they are the same at every width.
#[tokio::test]
async fn no_screen_shuts_anyone_out_in_the_dark_or_in_welsh() -> Result<()> {
    journey("axe-dark", async |browser: &Browser| {
        browser.emulate(Media::Dark).await?;
        all_screens(browser, "cy/", Rules::OfColoursAndWords, &[DESK]).await
    })
    .await
}

/// Words that stand together without a space, where a reader or a copied text would have one word: a small letter or the end of a
/// sentence, and a capital.
const JOINED: &str = r"
    const names = /WordPress|JavaScript|WebAssembly|GitHub|SurveyJS/g;
    const words = document.querySelector('.phc').innerText.replace(names, '');
    return words.match(/\S*[\p{Ll}.,:;?!”][\p{Lu}“]\S*/gu) ?? [];";

/// Each screen in windows of these sizes.
pub(crate) async fn all_screens(
    browser: &Browser,
    folder: &str,
    rules: Rules,
    sizes: &[(u32, u32)],
) -> Result<()> {
    let mut faults = Vec::new();
    let mut trees = Trees::default();
    tour(browser, folder, async |screen| {
        for &(width, height) in sizes {
            browser.resize(width, height).await?;
            let found = browser.axe(rules).await?;
            for fault in found.violations {
                faults.push(format!("{screen} at {width}: {fault}"));
            }
            // Words in a picture lie on other shapes as far as axe can tell; `wheel_words_are_ink` looks at them.
            let doubts = found.undecided.into_iter().filter(|doubt| {
                !(doubt.starts_with("color-contrast")
                    && (doubt.contains("[\"text")
                        || doubt.contains("[\"tspan")
                        || doubt.contains(" > text\"]")))
            });
            // Cells that a phone scrolls out of view cannot be measured there. At the desk's width all are in view.
            let is_scrolled = |doubt: &String| {
                (width, height) == PHONE
                    && doubt.starts_with("color-contrast")
                    && (doubt.contains("td:nth-child") || doubt.contains("th[scope="))
            };
            for doubt in doubts.filter(|doubt| !is_scrolled(doubt)) {
                faults.push(format!("{screen} at {width}, undecided: {doubt}"));
            }
        }
        // Colours change no tree, and another language only its words.
        if rules == Rules::All {
            trees.keep(browser, screen).await?;
            let joined = browser.run(JOINED, vec![]).await?;
            ensure!(joined == json!([]), "{screen}: words are joined: {joined}");
        }
        wheel_words_are_ink(browser, screen).await
    })
    .await?;
    trees.check(browser.engine());
    none(&faults)
}

/// The words around a wheel have the colour of other words, whose contrast axe has measured.
async fn wheel_words_are_ink(browser: &Browser, screen: &str) -> Result<()> {
    let script = "
        const ink = new Set([...document.querySelectorAll('h1, .caveat')].map((words) => getComputedStyle(words).color));
        return [...document.querySelectorAll('svg text, svg tspan')]
            .map((words) => getComputedStyle(words).fill).filter((fill) => !ink.has(fill));";
    let others = browser.run(script, vec![]).await?;
    ensure!(
        others.as_array().is_some_and(Vec::is_empty),
        "{screen}: words in {others}"
    );
    Ok(())
}
