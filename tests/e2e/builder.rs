//! Code for another website: what is chosen is in the code, in the preview and on the clipboard.

use anyhow::{Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::steps::{open, press, type_into};
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
             <partnership-health-check kind=\"grant\" length=\"quick\" lang=\"en\">\n  \
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
