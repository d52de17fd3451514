//! What a tap costs on a processor four times slower: an answer, and "Next" and "Previous". The finger is the browser's own,
//! and what the page does until it is at rest counts, as the browser sums it up.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use tokio::time::sleep;

use super::finger::{first_question, middle, press};
use super::table::Figure;
use super::{longest, median};
use crate::browser::Browser;

/// Long enough for everything that follows a tap: what was answered is stored once the screen is drawn.
const REST: Duration = Duration::from_millis(700);

/// Notes how long each tap took until something was drawn.
const WATCH: &str = "
    globalThis.phcTaps = [];
    const note = (list) => phcTaps.push(...list.getEntries().filter(({ interactionId }) => interactionId)
        .map(({ duration }) => duration));
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16, buffered: true });";

/// What the browser spent, in milliseconds.
#[derive(Clone, Copy)]
struct Spent {
    script: f64,
    layout: f64,
    tasks: f64,
}

/// Answers and turns pages on ours, answers on the plain page.
pub(super) async fn taps(ours: &str, plain: &str) -> Result<Vec<Figure>> {
    let [answers, turns] = measured(ours, true).await?;
    let [plain, _] = measured(plain, false).await?;
    let of = |taps: &Taps, figure: fn(&Spent) -> f64| median(taps.spent.iter().map(figure).collect());
    let figure = |name, of_taps: fn(&Spent) -> f64| {
        Figure::new(name, "ms", of(&answers, of_taps), of(&plain, of_taps))
    };
    let turn = |name, of_taps| Figure::alone(name, "ms", of(&turns, of_taps));
    let drawn = [&*answers.drawn, &*turns.drawn].concat();
    Ok(vec![
        figure("An answer, script", |spent| spent.script).limits(4.0, 6.0),
        figure("An answer, layout and style", |spent| spent.layout).limits(3.0, 5.0),
        figure("An answer, all tasks", |spent| spent.tasks).limits(25.0, 30.0),
        turn("Next and Previous, script", |spent: &Spent| spent.script).limits(10.0, 15.0),
        turn("Next and Previous, layout and style", |spent| spent.layout).limits(8.0, 12.0),
        turn("Next and Previous, all tasks", |spent| spent.tasks).limits(45.0, 60.0),
        // Without a figure of the plain page: a browser draws its marks when it likes, some after seconds.
        Figure::alone(
            "From an answer to what it draws, median",
            "ms",
            median(answers.drawn.clone()),
        ),
        Figure::alone("From a tap to what it draws, longest", "ms", longest(&drawn)),
    ])
}

/// Taps of one kind.
#[derive(Default)]
struct Taps {
    spent: Vec<Spent>,
    /// From each tap until something was drawn, in milliseconds; those of less than 16 are left out.
    drawn: Vec<f64>,
}

async fn measured(address: &str, turns: bool) -> Result<[Taps; 2]> {
    let browser = Browser::start().await?;
    let seen = watch(&browser, address, turns).await;
    browser.close().await?;
    seen.with_context(|| format!("The taps on {address} could not be measured."))
}

async fn watch(browser: &Browser, address: &str, turns: bool) -> Result<[Taps; 2]> {
    browser.devtools("Performance.enable", json!({})).await?;
    first_question(browser, address, turns, WATCH).await?;
    sleep(REST).await;
    let mut answers = Taps::default();
    for round in 1..=7 {
        for statement in ["A1.1", "A1.2", "A1.3"] {
            let answer = format!("input[name='{statement}'][value='{}']", (round % 5) + 1);
            answers.spent.push(tap(browser, &answer).await?);
        }
    }
    answers.drawn = drawn(browser).await?;
    let mut pages = Taps::default();
    if turns {
        for _ in 0..7 {
            for button in [".acts .button:not(.button--quiet)", ".acts .button--quiet"] {
                pages.spent.push(tap(browser, button).await?);
            }
        }
        pages.drawn = drawn(browser).await?;
    }
    Ok([answers, pages])
}

/// How long the taps since the last call took until something was drawn.
async fn drawn(browser: &Browser) -> Result<Vec<f64>> {
    let seen = browser.run("return phcTaps.splice(0);", vec![]).await?;
    Ok(serde_json::from_value(seen)?)
}

/// Presses, and waits until the page is at rest.
async fn tap(browser: &Browser, selector: &str) -> Result<Spent> {
    let middle = middle(browser, selector).await?;
    sleep(Duration::from_millis(100)).await;
    let before = spent(browser).await?;
    press(browser, &middle).await?;
    sleep(REST).await;
    let after = spent(browser).await?;
    Ok(Spent {
        script: after.script - before.script,
        layout: after.layout - before.layout,
        tasks: after.tasks - before.tasks,
    })
}

async fn spent(browser: &Browser) -> Result<Spent> {
    let seen = browser.devtools("Performance.getMetrics", json!({})).await?;
    let of = |name: &str| -> Result<f64> {
        let metrics = seen["metrics"].as_array().into_iter().flatten();
        let found = metrics.into_iter().find(|metric| metric["name"] == name);
        let seconds = found.and_then(|metric| metric["value"].as_f64());
        Ok(seconds.with_context(|| format!("The browser does not tell {name}."))? * 1_000.0)
    };
    Ok(Spent {
        script: of("ScriptDuration")?,
        layout: of("LayoutDuration")? + of("RecalcStyleDuration")?,
        tasks: of("TaskDuration")?,
    })
}
