//! What a page shows where the check cannot start.

use anyhow::{Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, WATCH, inside, no_faults, press, told};
use crate::start::SHORT;
use crate::support::host::{Files, Host};
use crate::support::steps::{before_loading, words};
use crate::support::{address, journey};

#[tokio::test]
async fn a_second_part_that_never_comes_is_told() -> Result<()> {
    journey("guest-second-part-hangs", async |browser: &Browser| {
        before_loading(browser, SHORT).await?;
        let held = json!({ "patterns": [{ "urlPattern": "*phc_second*bin" }] });
        browser.devtools("Fetch.enable", held).await?;
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        press(browser, "[href=\"#privacy\"]").await?;
        let said = inside(browser, ".screen > .lead").await?.text().await?;
        ensure!(said == words(keys::app::LATER_FAILED), "It says “{said}”");
        browser.devtools("Fetch.disable", json!({})).await?;
        press(browser, ".acts .button").await?;
        inside(browser, ".prose h1").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_a_file_fails_it_says_so_and_a_new_try_works() -> Result<()> {
    journey("guest-failed", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        for files in [Files::Cut, Files::Gone, Files::WidgetGone] {
            browser.open(&host.page("plain", files)).await?;
            let said = inside(browser, "[role=alert]").await?.text().await?;
            ensure!(said.contains("Part of it did not load"), "{files:?}: {said}");
            ensure!(
                said.contains("Take the check on its own page"),
                "{files:?}: {said}"
            );
            let light = browser.text(CHECK).await?;
            ensure!(light.contains("The check is here."), "{files:?}: {light}");
            let height = browser
                .run(
                    &format!("return document.querySelector('{CHECK}').offsetHeight;"),
                    vec![],
                )
                .await?;
            ensure!(
                height.as_f64().is_some_and(|height| height < 300.0),
                "{files:?}: a hole of {height} px"
            );
            let told = told(browser).await?;
            ensure!(
                told == json!([["phc-error", { "code": "missing" }]]),
                "{files:?}: {told}"
            );
            press(browser, "[role=alert] button").await?;
            inside(browser, ".start__go").await?;
            no_faults(browser).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_it_is_forbidden_the_editor_reads_what_to_allow() -> Result<()> {
    journey("guest-forbidden", async |browser: &Browser| {
        let host = Host::start()?;
        let files = format!("{}embed/", address("")?);
        for page in ["forbidden", "unconnected"] {
            browser.open(&host.page(page, Files::Good)).await?;
            let said = inside(browser, "[role=alert]").await?.text().await?;
            ensure!(said.contains("blocks WebAssembly"), "{page}: {said}");
            // The second page says that there is none.
            ensure!(
                said.contains("own page") == (page == "forbidden"),
                "{page}: {said}"
            );
            press(browser, "summary").await?;
            let lines = inside(browser, "code").await?.text().await?;
            ensure!(
                lines == format!("script-src {files} 'wasm-unsafe-eval'; connect-src {files}"),
                "{page}: {lines}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_address_that_is_code_becomes_no_link() -> Result<()> {
    journey("guest-own-page", async |browser: &Browser| {
        let host = Host::start()?;
        let link =
            "return document.querySelector('partnership-health-check').shadowRoot.querySelector('a').href;";
        for (given, expected) in [
            ("javascript:alert(1)", address("")?),
            (" javascript:alert(1)", address("")?),
            (
                "https://charity.example/check/",
                "https://charity.example/check/".to_owned(),
            ),
        ] {
            let page = format!(
                "<!-- Content-Security-Policy: script-src {0} -->\n<!doctype html><html lang=\"en\">\
                 <script type=\"module\" src=\"{1}embed/partnership-health-check.js\"></script>\
                 <{CHECK} own-page=\"{given}\"></{CHECK}>",
                address("")?.trim_end_matches('/'),
                address("")?
            );
            browser.open(&host.made(&page)).await?;
            inside(browser, "[role=alert] a").await?;
            let found = browser.run(link, vec![]).await?;
            ensure!(found == expected, "“{given}” became {found}");
        }
        Ok(())
    })
    .await
}
