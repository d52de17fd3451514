//! The check in a frame.

use anyhow::{Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::{Browser, Engine};

use super::{begin, inside};
use crate::support::host::{Files, Host};
use crate::support::look::notice;
use crate::support::steps::{press, words};
use crate::support::{address, journey};

const HEIGHT: &str = "return Number(document.querySelector('iframe').height);";

#[tokio::test]
async fn a_frame_is_as_high_as_the_check() -> Result<()> {
    journey("guest-frame", fits).await
}

/// As high as its content, whatever others say, and after each screen.
pub(crate) async fn fits(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.open(&host.page("frame", Files::Good)).await?;
    browser
        .wait(
            "the height of the frame",
            "return Number(document.querySelector('iframe').height) !== 800;",
            vec![],
        )
        .await?;
    let start = browser.run(HEIGHT, vec![]).await?.as_f64().unwrap_or_default();
    // What others send changes nothing: it comes from no frame of ours, or is no height.
    browser
            .run(
                "for (const px of [50, 5000.5, 99999, '700', null, 3000])
                     window.postMessage({ phc: 1, type: 'height', px }, '*');
                 const other = document.createElement('iframe');
                 other.srcdoc = '<script>parent.postMessage({ phc: 1, type: \"height\", px: 3000 }, \"*\")<\\/script>';
                 document.body.append(other);",
                vec![],
            )
            .await?;
    browser
        .run_until_done("setTimeout(arguments[0], 500);", vec![])
        .await?;
    let same = browser.run(HEIGHT, vec![]).await?.as_f64().unwrap_or_default();
    ensure!(
        (start - same).abs() < 1.0,
        "The frame went from {start} to {same}."
    );

    browser.client().enter_frame(0).await?;
    let fits = browser
        .run(
            "return document.documentElement.scrollHeight <= innerHeight + 1;",
            vec![],
        )
        .await?;
    ensure!(fits == true, "The check is cut off in its frame.");
    for selector in ["label[for=\"kind-other\"]", ".start__go"] {
        if browser.engine() == Engine::Chromium {
            browser.click(selector).await?;
        } else {
            // The other drivers do not bring into view what they click on in a frame of another site.
            let click = "document.querySelector(arguments[0]).click();";
            browser.run(click, vec![json!(selector)]).await?;
        }
    }
    browser.find(".questions").await?;
    browser.client().enter_parent_frame().await?;
    browser
        .wait(
            "another height",
            "return Math.abs(Number(document.querySelector('iframe').height) - arguments[0]) > 50;",
            vec![json!(start)],
        )
        .await?;
    // The new screen begins in view, though its button was far down.
    browser
        .wait(
            "the top of the frame in view",
            "const { top } = document.querySelector('iframe').getBoundingClientRect(); return top > -5;",
            vec![],
        )
        .await?;
    let picture = xtask::places::target().join("pictures/host-frame.png");
    browser.screenshot(&picture).await.map(drop)
}

#[tokio::test]
async fn a_script_that_comes_late_asks_for_the_height() -> Result<()> {
    journey("guest-frame-late", asks).await
}

/// The frame was there before the script, counts its own edges in, and has a damaged link in its address.
pub(crate) async fn asks(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.open(&host.page("frame-late", Files::Good)).await?;
    browser.client().enter_frame(0).await?;
    browser.find(".phc #phc-title:focus").await?;
    browser.client().enter_parent_frame().await?;
    let scrolled = browser.run("return scrollY;", vec![]).await?;
    ensure!(
        scrolled == 0,
        "The frame has scrolled the page around it by {scrolled}."
    );
    ensure!(
        browser.run(HEIGHT, vec![]).await? == 800,
        "The script is not there yet."
    );
    browser
        .run("document.querySelector('h1').click();", vec![])
        .await?;
    let sized = "return Number(document.querySelector('iframe').height) !== 800;";
    browser.wait("the height of the frame", sized, vec![]).await?;
    browser.client().enter_frame(0).await?;
    let fits = "const { scrollHeight } = document.documentElement;
        return scrollHeight <= innerHeight && document.body.getBoundingClientRect().height > innerHeight - 2;";
    browser.wait("a frame that fits", fits, vec![]).await.map(drop)
}

#[tokio::test]
async fn in_a_frame_without_an_origin_it_works_and_says_that_nothing_is_kept() -> Result<()> {
    journey("guest-sandbox", without_an_origin).await
}

pub(crate) async fn without_an_origin(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.open(&host.page("sandbox", Files::Good)).await?;
    browser.client().enter_frame(0).await?;
    begin(browser).await?;
    let said = inside(browser, ".notices").await?.text().await?;
    ensure!(said.contains("keep"), "It says {said}");
    Ok(())
}

#[tokio::test]
async fn the_own_page_starts_in_a_frame_without_an_origin_too() -> Result<()> {
    journey("guest-sandbox-own", own_page_without_an_origin).await
}

pub(crate) async fn own_page_without_an_origin(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>A charity</title><h1>A charity</h1>\
         <iframe sandbox=\"allow-scripts\" src=\"{}\" title=\"Check\" width=\"600\" height=\"700\"></iframe>",
        address("")?
    );
    browser.open(&host.made(&page)).await?;
    browser.client().enter_frame(0).await?;
    browser.click("label[for=\"kind-other\"]").await?;
    browser.click(".start__go").await?;
    browser.click("label[for=\"A1.1-4\"]").await?;
    browser
        .find(".phc[data-answered=\"1\"]:has([data-kept=not])")
        .await?;
    let said = browser.find(".notices").await?.text().await?;
    ensure!(said.contains("keep"), "It says {said}");
    Ok(())
}

