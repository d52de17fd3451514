//! Two tabs with the same list of steps: whatever is pressed or typed in one means what it was shown beside,
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
use crate::two_tabs::{IN_SIGHT, to};

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
        press(browser, keys::plan::BACK_RESULT).await?;
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
