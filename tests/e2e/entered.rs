//! A form that came back on paper: entered by keyboard alone, straight into the comparison.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::{Info, Place};
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::ids::{Kind, Length};
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::journey;
use crate::support::look::texts;
use crate::support::slow::SLOW;
use crate::support::steps::{
    at, before_loading, choose, go, keep, local_storage, open, press, type_into, words,
};

const ENTRY: Screen = Screen::Chair(Place::Entry);

#[tokio::test]
async fn a_form_from_paper_goes_into_the_comparison_key_by_key() -> Result<()> {
    journey("enter-form", key_by_key).await
}

pub(crate) async fn key_by_key(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    keep(browser, &Given::full(), 20_750).await?;
    let before = local_storage(browser).await?["phc.record"].clone();
    go(browser, &Screen::Chair(Place::Compare)).await?;
    browser.click(".own button").await?;
    browser.find("#phc-list").await?;
    press(browser, keys::compare::ENTER).await?;
    at(browser, "#enter-form").await?;
    // As the partner that is there.
    browser.find("#entry-kind-commissioning:checked").await?;
    choose(browser, "entry-side", "first").await?;
    type_into(browser, "#entry-name", "The council").await?;
    press(browser, keys::entry::BEGIN).await?;
    browser.find("#entry-question:focus").await?;

    browser.press_keys(&['1', '2', '0', '4']).await?;
    question(browser, 5).await?;
    browser.press_keys(&['\u{E003}']).await?;
    question(browser, 4).await?;
    browser.press_keys(&['5']).await?;
    question(browser, 5).await?;

    // Another screen, of this program and of the other, loses nothing.
    go(browser, &Screen::Info(Info::Privacy)).await?;
    go(browser, &ENTRY).await?;
    question(browser, 5).await?;
    browser.click("#entry-question").await?;
    let rest = Length::Full.statements(Kind::Commissioning).len() - 4;
    browser.press_keys(&vec!['3'; rest]).await?;
    question(browser, 50).await?;
    // By touch.
    browser.click(".entry__choice:nth-child(2)").await?;
    browser.find(".entry__row").await?;
    let answers = texts(browser, ".entry__row b").await?;
    let english = Texts::english();
    ensure!(
        answers.len() == 50 && answers[2] == words(keys::answers::BLANK),
        "{answers:?}"
    );
    ensure!(answers[3] == english.response(partnership_health_check::domain::answer::Response::ALL[4]));
    let kept = local_storage(browser).await?.to_string();
    ensure!(
        !kept.contains("The council"),
        "It is stored before it is added: {kept}"
    );
    press(browser, keys::entry::ADD).await?;
    at(browser, "#compare").await?;
    let names = texts(browser, ".partners__one bdi").await?;
    ensure!(names == ["Harbour Kitchen", "The council"], "{names:?}");
    browser.find("#phc-taken p").await?;
    let told = texts(browser, "#phc-taken p").await?;
    let added = Texts::english().count(keys::compare::ADDED, 1);
    ensure!(told.contains(&added), "{told:?}");
    let after = local_storage(browser).await?["phc.record"].clone();
    ensure!(before == after, "The own check is touched: {after}");
    Ok(())
}

/// Between a drawing and what comes after it the browser hands over keys.
#[tokio::test]
async fn on_a_slow_device_every_key_counts() -> Result<()> {
    journey("enter-form-slow", async |browser: &Browser| {
        before_loading(browser, SLOW).await?;
        key_by_key(browser).await
    })
    .await
}

#[tokio::test]
async fn deleting_everything_forgets_a_form_that_was_begun() -> Result<()> {
    journey("enter-form-deleted", async |browser: &Browser| {
        open(browser, "").await?;
        keep(browser, &Given::quick(), 20_750).await?;
        go(browser, &ENTRY).await?;
        choose(browser, "entry-kind", "other").await?;
        press(browser, keys::entry::BEGIN).await?;
        browser.find("#entry-question:focus").await?;
        browser.press_keys(&['3']).await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        browser.click("#phc-delete-ask").await?;
        browser.click("#phc-delete .button--danger").await?;
        at(browser, "#start").await?;
        go(browser, &ENTRY).await?;
        browser.find("#entry-kind-other:not(:checked)").await.map(drop)
    })
    .await
}

/// Waits for the question with this number, which has the focus.
async fn question(browser: &Browser, number: usize) -> Result<()> {
    let place = Texts::english().fill(keys::meeting::PLACE, &[("n", &number.to_string()), ("all", "50")]);
    let shown = "return document.querySelector('.entry__place')?.textContent === arguments[0];";
    browser
        .wait(&place.clone(), shown, vec![serde_json::json!(place)])
        .await
        .map(drop)
}
