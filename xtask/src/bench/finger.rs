//! A finger on a phone: the browser's own press, and the way to the first question.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;

/// The middle of what is to be pressed, once it is in view.
const MIDDLE: &str = "
    const found = document.querySelector(arguments[0]);
    const part = found?.labels?.[0] ?? found;
    if (!part) return null;
    part.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = part.getBoundingClientRect();
    return [left + Math.min(width, 40) / 2, top + height / 2];";

/// Opens the page on a phone, with a script before its own, and goes to the first question; the processor is four times slower from
/// then on. A plain page shows its questions at once.
pub(super) async fn first_question(
    browser: &Browser,
    address: &str,
    is_ours: bool,
    script: &str,
) -> Result<()> {
    browser.resize(412, 823).await?;
    let before = json!({ "source": script });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", before)
        .await?;
    browser.open(address).await?;
    if is_ours {
        browser.find("#phc[data-started]").await?;
        browser.click("label[for='kind-other']").await?;
        browser.click(".start__go").await?;
        browser.find(".questions").await?;
    }
    let slow = json!({ "rate": 4 });
    browser
        .devtools("Emulation.setCPUThrottlingRate", slow)
        .await
        .map(drop)
}

/// Brings what is to be pressed into view; returns its middle.
pub(super) async fn middle(browser: &Browser, selector: &str) -> Result<Value> {
    let middle = browser.run(MIDDLE, vec![json!(selector)]).await?;
    ensure!(!middle.is_null(), "There is no {selector}.");
    Ok(middle)
}

/// Presses there with the browser's own finger.
pub(super) async fn press(browser: &Browser, middle: &Value) -> Result<()> {
    for kind in ["mousePressed", "mouseReleased"] {
        let press = json!({
            "type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1,
        });
        browser.devtools("Input.dispatchMouseEvent", press).await?;
    }
    Ok(())
}
