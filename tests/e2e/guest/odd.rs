//! What pages do with a check besides showing it: they start it out of sight, replace it, take it away and bring it back.

use anyhow::{Result, ensure};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link::encode;
use serde_json::json;
use xtask::browser::{Browser, Media};

use super::{CHECK, begin, inside, press};
use crate::storage::{NO_DATABASES, NULL};
use crate::support::answers::{Given, stored};
use crate::support::host::{Files, Host};
use crate::support::steps::{before_loading, in_both};
use crate::support::{address, journey};

/// A tab that opens out of sight, and how it comes into sight.
const HIDDEN: &str = "
    window.isHidden = true;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => window.isHidden });";
const SEEN: &str = "
    window.isHidden = false;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";

/// The end of a summary link.
fn fragment() -> String {
    format!("#phc={}", encode(&Given::quick().summary(Day(20_750))))
}

/// A page with the check and a script.
fn page(host: &Host, attributes: &str, rest: &str) -> Result<String> {
    let site = address("")?;
    Ok(host.made(&format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title>\
         <script type=\"module\" src=\"{site}embed/partnership-health-check.js\"></script>\
         <h1>A charity</h1><{CHECK} {attributes}></{CHECK}>{rest}"
    )))
}

async fn on_check(browser: &Browser, script: &str) -> Result<serde_json::Value> {
    let script = format!("const check = window.away ?? document.querySelector('{CHECK}'); {script}");
    browser.run(&script, vec![]).await
}

async fn after(browser: &Browser, milliseconds: u32) -> Result<()> {
    let script = "setTimeout(arguments[1], arguments[0]);";
    browser
        .run_until_done(script, vec![json!(milliseconds)])
        .await
        .map(drop)
}

