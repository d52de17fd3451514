//! What a visitor does on a page: sees the check, starts it and answers a statement, on a phone and at a desk.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::formats::link::{encode, encode_comparison};
use serde_json::{Value, json};

use super::machine::Machine;
use super::picture;
use crate::browser::{Browser, Options};
use crate::summaries::summary;

/// Widths of a phone and a desk, with heights that show most of a page.
const WINDOWS: [(u32, u32); 2] = [(360, 1200), (1280, 1400)];

/// The root of the program: the element's shadow root, or the document in the frame.
const WITHIN: &str = "
    const element = document.querySelector('partnership-health-check');
    const root = element ? element.shadowRoot : document;";

/// Where the check is on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Element,
    Frame,
}

pub(super) struct Page {
    name: &'static str,
    id: u64,
    place: Place,
}

impl Page {
    pub(super) fn new(name: &'static str, id: u64, place: Place) -> Self {
        Self { name, id, place }
    }

    /// The same page under another name, for another host.
    pub(super) fn named(&self, name: &'static str) -> Self {
        Self { name, ..*self }
    }
}

/// Takes the first step of the check in each window, as a visitor who has never been here.
pub(super) async fn take(origin: &str, page: &Page, pictures: &Path) -> Result<()> {
    for (width, height) in WINDOWS {
        let browser = visitor(width, height).await?;
        let name = format!("{}-{width}", page.name);
        let taken = take_once(&browser, origin, page, &name, pictures).await;
        if taken.is_err() {
            browser
                .screenshot(&picture(pictures, &format!("{name}-failed")))
                .await?;
        }
        taken.with_context(|| format!("The page {name} failed."))?;
        browser.close().await?;
        println!("ok  a visitor took the check: {name}");
    }
    Ok(())
}

/// Opens links on a page: a summary and six partners side by side, as they look in the theme.
pub(super) async fn open_links(origin: &str, page: &Page, pictures: &Path) -> Result<()> {
    let day = summary(1).day;
    let six = (1..=6_u8).map(|number| Partner {
        id: u32::from(number),
        label: String::new(),
        organisation: number,
        summary: summary(u64::from(number)),
    });
    let comparison = Comparison {
        partners: six.collect(),
        ..Comparison::new(day)
    };
    let links = [
        ("summary", format!("#phc={}", encode(&summary(1))), ".result"),
        (
            "comparison",
            format!("#phc-compare={}", encode_comparison(&comparison, false)),
            ".matrix",
        ),
    ];
    for (width, _) in WINDOWS {
        // As high as most of what is shown.
        let browser = visitor(width, 3000).await?;
        for (name, fragment, part) in &links {
            // A page that differs in its fragment alone would not be loaded again.
            let address = format!("{origin}/?page_id={}&link={name}{fragment}", page.id);
            browser.open(&address).await?;
            within(&browser, part).await?;
            browser
                .screenshot(&picture(pictures, &format!("{}-{width}-{name}", page.name)))
                .await?;
            fits(&browser).await?;
            println!("ok  a visitor opened a link: {}-{width}-{name}", page.name);
        }
        browser.close().await?;
    }
    Ok(())
}

/// Reads the start in the site's language and then in English, each with the site's own word for a partnership.
pub(super) async fn read_own_words(origin: &str, page: &Page, pictures: &Path) -> Result<()> {
    for (width, height) in WINDOWS {
        let browser = visitor(width, height).await?;
        browser.open(&format!("{origin}/?page_id={}", page.id)).await?;
        for (language, word) in [("cy", "cynghrair"), ("en", "alliance")] {
            if language == "en" {
                click(&browser, page.place, ".foot button[lang=en]").await?;
            }
            within(&browser, &format!(".phc[lang={language}] .start__go")).await?;
            let script = format!("{WITHIN} return root.textContent.toLowerCase().includes(arguments[0]);");
            browser.wait(word, &script, vec![json!(word)]).await?;
            let name = format!("{}-{width}-{language}", page.name);
            browser.screenshot(&picture(pictures, &name)).await?;
            fits(&browser).await?;
            println!("ok  a visitor read the site’s own words: {name}");
        }
        browser.close().await?;
    }
    Ok(())
}

