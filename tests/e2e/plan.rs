//! A plan of one's own: from the result to a step with an owner and a date, kept over a reload, printed, handed on
//! in a link. And a meeting by keyboard alone.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::{Browser, Media};

use crate::support::answers::Given;
use crate::support::look::texts;
use crate::support::steps::{
    at, downloaded, durable, go, keep, local_storage, open, paste_into, press, reload, started, step,
    type_into,
};
use crate::support::{elsewhere, journey};

const DAY: u16 = 20_750;
const RIGHT: char = '\u{E014}';
const LEFT: char = '\u{E012}';
const TAB: char = '\u{E004}';

/// The text in a field.
async fn value(browser: &Browser, field: &str) -> Result<String> {
    let script = "return document.querySelector(arguments[0])?.value ?? 'no such field';";
    let found = browser.run(script, vec![json!(field)]).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

/// Chooses a date, as a calendar that opens beside the field does.
async fn choose_date(browser: &Browser, field: &str, date: &str) -> Result<()> {
    let script = "
        const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    browser
        .run(script, vec![json!(field), json!(date)])
        .await
        .map(drop)
}

/// Waits until both stores hold this text.
async fn kept(browser: &Browser, text: &str) -> Result<()> {
    let script = "return Object.values(localStorage).some((kept) => kept.includes(arguments[0]));";
    browser
        .wait(&format!("“{text}” on the device"), script, vec![json!(text)])
        .await
        .map(drop)
}

#[tokio::test]
async fn a_plan_is_made_kept_printed_and_handed_on() -> Result<()> {
    journey("plan", made_and_handed_on).await
}

pub(crate) async fn made_and_handed_on(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    keep(browser, &Given::full(), DAY).await?;
    go(browser, &Screen::Result).await?;
    let before = (local_storage(browser).await?, durable(browser).await?);
    let reminder = downloaded(browser, keys::again::SAVE).await?.replace("\r\n ", "");
    ensure!(
        reminder.contains("BEGIN:VEVENT") && reminder.contains("\r\nURL:http") && !reminder.contains("phc="),
        "The reminder says {reminder}"
    );
    press(browser, keys::plan::MAKE).await?;
    at(browser, "#plan").await?;
    ensure!(
        (local_storage(browser).await?, durable(browser).await?) == before,
        "Something was kept before a step was taken."
    );

    browser.click(".suggestion__take").await?;
    browser.find(&(step(1, "owner") + ":focus")).await?;
    let what = value(browser, &step(1, "what")).await?;
    // A step is one paragraph: no line break that would become a blank later.
    type_into(browser, &step(1, "what"), "\u{E007}").await?;
    ensure!(
        value(browser, &step(1, "what")).await? == what,
        "Enter breaks the line."
    );
    type_into(browser, &step(1, "owner"), "Amina").await?;
    browser.press_keys(&[TAB]).await?;
    kept(browser, "Amina").await?;
    choose_date(browser, &step(1, "due"), "2027-01-15").await?;
    type_into(browser, "#step-own", "Buy a kettle\u{E007}").await?;
    browser.find(&(step(2, "owner") + ":focus")).await?;
    browser.click(&step(2, "up")).await?;
    browser.find(&(step(1, "down") + ":focus")).await?;

    reload(browser).await?;
    at(browser, "#plan").await.or(Ok::<(), anyhow::Error>(()))?;
    browser.find(&step(2, "owner")).await?;
    let fields = [
        value(browser, &step(1, "what")).await?,
        value(browser, &step(2, "what")).await?,
        value(browser, &step(2, "owner")).await?,
        value(browser, &step(2, "due")).await?,
    ];
    ensure!(
        fields == ["Buy a kettle", &what, "Amina", "2027-01-15"],
        "After loading again the plan is {fields:?}"
    );
    removed_and_put_back(browser).await?;
    on_paper(browser, &what).await?;
    let calendar = downloaded(browser, keys::plan::CALENDAR).await?;
    ensure!(
        calendar.contains("DTSTART;VALUE=DATE:20270115") && calendar.contains("Amina"),
        "The calendar file says {calendar}"
    );
    let table = downloaded(browser, keys::plan::TABLE).await?;
    ensure!(table.contains("Buy a kettle"), "The table says {table}");
    let address = with_the_plan(browser).await?;
    elsewhere(browser, "plan-reader", async |reader: &Browser| {
        reader.open(&address).await?;
        started(reader).await?;
        let steps = texts(reader, ".sheet__what").await?;
        ensure!(steps == ["Buy a kettle", &what], "The reader sees {steps:?}");
        let kept = reader.run("return Object.keys(localStorage);", vec![]).await?;
        ensure!(kept == json!([]), "Opening a link stored {kept}");
        Ok(())
    })
    .await
}

async fn removed_and_put_back(browser: &Browser) -> Result<()> {
    browser.click(&step(1, "remove")).await?;
    browser.find("#step-undo:focus").await?;
    browser.click("#step-undo").await?;
    browser.find(&(step(1, "what") + ":focus")).await?;
    ensure!(value(browser, &step(1, "what")).await? == "Buy a kettle");
    Ok(())
}

/// Paper has the steps and no controls.
async fn on_paper(browser: &Browser, what: &str) -> Result<()> {
    let printed = texts(browser, ".plan__paper .sheet__what").await?;
    ensure!(printed == ["Buy a kettle", what], "On paper: {printed:?}");
    if !browser.can_emulate() {
        return Ok(());
    }
    browser.emulate(Media::Print).await?;
    let script = "return [...document.querySelectorAll('main input, main textarea, main button')]
        .filter((control) => control.checkVisibility()).length;";
    let controls = browser.run(script, vec![]).await?;
    ensure!(controls == json!(0), "{controls} controls are on paper.");
    browser.emulate(Media::Plain).await
}

/// The link that holds the plan; none before it is ticked.
async fn with_the_plan(browser: &Browser) -> Result<String> {
    const ADDRESS: &str = "return document.querySelector('main a[target=_blank]')?.href ?? '';";
    let before = browser.run(ADDRESS, vec![]).await?;
    ensure!(
        before == json!(""),
        "There is a link with the plan that nobody asked for."
    );
    browser.click("label[for=plan-in-link]").await?;
    browser.find(".plan__preview").await?;
    let address = browser.run(ADDRESS, vec![]).await?;
    let address = address.as_str().context("There is no link.")?.to_owned();
    let plan = link::decode_plan(&address).context("The link holds no plan.")?;
    ensure!(
        plan.is_ok_and(|plan| plan.steps.len() == 2),
        "The link holds another plan."
    );
    Ok(address)
}

#[tokio::test]
async fn a_meeting_is_led_by_keyboard_alone() -> Result<()> {
    journey("meeting", meeting_by_keyboard).await
}

pub(crate) async fn meeting_by_keyboard(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    go(browser, &Screen::Chair(Place::Meeting)).await?;
    ensure!(
        texts(browser, ".meeting").await?.is_empty(),
        "There is nothing to meet about."
    );
    press(browser, keys::compare::TITLE).await?;
    let mut other = Given::full();
    "Harbour Hospice".clone_into(&mut other.setup.organisation);
    other.set("B1.1", "1");
    other.set("B1.2", "1");
    let mut own = Given::full();
    own.set("B1.1", "5");
    own.set("B1.2", "4");
    let links = [own, other].map(|given| {
        let payload = link::encode(&given.summary(partnership_health_check::domain::day::Day(DAY)));
        ["https://check.example/#", link::PREFIX, &payload].concat()
    });
    paste_into(browser, "#phc-links", &links.join("\n")).await?;
    let change =
        "document.getElementById('phc-links').dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run(change, vec![]).await?;
    press(browser, keys::compare::TAKE).await?;
    browser.find(".partners__one:nth-child(2)").await?;
    press(browser, keys::compare::TO_MEETING).await?;
    at(browser, "#meeting").await?;

    browser.press_keys(&[RIGHT]).await?;
    browser.find(".talk__question").await?;
    browser.find("h1:focus").await?;
    press(browser, keys::meeting::CLOCK_START).await?;
    let counts = "return document.querySelector('[role=timer]').textContent !== '0:00';";
    browser.wait("a second", counts, vec![]).await?;
    // Arrows turn the page from a button too, and no further than the last one.
    for _ in 0..15 {
        browser.press_keys(&[RIGHT]).await?;
    }
    browser.click(".suggestion__take").await?;
    browser.find(&(step(1, "owner") + ":focus")).await?;
    // In a field they stay in the field, and the timer that goes on takes nothing of what is typed.
    type_into(browser, &step(1, "owner"), "Amna").await?;
    browser.press_keys(&[LEFT, LEFT, 'i']).await?;
    browser.wait("another second", counts, vec![]).await?;
    ensure!(value(browser, &step(1, "owner")).await? == "Amina");
    browser.press_keys(&[TAB]).await?;
    kept(browser, "Amina").await?;

    go(browser, &Screen::Chair(Place::ComparisonPlan)).await?;
    ensure!(value(browser, &step(1, "owner")).await? == "Amina");

    // What comes up while a subject is talked about goes into the plan from there.
    go(browser, &Screen::Chair(Place::Meeting)).await?;
    for _ in 0..15 {
        browser.press_keys(&[LEFT]).await?;
    }
    browser.press_keys(&[RIGHT]).await?;
    browser.find(".talk__question").await?;
    type_into(browser, "#step-own", "Ask the trustees").await?;
    press(browser, keys::plan::ADD).await?;
    browser.find(".meeting__step .points li:nth-child(2)").await?;
    kept(browser, "Ask the trustees").await
}
