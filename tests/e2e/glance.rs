//! At a glance: what is seen without scrolling, how long the longest screens are, and that the ways lead from a result to
//! the partners' plan.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::{NAMES, keys};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link::{self, encode};
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::{Given, partners};
use crate::support::journey;
use crate::support::steps::{
    afresh, at, go, keep, link as own_link, open, press, reload, speak, started, words,
};
use crate::support::tour::{summary_link, take_links};

const DAY: u16 = 20_750;

/// Links of so many organisations that differ.
fn links(count: usize) -> String {
    let answers = ["1", "2", "3", "4", "5", "dk"];
    let one = |index: usize| {
        let mut given = Given::full();
        given.setup.organisation = format!("Organisation {}", index + 1);
        for (place, id) in ["A1.1", "A2.2", "B1.1", "B2.2", "C1.3", "C4.1"]
            .into_iter()
            .enumerate()
        {
            given.set(id, answers[(index * 2 + place) % answers.len()]);
        }
        format!(
            "https://check.example/#{}{}",
            link::PREFIX,
            encode(&given.summary(Day(DAY)))
        )
    };
    (0..count).map(one).collect::<Vec<_>>().join("\n")
}

async fn compared(browser: &Browser, count: usize) -> Result<()> {
    open(browser, "").await?;
    go(browser, &Screen::Chair(Place::Compare)).await?;
    take_links(browser, &links(count)).await?;
    browser
        .find(&format!(".matrix__who:nth-of-type({})", count + 1))
        .await
        .map(drop)
}

async fn number(browser: &Browser, script: &str) -> Result<f64> {
    let found = browser.run(script, vec![]).await?;
    Ok(found.as_f64().unwrap_or(f64::NAN))
}

const HEIGHT: &str = "return document.documentElement.scrollHeight;";

/// The lower edge of the last of the twelve criteria.
const TWELFTH: &str = "
    scrollTo(0, 0);
    return [...document.querySelectorAll('.matrix__row')][11].getBoundingClientRect().bottom;";

/// How many of the rows show their agreement in a word: at their end, or below the name.
const AGREEMENTS: &str = "
    const words = arguments[0];
    return [...document.querySelectorAll('.matrix__row')].filter(row =>
        [...row.querySelectorAll('.matrix__brief, .matrix__label')].some(one =>
            words.some(word => one.innerText.includes(word)) && one.getBoundingClientRect().width > 10
                && one.closest('td, th').getBoundingClientRect().width > 10)).length;";

#[tokio::test]
async fn the_chair_sees_twelve_rows_in_one_window_and_the_page_is_short() -> Result<()> {
    journey("glance-compare", async |browser: &Browser| {
        let links: Vec<String> = partners(12)
            .iter()
            .map(|given| summary_link(given, DAY))
            .collect();
        for &(tag, _) in NAMES {
            open(browser, "").await?;
            if tag != "en" {
                speak(browser, tag).await?;
            }
            browser.resize(1280, 900).await?;
            go(browser, &Screen::Chair(Place::Compare)).await?;
            take_links(browser, &links[..6].join("\n")).await?;
            browser.find(".matrix__who:nth-of-type(7)").await?;
            twelve_rows(browser, "six partners, just added").await?;
            // Words of other languages are longer, and on a phone take more lines.
            let phone = if tag == "en" { 7_500.0 } else { 8_500.0 };
            for (width, height, most) in [(360, 740, phone), (1280, 900, 4_500.0)] {
                browser.resize(width, height).await?;
                short(browser, width, most).await?;
            }
            take_links(browser, &links[6..].join("\n")).await?;
            browser.find(".matrix__who:nth-of-type(13)").await?;
            twelve_rows(browser, "twelve partners, just added").await?;
            afresh(browser).await?;
        }
        Ok(())
    })
    .await
}

/// The twelve criteria are in the window as it is.
async fn twelve_rows(browser: &Browser, what: &str) -> Result<()> {
    let found = number(browser, TWELFTH).await?;
    println!("{what}: the twelfth criterion ends at {found}");
    ensure!(
        found <= 900.0,
        "With {what} the twelfth criterion ends at {found}."
    );
    Ok(())
}

