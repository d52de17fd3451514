//! A whole check by taps on a processor four times slower: how long each of them takes until something is drawn, and the
//! memory that is held after it, with a comparison and a plan.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::chair::links;
use super::finger::{first_question, middle, press};
use super::median;
use super::table::Figure;
use crate::browser::Browser;

const ROUNDS: usize = 3;

/// From one tap to the next: long enough to be drawn, shorter than anybody reads a statement.
const PAUSE: Duration = Duration::from_millis(400);

/// Keeps the program's memory to be measured, and notes how long each tap took until something was drawn. Frames are asked for
/// all the time, as beside an animation, on both pages.
const WATCH: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const { [name]: make } = WebAssembly;
      WebAssembly[name] = async (...given) => {
        const made = await make.apply(WebAssembly, given);
        globalThis.phcMemory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }
    globalThis.phcTaps = [];
    const note = (list) => phcTaps.push(...list.getEntries().filter(({ interactionId }) => interactionId)
        .map(({ interactionId, duration }) => [interactionId, duration]));
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16, buffered: true });
    const frame = () => requestAnimationFrame(frame);
    frame();";

/// The fourth answer of each statement on the screen, by its name and value.
const ANSWERS: &str = "
    const names = new Map();
    for (const { name, value } of document.querySelectorAll(
        '.questions input[type=radio], [data-plain]:target input[type=radio]')) {
      names.set(name, [...names.get(name) ?? [], value]);
    }
    return [...names].map(([name, values]) => [name, values[3]]);";

const NEXT: &str = ".questions .acts--split .button:not(.button--quiet), [data-plain]:target .acts .button";

/// What one check showed.
struct Seen {
    /// The time until something is drawn, in milliseconds, that one tap in fifty takes.
    drawn: f64,
    taps: usize,
    /// In megabytes.
    memory: f64,
}

pub(super) async fn whole(ours: &str, plain: &str) -> Result<Vec<Figure>> {
    let (mut with_ours, mut with_plain) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        println!("Check {round} of {ROUNDS}");
        with_ours.push(check(ours, true).await?);
        with_plain.push(check(plain, false).await?);
    }
    ensure!(
        with_ours[0].taps == with_plain[0].taps,
        "{} taps, and {} on the plain page.",
        with_ours[0].taps,
        with_plain[0].taps
    );
    let of = |seen: &[Seen], figure: fn(&Seen) -> f64| median(seen.iter().map(figure).collect());
    let figure =
        |name, unit, figure| Figure::new(name, unit, of(&with_ours, figure), of(&with_plain, figure));
    Ok(vec![
        figure("A whole check, interaction to next paint", "ms", |seen| {
            seen.drawn
        })
        .ratios(1.25, 1.4),
        figure("Memory after it, a comparison and a plan", "MB", |seen| {
            seen.memory
        })
        .limits(6.0, 8.0),
    ])
}

async fn check(address: &str, is_ours: bool) -> Result<Seen> {
    let browser = Browser::start().await?;
    let seen = taken(&browser, address, is_ours).await;
    browser.close().await?;
    seen.with_context(|| format!("The check on {address} could not be measured."))
}

async fn taken(browser: &Browser, address: &str, is_ours: bool) -> Result<Seen> {
    first_question(browser, address, is_ours, WATCH).await?;
    sleep(PAUSE).await;
    let mut taps = 0;
    loop {
        let found = browser.run(ANSWERS, vec![]).await?;
        let answers: Vec<(String, String)> = serde_json::from_value(found)?;
        if answers.is_empty() {
            break;
        }
        let answers = answers
            .into_iter()
            .map(|(name, value)| format!("input[name='{name}'][value='{value}']"));
        for part in answers.chain([NEXT.to_owned()]) {
            let middle = middle(browser, &part).await?;
            sleep(PAUSE).await;
            press(browser, &middle).await?;
            sleep(PAUSE).await;
            taps += 1;
        }
    }
    let drawn = drawn(browser, taps).await?;
    browser
        .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))
        .await?;
    if is_ours {
        finish(browser, address).await?;
    }
    Ok(Seen {
        drawn,
        taps,
        memory: memory(browser).await?,
    })
}

/// Interaction to next paint, as <https://web.dev/articles/inp> has it: the longest, without one of each fifty.
async fn drawn(browser: &Browser, taps: usize) -> Result<f64> {
    let seen: Vec<(u64, f64)> = serde_json::from_value(browser.run("return phcTaps;", vec![]).await?)?;
    let mut longest = BTreeMap::<u64, f64>::new();
    for (tap, duration) in seen {
        let known = longest.entry(tap).or_default();
        *known = known.max(duration);
    }
    // What the next tap draws too was not drawn for this one. On a plain page some marks wait for that.
    longest.retain(|_, duration| *duration < PAUSE.as_secs_f64() * 1_000.0);
    let mut durations: Vec<f64> = longest.into_values().collect();
    durations.sort_by(|a, b| b.total_cmp(a));
    durations.get(taps / 50).copied().context("No tap was noted.")
}

/// What follows a check: its result, six partners side by side, and a plan.
async fn finish(browser: &Browser, address: &str) -> Result<()> {
    const PASTE: &str = "
        const field = document.getElementById('phc-links');
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        field.parentElement.querySelector('.acts .button').click();";
    browser.click(".answers .acts .button").await?;
    browser.find(".result").await?;
    browser.open(&format!("{address}#compare")).await?;
    browser.find("#phc-links").await?;
    browser.run(PASTE, vec![json!(links(0, 6))]).await?;
    browser.find(".partners__one:nth-child(6)").await?;
    browser.open(&format!("{address}#plan")).await?;
    browser.find(".plan").await?;
    sleep(PAUSE).await;
    Ok(())
}

/// What the page holds once what it no longer needs is collected, in megabytes: its own heap, the browser's objects for it, its
/// buffers, and the program's memory.
async fn memory(browser: &Browser) -> Result<f64> {
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let seen = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let program = browser
        .run("return globalThis.phcMemory?.buffer.byteLength ?? 0;", vec![])
        .await?;
    let bytes = |key: &str| {
        let found = seen.get(key).and_then(Value::as_f64);
        found.with_context(|| format!("The browser does not tell {key}."))
    };
    let heap = bytes("usedSize")? + bytes("embedderHeapUsedSize")? + bytes("backingStorageSize")?;
    Ok((heap + program.as_f64().unwrap_or_default()) / 1e6)
}
