//! The check as a guest in somebody else's page: each page of `tests/e2e/hosts` in a real browser.

mod failing;
pub(crate) mod frame;
pub(crate) mod framed;
mod invited;
pub(crate) mod life;
pub(crate) mod links;
mod manners;
mod odd;
mod own_words;
pub(crate) mod pages;
mod promises;
mod recorded;
pub(crate) mod settings;
mod snippets;
mod sped_up;
mod starting;
mod states;
mod tracked;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::browser::Browser;

use crate::support::host::{Files, Host};
use crate::support::journey;
use crate::support::steps::before_loading;

/// Waits for the check and finds what is inside.
const INSIDE: &str = "
    const check = document.querySelector(arguments[0]);
    return check?.shadowRoot?.querySelector(arguments[1]) ?? null;";

/// What a page has before any other script runs, and what it is told later.
const WATCH: &str = "
    window.told = [];
    for (const name of ['start', 'answer', 'finish', 'share', 'delete', 'error'])
        addEventListener(`phc-${name}`, (event) => window.told.push([event.type, event.detail]));
    window.faults = [];
    addEventListener('error', (event) => window.faults.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
    addEventListener('securitypolicyviolation', (event) => window.faults.push(event.violatedDirective));
    window.before = null;
    window.before = new Set(Object.getOwnPropertyNames(window));";

const CHECK: &str = "partnership-health-check";

pub(crate) async fn inside(browser: &Browser, selector: &str) -> Result<fantoccini::elements::Element> {
    inside_of(browser, CHECK, selector).await
}

async fn inside_of(browser: &Browser, check: &str, selector: &str) -> Result<fantoccini::elements::Element> {
    let what = format!("“{selector}” in the check");
    let found = browser
        .wait(&what, INSIDE, vec![json!(check), json!(selector)])
        .await?;
    element(browser, &found)
}

/// The element that a script gave.
pub(crate) fn element(browser: &Browser, found: &Value) -> Result<fantoccini::elements::Element> {
    let id = found
        .as_object()
        .and_then(|found| found.values().next())
        .and_then(Value::as_str)
        .context("A script gave something else than an element.")?;
    Ok(fantoccini::elements::Element::from_element_id(
        browser.client().clone(),
        id.to_owned().into(),
    ))
}

pub(crate) async fn press(browser: &Browser, selector: &str) -> Result<()> {
    press_in(browser, CHECK, selector).await
}

async fn press_in(browser: &Browser, check: &str, selector: &str) -> Result<()> {
    // The tool scrolls no boxes around a shadow root.
    let script = "arguments[0].scrollIntoView({ block: 'center' });";
    let mut tries = 0..5;
    loop {
        let found = inside_of(browser, check, selector).await?;
        let scrolled = browser
            .client()
            .execute(script, vec![serde_json::to_value(&found)?])
            .await;
        let still = match scrolled {
            Ok(_) => browser.at_rest(&found).await,
            Err(error) => Err(error),
        };
        let pressed = match still {
            Ok(()) => found.click().await,
            moved => moved,
        };
        match pressed {
            // It was drawn anew after it was found.
            Err(error) if error.is_stale_element_reference() && tries.next().is_some() => {}
            pressed => return pressed.with_context(|| format!("Could not press “{selector}”.")),
        }
    }
}

/// Presses, and again where a page took the check away between the finger's coming down and its going up.
pub(crate) async fn press_until(browser: &Browser, selector: &str, appears: &str) -> Result<()> {
    const SOON: &str = "
        const [check, selector, done] = arguments;
        const end = performance.now() + 2000;
        const look = () => {
            const found = document.querySelector(check).shadowRoot.querySelector(selector) !== null;
            if (found || performance.now() > end) done(found);
            else setTimeout(look, 20);
        };
        look();";
    // On a busy machine a press takes as long as such a page leaves the check alone.
    let end = Instant::now() + Duration::from_mins(1);
    loop {
        press(browser, selector).await?;
        let soon = browser
            .run_until_done(SOON, vec![json!(CHECK), json!(appears)])
            .await?;
        if soon == true || Instant::now() > end {
            break;
        }
    }
    inside(browser, appears).await.map(drop)
}

/// Begins the check and gives the first answer, with real clicks.
pub(crate) async fn begin(browser: &Browser) -> Result<()> {
    press_until(browser, ".start__go", ".questions").await?;
    press_until(browser, "label[for=\"A1.2-4\"]", ".phc[data-answered=\"1\"]").await
}

async fn told(browser: &Browser) -> Result<Value> {
    from_text(browser, "return JSON.stringify(window.told);").await
}

async fn from_text(browser: &Browser, script: &str) -> Result<Value> {
    let text = browser.run(script, vec![]).await?;
    serde_json::from_str(text.as_str().unwrap_or_default()).context("The page gave what is no JSON.")
}

async fn no_faults(browser: &Browser) -> Result<()> {
    let faults = browser.run("return window.faults;", vec![]).await?;
    ensure!(faults == json!([]), "The page heard of {faults}");
    Ok(())
}

#[tokio::test]
async fn nothing_but_the_loader_comes_before_it_is_near() -> Result<()> {
    journey("guest-far", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("far", Files::Good)).await?;
        let asked =
            "return performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => name !== 'favicon.ico');";
        browser
            .wait(
                "the element",
                "return !!customElements.get('partnership-health-check');",
                vec![],
            )
            .await?;
        let names = browser.run(asked, vec![]).await?;
        ensure!(
            names == json!(["partnership-health-check.js"]),
            "The page asked for {names}"
        );
        browser
            .run(
                "document.querySelector('partnership-health-check').scrollIntoView();",
                vec![],
            )
            .await?;
        inside(browser, ".start__go").await?;
        let light = browser
            .run(
                "return document.querySelector('partnership-health-check').shadowRoot.querySelector('slot');",
                vec![],
            )
            .await?;
        ensure!(light.is_null(), "What stood inside the tag is still shown.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn several_share_the_files_and_keep_their_answers_apart() -> Result<()> {
    journey("guest-two", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("two", Files::Good)).await?;
        for id in ["#first", "#other", "#same"] {
            inside_of(browser, id, ".start__go").await?;
        }
        inside_of(browser, "#first", ".start__go").await?.click().await?;
        inside_of(browser, "#first", "label[for=\"A1.2-4\"]").await?.click().await?;
        inside_of(browser, "#first", ".phc[data-answered=\"1\"]").await?;
        // The one with the same answers hears of them, the other does not.
        inside_of(browser, "#same", ".phc[data-answered=\"1\"]").await?;
        inside_of(browser, "#other", ".phc[data-answered=\"0\"]").await?;
        let kept = browser.run("return Object.keys(localStorage);", vec![]).await?;
        ensure!(kept == json!(["phc.first.record"]), "Kept under {kept}");
        let modules = browser
            .run(
                "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('phc_')).map(({ name }) => name.replace(/.*\\/(phc_[a-z]+).*/, '$1'));",
                vec![],
            )
            .await?;
        ensure!(modules == json!(["phc_first", "phc_second"]), "Fetched: {modules}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn moved_it_goes_on_and_taken_away_it_is_gone() -> Result<()> {
    journey("guest-moved", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        begin(browser).await?;
        browser
            .run(
                "const check = document.querySelector('partnership-health-check');
                 window.inside = check.shadowRoot.querySelector('.phc');
                 document.body.prepend(check);",
                vec![],
            )
            .await?;
        browser.run_until_done("setTimeout(arguments[0], 100);", vec![]).await?;
        let same = browser
            .run(
                "const inside = document.querySelector('partnership-health-check').shadowRoot.querySelector('.phc');
                 return inside === window.inside && inside.dataset.answered === '1' && !!inside.querySelector('.questions');",
                vec![],
            )
            .await?;
        ensure!(same == true, "It did not go on where it was.");
        press(browser, "label[for=\"A2.1-3\"]").await.ok();
        // Away for longer, it starts again from what is kept.
        browser
            .run_until_done(
                "const check = document.querySelector('partnership-health-check');
                 check.remove();
                 window.away = check;
                 setTimeout(arguments[0], 100);",
                vec![],
            )
            .await?;
        let left = browser
            .run("return window.away.shadowRoot.childElementCount;", vec![])
            .await?;
        ensure!(left == 0, "It left {left} elements.");
        browser.run("document.body.append(window.away);", vec![]).await?;
        inside(browser, ".phc:not([data-answered=\"0\"])").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_name_that_is_taken_stays_taken() -> Result<()> {
    journey("guest-taken", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        browser.open(&host.page("taken", Files::Good)).await?;
        let text = browser
            .run(
                "return document.querySelector('partnership-health-check').textContent;",
                vec![],
            )
            .await?;
        ensure!(text == "Another version", "It says {text}");
        no_faults(browser).await
    })
    .await
}