/// A page that says it is the check, in a frame that has gone there.
const SPOOF: &str = "<!doctype html><script>
    const say = (type, px) => parent.postMessage({ phc: 1, type, px }, '*');
    say('height', 19999);
    for (let at = 0; at < 20; at++) setTimeout(() => say('top'), at * 50);
</script>";

#[tokio::test]
async fn a_frame_that_has_gone_elsewhere_moves_nothing() -> Result<()> {
    journey("guest-frame-gone", async |browser: &Browser| {
        let host = Host::start()?;
        let site = address("")?;
        let spoof = host.made(SPOOF);
        let page = |sandbox: &str| {
            host.made(&format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title><body style=\"height: 9000px\">\
                 <iframe {sandbox} src=\"{site}\" title=\"Check\" width=\"600\" height=\"700\"></iframe>\
                 <script type=\"module\" src=\"{site}embed/frame.js\"></script>"
            ))
        };
        // How often the page is scrolled back, from below the frame.
        let goes = "
            const [address, done] = arguments;
            const frame = document.querySelector('iframe');
            let scrolled = 0;
            frame.scrollIntoView = () => scrolled++;
            frame.contentWindow.location = address;
            scrollTo(0, 5000);
            setTimeout(() => done([Number(frame.height), scrolled]), 1800);";
        let data = format!("data:text/html,{}", SPOOF.replace('\n', " "));
        for (sandbox, address) in [("", &spoof), ("", &data), ("sandbox=\"allow-scripts allow-same-origin\"", &data)] {
            browser.open(&page(sandbox)).await?;
            browser.wait("the frame's script", "return performance.getEntriesByName(document.querySelector('script').src).length > 0;", vec![]).await?;
            let before = browser.run(HEIGHT, vec![]).await?;
            let found = browser.run_until_done(goes, vec![json!(address)]).await?;
            ensure!(found[1] == 0 && found[0] != 19999, "“{sandbox}” {address}: from {before} to {found}");
        }
        // A frame without a site of its own is believed wherever it goes: its height is bounded, and so is how often it
        // comes into view.
        browser.open(&page("sandbox=\"allow-scripts\"")).await?;
        browser.wait("the height of the frame", "return Number(document.querySelector('iframe').height) !== 700;", vec![]).await.ok();
        let found = browser.run_until_done(goes, vec![json!(spoof)]).await?;
        let times = found[1].as_u64().unwrap_or(u64::MAX);
        ensure!((1..=2).contains(&times), "It came into view {times} times.");
        Ok(())
    })
    .await
}

/// A frame whose page allows neither saving nor printing: the browser does nothing, and the check says what to do instead.
#[tokio::test]
async fn what_a_frame_forbids_is_not_met_with_silence() -> Result<()> {
    journey("guest-frame-forbids", async |browser: &Browser| {
        let host = Host::start()?;
        let site = address("")?;
        let page = |fragment: &str| {
            host.made(&format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>\
                 <iframe sandbox=\"allow-scripts allow-same-origin\" src=\"{site}{fragment}\" title=\"Check\" width=\"800\" height=\"2000\"></iframe>"
            ))
        };
        browser.open(&page("#blank-form")).await?;
        browser.client().enter_frame(0).await?;
        browser.click("label[for=\"blank-kind-other\"]").await?;
        press(browser, keys::blank::PRINT).await?;
        notice(browser, words(keys::notice::NOT_PRINTED)).await?;
        browser.client().enter_parent_frame().await?;

        browser.open(&page("")).await?;
        browser.client().enter_frame(0).await?;
        for selector in ["label[for=\"kind-other\"]", ".start__go", "label[for=\"A1.1-4\"]", "a[href=\"#privacy\"]"] {
            browser.click(selector).await?;
        }
        press(browser, keys::delete::FIRST).await?;
        let text = "return document.getElementById('phc-handed')?.value;";
        let text = browser.wait("the text of the file", text, vec![]).await?;
        let text = text.as_str().unwrap_or_default();
        ensure!(text.contains("\"A1.1\":\"4@"), "Offered is {text}");
        browser.client().enter_parent_frame().await.map(drop)?;
        Ok(())
    })
    .await
}
