//! The check in a host's page, on a slow phone: what the page itself loses by it, and how it starts.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::table::Figure;
use super::{host_page, longest, median};
use crate::browser::Browser;
use crate::serve::Server;

const GUEST: &str = include_str!("guest.js");
const ROUNDS: usize = 5;
/// How often the largest paint is measured with a check and without, in turns in one browser: it is to differ by less
/// than a hundredth, and differs by a tenth from one browser to the next.
const TURNS: usize = 25;

/// Paragraphs before the check, so that it is far below what is seen.
const FAR: usize = 100;
/// The same for one just below: it is fetched and started while the page is looked at.
const NEAR: usize = 10;

/// Measures, and compares with the page without the check and with a host that serves the files badly.
pub(super) async fn guest(folder: &Path) -> Result<Vec<Figure>> {
    let pages = [("far", Some(FAR)), ("near", Some(NEAR)), ("without", None)];
    host_page::add_to(folder, &pages)?;
    let good = Server::start(folder, 0)?;
    let bad = Server::start_bad(folder)?;
    let at = |server: &Server, name: &str| format!("{}/host/{name}.html", server.origin());
    let (mut far, mut badly) = (vec![], vec![]);
    let (mut near, mut without) = (vec![], vec![]);
    for round in 1..=ROUNDS {
        println!("Round {round} of {ROUNDS} in a host's page");
        far.push(visit(&at(&good, "far"), true).await?);
        without.push(visit(&at(&good, "without"), false).await?);
        near.push(visit(&at(&good, "near"), false).await?);
        badly.push(visit(&at(&bad, "far"), true).await?);
    }
    println!("Largest paint in a host's page, in turns");
    let [far_paint, near_paint, plain_paint] =
        paints(["far", "near", "without"].map(|name| at(&good, name))).await?;
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
        Figure::new("Largest paint, check far below", "ms", far_paint, plain_paint).ratios(1.01, 1.05),
        Figure::new("Largest paint, check near", "ms", near_paint, plain_paint).ratios(1.01, 1.05),
        Figure::new(
            "1 + layout shift, check near",
            "",
            steady(&near),
            steady(&without),
        )
        .ratios(1.01, 1.01),
        Figure::new(
            "1 + layout shift, after a jump to the check",
            "",
            steady(&far),
            steady(&without),
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

/// The largest paints of three pages, in ms.
async fn paints(pages: [String; 3]) -> Result<[f64; 3]> {
    let browser = Browser::start().await?;
    let seen = in_turns(&browser, pages).await;
    browser.close().await?;
    seen
}

async fn in_turns(browser: &Browser, pages: [String; 3]) -> Result<[f64; 3]> {
    prepare(browser).await?;
    browser
        .devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
        .await?;
    let mut paints = [vec![], vec![], vec![]];
    for turn in 0..TURNS {
        // Who comes later finds the browser warmer, so they change places.
        for place in 0..pages.len() {
            let which = (turn + place) % pages.len();
            browser.open("about:blank").await?;
            browser.open(&format!("{}?{turn}", pages[which])).await?;
            let seen = browser
                .run_until_done("phcLargest().then(arguments[0])", vec![])
                .await?;
            // The first turn warms up all.
            if turn > 0 {
                paints[which].push(seen.as_f64().context("Nothing was painted.")?);
            }
        }
    }
    Ok(paints.map(middle))
}

/// The mean of the middle half: paints come in steps of 4 ms, which a median of them would keep.
fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let quarter = values.len() / 4;
    let half = &values[quarter..values.len() - quarter];
    #[expect(clippy::cast_precision_loss, reason = "a few turns")]
    let count = half.len() as f64;
    half.iter().sum::<f64>() / count
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
