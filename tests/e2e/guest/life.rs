//! How a check lives in the page: settings that change, failures, dark, memory, and what a screen reader meets.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::browser::{Browser, Media, Paper, Rules};
use xtask::places;

use super::{CHECK, WATCH, begin, inside, no_faults, press, told};
use crate::support::host::{Files, Host};
use crate::support::steps::before_loading;
use crate::support::{address, journey};

/// The key as WebDriver writes it.
const TAB: char = '\u{e004}';

const MOUNTS: u32 = 100;
/// In bytes, for all mounts: what the browser itself keeps of them.
const MOST_LEFT: f64 = 1_000_000.0;

/// Counts the instances of modules that are not freed yet.
const COUNT_INSTANCES: &str = "
    const instantiate = WebAssembly.instantiate;
    window.instances = [];
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate(...given);
        window.instances.push(new WeakRef(made.instance ?? made));
        return made;
    };";

/// Runs a script with the element as `check`.
async fn with_check(browser: &Browser, script: &str) -> Result<serde_json::Value> {
    let script = format!("const check = document.querySelector('{CHECK}'); {script}");
    browser.run(&script, vec![]).await
}

#[tokio::test]
async fn a_failure_of_the_program_stays_inside_and_loses_nothing() -> Result<()> {
    journey("guest-panic", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        begin(browser).await?;
        for times in 1..=3 {
            with_check(
                browser,
                "const works = Node.prototype.insertBefore;
                 window.before = check.shadowRoot.querySelector('.phc-root');
                 Node.prototype.insertBefore = function () {
                     Node.prototype.insertBefore = works;
                     throw new DOMException('refused by the test');
                 };
                 check.shadowRoot.querySelector('.acts .button:not(.button--quiet)').click();",
            )
            .await?;
            browser
                .wait(
                    "a new program",
                    &format!(
                        "const now = document.querySelector('{CHECK}').shadowRoot.querySelector('.phc-root');
                         return now !== window.before && now.textContent.length > 0;"
                    ),
                    vec![],
                )
                .await?;
            no_faults(browser).await?;
            if times < 3 {
                let said = inside(browser, ".notices").await?.text().await?;
                ensure!(said.contains("Your answers are safe"), "It says {said}");
                inside(browser, ".phc[data-answered=\"1\"]").await?;
                inside(browser, ".questions").await?;
            }
        }
        let said = inside(browser, ".trouble h2").await?.text().await?;
        ensure!(said == "Something keeps going wrong", "It says {said}");
        let told = told(browser).await?;
        let last = told.as_array().and_then(|told| told.last()).cloned();
        ensure!(
            last == Some(json!(["phc-error", { "code": "stopped" }])),
            "The page was told {told}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn settings_that_change_take_effect_and_answers_stay() -> Result<()> {
    journey("guest-settings", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, "#phc-title[aria-level=\"2\"]").await?;
        begin(browser).await?;
        with_check(
            browser,
            "check.headingLevel = 4; check.setAttribute('storage-key', 'other');",
        )
        .await?;
        inside(browser, "#phc-title[aria-level=\"4\"]").await?;
        inside(browser, ".phc[data-answered=\"0\"]").await?;
        with_check(browser, "check.removeAttribute('storage-key');").await?;
        inside(browser, ".phc[data-answered=\"1\"]").await?;
        // What makes no sense is left out.
        with_check(
            browser,
            "check.kind = 'x\"><img src=x onerror=alert(1)>'; check.storageKey = '../x';",
        )
        .await?;
        inside(browser, ".phc[data-answered=\"1\"]").await?;
        let warned = browser.console().await?;
        ensure!(
            warned.iter().any(|line| line.contains("left out")),
            "The console has {warned:?}"
        );
        no_faults(browser).await
    })
    .await
}

