//! A newer release beside the one before, as docs/upgrading.md says it. There is one release alone: the other one has its
//! files under other names, as files with another content have.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::browser::Browser;
use xtask::dist::is_hashed;
use xtask::release::FOLDER;
use xtask::serve::Server;

use super::{names_in, released, unzipped};
use crate::guest;
use crate::support::host::Host;
use crate::support::journey;

const LOADER: &str = "partnership-health-check.js";

#[tokio::test]
async fn old_files_beside_new_ones_and_a_loader_with_a_query_keep_working() -> Result<()> {
    let unzipped = unzipped(&released()?.names.site)?;
    let site = unzipped.path().join(FOLDER);
    let embed = site.join("embed");
    // What is packed would be sent in place of what is changed.
    for name in names_in(&embed)? {
        if matches!(name.rsplit('.').next(), Some("br" | "gz")) {
            fs::remove_file(embed.join(name))?;
        }
    }
    let before = fs::read(embed.join(LOADER))?;
    let [old, new] = widgets(&embed)?;
    let server = Server::start(&site, 0)?;
    let host = Host::start()?;
    // Far below, so that the loader alone is there until somebody comes near.
    let page = |query: &str| {
        host.made(&format!(
            "<!doctype html><html lang=\"en\"><title>A charity</title>\
             <script type=\"module\" src=\"{}/embed/{LOADER}{query}\"></script><svg width=\"9\" height=\"9000\"></svg>\
             <partnership-health-check kind=\"other\" length=\"quick\"></partnership-health-check>",
            server.origin()
        ))
    };
    journey("released-upgraded", async |browser: &Browser| {
        // A page that is open while the newer release comes.
        browser.open(&page("")).await?;
        let defined = "return !!customElements.get('partnership-health-check');";
        browser.wait("the loader", defined, vec![]).await?;
        ensure!(!asked(browser, &old).await?, "More than the loader is there.");
        add_newer(&embed)?;
        come_near(browser).await?;
        guest::begin(browser).await?;
        ensure!(asked(browser, &old).await?, "{old} was not asked for.");

        // A page that asks for the loader anew, with the answers from before.
        browser.open(&page("?v=2")).await?;
        come_near(browser).await?;
        guest::inside(browser, ".phc[data-answered=\"1\"]").await?;
        let both = (asked(browser, &old).await?, asked(browser, &new).await?);
        ensure!(both == (false, true), "Asked for {old} and {new}: {both:?}");

        // And back again.
        fs::write(embed.join(LOADER), &before)?;
        browser.open(&page("?v=1")).await?;
        come_near(browser).await?;
        guest::inside(browser, ".phc[data-answered=\"1\"]").await?;
        ensure!(asked(browser, &old).await?, "{old} was not asked for again.");
        Ok(())
    })
    .await
}

async fn come_near(browser: &Browser) -> Result<()> {
    let script = "document.querySelector('partnership-health-check').scrollIntoView();";
    browser.run(script, vec![]).await.map(drop)
}

/// Whether the page has asked for a file of this name.
async fn asked(browser: &Browser, name: &str) -> Result<bool> {
    let script =
        "return performance.getEntriesByType('resource').some((entry) => entry.name.endsWith(arguments[0]));";
    Ok(browser.run(script, vec![json!(name)]).await? == json!(true))
}

/// The hash in a name, and the one in the newer release.
fn hashes(name: &str) -> Option<(String, String)> {
    let hash = name.split('.').find(|part| is_hashed(part))?;
    Some((hash.to_owned(), hash.chars().rev().collect()))
}

/// The name of the first file that the loader asks for, and that in the newer release.
fn widgets(embed: &Path) -> Result<[String; 2]> {
    let names = names_in(embed)?;
    let name = names.iter().find(|name| name.starts_with("widget."));
    let name = name.context("There is no widget.")?;
    let (old, new) = hashes(name).context("Its name has no hash.")?;
    Ok([name.clone(), name.replace(&old, &new)])
}

/// Copies the newer release over this one, what has no hash in its name last.
fn add_newer(embed: &Path) -> Result<()> {
    let names = names_in(embed)?;
    let hashes: BTreeMap<_, _> = names.iter().filter_map(|name| hashes(name)).collect();
    let newer = |text: &str| {
        let change = |text: String, (old, new): (&String, &String)| text.replace(old, new);
        hashes.iter().fold(text.to_owned(), change)
    };
    for name in names.iter().filter(|name| is_hashed(name)) {
        let content = fs::read(embed.join(name))?;
        let content = match String::from_utf8(content) {
            Ok(text) => newer(&text).into_bytes(),
            // A module names no file.
            Err(error) => error.into_bytes(),
        };
        fs::write(embed.join(newer(name)), content)?;
    }
    let loader = fs::read_to_string(embed.join(LOADER))?;
    Ok(fs::write(embed.join(LOADER), newer(&loader))?)
}
