//! The check as a guest in somebody else's page: each page of `tests/e2e/hosts` in a real browser.

mod failing;
mod frame;
mod life;
mod links;
mod manners;
mod snippets;
mod starting;
mod states;

use anyhow::{Context, Result, anyhow, ensure};
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

/// What the check must never change in the page around it. Names that begin with `ret_` and `se_` are of the tool
/// that drives the browser.
const AROUND: &str = "
    return {
        title: document.title,
        globals: Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && !/^(ret|se)_/.test(name)),
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        cookie: document.cookie,
        length: history.length,
        scroll: [scrollX, scrollY],
        focus: document.activeElement?.localName,
    };";

/// What the page asked for beside the check's files; pages ask for an icon by themselves.
const ASKED: &str = "
    return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !/\\/embed\\/[a-z_.-]+[0-9a-f]*\\.(js|bin|wasm)$|favicon\\.ico$/.test(name));";

const CHECK: &str = "partnership-health-check";

async fn inside(browser: &Browser, selector: &str) -> Result<fantoccini::elements::Element> {
    inside_of(browser, CHECK, selector).await
}

async fn inside_of(browser: &Browser, check: &str, selector: &str) -> Result<fantoccini::elements::Element> {
    let what = format!("“{selector}” in the check");
    let found = browser
        .wait(&what, INSIDE, vec![json!(check), json!(selector)])
        .await?;
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

async fn press(browser: &Browser, selector: &str) -> Result<()> {
    press_in(browser, CHECK, selector).await
}

async fn press_in(browser: &Browser, check: &str, selector: &str) -> Result<()> {
    let found = inside_of(browser, check, selector).await?;
    // The tool scrolls no boxes around a shadow root.
    let script = "arguments[0].scrollIntoView({ block: 'center' });";
    browser.run(script, vec![serde_json::to_value(&found)?]).await?;
    found
        .click()
        .await
        .with_context(|| format!("Could not press “{selector}”."))
}

/// Begins the check and gives the first answer, with real clicks.
async fn begin(browser: &Browser) -> Result<()> {
    press(browser, ".start__go").await?;
    press(browser, "label[for=\"A1.2-4\"]").await?;
    inside(browser, ".phc[data-answered=\"1\"]").await.map(drop)
}

async fn told(browser: &Browser) -> Result<Value> {
    // As text, because a page may have given all objects more than they had.
    let told = browser.run("return JSON.stringify(window.told);", vec![]).await?;
    serde_json::from_str(told.as_str().unwrap_or_default()).context("The page was told what is no JSON.")
}

async fn no_faults(browser: &Browser) -> Result<()> {
    let faults = browser.run("return window.faults;", vec![]).await?;
    ensure!(faults == json!([]), "The page heard of {faults}");
    Ok(())
}

#[tokio::test]
async fn it_works_in_every_page_and_changes_none() -> Result<()> {
    let pages = [
        "plain",
        "unset",
        "hidden",
        "huge",
        "overflow",
        "rtl",
        "transform",
        "framework",
        "write",
        "policy",
        "isolated",
        "print",
        "modal",
        "patched",
    ];
    journey("guest", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let mut failed = Vec::new();
        for page in pages {
            let mut outcome = works(browser, &host.page(page, Files::Good)).await;
            if page == "isolated" && browser.run("return crossOriginIsolated;", vec![]).await? != true {
                outcome = Err(anyhow!("the page is not isolated"));
            }
            let picture = xtask::places::target().join(format!("pictures/host-{page}.png"));
            browser.screenshot(&picture).await?;
            if let Err(error) = outcome {
                failed.push(format!("{page}: {error:#}"));
            }
        }
        ensure!(failed.is_empty(), "{}", failed.join("\n"));
        Ok(())
    })
    .await
}

async fn works(browser: &Browser, page: &str) -> Result<()> {
    browser.open(page).await?;
    browser
        .run("try { localStorage.clear() } catch {}", vec![])
        .await?;
    inside(browser, ".start__go").await?;
    let before = browser.run(AROUND, vec![]).await?;
    ensure!(
        before["globals"] == json!([]),
        "New global names: {}",
        before["globals"]
    );
    ensure!(before["title"] == "A charity", "The title is {}", before["title"]);
    ensure!(
        before["scroll"] == json!([0, 0]),
        "It scrolled to {}",
        before["scroll"]
    );
    ensure!(before["focus"] != CHECK, "It took the keyboard.");
    ensure!(before["cookie"] == "", "It left a cookie.");
    let shown = browser.run(LOOKS, vec![json!(CHECK)]).await?;
    ensure!(
        shown["height"].as_f64().unwrap_or_default() > 300.0,
        "It is {shown}"
    );
    ensure!(
        shown["font"] == "16px" && shown["case"] == "none",
        "It looks {shown}"
    );
    ensure!(
        shown["style"] == 0,
        "It has a style element or attribute: {shown}"
    );
    begin(browser).await?;
    let ring = "return getComputedStyle(document.querySelector(arguments[0])).outlineStyle;";
    let ring = browser.run(ring, vec![json!(CHECK)]).await?;
    ensure!(ring == "none", "While it has the keyboard, its ring is {ring}.");
    let after = browser.run(AROUND, vec![]).await?;
    for same in ["title", "globals", "sheets", "cookie", "length"] {
        ensure!(
            before[same] == after[same],
            "{same}: {} became {}",
            before[same],
            after[same]
        );
    }
    let asked = browser.run(ASKED, vec![]).await?;
    ensure!(asked == json!([]), "It asked for {asked}");
    let told = told(browser).await?;
    ensure!(
        told == json!([
            ["phc-start", {}],
            ["phc-answer", { "statement": "A1.2", "answered": 1, "of": 13 }],
        ]),
        "The page was told {told}"
    );
    no_faults(browser).await
}

/// How the check looks in the page.
const LOOKS: &str = "
    const check = document.querySelector(arguments[0]);
    const whole = check.shadowRoot.querySelector('.phc');
    const { fontSize, textTransform } = getComputedStyle(whole);
    return {
        height: check.getBoundingClientRect().height,
        font: fontSize,
        case: textTransform,
        style: check.shadowRoot.querySelectorAll('style, [style]').length,
    };";

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
        ensure!(modules == json!(["phc_bg", "phc_later"]), "Fetched: {modules}");
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

#[tokio::test]
async fn where_the_files_are_served_badly_it_starts_all_the_same() -> Result<()> {
    journey("guest-wrong-type", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        works(browser, &host.page("plain", Files::WrongType)).await
    })
    .await
}
