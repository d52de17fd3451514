//! What a check must not do to the page around it, nor to another check there.

use anyhow::{Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, begin, inside, inside_of, press};
use crate::storage::{NO_DATABASES, NULL};
use crate::support::host::{Files, Host};
use crate::support::steps::before_loading;
use crate::support::{address, journey};

#[tokio::test]
async fn a_check_that_starts_again_leaves_the_focus_and_the_view_alone() -> Result<()> {
    journey("guest-again", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        begin(browser).await?;
        press(browser, ".acts .button:not(.button--quiet)").await?;
        inside(browser, ".progress[value=\"2\"]").await?;
        let around = "return [document.activeElement.id, scrollY];";
        browser
            .run(
                "const search = document.createElement('input');
                 search.id = 'search';
                 document.body.prepend(search);
                 search.focus();
                 scrollTo(0, 5);",
                vec![],
            )
            .await?;
        let before = browser.run(around, vec![]).await?;
        for (level, change) in [
            (4, "check.headingLevel = 4;"),
            (
                5,
                // A page that is long enough to stay where it is without the check.
                "document.body.style.paddingBottom = '200vh';
                 check.remove(); setTimeout(() => { check.headingLevel = 5; document.body.append(check); }, 100);",
            ),
        ] {
            let script = format!("const check = document.querySelector('{CHECK}'); {change}");
            browser.run(&script, vec![]).await?;
            inside(browser, &format!("#phc-title[aria-level=\"{level}\"]")).await?;
            inside(browser, ".phc[data-answered=\"1\"] .progress[value=\"2\"]").await?;
            // The second module and the durable store come later.
            inside(browser, "[data-kept=saved]").await?;
            let after = browser.run(around, vec![]).await?;
            ensure!(before == after, "It was {before} and is {after} after “{change}”");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_nothing_is_kept_one_check_deletes_nothing_of_another() -> Result<()> {
    journey("guest-two-unkept", async |browser: &Browser| {
        before_loading(browser, &[NULL, NO_DATABASES].concat()).await?;
        let host = Host::start()?;
        browser.open(&host.page("two", Files::Good)).await?;
        for id in ["#first", "#same"] {
            inside_of(browser, id, ".start__go").await?.click().await?;
            inside_of(browser, id, "label[for=\"A1.2-4\"]")
                .await?
                .click()
                .await?;
            inside_of(browser, id, ".phc[data-answered=\"1\"]").await?;
        }
        inside_of(browser, "#first", ".phc[data-answered=\"1\"] .questions")
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn a_setting_that_changes_while_it_starts_counts() -> Result<()> {
    journey("guest-early-setting", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, ".start__go").await?;
        // The files are there, so this one has read its settings before the change.
        browser
            .run(
                "const check = document.createElement('partnership-health-check');
                 check.id = 'second';
                 check.loading = 'eager';
                 document.body.append(check);
                 setTimeout(() => { check.headingLevel = 6; });",
                vec![],
            )
            .await?;
        inside_of(browser, "#second", "#phc-title[aria-level=\"6\"]")
            .await
            .map(drop)
    })
    .await
}

/// The page never finishes loading, and nobody waits for it.
const NEVER_LOADED: &str = "{
    const { addEventListener, setTimeout } = window;
    window.addEventListener = (name, ...given) => name === 'load' || addEventListener(name, ...given);
    window.setTimeout = (what, after, ...given) => after === 3000 || setTimeout(what, after, ...given);
}";

#[tokio::test]
async fn a_check_that_is_near_waits_for_the_page_until_it_is_seen() -> Result<()> {
    journey("guest-near", async |browser: &Browser| {
        let host = Host::start()?;
        let site = address("")?;
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>\
             <script type=\"module\" src=\"{site}embed/partnership-health-check.js\"></script>\
             <h1 style=\"height: calc(100vh + 200px)\">A charity</h1><{CHECK}></{CHECK}>"
        );
        let page = host.made(&page);
        browser.open(&page).await?;
        inside(browser, ".start__go").await?;

        before_loading(browser, NEVER_LOADED).await?;
        browser.open(&page).await?;
        browser
            .run_until_done("setTimeout(arguments[0], 1000);", vec![])
            .await?;
        let early = browser
            .run(
                "return [performance.getEntriesByType('resource').length, scrollY];",
                vec![],
            )
            .await?;
        ensure!(early == json!([1, 0]), "Files and scrolling: {early}");
        browser.run("scrollTo(0, 300);", vec![]).await?;
        inside(browser, ".start__go").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_rule_that_only_reports_is_no_cause() -> Result<()> {
    journey("guest-reported", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("reported", Files::Gone)).await?;
        let said = inside(browser, "[role=alert]").await?.text().await?;
        ensure!(said.contains("Part of it did not load"), "It says {said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn inside_a_page_no_check_for_another_page_is_made() -> Result<()> {
    journey("guest-about", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        press(browser, "[href=\"#about\"]").await?;
        inside(browser, ".prose").await?;
        let links = browser
            .run(
                &format!(
                    "return document.querySelector('{CHECK}').shadowRoot.querySelectorAll('[href=\"#builder\"]').length;"
                ),
                vec![],
            )
            .await?;
        ensure!(links == 0, "{links} links lead to the builder.");
        Ok(())
    })
    .await
}
