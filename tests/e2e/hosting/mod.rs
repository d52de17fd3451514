//! The page behind real web servers with the documented configuration, and behind servers and proxies that are set up badly:
//! it works, or says within seconds what is wrong, and what was answered is safe. Where to start: `servers` are the
//! servers, `middle` spoils what they answer, `bad` has the ways.

mod bad;
mod middle;
mod self_test;
mod servers;

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::Browser;
use xtask::dist::is_hashed;

use crate::guest;
use crate::support::answers::Given;
use crate::support::host::Host;
use crate::support::journey;
use crate::support::steps::{answer_all, answered, at, begin, press, saved, started};
use middle::{Answer, ask};
use servers::{Kind, Server};

const FOLDER: &str = "/partnership-check/";

#[tokio::test]
async fn behind_nginx_as_documented_the_check_works() -> Result<()> {
    works_as_documented(Kind::Nginx).await
}

#[tokio::test]
async fn behind_apache_as_documented_the_check_works() -> Result<()> {
    works_as_documented(Kind::Apache).await?;
    works_as_documented(Kind::ApacheFolder).await
}

async fn works_as_documented(kind: Kind) -> Result<()> {
    let server = Server::start(kind)?;
    sends_what_is_documented(&server, kind)?;
    journey(&format!("hosting-{kind:?}"), async |browser: &Browser| {
        browser.open(&format!("http://{}{FOLDER}", server.host())).await?;
        started(browser).await?;
        let given = Given::quick();
        begin(browser, &given.setup).await?;
        answer_all(browser, &given).await?;
        press(browser, keys::answers::FINISH).await?;
        at(browser, "#result").await?;
        saved(browser).await?;
        press(browser, keys::navigation::EARLIER).await?;
        at(browser, "#earlier").await?;
        let console = browser.console().await?;
        ensure!(console.is_empty(), "The console is not empty: {console:#?}");
        // The links stay in the folder.
        let address = browser.client().current_url().await?;
        ensure!(address.path() == FOLDER, "It is at {address}");
        // And in a page of another site.
        let page = format!(
            "<!doctype html><html lang=\"en\"><title>A charity</title>\
             <script type=\"module\" src=\"http://{}{FOLDER}embed/partnership-health-check.js\"></script>\
             <partnership-health-check kind=\"grant\" length=\"quick\" side=\"second\"></partnership-health-check>",
            server.host()
        );
        browser.open(&Host::start()?.made(&page)).await?;
        guest::begin(browser).await
    })
    .await
    .with_context(|| format!("behind {kind:?}"))
}

