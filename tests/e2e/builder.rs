//! Code for another website: what is chosen is in the code, in the preview and on the clipboard.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link::encode;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::notice;
use crate::support::steps::{begin, choose, go, local_storage, open, press, reload, saved, type_into, words};
use crate::support::{address, journey};

/// The code in a field.
async fn code(browser: &Browser, field: &str) -> Result<String> {
    let script = "return document.getElementById(arguments[0]).value;";
    let value = browser.run(script, vec![json!(field)]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Waits until this is true of the page.
async fn until(browser: &Browser, what: &str, script: &str) -> Result<()> {
    browser
        .wait(what, &format!("return {script};"), vec![])
        .await
        .map(drop)
}

#[tokio::test]
async fn what_is_chosen_is_in_the_code_and_in_the_preview() -> Result<()> {
    journey("builder", async |browser: &Browser| {
        open(browser, "#about").await?;
        browser.click("a[href='#builder']").await?;
        browser.click("label[for=builder-kind-grant]").await?;
        browser.click("label[for=builder-length-quick]").await?;
        browser.click("label[for=builder-language-en]").await?;
        until(
            browser,
            "the choices are in the preview",
            "document.querySelector('partnership-health-check[kind=grant][length=quick][storage-key=preview]') !== null",
        )
        .await?;
        let html = code(browser, "builder-html").await?;
        let folder = address("")?;
        let expected = format!(
            "<script type=\"module\" fetchpriority=\"low\" src=\"{folder}embed/partnership-health-check.js\"></script>\n\
             <partnership-health-check kind=\"grant\" length=\"quick\" lang=\"en\" own-page=\"{folder}\">\n  \
             <p><a href=\"{folder}\">Take the partnership health check</a></p>\n\
             </partnership-health-check>"
        );
        ensure!(html == expected, "The code is {html}");

        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser.devtools("Browser.grantPermissions", permissions).await?;
        press(browser, keys::builder::HTML_COPY).await?;
        browser.find(".builder__copied").await?;
        let copied = browser
            .run_until_done("navigator.clipboard.readText().then(arguments[0], String);", vec![])
            .await?;
        ensure!(copied == json!(html), "On the clipboard is {copied}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_site_is_made_with_decides_which_code_comes_first() -> Result<()> {
    journey("builder-made-with", async |browser: &Browser| {
        open(browser, "#builder").await?;
        browser.find("#builder-made-with").await?;
        let choose = "
            const list = document.getElementById('builder-made-with');
            list.value = arguments[0];
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        for (made_with, first) in [
            ("wix", "builder-address"),
            ("wordpress", "builder-shortcode"),
            // The lines for the head belong to the element.
            ("squarespace", "builder-head"),
        ] {
            browser.run(choose, vec![json!(made_with)]).await?;
            let comes_first = format!("document.querySelector('#builder-code textarea').id === '{first}'");
            until(browser, made_with, &comes_first).await?;
        }
        let address_there = code(browser, "builder-address").await?;
        ensure!(address_there == address("")?, "The address is {address_there}");
        Ok(())
    })
    .await
}

/// Opens the builder, and its preview, which starts when it is seen.
async fn with_preview(browser: &Browser) -> Result<()> {
    go(browser, &Screen::Chair(Place::Builder)).await?;
    let seen = "(() => {
        const preview = document.querySelector('partnership-health-check');
        preview?.scrollIntoView();
        return preview?.shadowRoot?.querySelector('.start__go') != null;
    })()";
    until(browser, "the preview is there", seen).await
}

#[tokio::test]
async fn what_is_deleted_in_the_preview_is_deleted_in_the_page() -> Result<()> {
    journey("builder-delete", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        saved(browser).await?;
        with_preview(browser).await?;
        // Found and pressed in one go: each press draws the preview anew.
        for selector in [
            "a[href='#privacy']",
            "#phc-delete-ask",
            // The second one takes other checks of the site along: the page around the preview is one.
            "#phc-delete .button--danger + .button--danger",
        ] {
            let script = format!(
                "(() => {{
                    const preview = document.querySelector('partnership-health-check')?.shadowRoot;
                    const found = preview?.querySelector(\"{selector}\");
                    found?.click();
                    return found != null;
                }})()"
            );
            until(browser, selector, &script).await?;
        }
        notice(browser, words(keys::notice::DELETED_ELSEWHERE)).await?;
        browser.find(".phc[data-answered='0']").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A2.2", "2").await?;
        saved(browser).await?;
        let kept = local_storage(browser).await?.to_string();
        ensure!(
            kept.contains("A2.2") && !kept.contains("A1.2"),
            "What was deleted is back: {kept}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_preview_leaves_links_to_the_page() -> Result<()> {
    journey("builder-link", async |browser: &Browser| {
        open(browser, "").await?;
        with_preview(browser).await?;
        let fragment = ["#phc=", &encode(&Given::quick().summary(Day(20_750)))].concat();
        browser
            .run("location.hash = arguments[0];", vec![json!(fragment)])
            .await?;
        browser.find(".banner__name").await?;
        let hash = browser.run("return location.hash;", vec![]).await?;
        ensure!(hash == json!(fragment), "The address names {hash}");
        reload(browser).await?;
        browser.find(".banner__name").await?;
        // What is made in the preview leads to this page, which has no check with its storage key.
        with_preview(browser).await?;
        let base = "return document.querySelector('partnership-health-check').shadowRoot
            .querySelector('[data-address]').dataset.address;";
        let base = browser.run(base, vec![]).await?;
        ensure!(
            base == json!(address("")?),
            "Links of the preview begin with {base}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn colours_are_judged_as_they_are_picked_and_shown_in_the_preview() -> Result<()> {
    journey("builder-colours", async |browser: &Browser| {
        open(browser, "#builder").await?;
        let pick = "
            const field = document.getElementById('builder-accent-pick');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        browser.find("#builder-accent-pick").await?;
        browser.run(pick, vec![json!("#fce300")]).await?;
        browser.find(".builder__verdict--low").await?;
        let said = "[...document.querySelectorAll('[role=status]')].some((said) => said.textContent.includes('1.1 to 1'))";
        until(browser, "the contrast is told", said).await?;
        // The whole field is replaced, as by hand; the tab key leaves it.
        browser.click("#builder-accent").await?;
        browser
            .run("document.activeElement.select();", vec![])
            .await?;
        type_into(browser, "#builder-accent", "#7a1f5c\u{e004}").await?;
        browser.find(".builder__verdict:not(.builder__verdict--low)").await?;
        until(
            browser,
            "the preview has the colour",
            "((style) => style.colorScheme === 'light' && style.getPropertyValue('--phc-accent').trim() === '#7a1f5c')(
                getComputedStyle(document.querySelector('partnership-health-check')))",
        )
        .await?;
        let rule = code(browser, "builder-css").await?;
        ensure!(
            rule == "partnership-health-check {\n  color-scheme: light;\n  --phc-accent: #7a1f5c;\n  --phc-on-accent: #ffffff;\n}",
            "The rule is {rule}"
        );
        Ok(())
    })
    .await
}