#[tokio::test]
async fn the_page_hears_scores_where_it_allows_them() -> Result<()> {
    journey("guest-scores", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        for allowed in [false, true] {
            browser.open(&host.page("plain", Files::Good)).await?;
            browser.run("localStorage.clear();", vec![]).await?;
            inside(browser, ".start__go").await?;
            with_check(
                browser,
                &format!("check.scores = {allowed}; check.length = 'full';"),
            )
            .await?;
            super::links::finish_and_copy(browser).await?;
            let told = told(browser).await?;
            let finished = told
                .as_array()
                .into_iter()
                .flatten()
                .find(|event| event[0] == "phc-finish")
                .context("The page was not told.")?;
            ensure!(finished[1]["answered"] == 49, "{finished}");
            ensure!(
                finished[1]["scores"].get("overall").is_some() == allowed,
                "{finished}"
            );
            if allowed {
                ensure!(finished[1]["scores"]["overall"] == 75, "{finished}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_is_dark_only_where_the_page_can_be() -> Result<()> {
    journey("guest-dark", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, ".start__go").await?;
        browser.emulate(Media::Dark).await?;
        let paper = "return getComputedStyle(check.shadowRoot.querySelector('.phc')).backgroundColor;";
        let light = with_check(browser, paper).await?;
        ensure!(light == "rgb(255, 253, 248)", "On a light page it is {light}");
        // The page changes its mind, and its visitor need not do anything.
        for (scheme, paper) in [
            ("light dark", "rgb(18, 24, 29)"),
            ("light", "rgb(255, 253, 248)"),
            ("dark", "rgb(18, 24, 29)"),
        ] {
            let change = "document.body.style.colorScheme = arguments[0];";
            browser.run(change, vec![json!(scheme)]).await?;
            let shown = "
                const whole = document.querySelector(arguments[0]).shadowRoot.querySelector('.phc');
                return getComputedStyle(whole).backgroundColor === arguments[1];";
            let what = format!("the colours of “{scheme}”");
            browser
                .wait(&what, shown, vec![json!(CHECK), json!(paper)])
                .await?;
        }
        let picture = xtask::places::target().join("pictures/host-dark.png");
        browser.screenshot(&picture).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn it_shuts_nobody_out() -> Result<()> {
    journey("guest-axe", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        for selector in [".start__go", ".questions"] {
            inside(browser, selector).await?;
            let found = browser.axe(Rules::All).await?;
            ensure!(found.violations.is_empty(), "{selector}: {:?}", found.violations);
            press(browser, ".start__go").await.ok();
        }
        // One region with a name, no second main part, banner or footer of the page.
        let outline = with_check(
            browser,
            "const inside = check.shadowRoot;
             return [
                 inside.querySelectorAll('section[aria-label]').length,
                 inside.querySelectorAll('main, .skip').length,
                 inside.querySelectorAll('[role=status]').length > 0,
                 [...inside.querySelectorAll('h1, h2, h3')].every((heading) => heading.ariaLevel === String(1 + Number(heading.localName[1]))),
             ];",
        )
        .await?;
        ensure!(outline == json!([1, 0, true, true]), "{outline}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_taken_away_a_hundred_times_is_freed() -> Result<()> {
    journey("guest-memory", async |browser: &Browser| {
        before_loading(browser, COUNT_INSTANCES).await?;
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, ".start__go").await?;
        let mount = "
            const [times, done] = arguments;
            (async () => {
                for (let time = 0; time < times; time += 1) {
                    document.querySelector('partnership-health-check')?.remove();
                    await new Promise((next) => setTimeout(next, 10));
                    const check = document.createElement('partnership-health-check');
                    document.body.append(check);
                    await check.load();
                }
            })().then(() => done(true), (error) => done(String(error)));";
        // The first ones fill what the browser keeps once for all.
        let warm = browser.run_until_done(mount, vec![json!(10)]).await?;
        ensure!(warm == true, "{warm}");
        let before = memory(browser).await?;
        for _ in 0..MOUNTS / 20 {
            let mounted = browser.run_until_done(mount, vec![json!(20)]).await?;
            ensure!(mounted == true, "{mounted}");
        }
        let after = memory(browser).await?;
        println!("Before {before:?}, after {MOUNTS} mounts {after:?}");
        let made = browser.run("return window.instances.length;", vec![]).await?;
        ensure!(
            made.as_f64() >= Some(f64::from(MOUNTS)),
            "Only {made} instances were made."
        );
        ensure!(after.instances <= before.instances, "{before:?} became {after:?}");
        ensure!(
            after.bytes - before.bytes < MOST_LEFT,
            "{before:?} became {after:?}"
        );
        ensure!(after.listeners <= before.listeners, "{before:?} became {after:?}");
        ensure!(after.nodes <= before.nodes * 1.05, "{before:?} became {after:?}");
        Ok(())
    })
    .await
}

/// What is left of all checks, once everything is freed that can be.
#[derive(Debug)]
struct Left {
    /// On the heap of scripts.
    bytes: f64,
    listeners: f64,
    nodes: f64,
    /// Of modules, each of which has memory of its own.
    instances: f64,
}

async fn memory(browser: &Browser) -> Result<Left> {
    for _ in 0..5 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        browser
            .run_until_done("setTimeout(arguments[0], 100);", vec![])
            .await?;
    }
    browser.devtools("Performance.enable", json!({})).await?;
    let metrics = browser.devtools("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let list = metrics["metrics"].as_array().into_iter().flatten();
        let mut named = list.filter(|metric| metric["name"] == name);
        named
            .next()
            .and_then(|metric| metric["value"].as_f64())
            .with_context(|| format!("The browser does not know {name}."))
    };
    let instances = browser
        .run(
            "return window.instances.filter((one) => one.deref()).length;",
            vec![],
        )
        .await?;
    Ok(Left {
        bytes: metric("JSHeapUsedSize")?,
        listeners: metric("JSEventListeners")?,
        nodes: metric("Nodes")?,
        instances: instances.as_f64().context("no number")?,
    })
}

#[tokio::test]
async fn what_a_newer_version_kept_stays_as_it_is() -> Result<()> {
    journey("guest-newer", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("taken", Files::Good)).await?;
        let newer = r#"{"phc":"stored","v":2,"something":{"else":[1,2,3]}}"#;
        browser
            .run(
                "localStorage.setItem('phc.record', arguments[0]);",
                vec![json!(newer)],
            )
            .await?;
        browser.open(&host.page("plain", Files::Good)).await?;
        let said = inside(browser, ".notices").await?.text().await?;
        ensure!(said.contains("saved by a newer version"), "It says {said}");
        begin(browser).await?;
        let kept = browser
            .run("return localStorage.getItem('phc.record');", vec![])
            .await?;
        ensure!(kept == newer, "What was kept became {kept}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_goes_through_it_in_order_and_out_again() -> Result<()> {
    journey("guest-keyboard", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("modal", Files::Good)).await?;
        inside(browser, ".start__go").await?;
        browser
            .run("document.getElementById('close').focus();", vec![])
            .await?;
        let place = "
            const inside = document.activeElement.shadowRoot?.activeElement;
            return [document.activeElement.localName, inside?.className ?? ''];";
        let mut order = Vec::new();
        let mut times = 0;
        loop {
            browser.press_keys(&[TAB]).await?;
            let at = browser.run(place, vec![]).await?;
            if at[0] != CHECK {
                break;
            }
            order.push(at[1].as_str().unwrap_or_default().to_owned());
            times += 1;
            ensure!(times < 60, "The focus does not come out: {order:?}");
        }
        let position = |class: &str| order.iter().position(|found| found.contains(class));
        let expected = [
            position("top__name"),
            position("choice__input"),
            position("start__go"),
            // The first such link says what a partnership is; the last are at the foot.
            order.iter().rposition(|found| found == "link"),
        ];
        ensure!(
            expected.iter().all(Option::is_some) && expected.is_sorted(),
            "The focus went {order:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_paper_it_is_there_whatever_the_page_hides() -> Result<()> {
    journey("guest-print", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("print", Files::Good)).await?;
        begin(browser).await?;
        browser.emulate(Media::Print).await?;
        let shown = with_check(
            browser,
            "const whole = check.shadowRoot.querySelector('.phc');
             const legend = check.shadowRoot.querySelector('.statement');
             return [legend.getBoundingClientRect().height > 30, getComputedStyle(whole).fontSize, getComputedStyle(whole).columnCount];",
        )
        .await?;
        ensure!(shown == json!([true, "13.3333px", "auto"]), "On paper it is {shown}");
        Ok(())
    })
    .await
}

/// A page like an application: what scrolls is a box as high as the window.
#[tokio::test]
async fn on_paper_no_box_around_it_cuts_it_off() -> Result<()> {
    journey("guest-print-box", async |browser: &Browser| {
        let host = Host::start()?;
        let loader = format!("{}embed/partnership-health-check.js", address("")?);
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>
             <style>html, body {{ height: 100%; margin: 0; overflow: hidden }} main {{ height: 100vh; overflow: auto }}</style>
             <script type=\"module\" src=\"{loader}\"></script>
             <main><div id=\"app\"></div></main>
             <script>document.getElementById('app').attachShadow({{ mode: 'open' }}).innerHTML =
                 '<{CHECK} loading=\"eager\"></{CHECK}>';</script>"
        );
        for page in [page.clone(), page.replace("<div id=\"app\"></div>", &format!("<{CHECK} loading=\"eager\"></{CHECK}>"))] {
            browser.open(&host.made(&page)).await?;
            let find = format!(
                "const check = document.querySelector('{CHECK}') ?? document.getElementById('app').shadowRoot.querySelector('{CHECK}');
                 const link = check?.shadowRoot?.querySelector('[href=\"#scoring\"]');
                 link?.click();
                 return check?.shadowRoot?.querySelector('.prose h2:last-of-type')?.textContent;"
            );
            let last = browser.wait("the page of words", &find, vec![]).await?;
            let path = places::target().join("pictures/guest-print-box.pdf");
            let sheets = browser.print(Paper::A4, &path).await?;
            let last = last.as_str().unwrap_or_default();
            ensure!(sheets.iter().any(|sheet| sheet.contains(last)), "“{last}” is on none of {sheets:?}");
            ensure!((2..12).contains(&sheets.len()), "{} sheets", sheets.len());
            let bare = sheets.iter().filter(|sheet| sheet.split(' ').count() < 10).count();
            ensure!(bare == 0, "{bare} of {} sheets are empty", sheets.len());
            let left = browser.run("return document.adoptedStyleSheets.length;", vec![]).await?;
            ensure!(left == json!(0), "The page keeps {left} sheets of ours.");
        }
        Ok(())
    })
    .await
}

/// A page that moves the check leaves its reader where they were: the page never becomes shorter on the way.
pub(crate) async fn keeps_the_place_of_the_reader(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let loader = format!("{}embed/partnership-health-check.js", address("")?);
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>
         <script type=\"module\" src=\"{loader}\"></script>
         <div id=\"a\"><partnership-health-check></partnership-health-check></div><div id=\"b\"></div>
         <div style=\"height: 3000px\"></div>"
    );
    browser.open(&host.made(&page)).await?;
    inside(browser, ".start__go").await?;
    let moved = "
        const done = arguments[0];
        const check = document.querySelector('partnership-health-check');
        const go = check.shadowRoot.querySelector('.start__go');
        const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next, 20)));
        (async () => {
            // It is whole a moment after the second module.
            const isThere = ({ name, responseEnd }) => name.includes('phc_second') && responseEnd > 0;
            while (!performance.getEntriesByType('resource').some(isThere)) await painted();
            await new Promise((next) => setTimeout(next, 1000));
            go.scrollIntoView({ block: 'center' });
            await painted();
            // Where the button stands for the reader: what grows above it changes the page's own place, not this.
            const place = () => go.getBoundingClientRect().top;
            const places = [scrollY, place()];
            for (let turn = 0; turn < 10; turn += 1) {
                document.getElementById(turn % 2 ? 'a' : 'b').append(check);
                if (turn % 3 === 0) go.getBoundingClientRect();
                await painted();
                places.push(place());
            }
            done(JSON.stringify(places));
        })();";
    let places = browser.run_until_done(moved, vec![]).await?;
    let places: Vec<f64> = serde_json::from_str(places.as_str().unwrap_or_default())?;
    ensure!(places[0] > 200.0, "There was nothing to scroll: {places:?}");
    ensure!(
        // Far less than the height of a button, so a press still lands on it.
        places[1..].iter().all(|place| (place - places[1]).abs() < 3.0),
        "The reader was led away: {places:?}"
    );
    Ok(())
}

#[tokio::test]
async fn moved_it_keeps_the_place_of_the_reader() -> Result<()> {
    journey("guest-place", keeps_the_place_of_the_reader).await
}
