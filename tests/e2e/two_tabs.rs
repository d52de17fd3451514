//! Two tabs with the same check: nothing that either of them was told is lost, and each hears of the other.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use fantoccini::wd::WindowHandle;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::{Info, Place};
use partnership_health_check::content::keys;
use partnership_health_check::domain::day::Day;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::{Given, stored};
use crate::support::journey;
use crate::support::look::{chosen, notice, texts};
use crate::support::steps::{
    answered, at, before_loading, begin, choose, go, in_both, local_storage, nothing_durable, open, press,
    reload, saved, speak, words,
};
use crate::support::tour::{summary_link, take_links};

/// Two windows side by side: none of them was ever out of sight.
pub(crate) const IN_SIGHT: &str = "
    addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);";

/// A check begun in a first tab and opened in a second, which is the one that is seen now.
async fn two_tabs(browser: &Browser) -> Result<[WindowHandle; 2]> {
    open(browser, "").await?;
    begin(browser, &Given::quick().setup).await?;
    saved(browser).await?;
    let first = browser.client().window().await?;
    let second = browser.client().new_window(true).await?.handle;
    browser.client().switch_to_window(second.clone()).await?;
    open(browser, "").await?;
    press(browser, keys::checks::GO_ON).await?;
    at(browser, "#q-1").await?;
    Ok([first, second])
}

pub(crate) async fn to(browser: &Browser, tab: &WindowHandle) -> Result<()> {
    browser
        .client()
        .switch_to_window(tab.clone())
        .await
        .context("The tab is gone.")
}

#[tokio::test]
async fn two_tabs_answer_in_turns_and_lose_nothing() -> Result<()> {
    journey("two-tabs", in_turns).await
}

pub(crate) async fn in_turns(browser: &Browser) -> Result<()> {
    let tabs = two_tabs(browser).await?;
    let turns = [("A1.2", "1"), ("A2.2", "2"), ("A3.1", "dk"), ("A4.3", "5")];
    for (turn, (statement, value)) in turns.into_iter().enumerate() {
        to(browser, &tabs[turn % 2]).await?;
        // What the other tab was told has arrived here without anything being done.
        answered(browser, turn).await?;
        if turn > 0 {
            notice(browser, words(keys::notice::CHANGED_ELSEWHERE)).await?;
        }
        choose(browser, statement, value).await?;
        answered(browser, turn + 1).await?;
        saved(browser).await?;
    }
    // The same statement in both: the later answer counts.
    to(browser, &tabs[1]).await?;
    choose(browser, "A1.2", "3").await?;
    saved(browser).await?;
    let all = json!({ "A1.2": "3", "A2.2": "2", "A3.1": "dk", "A4.3": "5" });
    for tab in &tabs {
        to(browser, tab).await?;
        browser.find("[id=\"A1.2-3\"]:checked").await?;
        let here = chosen(browser).await?;
        ensure!(here == all, "A tab shows {here}");
        reload(browser).await?;
        at(browser, "#q-1").await?;
        let kept = chosen(browser).await?;
        ensure!(kept == all, "After loading again a tab shows {kept}");
    }
    Ok(())
}

/// Language and number keys are set for all tabs.
#[tokio::test]
async fn a_setting_in_one_tab_is_followed_in_the_other() -> Result<()> {
    journey("settings-elsewhere", settings_elsewhere).await
}

