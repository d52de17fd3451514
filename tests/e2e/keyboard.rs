//! A journey by keyboard alone: Tab, arrows, Space, Enter and the number keys. The focus never gets lost, and
//! what it is on can be seen.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use partnership_health_check::content::keys;
use serde_json::json;
use tokio::time::sleep;
use xtask::browser::Browser;

use crate::support::journey;
use crate::support::look::{chosen, texts};
use crate::support::slow::SLOW;
use crate::support::steps::{answered, at, at_statement, before_loading, open, reload, words};

const TAB: char = '\u{E004}';
const SHIFT: char = '\u{E008}';
const ENTER: char = '\u{E007}';
const DOWN: char = '\u{E015}';
const SPACE: char = ' ';

#[tokio::test]
async fn a_check_is_taken_by_keyboard_alone() -> Result<()> {
    journey("keyboard", by_keyboard_alone).await
}

/// Somebody may go on before the browser has told the program that its screen is drawn, and then keeps the focus.
#[tokio::test]
async fn on_a_slow_device_the_focus_stays_where_a_person_puts_it() -> Result<()> {
    let slower = SLOW.replace("|| 100", "|| 1500");
    journey("keyboard-slow", async |browser: &Browser| {
        before_loading(browser, &slower).await?;
        open(browser, "").await?;
        browser.find(".start__go").await?;
        browser.run("location.hash = '#privacy';", vec![]).await?;
        browser.find("#phc-delete-ask").await?;
        browser
            .run("document.querySelector('#phc-delete-ask').focus();", vec![])
            .await?;
        sleep(Duration::from_secs(4)).await;
        on(browser, "#phc-delete-ask").await?;
        // Whoever does nothing meanwhile is led to the heading.
        browser.run("location.hash = '#about';", vec![]).await?;
        browser.find("h1:focus").await.map(drop)
    })
    .await
}

/// The button that leads to the next page.
const NEXT: &str = ".acts .button:not(.button--quiet)";

pub(crate) async fn by_keyboard_alone(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    settings(browser).await?;
    number_keys_arrows_and_space(browser).await?;
    for page in ["#q-2", "#q-3", "#answers"] {
        tab_to(browser, NEXT).await?;
        browser
            .run("document.activeElement.pressed = true;", vec![])
            .await?;
        browser.press_keys(&[ENTER]).await?;
        at(browser, page).await?;
        // The button that was pressed stays: taking away what has the focus costs a layout of both pages.
        let stays = "return Boolean(document.querySelector(arguments[0])?.pressed);";
        let stays = browser.run(stays, vec![json!(NEXT)]).await?;
        ensure!(
            page == "#answers" || stays == json!(true),
            "{page} has another button."
        );
    }
    change_an_answer(browser).await?;
    tab_to(browser, ".answers .acts .button").await?;
    browser.press_keys(&[ENTER]).await?;
    at(browser, "#result").await?;
    share(browser).await
}

/// From the skip link to the first question, with nothing chosen on the way at first.
async fn settings(browser: &Browser) -> Result<()> {
    browser.press_keys(&[TAB]).await?;
    on(browser, ".skip").await?;
    browser.press_keys(&[ENTER]).await?;
    on(browser, "h1").await?;

    tab_to(browser, ".start__go").await?;
    browser.press_keys(&[ENTER]).await?;
    on(browser, "#phc-problem").await?;
    ensure!(texts(browser, "#phc-problem a").await? == [words(keys::start::PROBLEM_KIND)]);
    tab_to(browser, "#phc-problem a").await?;
    browser.press_keys(&[ENTER]).await?;
    on(browser, "#kind-consortium").await?;
    browser.press_keys(&[DOWN]).await?;
    on(browser, "#kind-commissioning:checked").await?;

    tab_to(browser, ".start__go").await?;
    browser.press_keys(&[ENTER]).await?;
    on(browser, "#phc-problem").await?;
    tab_to(browser, "#phc-problem a").await?;
    browser.press_keys(&[ENTER]).await?;
    on(browser, "#side-first").await?;
    browser.press_keys(&[SPACE]).await?;
    on(browser, "#side-first:checked").await?;

    tab_to(browser, ".settings summary").await?;
    browser.press_keys(&[ENTER]).await?;
    tab_to(browser, "[name=sector]").await?;
    browser.press_keys(&[SPACE, DOWN]).await?;
    on(browser, "#sector-public:checked").await?;
    tab_to(browser, "#partnership").await?;
    browser.press_keys(&['T', 'e', 'a', ' ', '5']).await?;
    // On the way around the focus would leave the page, and not every browser without a window gives it back.
    go_back_to(browser, "#length-full").await?;
    browser.press_keys(&[DOWN]).await?;
    on(browser, "#length-quick:checked").await?;
    tab_to(browser, ".start__go").await?;
    browser.press_keys(&[ENTER]).await?;
    at(browser, "#q-1").await
}