async fn visitor(width: u32, height: u32) -> Result<Browser> {
    let options = Options {
        requests: true,
        ..Options::default()
    };
    let browser = Browser::start_as(options).await?;
    browser.resize(width, height).await?;
    Ok(browser)
}

async fn take_once(browser: &Browser, origin: &str, page: &Page, name: &str, pictures: &Path) -> Result<()> {
    browser.open(&format!("{origin}/?page_id={}", page.id)).await?;
    if page.place == Place::Frame {
        let frame = browser.find("iframe").await?;
        frame
            .enter_frame()
            .await
            .context("The frame cannot be entered.")?;
    }
    within(browser, ".start__go").await?;
    browser
        .screenshot(&picture(pictures, &format!("{name}-1-start")))
        .await?;
    // What the page has not chosen already, the visitor chooses.
    for (group, choice) in [("kind", "other"), ("length", "quick")] {
        if !find(browser, &format!("[name$='{group}']:checked")).await? {
            click(browser, page.place, &format!("label[for$='{group}-{choice}']")).await?;
        }
    }
    click(browser, page.place, ".start__go").await?;
    click(browser, page.place, ".statement .scale label").await?;
    within(browser, "[data-answered='1']:has([data-kept=saved])").await?;
    if page.place == Place::Frame {
        let script = "return document.documentElement.scrollHeight <= innerHeight;";
        browser
            .wait("the frame to be as high as the check", script, vec![])
            .await?;
    }
    browser
        .screenshot(&picture(pictures, &format!("{name}-2-answered")))
        .await?;

    if page.place == Place::Element {
        let ring =
            "return getComputedStyle(document.querySelector('partnership-health-check')).outlineStyle;";
        let ring = browser.run(ring, vec![]).await?;
        ensure!(
            ring == json!("none"),
            "The theme draws a ring around the whole check."
        );
    }
    fits(browser).await?;
    let elsewhere: Vec<_> = browser
        .requests()
        .await?
        .into_iter()
        // Chromium's own first page is not from the network.
        .filter(|address| address.starts_with("http") || address.starts_with("ws"))
        .filter(|address| !address.starts_with(&format!("{origin}/")))
        .collect();
    ensure!(
        elsewhere.is_empty(),
        "The page asked somebody else: {elsewhere:#?}"
    );
    Ok(())
}

/// The program does not arrive: the sentence of the plugin stays, with the reason, and nothing leads nowhere.
pub(super) async fn failing(origin: &str, page: &Page, pictures: &Path) -> Result<()> {
    let browser = visitor(360, 900).await?;
    browser.devtools("Network.enable", json!({})).await?;
    browser
        .devtools(
            "Network.setBlockedURLs",
            json!({ "urls": ["*/embed/phc_first.*"] }),
        )
        .await?;
    browser.open(&format!("{origin}/?page_id={}", page.id)).await?;
    within(&browser, "[role=alert]").await?;
    ensure!(
        !find(&browser, "[role=alert] a").await?,
        "It offers an own page, and there is none."
    );
    browser.screenshot(&picture(pictures, "failing")).await?;
    browser.close().await?;
    println!("ok  where the program does not arrive, the page says so");
    Ok(())
}

/// A page from which WordPress took the check: nothing starts, nothing is asked for, nothing breaks. The same holds
/// for the front page, which never had one.
pub(super) async fn without_check(machine: &Machine, id: u64, pictures: &Path) -> Result<()> {
    let browser = visitor(1280, 900).await?;
    for path in [format!("?page_id={id}"), String::new()] {
        browser.open(&format!("{}/{path}", machine.origin())).await?;
        ensure!(
            !find(&browser, "partnership-health-check").await?,
            "/{path} has the element."
        );
        let ours = |address: &String| address.contains("partnership-health-check.js");
        ensure!(
            !browser.requests().await?.iter().any(ours),
            "/{path} loads the program and has no check."
        );
        if !path.is_empty() {
            browser.screenshot(&picture(pictures, "stripped")).await?;
        }
    }
    browser.close().await?;
    println!("ok  pages without the check load nothing of it");
    Ok(())
}