/// The page of six partners, all closed, is not higher than this nor wider than its window, and says who agrees on what.
async fn short(browser: &Browser, width: u32, most: f64) -> Result<()> {
    let found = number(browser, HEIGHT).await?;
    println!("six partners, {width} pixels: {found} high");
    ensure!(found <= most, "Six partners are {found} high at {width} pixels.");
    let wide = number(browser, "return document.documentElement.scrollWidth;").await?;
    ensure!(
        wide <= f64::from(width),
        "Six partners are {wide} wide at {width} pixels."
    );
    agreements(browser, width).await
}

/// Ten rows or more say in a word how far the organisations agree.
async fn agreements(browser: &Browser, width: u32) -> Result<()> {
    let each = [keys::compare::CLOSE, keys::compare::MIXED, keys::compare::APART].map(words);
    let seen = browser.run(AGREEMENTS, vec![json!(each)]).await?;
    ensure!(
        seen.as_u64() >= Some(10),
        "{seen} rows show their agreement at {width} pixels."
    );
    Ok(())
}

/// Where the lines under the numbers of the first row are, beside where its cells are; how many of the bands that it has are
/// drawn in a colour; how much lower its cells would be without it, since each that is lower is laid out twice; and the first of
/// its cells in which a partner's answers can be asked for.
const THIRTY: &str = "
    const row = document.querySelector('.matrix__row');
    const cells = [...row.querySelectorAll('.cell')].map(cell => cell.getBoundingClientRect());
    const drawing = row.querySelector('.underlines').getBoundingClientRect();
    const style = getComputedStyle(row.querySelector('.cell + .cell'));
    const own = ['lineHeight', 'paddingTop', 'paddingBottom'].reduce((sum, name) => sum + parseFloat(style[name]), 0);
    const bands = [...row.querySelectorAll('.underline')].filter(band => band.getAttribute('d'));
    return {
        cells: cells.length,
        apart: Math.abs(drawing.left - cells[0].left) + Math.abs(drawing.right - cells.at(-1).right),
        below: drawing.bottom <= cells[0].bottom && drawing.top >= cells[0].top,
        lower: cells[1].height - own,
        unseen: bands.filter(band => getComputedStyle(band).fill === 'none').length,
        letter: document.querySelectorAll('.matrix__who')[3].querySelector('.partner__letter').textContent,
    };";

/// The lower edge of what is drawn by a selector.
fn lower_edge(selector: &str) -> String {
    format!("return document.querySelector('{selector}').getBoundingClientRect().bottom + scrollY;")
}

