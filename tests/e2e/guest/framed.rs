//! What people met in products of this kind, met in a frame: a store of a newer release, a browser without WebAssembly, a
//! clipboard that is refused.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::content::keys;
use partnership_health_check::domain::day::Day;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::{Given, stored};
use crate::support::host::{Files, Host};
use crate::support::journey;
use crate::support::look::notice;
use crate::support::steps::{
    answered, before_loading, begin, choose, go, local_storage, press, saved, started, words,
};

/// Opens a page with the check in a frame, and goes into it.
async fn open(browser: &Browser, host: &Host) -> Result<()> {
    browser.open(&host.page("frame", Files::Good)).await?;
    browser.client().enter_frame(0).await.map_err(Into::into)
}

/// The same, until the check has started.
pub(crate) async fn enter(browser: &Browser, host: &Host) -> Result<()> {
    open(browser, host).await?;
    started(browser).await
}

/// Puts a text where the check in the frame keeps its own, and comes again.
async fn come_again_with(browser: &Browser, host: &Host, text: &str) -> Result<()> {
    enter(browser, host).await?;
    // Only when the page is being left: the program that still runs would notice the text, as another tab's.
    let script = "
        const text = arguments[0];
        addEventListener('pagehide', () => localStorage.setItem('phc.record', text));";
    browser.run(script, vec![json!(text)]).await?;
    browser.client().enter_parent_frame().await?;
    enter(browser, host).await
}

#[tokio::test]
async fn what_a_newer_version_kept_stays_as_it_is_in_a_frame() -> Result<()> {
    const NEWER: &str = r#"{"phc":"stored","v":2,"something":{"else":[1,2,3]}}"#;
    journey("framed-newer", async |browser: &Browser| {
        let host = Host::start()?;
        come_again_with(browser, &host, NEWER).await?;
        notice(browser, words(keys::notice::NEWER_VERSION)).await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        let kept = local_storage(browser).await?;
        ensure!(kept == json!({ "phc.record": NEWER }), "Kept is {kept}");
        press(browser, keys::notice::BESIDE).await?;
        notice(browser, words(keys::notice::KEPT_BESIDE)).await?;
        let kept = local_storage(browser).await?;
        ensure!(kept["phc.aside.1"] == NEWER, "Kept is {kept}");
        browser.client().enter_parent_frame().await.map_err(Into::into)
    })
    .await
}

#[tokio::test]
async fn a_browser_without_web_assembly_is_told_in_a_frame() -> Result<()> {
    journey("framed-unsupported", async |browser: &Browser| {
        before_loading(browser, "delete globalThis.WebAssembly;").await?;
        open(browser, &Host::start()?).await?;
        browser
            .find("#phc-trouble:not([hidden]) [data-cause=unsupported]:not([hidden])")
            .await?;
        let dead = "return [...document.querySelectorAll('#phc input, #phc .button')].filter((it) => it.checkVisibility()).length;";
        let dead = browser.run(dead, vec![]).await?;
        ensure!(dead == json!(0), "{dead} controls are left.");
        browser.client().enter_parent_frame().await.map_err(Into::into)
    })
    .await
}

#[tokio::test]
async fn a_link_that_a_frame_may_not_copy_stands_in_a_field_that_has_the_focus() -> Result<()> {
    const CHOSEN: &str = "
        const { activeElement: field } = document;
        return field.value.slice(field.selectionStart, field.selectionEnd);";
    journey("framed-refused", async |browser: &Browser| {
        let host = Host::start()?;
        let check = Given::full().check(1, Some(Day(20_800)));
        // A frame of another site has no clipboard unless its page says so.
        come_again_with(browser, &host, &stored(vec![check])).await?;
        saved(browser).await?;
        go(browser, &Screen::Share).await?;
        press(browser, keys::share::COPY).await?;
        browser
            .find("input[readonly]:focus, textarea[readonly]:focus")
            .await?;
        let chosen = browser.run(CHOSEN, vec![]).await?;
        ensure!(
            chosen.as_str().is_some_and(|link| link.contains("#phc=")),
            "Chosen is {chosen}"
        );
        browser.client().enter_parent_frame().await.map_err(Into::into)
    })
    .await
}
