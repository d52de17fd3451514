//! Summary links that are made in somebody else's page.

use anyhow::{Context, Result, ensure};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::Browser;

use super::{CHECK, WATCH, inside, inside_of, press_in};
use crate::support::answers::Given;
use crate::support::host::{Files, Host};
use crate::support::steps::before_loading;
use crate::support::{address, journey};

#[tokio::test]
async fn a_link_opens_the_page_at_the_check() -> Result<()> {
    journey("guest-link", opens).await
}

pub(crate) async fn opens(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    // What a mailing hangs on an address does not travel on; what the page needs, and names, does.
    let page = format!("{}?page_id=7&utm_source=letter", host.page("far", Files::Good));
    browser.open(&page).await?;
    browser
        .run(
            &format!(
                "const check = document.querySelector('{CHECK}'); check.keep = 'page_id'; check.load();"
            ),
            vec![],
        )
        .await?;
    let link = finish_and_copy(browser).await?;
    ensure!(
        link.starts_with(&format!("{}?page_id=7#phc=", host.page("far", Files::Good))),
        "The link is {link}"
    );
    opens_at_the_check(browser, &link).await?;
    let address = browser.run("return location.href;", vec![]).await?;
    ensure!(
        !address.to_string().contains("phc"),
        "The address kept it: {address}"
    );
    // The same after loading the page again, and gone once a check is begun.
    browser.client().refresh().await?;
    inside(browser, ".banner__name").await.map(drop)
}

#[tokio::test]
async fn a_page_that_is_known_by_its_fragment_opens_at_the_check() -> Result<()> {
    journey("guest-routed", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let page = format!("{}#/check", host.page("routed", Files::Good));
        browser.open(&page).await?;
        browser
            .run(
                &format!("document.querySelector('{CHECK}').scrollIntoView();"),
                vec![],
            )
            .await?;
        let link = finish_and_copy(browser).await?;
        ensure!(link.starts_with(&format!("{page}?phc=")), "The link is {link}");
        opens_at_the_check(browser, &link).await?;
        let address = browser.run("return location.href;", vec![]).await?;
        ensure!(address == page, "The address is {address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_a_page_keeps_no_fragments_links_lead_to_the_own_page() -> Result<()> {
    journey("guest-own", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, ".start__go").await?;
        browser
            .run(
                &format!("document.querySelector('{CHECK}').linkBase = 'own';"),
                vec![],
            )
            .await?;
        let link = finish_and_copy(browser).await?;
        ensure!(
            link.starts_with(&format!("{}#phc=", address("")?)),
            "The link is {link}"
        );
        browser.open(&link).await?;
        browser.find("#phc .banner__name").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn of_several_checks_a_link_opens_the_one_in_which_it_was_made() -> Result<()> {
    journey("guest-two-links", async |browser: &Browser| {
        before_loading(browser, WATCH).await?;
        let host = Host::start()?;
        let page = host.page("two", Files::Good);
        browser.open(&page).await?;
        let link = finish_and_copy_in(browser, "#other").await?;
        ensure!(
            link.starts_with(&format!("{page}#phc-at=other&phc=")),
            "The link is {link}"
        );
        let clear = "localStorage.clear(); indexedDB.deleteDatabase('phc');";
        browser.run(clear, vec![]).await?;
        // In the page as it is, and in one that is opened with it.
        for is_open in [false, true] {
            browser.open("about:blank").await?;
            if is_open {
                browser.open(&page).await?;
                inside_of(browser, "#other", ".start__go").await?;
            }
            browser.open(&link).await?;
            inside_of(browser, "#other", ".banner__name").await?;
            inside_of(browser, "#first", ".start__go").await?;
            inside_of(browser, "#same", ".start__go").await?;
            let address = browser.run("return location.href;", vec![]).await?;
            ensure!(address == page, "The address is {address}");
        }
        // A check that is not there any more leaves it to the first.
        browser.open("about:blank").await?;
        browser.open(&link.replace("at=other", "at=gone")).await?;
        inside_of(browser, "#first", ".banner__name").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_link_followed_in_a_page_that_is_open_opens_a_check_far_from_view() -> Result<()> {
    journey("guest-link-open", async |browser: &Browser| {
        let host = Host::start()?;
        let page = host.page("far", Files::Good);
        let link = format!(
            "{page}#{}{}",
            link::PREFIX,
            link::encode(&Given::full().summary(Day(20_800)))
        );
        browser.open(&page).await?;
        browser.run("window.open_already = true;", vec![]).await?;
        // Fragments of the page's own start nothing.
        browser.run("location.hash = '#news';", vec![]).await?;
        let started =
            format!("return document.querySelector('{CHECK}').shadowRoot.querySelector('.phc') !== null;");
        let early = browser.run(&started, vec![]).await?;
        ensure!(early == false, "It started before it was near.");
        browser
            .run("location.href = arguments[0];", vec![json!(link)])
            .await?;
        is_at_the_check(browser).await?;
        let same = browser
            .run("return window.open_already === true;", vec![])
            .await?;
        ensure!(same == true, "The page was loaded again.");
        let address = browser.run("return location.href;", vec![]).await?;
        ensure!(
            !address.to_string().contains("phc="),
            "The address kept it: {address}"
        );
        Ok(())
    })
    .await
}

/// Takes the quick check, and reads the link on the result.
pub(super) async fn finish_and_copy(browser: &Browser) -> Result<String> {
    finish_and_copy_in(browser, CHECK).await
}

/// The same in one of several checks.
async fn finish_and_copy_in(browser: &Browser, check: &str) -> Result<String> {
    let answers = "
        const inside = document.querySelector(arguments[0]).shadowRoot;
        if (inside.querySelector('#phc-link')) return true;
        for (const radio of inside.querySelectorAll('input[value=\"4\"]')) radio.click();
        inside.querySelector('.acts .button:not(.button--quiet)')?.click();
        return false;";
    press_in(browser, check, ".start__go").await?;
    inside_of(browser, check, ".questions").await?;
    browser.wait("the result", answers, vec![json!(check)]).await?;
    let link = inside_of(browser, check, "#phc-link").await?;
    Ok(link.prop("value").await?.unwrap_or_default())
}

/// Opens a link in a browser that has nothing: the result is in view and has the focus.
pub(super) async fn opens_at_the_check(browser: &Browser, link: &str) -> Result<()> {
    browser
        .run("localStorage.clear(); indexedDB.deleteDatabase('phc');", vec![])
        .await?;
    browser.client().new_window(true).await?;
    let windows = browser.client().windows().await?;
    let last = windows.last().cloned().context("There is no window.")?;
    browser.client().switch_to_window(last).await?;
    browser.open(link).await?;
    is_at_the_check(browser).await
}

/// A shared result is there, in view and with the focus.
async fn is_at_the_check(browser: &Browser) -> Result<()> {
    inside(browser, ".banner__name").await?;
    let seen = "
        const check = document.querySelector('partnership-health-check');
        const { top } = check.getBoundingClientRect();
        const focus = check.shadowRoot.activeElement;
        return top > -200 && top < innerHeight && focus?.id === 'phc-title';";
    browser
        .wait("the check in view, with the focus", seen, vec![])
        .await
        .map(drop)
}
