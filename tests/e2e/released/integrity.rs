//! `integrity.txt`: its sums are those of the files in the zip of the site, and a browser takes these files and no others.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use partnership_health_check::content::{Texts, keys};
use serde_json::Value;
use sha2::{Digest as _, Sha384};
use xtask::browser::Browser;
use xtask::release::FOLDER;
use xtask::serve::Server;

use super::{between, released, unzipped};
use crate::guest;
use crate::support::host::Host;
use crate::support::journey;

/// Where the code has the files until somebody writes their own address.
const EXAMPLE: &str = "https://check.example/embed/";

fn code() -> Result<String> {
    Ok(fs::read_to_string(released()?.path("integrity.txt"))?)
}

/// Each file that a page compares is in the zip of the site, with the sum that the page has.
#[test]
fn the_integrity_values_are_those_of_the_files() -> Result<()> {
    let text = code()?;
    let unzipped = unzipped(&released()?.names.site)?;
    let embed = unzipped.path().join(FOLDER).join("embed");
    let map = between(&text, "<script type=\"importmap\">", "</script>").context("no map")?;
    let map: Value = serde_json::from_str(map)?;
    let map = map["integrity"].as_object().context("The map has no sums.")?;
    let mut wanted: Vec<_> = map
        .iter()
        .map(|(address, sum)| (address.as_str(), sum.as_str().unwrap_or_default()))
        .collect();
    for script in text.split("<script ").filter(|script| script.contains(" src=")) {
        let value = |name: &str| between(script, name, "\"").context("a script without a sum");
        wanted.push((value(" src=\"")?, value(" integrity=\"")?));
    }
    ensure!(wanted.len() == 3, "{wanted:?}");
    for (address, sum) in wanted {
        let name = address.strip_prefix(EXAMPLE);
        let content = fs::read(embed.join(name.context("another address")?))?;
        let found = format!("sha384-{}", BASE64.encode(&Sha384::digest(content)));
        ensure!(found == sum, "{address}: {found} instead of {sum}");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_with_the_code_takes_these_files_and_no_others() -> Result<()> {
    let unzipped = unzipped(&released()?.names.site)?;
    let embed = unzipped.path().join(FOLDER).join("embed");
    journey("released-integrity", async |browser: &Browser| {
        let served = Server::start(&unzipped.path().join(FOLDER), 0)?;
        browser.open(&page(&served)?).await?;
        guest::begin(browser).await?;

        // Another origin, so that the browser has nothing of it yet.
        change(&embed, "widget.")?;
        let served = Server::start(&unzipped.path().join(FOLDER), 0)?;
        browser.open(&page(&served)?).await?;
        let said = guest::inside(browser, "[role=alert]").await?.text().await?;
        ensure!(
            said.contains(Texts::english().get(keys::page::MISSING)),
            "Of a changed file it says {said}"
        );
        Ok(())
    })
    .await
}

/// A page of another site with the code in it, and the address of these files in its place.
fn page(served: &Server) -> Result<String> {
    let code = code()?.replace(EXAMPLE, &format!("{}/embed/", served.origin()));
    let (code, _) = code.split_once("\n\n").context("There is one code alone.")?;
    let check = "<partnership-health-check kind=\"other\" length=\"quick\" loading=\"eager\">A sentence\
                 </partnership-health-check>";
    Ok(Host::start()?.made(&format!(
        "<!doctype html><html lang=\"en\"><title>A charity</title>{code}{check}"
    )))
}

/// Adds a line that does nothing to the script of this name, as somebody at the host could. The packed forms go.
fn change(embed: &Path, start: &str) -> Result<()> {
    for file in fs::read_dir(embed)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with(start) {
            continue;
        }
        if name.ends_with(".js") {
            fs::write(&path, [fs::read(&path)?.as_slice(), b"\n;"].concat())?;
        } else {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