#[tokio::test]
async fn in_a_tab_out_of_sight_it_waits_and_is_whole_afterwards() -> Result<()> {
    journey("guest-hidden", async |browser: &Browser| {
        before_loading(browser, HIDDEN).await?;
        let host = Host::start()?;
        browser.open(&page(&host, "loading=eager", "")?).await?;
        after(browser, 1500).await?;
        let height = on_check(browser, "return check.offsetHeight;").await?;
        ensure!(height == 800, "Its place is {height} px high.");
        browser.run(SEEN, vec![]).await?;
        inside(browser, ".start__go").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_check_that_starts_out_of_sight_is_kept_in_both_stores() -> Result<()> {
    journey("guest-hidden-kept", async |browser: &Browser| {
        let host = Host::start()?;
        let page = page(&host, "loading=eager", "")?;
        browser.open(&page).await?;
        inside(browser, ".start__go").await?;
        // Only the one store has it, so that the other gets it while the page is out of sight.
        let text = stored(vec![Given::quick().check(7, None)]);
        let keep = "localStorage.setItem('phc.record', arguments[0]);";
        browser.run(keep, vec![json!(text)]).await?;
        before_loading(browser, HIDDEN).await?;
        browser.open("about:blank").await?;
        browser.open(&page).await?;
        after(browser, 1500).await?;
        browser.run(SEEN, vec![]).await?;
        press(browser, ".checks .button").await?;
        inside(browser, ".questions").await?;
        on_check(
            browser,
            "check.shadowRoot.querySelector('input[value=\"1\"]').click();",
        )
        .await?;
        in_both(browser, "phc.record", ":\"1@").await
    })
    .await
}

#[tokio::test]
async fn a_link_is_not_lost_where_the_page_replaces_the_element() -> Result<()> {
    journey("guest-replaced", async |browser: &Browser| {
        let host = Host::start()?;
        let script = format!(
            "<script>customElements.whenDefined('{CHECK}').then(() => {{
                const first = document.querySelector('{CHECK}');
                setTimeout(() => first.replaceWith(first.cloneNode(true)));
            }});</script>"
        );
        let page = page(&host, "", &script)?;
        browser.open(&[page, fragment()].concat()).await?;
        inside(browser, ".banner__name").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn where_addresses_begin_elsewhere_a_link_still_leaves_the_address() -> Result<()> {
    journey("guest-base", async |browser: &Browser| {
        let host = Host::start()?;
        let page = page(&host, "", "<base href=\"https://elsewhere.example/\">")?;
        browser.open(&[&page, &*fragment()].concat()).await?;
        inside(browser, ".banner__name").await?;
        let address = browser.run("return location.href;", vec![]).await?;
        ensure!(address == json!(page), "The address is {address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_for_another_check_is_in_no_link_of_this_one() -> Result<()> {
    journey("guest-route-two", async |browser: &Browser| {
        let host = Host::start()?;
        let other = format!("<{CHECK} storage-key=other loading=eager></{CHECK}>");
        let page = page(&host, "storage-key=first loading=eager", &other)?;
        let link = fragment().replacen("#phc=", "#/check?phc-at=other&phc=", 1);
        browser.open(&[&page, &*link].concat()).await?;
        inside(browser, "[data-address]").await?;
        let base = "return check.shadowRoot.querySelector('[data-address]').dataset.address;";
        let base = on_check(browser, base).await?;
        let wanted = format!("{page}#/check?phc-at=first&");
        ensure!(base == json!(wanted), "Links begin with {base}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn started_where_nothing_is_drawn_it_looks_right_afterwards() -> Result<()> {
    journey("guest-undrawn", async |browser: &Browser| {
        let host = Host::start()?;
        let script = format!(
            "<div id=\"dialog\"></div><script>
                const dialog = document.getElementById('dialog');
                dialog.attachShadow({{ mode: 'open' }});
                dialog.append(document.querySelector('{CHECK}'));
            </script>"
        );
        browser.open(&page(&host, "loading=eager", &script)?).await?;
        inside(browser, ".start__go").await?;
        let open = "document.getElementById('dialog').shadowRoot.append(document.createElement('slot'));";
        browser.run(open, vec![]).await?;
        let right = format!(
            "const title = document.querySelector('{CHECK}').shadowRoot.getElementById('phc-title');
             return parseFloat(getComputedStyle(title).fontSize) > 24;"
        );
        browser
            .wait("a title of its size", &right, vec![])
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn answers_do_not_move_to_another_storage_key() -> Result<()> {
    journey("guest-other-key", async |browser: &Browser| {
        before_loading(browser, &[NULL, NO_DATABASES].concat()).await?;
        let host = Host::start()?;
        browser
            .open(&page(
                &host,
                "kind=grant length=quick side=second storage-key=a",
                "",
            )?)
            .await?;
        begin(browser).await?;
        on_check(browser, "check.storageKey = 'b';").await?;
        inside(browser, ".start__go").await?;
        inside(browser, ".phc[data-answered=\"0\"]").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn brought_back_it_has_its_place_at_once_and_opens_a_link_in_the_address() -> Result<()> {
    journey("guest-returned", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        begin(browser).await?;
        let whole = on_check(browser, "return check.offsetHeight;").await?;
        on_check(browser, "window.away = check; check.remove();").await?;
        after(browser, 200).await?;
        let back = on_check(browser, "document.body.append(check); return check.offsetHeight;").await?;
        ensure!(
            back.as_f64() > whole.as_f64().map(|whole| whole - 5.0),
            "It was {whole} px high and is {back}."
        );
        inside(browser, ".phc[data-answered=\"1\"]").await?;

        on_check(browser, "check.remove();").await?;
        after(browser, 200).await?;
        let script = format!("location.hash = '{}'; document.body.append(check);", fragment());
        on_check(browser, &script).await?;
        inside(browser, ".banner__name").await?;
        let hash = browser.run("return location.hash;", vec![]).await?;
        ensure!(hash == "", "The link is left in the address: {hash}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_property_without_a_value_is_no_storage_key() -> Result<()> {
    journey("guest-null", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        inside(browser, ".start__go").await?;
        on_check(browser, "check.storageKey = null; check.ownPage = undefined;").await?;
        inside(browser, "[data-guest]:not([data-key])").await?;
        begin(browser).await?;
        let kept = "return Object.keys(localStorage).join() === 'phc.record';";
        browser
            .wait("the answers under the usual key", kept, vec![])
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn loaded_again_the_reader_stays_where_they_were() -> Result<()> {
    journey("guest-reloaded", async |browser: &Browser| {
        let host = Host::start()?;
        let page = host.page("far", Files::Good);
        browser.open(&[page, fragment()].concat()).await?;
        inside(browser, ".banner__name").await?;
        inside(browser, "#phc-title:focus").await?;
        browser
            .run("scrollTo(0, 50); document.activeElement.blur();", vec![])
            .await?;
        after(browser, 200).await?;
        browser.client().refresh().await?;
        inside(browser, ".banner__name").await?;
        after(browser, 500).await?;
        let place = browser
            .run("return [scrollY, document.activeElement.localName];", vec![])
            .await?;
        ensure!(place == json!([50, "body"]), "The reader is at {place}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_paper_no_place_is_kept() -> Result<()> {
    journey("guest-paper", async |browser: &Browser| {
        let host = Host::start()?;
        browser.open(&host.page("far", Files::Good)).await?;
        browser.emulate(Media::Print).await?;
        let height = on_check(browser, "return check.getBoundingClientRect().height;").await?;
        ensure!(
            height.as_f64().is_some_and(|height| height < 200.0),
            "A hole of {height} px"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_outside_holds_a_program_that_prints() -> Result<()> {
    const COUNT: &str = "
        window.held = 0;
        const { addEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (name, listener, options) {
            if (this === window && /print$/.test(name) && !options?.signal) window.held += 1;
            return addEventListener.call(this, name, listener, options);
        };";
    journey("guest-printing", async |browser: &Browser| {
        before_loading(browser, COUNT).await?;
        let host = Host::start()?;
        browser.open(&host.page("plain", Files::Good)).await?;
        press(browser, "[href=\"#compare\"]").await?;
        inside(browser, "#phc-links").await?;
        let held = browser.run("return window.held;", vec![]).await?;
        ensure!(held == 0, "{held} listeners outlive the check.");
        Ok(())
    })
    .await
}
