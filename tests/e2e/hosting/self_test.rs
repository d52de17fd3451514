//! The self-test of START-HERE.html: what it says behind servers that are set up well, and behind each mistake that it knows.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::browser::Browser;
use xtask::places;

use super::FOLDER;
use super::bad::{self, is};
use super::middle::{Answer, Change, Middle};
use super::servers::{Kind, Server};
use crate::support::journey;

const PAGE: &str = "START-HERE.html";

/// The verdict and the faults that are shown, once it has one.
const SAYS: &str = "const shown = (name) => [...document.querySelectorAll(`[data-${name}]`)]
    .filter((it) => !it.hidden).map((it) => it.dataset[name]);
  const all = [...shown('verdict'), ...shown('fault')].join(' ');
  return all === 'running' ? null : all;";

/// Lets the service worker keep the page.
const KEPT: &str =
    "return navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated');";

async fn says(browser: &Browser, address: &str, expected: &str) -> Result<()> {
    browser.open(address).await?;
    let said = browser.wait("a verdict", SAYS, vec![]).await?;
    ensure!(
        said == json!(expected),
        "{address}: it says {said} instead of {expected}"
    );
    Ok(())
}

/// The check's page or the self-test's.
fn is_page(path: &str) -> bool {
    bad::is_page(path) || is(path, "html")
}

/// With this type, if it is that file.
fn typed(mut answer: Answer, is_it: bool, value: &str) -> Answer {
    if is_it {
        answer.set_header("Content-Type", value);
    }
    answer
}

const MISTAKES: [(&str, Change); 8] = [
    ("broken script", |path, answer| {
        typed(answer, path.contains("/phc.") && is(path, "js"), "text/plain")
    }),
    ("broken style", |path, answer| {
        typed(answer, is(path, "css"), "text/plain")
    }),
    ("works module", |path, answer| {
        typed(answer, is(path, "wasm"), "application/octet-stream")
    }),
    ("broken missing", |path, mut answer| {
        if is(path, "bin") {
            "404 Not Found".clone_into(&mut answer.status);
        }
        answer
    }),
    ("broken changed", |path, mut answer| {
        if is(path, "bin") {
            answer.body.push(b'\n');
        }
        answer
    }),
    ("works headers", |path, mut answer| {
        if is_page(path) {
            answer.drop_header("Permissions-Policy");
        }
        answer
    }),
    ("works others", |_, mut answer| {
        answer.drop_header("Access-Control-Allow-Origin");
        answer
    }),
    ("broken forbidden", |path, mut answer| {
        if is_page(path) {
            answer.set_header(
                "Content-Security-Policy",
                "script-src 'self'; frame-ancestors 'self'",
            );
        }
        answer
    }),
];

#[tokio::test]
async fn the_self_test_names_each_mistake() -> Result<()> {
    let server = Server::start(Kind::Nginx)?;
    let middle = Middle::start(server.host())?;
    let here = middle.address(&format!("{FOLDER}{PAGE}"));
    journey("self-test", async |browser: &Browser| {
        says(browser, &here, "good").await?;
        says(browser, &middle.address(&format!("{FOLDER}cy/{PAGE}")), "good").await?;
        // What the service worker keeps is not what the host sends.
        browser.open(&middle.address(FOLDER)).await?;
        browser.wait("the page to be kept", KEPT, vec![]).await?;
        let mut failed = Vec::new();
        for (expected, change) in MISTAKES {
            middle.does(change);
            if let Err(error) = says(browser, &here, expected).await {
                failed.push(format!("{error:#}"));
            }
        }
        middle.does(|_, answer| answer);
        ensure!(failed.is_empty(), "{}", failed.join("\n"));
        says(browser, &here, "good").await?;
        // With nosniff its own script does not start either, unless the browser has kept it.
        browser.devtools("Network.enable", json!({})).await?;
        browser
            .devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
            .await?;
        middle.does(|path, answer| typed(answer, is(path, "js"), "text/plain"));
        says(browser, &here, "not-run").await
    })
    .await
}

#[tokio::test]
async fn the_self_test_knows_apache_and_a_disk() -> Result<()> {
    let server = Server::start(Kind::Apache)?;
    journey("self-test-apache", async |browser: &Browser| {
        // The documented configuration packs nothing.
        let address = format!("http://{}{FOLDER}{PAGE}", server.host());
        says(browser, &address, "works packed").await?;
        let disk = format!("file://{}", places::test_site().join(PAGE).display());
        says(browser, &disk, "disk").await
    })
    .await
    .context("Apache, or a disk")
}
