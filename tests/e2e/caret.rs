//! The caret, as who listens with Orca leaves it: on the link or button that they press. Orca takes the text behind the
//! caret for the place of somebody whose link or button has gone, and says nothing when that text gets the focus. So the
//! caret has to stand in a text before what gets the focus.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use serde_json::json;
use xtask::browser::{Browser, Engine, Options};

use crate::support::answers::Given;
use crate::support::journey_as;
use crate::support::steps::{at, choose, go, keep, open, type_into};

/// Where the caret stands that does not stand before what was given the focus; nothing if it does, or if that is no text.
const NOT_BEFORE: &str = "
    const { anchorNode: text, anchorOffset: at } = getSelection();
    const focused = document.activeElement;
    if (!focused.matches('h1, h2, p')) return '';
    const isBefore = text?.nodeType === Node.TEXT_NODE && at < text.data.length && text.parentElement.checkVisibility()
        && text.compareDocumentPosition(focused) === Node.DOCUMENT_POSITION_FOLLOWING;
    return isBefore ? '' : `${focused.outerHTML.slice(0, 80)}: ${text?.nodeName} ${text?.textContent.slice(0, 40)} ${at}`;";

/// As Orca goes to a link or button.
const GO_TO: &str = "
    const pressed = document.querySelector(arguments[0]);
    pressed.focus();
    getSelection().collapse(pressed.firstChild, 0);
    return pressed.textContent;";

const ENTER: char = '\u{E007}';

#[tokio::test]
async fn what_takes_the_place_of_the_pressed_is_heard() -> Result<()> {
    let options = Options {
        engine: Engine::Firefox,
        ..Options::default()
    };
    journey_as("caret", options, pressed).await
}

async fn pressed(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    choose(browser, "kind", "grant").await?;
    choose(browser, "side", "first").await?;
    leads(browser, ".start__go", "#phc-title").await?;
    leads(browser, ".acts .button:not(.button--quiet)", "#phc-title").await?;
    go(browser, &Screen::CheckAnswers).await?;
    leads(browser, "a[href='#setup']", "#phc-title").await?;
    // After Alt and Left, Orca would read out the letter to which the caret came.
    browser.run("history.back();", vec![]).await?;
    at(browser, "#answers").await?;
    ensure!(
        browser.run(NOT_BEFORE, vec![]).await? != "",
        "Going back moves the caret."
    );
    keep(browser, &Given::full(), 20_600).await?;
    go(browser, &Screen::Result).await?;
    leads(browser, ".share__ways a", "#phc-title").await?;
    leads(browser, ".onward a[href='#result']", "#phc-title").await?;
    go(browser, &Screen::Chair(Place::Invite)).await?;
    type_into(browser, "#invite-reply-to", "chair").await?;
    leads(browser, ".invite > .acts .button", "#phc-problem").await?;
    type_into(browser, "#invite-reply-to", "@example.org").await?;
    choose(browser, "invite-kind", "other").await?;
    leads(browser, ".invite > .acts .button", "#phc-made").await
}

/// Presses what leads to something that gets the focus.
async fn leads(browser: &Browser, pressed: &str, to: &str) -> Result<()> {
    let words = browser.run(GO_TO, vec![json!(pressed)]).await?;
    browser.press_keys(&[ENTER]).await?;
    let gone = "return document.querySelector(arguments[0])?.textContent !== arguments[1]
        || document.activeElement.matches(arguments[2]);";
    browser
        .wait("the press", gone, vec![json!(pressed), words.clone(), json!(to)])
        .await?;
    browser.find(&format!("{to}:focus")).await?;
    let wrong = browser.run(NOT_BEFORE, vec![]).await?;
    ensure!(wrong == "", "{words}: {wrong}");
    Ok(())
}
