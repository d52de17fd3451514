//! The promises of the privacy page, held against what the browser sends and keeps.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::{Info, Place};
use partnership_health_check::content::keys;
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link::encode;
use serde_json::json;
use xtask::browser::{Browser, Options};

use crate::support::answers::Given;
use crate::support::journey_as;
use crate::support::relay::Relay;
use crate::support::steps::{before_loading, begin, go, link, paste_into, press, started, take};

const KEPT: &str = "
    const done = arguments[0];
    Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
        .then(([databases, caches, workers]) => done({
            local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
            databases: databases.map(({ name }) => name), caches, workers: workers.length,
        }), (error) => done(String(error)));";

#[tokio::test]
async fn nothing_is_sent_and_nothing_is_kept_before_the_first_setting() -> Result<()> {
    let options = Options {
        requests: true,
        ..Options::default()
    };
    journey_as("privacy", options, async |browser: &Browser| {
        let relay = Relay::start()?;
        // What the browser's own first page asks for is not ours.
        browser.open("about:blank").await?;
        browser.requests().await?;
        browser.open(&relay.address).await?;
        everything_arrived(browser).await?;
        let asked = browser.requests().await?;
        ensure!(
            asked
                .iter()
                .all(|address| address.starts_with(&relay.address) || address == "data:,"),
            "Loading asked for {asked:?}"
        );
        ensure!(
            asked.iter().any(|address| address.contains(".wasm")),
            "The log is empty: {asked:?}"
        );
        nothing_is_kept(browser).await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        go(browser, &Screen::Start).await?;
        nothing_is_kept(browser).await?;

        let mut given = Given::quick();
        given.setup.partnership = "Tea for all".to_owned();
        take(browser, &given).await?;
        press(browser, keys::share::COPY).await?;
        let link = link(browser).await?;
        browser.click("label[for=share-partnership]").await?;
        let sent = browser.requests().await?;
        ensure!(
            sent.is_empty(),
            "During the journey something was asked for: {sent:?}"
        );

        // The reader's side: only the page itself is fetched, and nobody hears what stands behind the #.
        browser.open("about:blank").await?;
        browser.requests().await?;
        browser.open(&link).await?;
        everything_arrived(browser).await?;
        browser.find(".banner").await?;
        let asked = browser.requests().await?;
        ensure!(
            asked
                .iter()
                .all(|address| address.starts_with(&relay.address) || address == "data:,"),
            "Reading a link asked for {asked:?}"
        );
        let (_, payload) = link.split_once("phc=").unwrap_or_default();
        ensure!(payload.len() > 10, "There is no link: {link}");
        let heard = relay.heard();
        ensure!(heard.contains("GET / HTTP/1.1"), "The relay is deaf.");
        for secret in [payload, "phc=", "Tea", "\ncookie:", "\nreferer:"] {
            let told = heard.to_lowercase().contains(&secret.to_lowercase());
            ensure!(!told, "The server was told “{secret}”:\n{heard}");
        }
        Ok(())
    })
    .await
}

/// Waits until the program runs and its later screens are there.
async fn everything_arrived(browser: &Browser) -> Result<()> {
    started(browser).await?;
    let script = "return performance.getEntriesByType('resource')
        .filter(({ name, responseEnd }) => name.includes('.wasm') && responseEnd > 0).length >= 2;";
    browser.wait("both modules", script, vec![]).await.map(drop)
}

async fn nothing_is_kept(browser: &Browser) -> Result<()> {
    let kept = browser.client().execute_async(KEPT, vec![]).await?;
    let nothing =
        json!({ "local": [], "session": [], "cookie": "", "databases": [], "caches": [], "workers": 0 });
    ensure!(kept == nothing, "Kept before the first setting: {kept}");
    Ok(())
}

#[tokio::test]
async fn whoever_only_compared_partners_can_delete_that() -> Result<()> {
    /// The two minutes in which traces stay.
    const SHORT: &str = "
        const { setTimeout } = window;
        window.setTimeout = (call, time, ...rest) => setTimeout(call, time === 120_000 ? 50 : time, ...rest);";
    journey_as("privacy-compared", Options::default(), async |browser: &Browser| {
        before_loading(browser, SHORT).await?;
        crate::support::steps::open(browser, "").await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        let links = [Given::full(), Given::quick()].map(|given| {
            let payload = encode(&given.summary(Day(20_750)));
            format!("https://check.example/#phc={payload}")
        });
        paste_into(browser, "#phc-links", &links.join("\n")).await?;
        press(browser, keys::compare::TAKE).await?;
        browser.find(".partners__one:nth-child(2)").await?;
        let kept = "return Object.keys(localStorage).join() === 'phc.folder';";
        browser.wait("the comparison on the device", kept, vec![]).await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        press(browser, keys::delete::ASK).await?;
        press(browser, keys::delete::YES).await?;
        crate::support::steps::at(browser, "#start").await?;
        let gone = "
            const done = arguments[0];
            const look = async () => (await indexedDB.databases()).length === 0 ? done(true) : setTimeout(look, 20);
            look();";
        browser.run_until_done(gone, vec![]).await?;
        nothing_is_kept(browser).await
    })
    .await
}

#[tokio::test]
async fn other_products_on_the_same_site_keep_what_is_theirs() -> Result<()> {
    journey_as("foreign", Options::default(), async |browser: &Browser| {
        crate::support::steps::open(browser, "").await?;
        let script = "localStorage.setItem('phcx', '1'); localStorage.setItem('xphc.record', '2');";
        browser.run(script, vec![]).await?;
        begin(browser, &Given::quick().setup).await?;
        crate::support::steps::saved(browser).await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        press(browser, keys::delete::ASK).await?;
        press(browser, keys::delete::YES).await?;
        crate::support::steps::at(browser, "#start").await?;
        let left = browser.run("return { ...localStorage };", vec![]).await?;
        ensure!(left == json!({ "phcx": "1", "xphc.record": "2" }), "Left: {left}");
        Ok(())
    })
    .await
}
