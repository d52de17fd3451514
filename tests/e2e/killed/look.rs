//! What is on the device after a kill, as the screens show it, and whether the app says where it goes on.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::has_only_traces;
use partnership_health_check::content::{Key, keys};
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::stored::load;
use serde_json::{Map, Value, json};
use xtask::browser::{Browser, PATIENCE};

use super::ledger::Facts;
use crate::support::look::{chosen, texts};
use crate::support::steps::{durable_text, go, local_storage, open, press, words};

pub(super) const COMPARE: Screen = Screen::Chair(Place::Compare);
pub(super) const PLAN: Screen = Screen::Chair(Place::ComparisonPlan);
pub(super) const EARLIER: Screen = Screen::Chair(Place::Earlier);

/// The lines of a list: the words above it, and the name of each thing in it.
const LINES: &str =
    "return [...document.querySelectorAll('.earlier__group:has(.earlier__list)')].flatMap((group) =>
    [...group.querySelectorAll('.earlier__name')].map((name) =>
        [group.querySelector('h2').textContent, name.textContent]));";
/// The name of the first check that the start screen offers to go on with.
const FIRST: &str = "return document.querySelector('.checks__name')?.textContent ?? '';";
/// The statements that can be answered on screen.
const ON_SCREEN: &str =
    "return [...new Set(Array.from(document.querySelectorAll('input[type=radio]'), (input) => input.name))];";
const STEPS: &str =
    "return Array.from(document.querySelectorAll('.planned [id$=-what]'), (field) => field.value);";

/// Waits until the header says that everything is saved.
pub(super) async fn called_saved(browser: &Browser) -> Result<()> {
    const SAYS: &str = "return [...document.querySelectorAll('.top__kept > *')].some((one) =>
        one.textContent === arguments[0] && getComputedStyle(one).visibility === 'visible');";
    let saved = json!(words(keys::app::SAVED));
    browser.wait("“Saved”", SAYS, vec![saved]).await.map(drop)
}

/// Opens the page in a browser that was killed, and reads what is there.
pub(super) async fn seen(browser: &Browser) -> Result<Facts> {
    open(browser, "").await?;
    let mut facts = answers(settled(browser, "phc.record").await?.as_deref())?;
    goes_on(browser, &facts).await?;
    go(browser, &EARLIER).await?;
    settled(browser, "phc.folder").await?;
    let lines: Vec<(String, String)> = serde_json::from_value(browser.run(LINES, vec![]).await?)?;
    let mut has_comparison = false;
    for (heading, name) in lines {
        let is = |key: Key| heading == words(key);
        let name = name.split(" · ").next().unwrap_or_default();
        if is(keys::earlier::PROGRESS) || is(keys::earlier::FINISHED) {
            facts.insert(format!("check {name}"), heading);
        } else if is(keys::earlier::COMPARISONS) {
            ensure!(!has_comparison, "There are two comparisons.");
            has_comparison = true;
        } else {
            facts.insert(format!("plan {name}"), heading);
        }
    }
    if has_comparison {
        go(browser, &COMPARE).await?;
        for name in texts(browser, ".partners__one bdi").await? {
            facts.insert(format!("partner {name}"), String::new());
        }
        go(browser, &PLAN).await?;
        let steps: Vec<String> = serde_json::from_value(browser.run(STEPS, vec![]).await?)?;
        facts.extend(
            steps
                .into_iter()
                .map(|step| (format!("step {step}"), String::new())),
        );
    }
    Ok(facts)
}

/// Waits until the program has read both stores and they hold the same, and returns it.
async fn settled(browser: &Browser, key: &str) -> Result<Option<String>> {
    let end = Instant::now() + PATIENCE;
    loop {
        let local = local_storage(browser).await?[key].clone();
        let durable = durable_text(browser, key).await?["text"].clone();
        if local.is_string() && local == durable {
            called_saved(browser).await?;
            return Ok(local.as_str().map(str::to_owned));
        }
        // Traces of what was deleted stay for two minutes.
        let is_nothing = |text: &str| has_only_traces::<Record>(text) || has_only_traces::<Folder>(text);
        if local.is_null() && durable.as_str().is_none_or(is_nothing) {
            return Ok(None);
        }
        ensure!(
            Instant::now() < end,
            "The stores have {local} and {durable} under {key}"
        );
    }
}

/// Every answer in a stored text.
fn answers(text: Option<&str>) -> Result<Facts> {
    let record = match text {
        Some(text) => load(text).ok().context("The record cannot be read.")?.record,
        None => Record::default(),
    };
    let mut facts = Facts::new();
    for check in &record.checks {
        for statement in check.statements() {
            if let Some(response) = check.sheet().get(statement) {
                let name = format!("answer {} {}", check.setup.value.partnership, statement.id());
                facts.insert(name, response.value().to_owned());
            }
        }
    }
    Ok(facts)
}

/// The start screen offers the check that is in progress; its page has the answers that were given.
async fn goes_on(browser: &Browser, facts: &Facts) -> Result<()> {
    let offered = texts(browser, ".checks .button:not(.button--quiet)").await?;
    if offered.is_empty() {
        return Ok(());
    }
    let name = browser.run(FIRST, vec![]).await?;
    let name = name
        .as_str()
        .and_then(|name| name.split(" · ").next())
        .unwrap_or_default();
    press(browser, keys::checks::GO_ON).await?;
    browser
        .wait(
            "a page of questions",
            "return location.hash.startsWith('#q-');",
            vec![],
        )
        .await?;
    let statements: Vec<String> = serde_json::from_value(browser.run(ON_SCREEN, vec![]).await?)?;
    ensure!(!statements.is_empty(), "There is nothing to go on with.");
    let expected: Map<String, Value> = statements
        .into_iter()
        .filter_map(|statement| {
            let value = facts.get(&format!("answer {name} {statement}"))?;
            Some((statement, json!(value)))
        })
        .collect();
    let there = chosen(browser).await?;
    ensure!(
        there == Value::Object(expected.clone()),
        "The page shows {there}; kept is {expected:?}"
    );
    Ok(())
}
