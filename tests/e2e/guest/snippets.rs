//! Each code that the builder or a document gives, put into a page of somebody else's site. The shortcode is tried in a
//! WordPress: `cargo xtask wordpress`.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, WATCH, begin, inside, no_faults, press};
use crate::support::host::Host;
use crate::support::steps::{before_loading, open};
use crate::support::{address, journey};

const HEAD: &str = "<!doctype html><html lang=\"en\"><title>A charity</title><h1>A charity</h1>";

/// The code in a field of the builder.
async fn code(browser: &Browser, field: &str) -> Result<String> {
    browser.find(&format!("#{field}")).await?;
    let script = "return document.getElementById(arguments[0]).value;";
    let value = browser.run(script, vec![json!(field)]).await?;
    let code = value.as_str().unwrap_or_default().to_owned();
    ensure!(!code.is_empty(), "The builder gives nothing as {field}.");
    Ok(code)
}

#[tokio::test]
async fn each_code_of_the_builder_works_in_a_page() -> Result<()> {
    journey("guest-snippets", async |browser: &Browser| {
        let host = Host::start()?;
        open(browser, "#builder").await?;
        browser.click("label[for=builder-kind-grant]").await?;
        browser.click("label[for=builder-length-quick]").await?;
        browser.click("label[for=builder-language-en]").await?;
        browser.click(".builder details:not([open]) summary").await?;
        browser.click("label[for=builder-event-phc-start]").await?;
        browser.click("label[for=builder-event-phc-answer]").await?;
        let pick = "
            const field = document.getElementById('builder-accent-pick');
            field.value = '#7a1f5c';
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        browser.find("#builder-accent-pick").await?;
        browser.run(pick, vec![]).await?;
        let html = code(browser, "builder-html").await?;
        let looks = code(browser, "builder-css").await?;
        let script = code(browser, "builder-script").await?;
        let policy = code(browser, "builder-policy").await?;
        let frame = code(browser, "builder-frame").await?;
        let frame_policy = code(browser, "builder-frame-policy").await?;
        // For sites that make the frame themselves.
        let own = code(browser, "builder-address").await?;
        ensure!(own == address("")? && frame.contains(&own), "The address is {own}");
        before_loading(browser, WATCH).await?;
        before_loading(
            browser,
            "window.heard = []; console.log = (...words) => window.heard.push(words);",
        )
        .await?;

        let head = HEAD;
        browser
            .open(&host.made(&format!("{head}<style>{looks}</style>{html}")))
            .await?;
        let start = inside(browser, ".start__go").await?;
        ensure!(
            start.css_value("background-color").await? == "rgba(122, 31, 92, 1)",
            "The button is {}",
            start.css_value("background-color").await?
        );
        inside(browser, "#kind-grant:checked").await?;
        inside(browser, "#length-quick:checked").await?;
        no_faults(browser).await?;

        // Before the element, as it may stand anywhere.
        browser.open(&host.made(&format!("{head}{script}{html}"))).await?;
        press(browser, "label[for=side-second]").await?;
        begin(browser).await?;
        let written = browser.run("return window.heard;", vec![]).await?;
        ensure!(
            written == json!([["phc-start", {}], ["phc-answer", { "statement": "A1.2", "answered": 1, "of": 13 }]]),
            "The script wrote {written}"
        );
        no_faults(browser).await?;

        let header = format!("<!-- Content-Security-Policy: default-src 'none'; {policy} -->\n");
        browser.open(&host.made(&format!("{header}{head}{html}"))).await?;
        inside(browser, ".start__go").await?;
        no_faults(browser).await?;

        let header = format!("<!-- Content-Security-Policy: default-src 'none'; {frame_policy} -->\n");
        browser
            .open(&host.made(&format!("{header}{head}{frame}")))
            .await?;
        framed(browser).await?;
        let checks = browser
            .run(
                &format!("return document.querySelectorAll('{CHECK}').length;"),
                vec![],
            )
            .await?;
        ensure!(checks == 0, "The frame needs no element.");
        Ok(())
    })
    .await
}

/// The check in a frame is as high as the frame.
async fn framed(browser: &Browser) -> Result<()> {
    browser
        .wait(
            "the height of the frame",
            "return Number(document.querySelector('iframe').height) > 900;",
            vec![],
        )
        .await?;
    no_faults(browser).await?;
    browser.client().enter_frame(0).await?;
    browser.find("#phc .start__go").await?;
    browser.client().enter_parent_frame().await?;
    Ok(())
}

#[tokio::test]
async fn each_code_of_the_documents_works_in_a_page() -> Result<()> {
    journey("guest-documents", async |browser: &Browser| {
        let host = Host::start()?;
        let here = address("")?;
        before_loading(browser, WATCH).await?;
        let mut opened = 0;
        // Code for the head goes before an element.
        let mut element = String::new();
        for (document, there) in [
            ("embedding.md", "https://check.example/"),
            ("wordpress.md", "https://example.org/partnership-check/"),
        ] {
            let text = std::fs::read_to_string(xtask::places::root().join("docs").join(document))?;
            for code in text.split("```html\n").skip(1) {
                let (code, _) = code.split_once("```").context("no end")?;
                let is_head = !code.contains("src=");
                ensure!(
                    is_head || code.contains(there),
                    "{document} has an address of its own: {code}"
                );
                let code = code.replace(there, &here);
                let page = host.made(&[HEAD, &code, if is_head { &element } else { "" }].concat());
                browser.open(&page).await?;
                if code.contains("<iframe") {
                    framed(browser).await?;
                } else {
                    inside(browser, ".start__go").await?;
                    no_faults(browser).await?;
                    element = code;
                }
                opened += 1;
            }
        }
        ensure!(opened == 6, "{opened} codes");
        Ok(())
    })
    .await
}
