//! The check in a host's page, on a slow phone: what the page itself loses by it, and how it starts.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::table::Figure;
use super::{longest, median};
use crate::browser::Browser;
use crate::dist::Site;
use crate::serve::Server;

const GUEST: &str = include_str!("guest.js");
const ROUNDS: usize = 5;
/// How often the largest paint is measured with a check and without, in turns in one browser: it is to differ by less
/// than a hundredth, and differs by a tenth from one browser to the next.
const TURNS: usize = 25;
const LOADER: &str = "<script type=\"module\" src=\"../embed/partnership-health-check.js\"></script>";
const CHECK: &str = "<partnership-health-check><p>The check</p></partnership-health-check>";

/// Paragraphs before the check, so that it is far below what is seen.
const FAR: usize = 100;
/// The same for one just below: it is fetched and started while the page is looked at.
const NEAR: usize = 10;

/// Measures, and compares with the page without the check and with a host that serves the files badly.
pub(super) async fn guest(folder: &Path) -> Result<Vec<Figure>> {
    for (name, before, has_check) in [
        ("far", FAR, true),
        ("far-without", FAR, false),
        ("near", NEAR, true),
        ("near-without", NEAR, false),
    ] {
        let page = page(before, has_check);
        Site::in_folder(folder).add(&format!("host/{name}.html"), page.as_bytes())?;
    }
    Site::in_folder(folder).add("host/photo.bmp", &photo())?;
    let good = Server::start(folder, 0)?;
    let bad = Server::start_bad(folder)?;
    let at = |server: &Server, name: &str| format!("{}/host/{name}.html", server.origin());
    let (mut far, mut badly) = (vec![], vec![]);
    let (mut near, mut near_without) = (vec![], vec![]);
    for round in 1..=ROUNDS {
        println!("Round {round} of {ROUNDS} in a host's page");
        far.push(visit(&at(&good, "far"), true).await?);
        near_without.push(visit(&at(&good, "near-without"), false).await?);
        near.push(visit(&at(&good, "near"), false).await?);
        badly.push(visit(&at(&bad, "far"), true).await?);
    }
    println!("Largest paint in a host's page, in turns");
    let [far_paint, far_plain] = paints([&at(&good, "far"), &at(&good, "far-without")]).await?;
    let [near_paint, near_plain] = paints([&at(&good, "near"), &at(&good, "near-without")]).await?;
    let of = |visits: &[Value], key: &str| -> Vec<f64> {
        let values = visits.iter().map(|seen| seen[key].as_f64().unwrap_or(f64::NAN));
        values.collect()
    };
    let over = |visits: &[Value], key: &str| median(of(visits, key));
    // A page on which nothing moves has 0; the ratio is then of what is left to move.
    let steady = |visits: &[Value]| 1.0 + over(visits, "shift");
    Ok(vec![
        Figure::alone("Loader, packed with Brotli", "kB", over(&far, "loader") / 1000.0).limits(1.5, 1.5),
        Figure::alone("Files before the check is near", "", over(&far, "early")).limits(1.0, 1.0),
        Figure::new("Largest paint, check far below", "ms", far_paint, far_plain).ratios(1.01, 1.05),
        Figure::new("Largest paint, check near", "ms", near_paint, near_plain).ratios(1.01, 1.05),
        Figure::new(
            "1 + layout shift, check near",
            "",
            steady(&near),
            steady(&near_without),
        )
        .ratios(1.01, 1.01),
        Figure::alone(
            "Start in one piece, longest (0: below 50)",
            "ms",
            longest(&of(&far, "longest")),
        )
        .limits(50.0, 100.0),
        Figure::new(
            "Start from a host that serves badly",
            "ms",
            over(&badly, "started"),
            over(&far, "started"),
        )
        .ratios(1.3, 1.5),
    ])
}

/// A page of a charity: a picture, a title and paragraphs.
fn page(before: usize, has_check: bool) -> String {
    let story = "<p>We bring food to people who need it, with forty partners in three towns.</p>\n";
    let (loader, check) = if has_check { (LOADER, CHECK) } else { ("", "") };
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>A charity</title>{loader}\
         <h1>A charity</h1><img src=\"photo.bmp\" alt=\"\" width=\"390\" height=\"292\">\n{}{check}{}</html>",
        story.repeat(before),
        story.repeat(40)
    )
}

/// A picture of noise, as heavy as a small photograph.
fn photo() -> Vec<u8> {
    let (width, height) = (160_u32, 120_u32);
    let pixels = width * height * 3;
    let mut bmp = b"BM".to_vec();
    for number in [
        54 + pixels,
        0,
        54,
        40,
        width,
        height,
        0x18_0001,
        0,
        pixels,
        0,
        0,
        0,
        0,
    ] {
        bmp.extend(number.to_le_bytes());
    }
    let mut state = 1_u32;
    bmp.extend((0..pixels).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    }));
    bmp
}

/// The medians of the largest paints of two pages, in ms.
async fn paints(pages: [&str; 2]) -> Result<[f64; 2]> {
    let browser = Browser::start().await?;
    let seen = in_turns(&browser, pages).await;
    browser.close().await?;
    seen
}

async fn in_turns(browser: &Browser, pages: [&str; 2]) -> Result<[f64; 2]> {
    prepare(browser).await?;
    browser
        .devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
        .await?;
    let mut paints = [vec![], vec![]];
    for turn in 0..TURNS {
        // The one that comes second finds the browser warmer, so they change places.
        for which in [turn % 2, 1 - turn % 2] {
            browser.open("about:blank").await?;
            browser.open(&format!("{}?{turn}", pages[which])).await?;
            let seen = browser
                .run_until_done("phcLargest().then(arguments[0])", vec![])
                .await?;
            // The first turn warms up both.
            if turn > 0 {
                paints[which].push(seen.as_f64().context("Nothing was painted.")?);
            }
        }
    }
    Ok(paints.map(median))
}

async fn visit(address: &str, scrolls: bool) -> Result<Value> {
    let browser = Browser::start().await?;
    let seen = watch(&browser, address, scrolls).await;
    browser.close().await?;
    seen.with_context(|| format!("Could not measure {address}."))
}

async fn watch(browser: &Browser, address: &str, scrolls: bool) -> Result<Value> {
    prepare(browser).await?;
    browser.open(address).await?;
    browser
        .run_until_done("phcGuest(arguments[0]).then(arguments[1])", vec![json!(scrolls)])
        .await
}

/// A slow phone that measures each page from its beginning.
async fn prepare(browser: &Browser) -> Result<()> {
    browser.resize(412, 823).await?;
    browser.slow_down().await?;
    let source = format!("{GUEST}\nglobalThis.phcGuest = guest;\nglobalThis.phcLargest = largest;");
    browser
        .devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": source }),
        )
        .await?;
    Ok(())
}
