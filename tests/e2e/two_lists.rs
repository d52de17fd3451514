//! Two tabs with the same list of partners or steps: whatever is pressed or typed in one means what it was shown beside,
//! also if the other has changed the list since.

use anyhow::Result;
use fantoccini::wd::WindowHandle;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::journey;
use crate::support::steps::{before_loading, go, keep, open, press, reload, type_into};
use crate::support::tour::take_links;
use crate::two_tabs::{IN_SIGHT, link_of, partners, to};

/// The row of the partner with this name, in the list where partners are named and grouped.
const ROW: &str = "
    const rows = [...document.querySelectorAll('.people__one')];
    const row = rows.find((one) => one.querySelector('bdi').textContent === arguments[0]);";
/// The planned step with these words.
const STEP: &str = "
    const steps = [...document.querySelectorAll('.planned')];
    const row = steps.find((one) => one.querySelector('textarea')?.value === arguments[0]);";

/// Runs a script on the row of a partner or step, once it is there. Nothing is focused: a tool presses so.
async fn beside(
    browser: &Browser,
    [find, name]: [&str; 2],
    act: &str,
    given: impl Into<serde_json::Value>,
) -> Result<()> {
    let given = given.into();
    let script = [find, " if (!row) return false; ", act, " return true;"].concat();
    browser
        .wait(name, &script, vec![json!(name), given])
        .await
        .map(drop)
}

/// Waits until the tab shows this.
async fn shows(browser: &Browser, what: &str, script: &str, wanted: serde_json::Value) -> Result<()> {
    let script = format!("return JSON.stringify({script}) === JSON.stringify(arguments[0]);");
    browser.wait(what, &script, vec![wanted]).await.map(drop)
}

/// Another tab beside this one, with the same screen.
async fn second_tab(browser: &Browser, screen: &Screen) -> Result<[WindowHandle; 2]> {
    let first = browser.client().window().await?;
    let second = browser.client().new_window(true).await?.handle;
    to(browser, &second).await?;
    // Each tab has scripts of its own.
    before_loading(browser, IN_SIGHT).await?;
    open(browser, "").await?;
    go(browser, screen).await?;
    Ok([first, second])
}

#[tokio::test]
async fn a_press_changes_the_partner_that_was_shown_whatever_another_tab_did() -> Result<()> {
    const NAMES: &str = "[...document.querySelectorAll('.people__one bdi')].map((name) => name.textContent)";
    const TOGETHER: &str = "[...document.querySelectorAll('.people__one select')]
        .map((select) => select.selectedOptions[0].textContent.slice(0, 1))";
    const TYPE: &str = "
        const field = row.querySelector('input');
        field.focus();
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    const JOIN: &str = "
        const select = row.querySelector('select');
        const option = [...select.options].find((one) => arguments[1].some((name) => one.textContent.includes(name)));
        select.value = option.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    journey("two-tabs-partners", async |browser: &Browser| {
        // Side by side: a field is not left because the other tab is looked at.
        before_loading(browser, IN_SIGHT).await?;
        let compare = Screen::Chair(Place::Compare);
        open(browser, "").await?;
        go(browser, &compare).await?;
        let names = ["Alder", "Birch", "Cedar", "Dogwood", "Elder"];
        take_links(browser, &names.map(link_of).join("\n")).await?;
        partners(browser, 5).await?;
        press(browser, keys::compare::SHOW_LIST).await?;
        let [first, second] = second_tab(browser, &compare).await?;
        partners(browser, 5).await?;
        press(browser, keys::compare::SHOW_LIST).await?;

        beside(
            browser,
            [ROW, "Alder"],
            "row.querySelector('button').click();",
            "",
        )
        .await?;
        shows(
            browser,
            "four partners",
            NAMES,
            json!(["Birch", "Cedar", "Dogwood", "Elder"]),
        )
        .await?;
        to(browser, &first).await?;
        beside(
            browser,
            [ROW, "Birch"],
            "row.querySelector('button').click();",
            "",
        )
        .await?;
        shows(
            browser,
            "three partners",
            NAMES,
            json!(["Cedar", "Dogwood", "Elder"]),
        )
        .await?;

        // A name stands in its field while the other tab groups and removes.
        beside(browser, [ROW, "Dogwood"], TYPE, "Town hall").await?;
        to(browser, &second).await?;
        // A browser that takes the focus away with the window has counted the name by now.
        beside(browser, [ROW, "Elder"], JOIN, json!(["Dogwood", "Town hall"])).await?;
        shows(browser, "one group", TOGETHER, json!(["A", "B", "B"])).await?;
        beside(
            browser,
            [ROW, "Cedar"],
            "row.querySelector('button').click();",
            "",
        )
        .await?;
        to(browser, &first).await?;
        // A press that leaves no field counts what stands in it.
        browser
            .run("document.getElementById('phc-letters').click();", vec![])
            .await?;
        for tab in [&first, &second] {
            to(browser, tab).await?;
            reload(browser).await?;
            press(browser, keys::compare::SHOW_LIST).await?;
            shows(browser, "both changes", NAMES, json!(["Town hall", "Elder"])).await?;
            shows(browser, "one organisation", TOGETHER, json!(["A", "A"])).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tick_stays_with_its_step_whatever_another_tab_did() -> Result<()> {
    const STEPS: &str = "[...document.querySelectorAll('.planned')].map((step) => [
        step.querySelector('textarea').value, step.querySelector(\"[id$='-owner']\").value,
        step.querySelector(\"[id$='-done']\").checked])";
    const OWNER: &str = "
        const field = row.querySelector(\"[id$='-owner']\");
        field.focus();
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    journey("two-tabs-plan", async |browser: &Browser| {
        before_loading(browser, IN_SIGHT).await?;
        open(browser, "").await?;
        keep(browser, &Given::full(), 20_800).await?;
        let plan = Screen::Chair(Place::Plan);
        go(browser, &plan).await?;
        for what in ["One", "Two", "Three"] {
            type_into(browser, "#step-own", what).await?;
            press(browser, keys::plan::ADD).await?;
            beside(browser, [STEP, what], "", "").await?;
        }
        let [first, second] = second_tab(browser, &plan).await?;
        beside(
            browser,
            [STEP, "Two"],
            "row.querySelector(\"[id$='-up']\").click();",
            "",
        )
        .await?;
        let moved = json!([["Two", "", false], ["One", "", false], ["Three", "", false]]);
        shows(browser, "the step moved", STEPS, moved).await?;
        to(browser, &first).await?;
        beside(
            browser,
            [STEP, "One"],
            "row.querySelector(\"[id$='-done']\").click();",
            "",
        )
        .await?;
        beside(browser, [STEP, "Three"], OWNER, "Ann").await?;
        to(browser, &second).await?;
        beside(
            browser,
            [STEP, "Two"],
            "row.querySelector(\"[id$='-remove']\").click();",
            "",
        )
        .await?;
        to(browser, &first).await?;
        press(browser, keys::onward::RESULT).await?;
        for tab in [&first, &second] {
            to(browser, tab).await?;
            reload(browser).await?;
            go(browser, &plan).await?;
            let kept = json!([["One", "", true], ["Three", "Ann", false]]);
            shows(browser, "both changes", STEPS, kept).await?;
        }
        Ok(())
    })
    .await
}
