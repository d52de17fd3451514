//! Whoever chairs, on a processor four times slower: ten thousand links at once, and thirty partners side by side.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use partnership_health_check::formats::link::encode;
use serde_json::{Value, json};

use super::table::Figure;
use super::{longest, median};
use crate::browser::Browser;
use crate::summaries::summary;

const CHAIR: &str = include_str!("chair.js");

/// Does it once and says how long the page was busy.
pub(super) async fn chair(address: &str) -> Result<Vec<Figure>> {
    let browser = Browser::start().await?;
    let seen = watch(&browser, address).await;
    browser.close().await?;
    let seen = seen.context("Whoever chairs could not be measured.")?;
    let numbers = |key: &str| -> Vec<f64> {
        let found = seen[key].as_array().into_iter().flatten();
        found.filter_map(Value::as_f64).collect()
    };
    let number = |key: &str| seen[key].as_f64().unwrap_or(f64::NAN);
    let redraws = |name, ours: &str, plain: &str| {
        Figure::new(name, "ms", median(numbers(ours)), median(numbers(plain)))
    };
    Ok(vec![
        redraws("30 partners laid out again", "redraws", "plain").limits(50.0, 50.0),
        redraws("30 partners painted again", "painted", "plainPainted"),
        Figure::alone(
            "30 partners painted again, longest",
            "ms",
            longest(&numbers("painted")),
        ),
        redraws("30 partners in another order", "ordered", "plain"),
        Figure::alone("10,000 links read and counted", "ms", number("many")).limits(2_000.0, 2_000.0),
        Figure::alone("10,000 links, longest piece", "ms", number("piece")).limits(50.0, 50.0),
    ])
}

async fn watch(browser: &Browser, address: &str) -> Result<Value> {
    browser.resize(1280, 900).await?;
    browser.open(&format!("{address}#compare")).await?;
    browser.find("#phc-links").await?;
    browser
        .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
        .await?;
    let script = format!("const done = arguments[2]; {CHAIR}\nchair(arguments[0], arguments[1]).then(done);");
    browser
        .run_until_done(&script, vec![json!(links(0, 30)), json!(links(100, 10_000))])
        .await
}

/// Links to full checks, one a line, as in an answered e-mail. The same each time.
pub(super) fn links(first: u64, count: u64) -> String {
    let mut text = String::new();
    for seed in first..first + count {
        let _ = writeln!(text, "> https://example.org/check#phc={}", encode(&summary(seed)));
    }
    text
}