/// The headers of each kind of file, what is packed, a part of a file, and the address without its slash.
fn sends_what_is_documented(server: &Server, kind: Kind) -> Result<()> {
    let host = server.host();
    let packs = [("Accept-Encoding".to_owned(), "gzip".to_owned())];
    let get = |path: &str| ask(&host, path, &packs).with_context(|| format!("{path} of {kind:?}"));
    let has = |path: &str, answer: &Answer, name: &str, value: &str| {
        let found = answer
            .header(name)
            .map(|found| found.replace(' ', "").to_ascii_lowercase());
        ensure!(
            found.as_deref() == Some(value),
            "{kind:?}, {path}: {name} is {found:?} instead of {value}"
        );
        anyhow::Ok(())
    };
    for name in
        xtask::program::output(std::process::Command::new("ls").arg(xtask::places::test_site()))?.lines()
    {
        let Some(ending) = name
            .rsplit('.')
            .next()
            .filter(|ending| ["html", "css", "js", "wasm"].contains(ending))
        else {
            continue;
        };
        let path = format!("{FOLDER}{name}");
        let answer = get(&path)?;
        ensure!(
            answer.status.starts_with("200"),
            "{kind:?}, {path}: {}",
            answer.status
        );
        has(&path, &answer, "X-Content-Type-Options", "nosniff")?;
        has(&path, &answer, "Referrer-Policy", "no-referrer")?;
        let is_page = ending == "html";
        let age = if is_hashed(&path) {
            "public,max-age=31536000,immutable"
        } else {
            "no-cache"
        };
        has(&path, &answer, "Cache-Control", age)?;
        ensure!(
            answer.header("Content-Security-Policy").is_some() == is_page,
            "{kind:?}, {path}: a policy"
        );
        let types: &[&str] = match ending {
            "html" => &["text/html"],
            "css" => &["text/css"],
            "wasm" => &["application/wasm"],
            _ => &["text/javascript", "application/javascript"],
        };
        let found = answer.header("Content-Type").unwrap_or_default();
        ensure!(
            types.iter().any(|known| found.starts_with(known)),
            "{kind:?}, {path}: {found}"
        );
        let is_packed = answer.header("Content-Encoding") == Some("gzip");
        ensure!(
            is_packed == (kind == Kind::Nginx),
            "{kind:?}, {path}: packed {is_packed}"
        );
    }
    let loader = format!("{FOLDER}embed/partnership-health-check.js");
    let answer = get(&loader)?;
    has(&loader, &answer, "Access-Control-Allow-Origin", "*")?;
    has(&loader, &answer, "Cross-Origin-Resource-Policy", "cross-origin")?;
    has(&loader, &answer, "Cache-Control", "no-cache")?;
    let part = ask(&host, &loader, &[("Range".to_owned(), "bytes=10-19".to_owned())])?;
    let whole = ask(&host, &loader, &[])?;
    ensure!(
        part.status.starts_with("206") && part.body == whole.body[10..20],
        "{kind:?}: a part is {}",
        part.status
    );
    let bare = FOLDER.trim_end_matches('/');
    let moved = get(bare)?;
    let to = moved.header("Location").unwrap_or_default();
    ensure!(
        moved.status.starts_with("301") && to.ends_with(FOLDER),
        "{kind:?}: {bare} leads to {to}"
    );
    Ok(())
}

#[tokio::test]
async fn however_badly_it_is_served_the_page_works_or_says_what_is_wrong() -> Result<()> {
    let server = Server::start(Kind::Nginx)?;
    let middle = middle::Middle::start(server.host())?;
    journey("hosting-bad", async |browser: &Browser| {
        // Each way meets the server, and the seconds until the page speaks by itself pass quickly.
        browser.devtools("Network.enable", json!({})).await?;
        browser
            .devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
            .await?;
        browser.devtools("Animation.enable", json!({})).await?;
        browser.open(&middle.address(FOLDER)).await?;
        started(browser).await?;
        begin(browser, &Given::quick().setup).await?;
        crate::support::steps::choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        saved(browser).await?;
        let mut failed = Vec::new();
        for way in bad::WAYS {
            middle.does(way.change);
            if let Err(error) = bad::met(browser, &middle, way).await {
                failed.push(format!("{}: {error:#}", way.name));
            }
            middle.does(|_, answer| answer);
            browser.open(&middle.address(&format!("{FOLDER}?well"))).await?;
            started(browser).await?;
            answered(browser, 1)
                .await
                .with_context(|| format!("after {}", way.name))?;
        }
        ensure!(failed.is_empty(), "{}", failed.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn within_seconds_a_page_whose_script_does_not_arrive_says_so() -> Result<()> {
    let server = Server::start(Kind::Nginx)?;
    let middle = middle::Middle::start(server.host())?;
    middle.does(|path, mut answer| {
        if path.contains("/page.") {
            answer.set_header("Content-Type", "text/plain");
        }
        answer
    });
    journey("hosting-silent", async |browser: &Browser| {
        browser.open(&middle.address(FOLDER)).await?;
        let early = browser.run(bad::SEEN, vec![]).await?;
        ensure!(early == json!(false), "At once it says {early}");
        browser.wait("what is wrong", bad::SEEN, vec![]).await.map(drop)
    })
    .await
}
