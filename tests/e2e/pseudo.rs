//! Two made-up languages: every word comes from the language file, nothing is cut off when words are 40 % longer,
//! and everything turns round where people read from right to left.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use crate::fit::MISFITS;
use crate::support::answers::PARTNERS;
use crate::support::journey;
use crate::support::look::none;
use crate::support::tour::tour;

/// Texts of the language file stand in brackets. What remains after they are taken out may hold no letter, save
/// for the ids of criteria and value, the names that were typed and addresses.
const UNTRANSLATED: &str = "
    const shown = [document.title];
    const whole = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (element.closest('script, noscript, template, #phc-trouble, [translate=no]')) continue;
        // The lines of a label in a picture are parts of one text.
        const label = element.closest('svg text');
        if (label) whole.add(label); else shown.push(walker.currentNode.data);
    }
    for (const label of whole) shown.push(label.textContent);
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
        for (const element of document.querySelectorAll(`#phc [${name}]`)) shown.push(element.getAttribute(name));
    }
    const [typed] = arguments;
    const rest = (text) => {
        let before;
        do { before = text; text = text.replace(/\\[[^\\[\\]]*\\]/gu, ' '); } while (text !== before);
        for (const name of typed) text = text.replaceAll(name, ' ');
        return text.replace(/Tea for all|Harbour Kitchen|Organisation \\d+|\\b[ABC][1-4]\\b|\\b[A-Z]\\b|chair@example\\.org|https?:\\S+/gu, ' ');
    };
    return [...new Set(shown.filter((text) => /\\p{L}/u.test(rest(text))))].slice(0, 8);";

#[tokio::test]
async fn nothing_is_untranslated_or_cut_off_in_a_longer_language() -> Result<()> {
    journey("pseudo-long", async |browser: &Browser| {
        browser.resize(360, 740).await?;
        check(browser, "qps-ploc/", "ltr").await
    })
    .await
}

#[tokio::test]
async fn everything_turns_round_from_right_to_left() -> Result<()> {
    journey("pseudo-rtl", async |browser: &Browser| {
        browser.resize(320, 740).await?;
        check(browser, "qps-rtl/", "rtl").await
    })
    .await
}

async fn check(browser: &Browser, folder: &str, direction: &str) -> Result<()> {
    let language = folder.trim_end_matches('/');
    let mut faults = Vec::new();
    tour(browser, folder, async |screen| {
        for script in [UNTRANSLATED, MISFITS] {
            let found = browser.run(script, vec![json!(PARTNERS)]).await?;
            let found = found
                .as_array()
                .into_iter()
                .flatten()
                .map(|fault| format!("{screen}: {fault}"));
            faults.extend(found);
        }
        let script = "
            const tags = [document.documentElement, ...document.querySelectorAll('.phc[lang]')];
            return tags.map((tag) => `${tag.lang} ${tag.dir} ${getComputedStyle(tag).direction}`);";
        let tags = browser.run(script, vec![]).await?;
        let expected = format!("{language} {direction} {direction}");
        for tag in tags.as_array().into_iter().flatten() {
            ensure!(tag == expected.as_str(), "{screen}: a part of the page is {tag}");
        }
        Ok(())
    })
    .await?;
    none(&faults)
}