pub(crate) async fn settings_elsewhere(browser: &Browser) -> Result<()> {
    const SPEAKS: &str = "return document.querySelector('#phc > .phc').lang === arguments[0];";
    const HAS_HINT: &str = "return (document.querySelector('.hint__keys') !== null) === arguments[0];";
    let tabs = two_tabs(browser).await?;
    to(browser, &tabs[0]).await?;
    at(browser, "#q-1").await?;
    for (turn, tag) in ["cy", "en"].into_iter().enumerate() {
        let is_on = turn == 1;
        to(browser, &tabs[1 - turn]).await?;
        speak(browser, tag).await?;
        browser.click(".keys .textual").await?;
        browser
            .wait("the number keys", HAS_HINT, vec![json!(is_on)])
            .await?;
        to(browser, &tabs[turn]).await?;
        browser.wait(tag, SPEAKS, vec![json!(tag)]).await?;
        browser
            .wait("the number keys there", HAS_HINT, vec![json!(is_on)])
            .await?;
        let here = browser.run("return location.hash;", vec![]).await?;
        ensure!(here == "#q-1", "The screen is {here}");
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_lost_when_tabs_hear_of_each_other_too_late() -> Result<()> {
    const DEAF: &str = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);";
    journey("deaf-tabs", async |browser: &Browser| {
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": DEAF }))
            .await?;
        let tabs = two_tabs(browser).await?;
        // The second tab was opened without the script.
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": DEAF }))
            .await?;
        reload(browser).await?;
        at(browser, "#q-1").await?;
        for (tab, statement, value) in [
            (0, "A1.2", "1"),
            (1, "A2.2", "2"),
            (0, "A3.1", "3"),
            (1, "A4.3", "4"),
        ] {
            to(browser, &tabs[tab]).await?;
            choose(browser, statement, value).await?;
            saved(browser).await?;
        }
        // Both give another answer to one statement, neither knowing of the other.
        for (tab, value) in [(0, "5"), (1, "2"), (0, "3")] {
            to(browser, &tabs[tab]).await?;
            choose(browser, "A1.2", value).await?;
            saved(browser).await?;
        }
        reload(browser).await?;
        at(browser, "#q-1").await?;
        let kept = chosen(browser).await?;
        let all = json!({ "A1.2": "3", "A2.2": "2", "A3.1": "3", "A4.3": "4" });
        ensure!(kept == all, "Kept is {kept}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn deleting_in_one_tab_is_told_in_the_other() -> Result<()> {
    journey("deleted-elsewhere", async |browser: &Browser| {
        let tabs = two_tabs(browser).await?;
        choose(browser, "A1.2", "4").await?;
        saved(browser).await?;
        to(browser, &tabs[0]).await?;
        answered(browser, 1).await?;
        to(browser, &tabs[1]).await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        press(browser, keys::delete::ASK).await?;
        press(browser, keys::delete::YES).await?;
        at(browser, "#start").await?;
        to(browser, &tabs[0]).await?;
        notice(browser, words(keys::notice::DELETED_ELSEWHERE)).await?;
        at(browser, "#start").await?;
        ensure!(
            texts(browser, ".checks__entry").await?.is_empty(),
            "The deleted check is still offered."
        );
        // Going on in the tab that was told must not bring the deleted answers back.
        reload(browser).await?;
        ensure!(
            texts(browser, ".checks__entry").await?.is_empty(),
            "The deleted check came back."
        );
        Ok(())
    })
    .await
}

/// Two tabs of which the first hears of nothing that the other does until it is told by `hear()`.
async fn deaf_and_hearing(browser: &Browser) -> Result<[WindowHandle; 2]> {
    const DEAF_UNTIL: &str = "
        const missed = [];
        const miss = (event) => {
            event.stopImmediatePropagation();
            missed.push({ key: event.key, oldValue: event.oldValue, newValue: event.newValue });
        };
        addEventListener('storage', miss, true);
        window.hear = () => {
            removeEventListener('storage', miss, true);
            for (const event of missed) dispatchEvent(new StorageEvent('storage', event));
        };";
    before_loading(browser, DEAF_UNTIL).await?;
    let tabs = two_tabs(browser).await?;
    choose(browser, "A1.2", "4").await?;
    saved(browser).await?;
    Ok(tabs)
}

pub(crate) async fn delete_everything(browser: &Browser) -> Result<()> {
    go(browser, &Screen::Info(Info::Privacy)).await?;
    press(browser, keys::delete::ASK).await?;
    press(browser, keys::delete::YES).await?;
    at(browser, "#start").await
}

async fn nothing_is_kept(browser: &Browser) -> Result<()> {
    let local = local_storage(browser).await?;
    ensure!(local == json!({}), "Kept after the deletion: {local}");
    nothing_durable(browser).await
}

#[tokio::test]
async fn a_tab_that_slept_through_a_deletion_brings_nothing_back() -> Result<()> {
    journey("deleted-asleep", async |browser: &Browser| {
        let tabs = deaf_and_hearing(browser).await?;
        delete_everything(browser).await?;
        to(browser, &tabs[0]).await?;
        browser.devtools("Page.bringToFront", json!({})).await?;
        notice(browser, words(keys::notice::DELETED_ELSEWHERE)).await?;
        at(browser, "#start").await?;
        nothing_is_kept(browser).await
    })
    .await
}

#[tokio::test]
async fn an_answer_given_before_the_deletion_was_heard_of_is_deleted_too() -> Result<()> {
    journey("deleted-crossing", async |browser: &Browser| {
        before_loading(browser, IN_SIGHT).await?;
        let tabs = deaf_and_hearing(browser).await?;
        delete_everything(browser).await?;
        to(browser, &tabs[0]).await?;
        // The durable store may tell of the deletion before the page shows the answer.
        browser.click("label[for=\"A2.2-2\"]").await?;
        browser.run("hear();", vec![]).await?;
        browser.find(".notice").await?;
        browser.find(".phc[data-answered='0']").await?;
        nothing_durable(browser).await?;
        to(browser, &tabs[1]).await?;
        browser.find(".phc[data-answered='0']").await?;
        reload(browser).await?;
        ensure!(
            texts(browser, ".checks__entry").await?.is_empty(),
            "The deleted check came back."
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_begun_after_a_deletion_stays_when_a_tab_hears_of_it_late() -> Result<()> {
    journey("deleted-late", async |browser: &Browser| {
        before_loading(browser, IN_SIGHT).await?;
        let tabs = deaf_and_hearing(browser).await?;
        delete_everything(browser).await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        let links = ["Alder", "Birch"].map(link_of);
        take_links(browser, &links.join("\n")).await?;
        partners(browser, 2).await?;
        in_both(browser, "phc.folder", "").await?;
        let checks = local_storage(browser).await?["phc.record"].clone();
        ensure!(
            checks.is_null(),
            "Before the other tab heard of it, there are the checks {checks}"
        );
        to(browser, &tabs[0]).await?;
        browser.run("hear();", vec![]).await?;
        notice(browser, words(keys::notice::DELETED_ELSEWHERE)).await?;
        // Time enough for what the tab would delete.
        browser
            .run_until_done("setTimeout(arguments[0], 500);", vec![])
            .await?;
        in_both(browser, "phc.folder", "").await?;
        let checks = local_storage(browser).await?["phc.record"].clone();
        ensure!(checks.is_null(), "There are the checks {checks}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_being_typed_stays_when_another_tab_answers() -> Result<()> {
    journey("two-tabs-typing", async |browser: &Browser| {
        open(browser, "").await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        let field = browser.client().find(Locator::Css("#phc-links")).await?;
        field.send_keys("Meals to").await?;

        // With two windows the field would be left on the way, which side by side it need not be.
        let other = stored(vec![Given::quick().check(7, Some(Day(20_000)))]);
        browser
            .run(
                "const [key, newValue] = arguments;
                 localStorage.setItem(key, newValue);
                 dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));",
                vec![json!("phc.record"), json!(other)],
            )
            .await?;
        // The other tab's news is taken in, and the screen drawn again with it.
        browser.find(".own button").await?;
        field.send_keys("gether").await?;
        let typed = field.prop("value").await?;
        ensure!(typed.as_deref() == Some("Meals together"), "{typed:?}");
        Ok(())
    })
    .await
}

/// The summary link of an organisation.
pub(crate) fn link_of(name: &str) -> String {
    let mut given = Given::full();
    name.clone_into(&mut given.setup.organisation);
    summary_link(&given, 20_800)
}

/// What is in the comparison on screen: the names of its partners, once there are so many.
pub(crate) async fn partners(browser: &Browser, number: usize) -> Result<Vec<String>> {
    browser
        .find(&format!(".partners__one:nth-child({number})"))
        .await?;
    texts(browser, ".partners__one bdi").await
}

/// Gives the first partner another name, as a person does who then goes on to the next field.
async fn rename_first(browser: &Browser, name: &str) -> Result<()> {
    let script = "
        const field = document.querySelector('.people input');
        field.focus();
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        field.blur();";
    browser.run(script, vec![json!(name)]).await?;
    let named = "return document.querySelector('.partners__one bdi').textContent === arguments[0];";
    browser
        .wait("the new name", named, vec![json!(name)])
        .await
        .map(drop)
}

#[tokio::test]
async fn a_partner_added_beside_another_tabs_changes_stays() -> Result<()> {
    journey("two-tabs-compare", partners_in_turns).await
}

pub(crate) async fn partners_in_turns(browser: &Browser) -> Result<()> {
    let compare = Screen::Chair(Place::Compare);
    open(browser, "").await?;
    go(browser, &compare).await?;
    take_links(browser, &["Alder", "Birch"].map(link_of).join("\n")).await?;
    partners(browser, 2).await?;
    let first = browser.client().window().await?;
    let second = browser.client().new_window(true).await?.handle;
    to(browser, &second).await?;
    open(browser, "").await?;
    go(browser, &compare).await?;
    let seen = partners(browser, 2).await?;
    ensure!(seen == ["Alder", "Birch"], "The second tab shows {seen:?}");

    // The first goes on, so that its comparison is the newer one.
    to(browser, &first).await?;
    press(browser, keys::compare::SHOW_LIST).await?;
    browser.find(".people input").await?;
    for name in ["Cedar", "Dogwood"] {
        rename_first(browser, name).await?;
    }
    to(browser, &second).await?;
    take_links(browser, &link_of("Elder")).await?;
    let wanted = ["Dogwood", "Birch", "Elder"];
    let seen = partners(browser, 3).await?;
    ensure!(seen == wanted, "After a partner was added there are {seen:?}");
    to(browser, &first).await?;
    reload(browser).await?;
    let seen = partners(browser, 3).await?;
    ensure!(seen == wanted, "Loaded again in the first tab there are {seen:?}");
    Ok(())
}
