//! The pages in which the check must be at home, and what it must leave alone there.

use std::fs;

use anyhow::{Result, anyhow, ensure};
use serde_json::json;
use xtask::browser::{Browser, Engine};
use xtask::places;

use super::{CHECK, WATCH, begin, from_text, inside, no_faults, told};
use crate::support::host::{Files, Host};
use crate::support::steps::{before_loading, forget};
use crate::support::{address, journey};

/// What the check must never change in the page around it; as text, because a page may have given all objects more than
/// they had. Names that begin with `ret_` and `se_` are of the tool that drives the browser.
const AROUND: &str = "
    return JSON.stringify({
        title: document.title,
        globals: Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && !/^(ret|se)_/.test(name)),
        // While a check that was moved gets its place again, one rule holds the page still, see `holdScrolling`. WebKit
        // counts it among both.
        sheets: [...new Set([...document.styleSheets, ...document.adoptedStyleSheets])]
            .filter((sheet) => sheet.href || sheet.cssRules[0]?.selectorText !== '*').length,
        cookie: document.cookie,
        length: history.length,
        scroll: [scrollX, scrollY],
        focus: document.activeElement?.localName,
    });";

/// What the page asked for beside the check's files; pages ask for an icon by themselves.
const ASKED: &str = "
    return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !/\\/embed\\/[a-z_.-]+[0-9a-f]*\\.(js|bin|wasm)$|favicon\\.ico$/.test(name));";

/// Pages in which the check must be at home. The others are for one journey each.
const PAGES: [&str; 14] = [
    "plain",
    "unset",
    "hidden",
    "huge",
    "overflow",
    "rtl",
    "transform",
    "framework",
    "write",
    "policy",
    "isolated",
    "print",
    "modal",
    "patched",
];

#[tokio::test]
async fn it_works_in_every_page_and_changes_none() -> Result<()> {
    journey("guest", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let mut failed = Vec::new();
        for page in PAGES {
            nothing_kept(browser, &host).await?;
            let mut outcome = works(browser, &host.page(page, Files::Good)).await;
            if page == "isolated" && browser.run("return crossOriginIsolated;", vec![]).await? != true {
                outcome = Err(anyhow!("the page is not isolated"));
            }
            let picture = places::target().join(format!("pictures/host-{page}.png"));
            browser.screenshot(&picture).await?;
            if let Err(error) = outcome {
                failed.push(format!("{page}: {error:#}"));
            }
        }
        ensure!(failed.is_empty(), "{}", failed.join("\n"));
        Ok(())
    })
    .await
}

/// The same in a browser that runs nothing before a page's own scripts: the pages watch themselves, but for the one whose
/// policy forbids it.
pub(crate) async fn is_good(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let site = address("")?;
    let mut failed = Vec::new();
    for page in PAGES {
        nothing_kept(browser, &host).await?;
        // WebKit's driver cannot even click there.
        if page == "patched" && browser.engine() == Engine::WebKit {
            continue;
        }
        let outcome = if page == "policy" {
            browser.open(&host.page(page, Files::Good)).await?;
            begin(browser).await
        } else {
            let text = fs::read_to_string(places::root().join(format!("tests/e2e/hosts/{page}.html")))?
                .replace("{{loader}}", &format!("{site}embed/partnership-health-check.js"))
                .replace("{{site}}/", &site)
                .replacen("<html", &format!("<script>{WATCH}</script>\n<html"), 1);
            works(browser, &host.made(&text)).await
        };
        if let Err(error) = outcome {
            failed.push(format!("{page}: {error:#}"));
        }
    }
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}

/// Takes away what was kept in the page before: a check to go on with would come late, from the durable store, to where
/// the button to begin was.
async fn nothing_kept(browser: &Browser, host: &Host) -> Result<()> {
    browser
        .open(&host.made("<!doctype html><html lang=\"en\"><title>Nothing</title>"))
        .await?;
    forget(browser).await
}

async fn works(browser: &Browser, page: &str) -> Result<()> {
    browser.open(page).await?;
    inside(browser, ".start__go").await?;
    let before = from_text(browser, AROUND).await?;
    ensure!(
        before["globals"] == json!([]),
        "New global names: {}",
        before["globals"]
    );
    ensure!(before["title"] == "A charity", "The title is {}", before["title"]);
    ensure!(
        before["scroll"] == json!([0, 0]),
        "It scrolled to {}",
        before["scroll"]
    );
    ensure!(before["focus"] != CHECK, "It took the focus.");
    ensure!(before["cookie"] == "", "It left a cookie.");
    let shown = from_text(browser, LOOKS).await?;
    ensure!(
        shown["height"].as_f64().unwrap_or_default() > 300.0,
        "It is {shown}"
    );
    ensure!(
        shown["font"] == "16px" && shown["case"] == "none",
        "It looks {shown}"
    );
    ensure!(
        shown["style"] == 0,
        "It has a style element or attribute: {shown}"
    );
    begin(browser).await?;
    let ring = "return getComputedStyle(document.querySelector(arguments[0])).outlineStyle;";
    let ring = browser.run(ring, vec![json!(CHECK)]).await?;
    ensure!(ring == "none", "While it has the focus, its ring is {ring}.");
    let after = from_text(browser, AROUND).await?;
    for same in ["title", "globals", "sheets", "cookie", "length"] {
        ensure!(
            before[same] == after[same],
            "{same}: {} became {}",
            before[same],
            after[same]
        );
    }
    let asked = browser.run(ASKED, vec![]).await?;
    ensure!(asked == json!([]), "It asked for {asked}");
    let told = told(browser).await?;
    ensure!(
        told == json!([
            ["phc-start", {}],
            ["phc-answer", { "statement": "A1.2", "answered": 1, "of": 13 }],
        ]),
        "The page was told {told}"
    );
    no_faults(browser).await
}

/// How the check looks in the page.
const LOOKS: &str = "
    const check = document.querySelector('partnership-health-check');
    const whole = check.shadowRoot.querySelector('.phc');
    const { fontSize, textTransform } = getComputedStyle(whole);
    return JSON.stringify({
        height: check.getBoundingClientRect().height,
        font: fontSize,
        case: textTransform,
        style: check.shadowRoot.querySelectorAll('style, [style]').length,
    });";

#[tokio::test]
async fn where_the_files_are_served_badly_it_starts_all_the_same() -> Result<()> {
    journey("guest-wrong-type", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        works(browser, &host.page("plain", Files::WrongType)).await
    })
    .await
}