async fn number_keys_arrows_and_space(browser: &Browser) -> Result<()> {
    // On the heading a number answers nothing.
    browser.press_keys(&['4']).await?;
    answered(browser, 0).await?;
    tab_to(browser, "[name='A1.2']").await?;
    browser.press_keys(&['4']).await?;
    on(browser, "[id='A1.2-4']:checked").await?;
    browser.press_keys(&['5']).await?;
    on(browser, "[id='A1.2-5']:checked").await?;
    tab_to(browser, "[name='A2.2']").await?;
    browser.press_keys(&[SPACE, DOWN, DOWN]).await?;
    on(browser, "[id='A2.2-3']:checked").await?;
    tab_to(browser, "[name='A3.1']").await?;
    // Arrows go through all seven and round.
    browser.press_keys(&[DOWN; 6]).await?;
    on(browser, "[id='A3.1-na']:checked").await?;
    tab_to(browser, "[name='A4.3']").await?;
    browser.press_keys(&['1']).await?;
    answered(browser, 4).await?;
    // A choice made can be taken back.
    tab_to(browser, "fieldset:has([name='A4.3']) .statement__clear").await?;
    browser.press_keys(&[ENTER]).await?;
    answered(browser, 3).await?;
    not_lost(browser).await?;
    keys_can_be_switched_off(browser).await?;
    let all = json!({ "A1.2": "5", "A2.2": "3", "A3.1": "na" });
    let here = chosen(browser).await?;
    ensure!(here == all, "Chosen is {here}");
    Ok(())
}

/// Whoever speaks to the page, or leans on a key, can do without keys of one letter. The choice is kept.
async fn keys_can_be_switched_off(browser: &Browser) -> Result<()> {
    let switch = ".keys .textual";
    let kept = |keys: Option<&'static str>| async move {
        let script = "return localStorage.getItem('phc.keys') === arguments[0];";
        browser
            .wait("the choice of keys", script, vec![json!(keys)])
            .await
    };
    tab_to(browser, switch).await?;
    browser.press_keys(&[ENTER]).await?;
    kept(Some("off")).await?;
    reload(browser).await?;
    tab_to(browser, "[name='A1.2']").await?;
    browser.press_keys(&['2']).await?;
    on(browser, "[id='A1.2-5']:checked").await?;
    tab_to(browser, switch).await?;
    browser.press_keys(&[ENTER]).await?;
    kept(None).await?;
    go_back_to(browser, "[name='A1.2']").await?;
    browser.press_keys(&['4', '5']).await?;
    on(browser, "[id='A1.2-5']:checked").await
}

async fn change_an_answer(browser: &Browser) -> Result<()> {
    tab_to(browser, ".answers__change").await?;
    browser.press_keys(&[ENTER]).await?;
    at_statement(browser, "#q-1", "A1.2").await?;
    tab_to(browser, "[name='A1.2']").await?;
    on(browser, "[id='A1.2-5']:checked").await?;
    browser.press_keys(&['2']).await?;
    on(browser, "[id='A1.2-2']:checked").await?;
    tab_to(browser, "a[href='#answers']").await?;
    browser.press_keys(&[ENTER]).await?;
    at(browser, "#answers").await
}

async fn share(browser: &Browser) -> Result<()> {
    tab_to(browser, ".share a[href='#share']").await?;
    browser.press_keys(&[ENTER]).await?;
    at(browser, "#share").await?;
    tab_to(browser, "#share-partnership").await?;
    browser.press_keys(&[SPACE]).await?;
    on(browser, "#share-partnership:checked").await?;
    tab_to(browser, "#phc-link").await?;
    let script = "return document.querySelector('.terms dd').textContent === 'Tea 5';";
    browser
        .wait("the name in the preview", script, vec![])
        .await
        .map(drop)
}

/// Presses Tab until the focus is on such an element.
async fn tab_to(browser: &Browser, selector: &str) -> Result<()> {
    move_to(browser, selector, &[TAB]).await
}

/// The same with Shift and Tab.
async fn go_back_to(browser: &Browser, selector: &str) -> Result<()> {
    move_to(browser, selector, &[SHIFT, TAB]).await
}

async fn move_to(browser: &Browser, selector: &str, keys: &[char]) -> Result<()> {
    let is_there = "return document.activeElement.matches(arguments[0]);";
    for _ in 0..120 {
        browser.press_together(keys).await?;
        if browser.run(is_there, vec![json!(selector)]).await? == json!(true) {
            return can_be_seen(browser, selector).await;
        }
    }
    bail!("Tab never comes to `{selector}`.")
}

/// Waits until the focus is on such an element.
async fn on(browser: &Browser, selector: &str) -> Result<()> {
    let script = "return document.activeElement.matches(arguments[0]);";
    browser
        .wait(
            &format!("the focus on `{selector}`"),
            script,
            vec![json!(selector)],
        )
        .await
        .map(drop)
}

/// The focused element lies in the window, under nothing else, with a ring around it or its row; perhaps not before
/// the browser has drawn again.
async fn can_be_seen(browser: &Browser, selector: &str) -> Result<()> {
    let script = "
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const row = element.closest('.choice');
        const ringed = [element, row].some((part) => part && getComputedStyle(part).outlineStyle !== 'none'
            && parseFloat(getComputedStyle(part).outlineWidth) >= 2);
        return ringed && top && (element.contains(top) || top.contains(element) || row?.contains(top));";
    let what = format!("`{selector}` in view, with a ring");
    browser.wait(&what, script, vec![]).await.map(drop)
}

/// After an element has gone, the focus is still somewhere in the screen.
async fn not_lost(browser: &Browser) -> Result<()> {
    let script = "return document.activeElement !== document.body;";
    let kept = browser.run(script, vec![]).await?;
    ensure!(kept == json!(true), "The focus is lost: it is on nothing.");
    Ok(())
}