/// The type of the module, with the plugin's `.htaccess` and without.
pub(super) async fn types(machine: &Machine) -> Result<()> {
    const TYPE: &str = "
        const [address, done] = arguments;
        fetch(address).then((answer) => done({
            ok: answer.ok,
            type: answer.headers.get('content-type'),
            cache: answer.headers.get('cache-control'),
        }), (error) => done({ error: String(error) }));";
    let zip = machine
        .folder()
        .join("site/wp-content/plugins/partnership-health-check/embed");
    let module = std::fs::read_dir(&zip)?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "wasm"))
        .and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .with_context(|| format!("{} has no module.", zip.display()))?;
    let path = format!("wp-content/plugins/partnership-health-check/embed/{module}");
    let browser = visitor(1280, 900).await?;
    for (origin, wanted) in [
        (
            machine.origin(),
            (
                json!("application/wasm"),
                json!("public, max-age=31536000, immutable"),
            ),
        ),
        (machine.plain_origin(), (Value::Null, Value::Null)),
    ] {
        browser.open(&origin).await?;
        let seen = browser
            .run_until_done(TYPE, vec![json!(format!("{origin}/{path}"))])
            .await?;
        ensure!(seen["ok"] == json!(true), "{path} is not there: {seen}");
        ensure!(
            (seen["type"].clone(), seen["cache"].clone()) == wanted,
            "{origin} serves the module as {seen}"
        );
    }
    browser.close().await?;
    println!("ok  with the plugin’s .htaccess the module has its type, without it has none");
    Ok(())
}

/// The page is no wider than its window and has no errors.
async fn fits(browser: &Browser) -> Result<()> {
    let script = "return document.documentElement.scrollWidth > innerWidth;";
    let too_wide = browser.run(script, vec![]).await?;
    ensure!(too_wide == json!(false), "The page is wider than the window.");
    let errors = errors(browser).await?;
    ensure!(errors.is_empty(), "The console has errors: {errors:#?}");
    Ok(())
}

/// Errors of the page, without the missing icon that a browser asks for by itself.
async fn errors(browser: &Browser) -> Result<Vec<String>> {
    let lines = browser.console().await?;
    Ok(lines
        .into_iter()
        .filter(|line| line.starts_with("SEVERE") && !line.contains("favicon.ico"))
        .collect())
}

async fn find(browser: &Browser, selector: &str) -> Result<bool> {
    let script = format!("{WITHIN} return Boolean(root?.querySelector(arguments[0]));");
    Ok(browser.run(&script, vec![json!(selector)]).await? == json!(true))
}

/// Waits for a part of the check.
async fn within(browser: &Browser, selector: &str) -> Result<()> {
    let script = format!("{WITHIN} return Boolean(root?.querySelector(arguments[0]));");
    browser
        .wait(selector, &script, vec![json!(selector)])
        .await
        .map(drop)
}

/// Clicks on a part of the check. Chromedriver cannot click in the tree of an element by itself: there the mouse goes
/// to the part, if nothing covers it.
async fn click(browser: &Browser, place: Place, selector: &str) -> Result<()> {
    if place == Place::Frame {
        return browser.click(selector).await;
    }
    let script = format!(
        "{WITHIN}
        const part = root?.querySelector(arguments[0]);
        part?.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        const {{ left, top, width, height }} = part?.getBoundingClientRect() ?? {{}};
        const point = [left + width / 2, top + height / 2].map(Math.round);
        return part && part.contains(root.elementFromPoint(...point)) ? point : null;"
    );
    let point = browser.wait(selector, &script, vec![json!(selector)]).await?;
    let (Some(x), Some(y)) = (point[0].as_f64(), point[1].as_f64()) else {
        bail!("`{selector}` is nowhere: {point}");
    };
    let mouse = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveTo { duration: None, x, y })
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        .then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
    let clicked = browser.client().perform_actions(mouse).await;
    clicked.with_context(|| format!("Could not click on `{selector}`."))
}