#[tokio::test]
async fn on_a_phone_the_next_steps_come_before_the_wheel_and_in_a_wide_window_beside_it() -> Result<()> {
    journey("glance-result", async |browser: &Browser| {
        open(browser, "").await?;
        keep(browser, &Given::full(), DAY).await?;
        go(browser, &Screen::Result).await?;
        let mut edges = Vec::new();
        for width in [360, 1280] {
            browser.resize(width, 900).await?;
            let steps = number(browser, &lower_edge(".result__steps .heading")).await?;
            let wheel = number(browser, &lower_edge(".result__wheel")).await?;
            println!("result, {width} pixels: what to do next at {steps}, the wheel to {wheel}");
            edges.push((steps, wheel));
        }
        let [phone, desk] = edges[..] else {
            unreachable!("two widths")
        };
        ensure!(phone.0 <= 1_200.0 && phone.1 > phone.0, "{phone:?} on a phone");
        ensure!(desk.1 < desk.0, "{desk:?} in a wide window");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_the_meeting_the_way_on_is_in_the_window() -> Result<()> {
    journey("glance-meeting", async |browser: &Browser| {
        compared(browser, 6).await?;
        go(browser, &Screen::Chair(Place::Meeting)).await?;
        press(browser, keys::meeting::NEXT).await?;
        browser.find(".talk__question").await?;
        browser.resize(1280, 900).await?;
        let found = number(browser, &lower_edge(".meeting__turns")).await?;
        println!("meeting: the way on ends at {found}");
        ensure!(found <= 900.0, "The way on ends at {found}.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn thirty_partners_are_one_picture() -> Result<()> {
    journey("glance-thirty", async |browser: &Browser| {
        browser.resize(1280, 900).await?;
        // Few at first: the wide cells of few become the narrow ones of many.
        compared(browser, 6).await?;
        take_links(browser, &links(30)).await?;
        browser.find(".matrix__who:nth-of-type(31)").await?;
        let seen = browser.run(THIRTY, vec![]).await?;
        ensure!(
            seen["cells"] == json!(30) && seen["below"] == json!(true) && seen["unseen"] == json!(0),
            "{seen}"
        );
        let lower = seen["lower"].as_f64();
        ensure!(lower.is_some_and(|lower| lower < 1.5), "{seen}");
        // Columns are whole pixels wide, and the drawing is not.
        let apart = seen["apart"].as_f64();
        ensure!(apart.is_some_and(|apart| apart < 4.0), "{seen}");
        // A press on a number opens the row at that organisation's answers.
        browser.click(".matrix__row .cell:nth-of-type(4)").await?;
        let asked = browser.find(".said__asked").await?.text().await?;
        let letter = seen["letter"].as_str().unwrap_or_default();
        ensure!(asked.starts_with(letter), "{asked} is not of {letter}");
        browser.resize(360, 740).await?;
        let wide = number(browser, "return document.documentElement.scrollWidth;").await?;
        ensure!(wide <= 360.0, "Thirty partners are {wide} wide on a phone.");
        agreements(browser, 360).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_visit_finds_start_and_the_next_one_goes_on_at_once() -> Result<()> {
    journey("glance-start", async |browser: &Browser| {
        browser.resize(360, 740).await?;
        let top = |selector: &str| {
            format!("return document.querySelector('{selector}').getBoundingClientRect().top + scrollY;")
        };
        for folder in ["cy/", ""] {
            open(browser, folder).await?;
            let found = number(browser, &top(".start__go")).await?;
            ensure!(found <= 1_400.0, "{folder}: Start is {found} pixels down.");
            println!("{folder}: Start is {found} down");
        }
        // The five ways are one line.
        let line = number(
            browser,
            "return document.querySelector('.nav').getBoundingClientRect().height;",
        )
        .await?;
        ensure!(line < 60.0, "The navigation is {line} high.");
        keep(browser, &Given::quick(), DAY).await?;
        press(browser, keys::start::GO).await?;
        at(browser, "#q-1").await?;
        reload(browser).await?;
        go(browser, &Screen::Start).await?;
        let found = number(
            browser,
            "
            const button = document.querySelector('.checks__entry .button');
            return button.getBoundingClientRect().bottom + scrollY;",
        )
        .await?;
        ensure!(found <= 740.0, "Going on is {found} pixels down.");
        println!("Going on ends {found} down");
        Ok(())
    })
    .await
}

/// From "my result" to the partners' plan by what stands on the screens alone.
#[tokio::test]
async fn a_result_leads_to_partners_meeting_and_plan() -> Result<()> {
    journey("glance-ways", from_result_to_plan).await
}

pub(crate) async fn from_result_to_plan(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    keep(browser, &Given::full(), DAY).await?;
    let own = own_link(browser).await?;
    go(browser, &Screen::Result).await?;
    press(browser, keys::onward::COMPARE).await?;
    at(browser, "#compare").await?;
    take_links(browser, &[own, links(5)].join("\n")).await?;
    browser.find(".matrix__who:nth-of-type(7)").await?;
    // The order is the chair's choice, and is kept.
    let order = "
        const field = document.getElementById('phc-order');
        field.value = 'difference';
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run(order, vec![]).await?;
    let grouped = "return document.querySelectorAll('.matrix__group').length;";
    browser
        .wait(
            "one group",
            &format!("{} === 1;", grouped.trim_end_matches(';')),
            vec![],
        )
        .await?;
    browser.find("[data-kept=saved]").await?;
    reload(browser).await?;
    started(browser).await?;
    browser
        .wait(
            "one group",
            &format!("{} === 1;", grouped.trim_end_matches(';')),
            vec![],
        )
        .await?;
    // A press on a number opens the row at that organisation's answers.
    browser.click(".matrix__row .cell").await?;
    browser.find(".said__asked").await?;
    for (way, screen) in [
        ("meeting", "#meeting"),
        ("compare-plan", "#compare-plan"),
        ("compare", "#compare"),
    ] {
        browser.click(&format!(".onward a[href='#{way}']")).await?;
        at(browser, screen).await?;
        let current = browser
            .run(
                "return document.querySelectorAll('.nav [aria-current=page]').length;",
                vec![],
            )
            .await?;
        ensure!(current == json!(1), "{screen}: {current} current ways");
    }
    Ok(())
}
