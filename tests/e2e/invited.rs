//! From an invitation to the summary that comes back: the chair makes a link, a partner in another browser opens it,
//! answers, and finds a message to the chair with the summary in it.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::{Key, keys};
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::texts;
use crate::support::steps::{
    answer_all, at, choose, durable, go, keep, local_storage, nothing_durable, open, press, reload, saved,
    started, type_into, words,
};
use crate::support::{address, elsewhere, journey};

const CHAIR: &str = "chair@example.org";

/// The link of an invitation to this check, as the chair makes it in a browser of their own.
async fn invitation(partner: &Browser, given: &Given) -> Result<String> {
    let mut made = String::new();
    elsewhere(partner, "inviting", async |browser: &Browser| {
        open(browser, "").await?;
        press(browser, keys::start::INVITE).await?;
        at(browser, "#invite").await?;
        press(browser, keys::invite::MAKE).await?;
        browser.find("#phc-problem:focus").await?;
        choose(browser, "invite-kind", given.setup.kind.id()).await?;
        choose(browser, "invite-length", given.setup.length.id()).await?;
        type_into(browser, "#invite-partnership", "Tea for all").await?;
        type_into(browser, "#invite-reply-to", CHAIR).await?;
        press(browser, keys::invite::MAKE).await?;
        browser.find("#phc-made:focus").await?;
        made = value(browser, "#phc-invite-link").await?;
        let stored = (local_storage(browser).await?, durable(browser).await?);
        ensure!(stored.0 == json!({}), "Making an invitation stored {stored:?}.");
        Ok(())
    })
    .await?;
    Ok(made)
}

async fn value(browser: &Browser, selector: &str) -> Result<String> {
    browser.find(selector).await?;
    let script = "return document.querySelector(arguments[0]).value;";
    let found = browser.run(script, vec![json!(selector)]).await?;
    found
        .as_str()
        .map(str::to_owned)
        .context("The field has no text.")
}

#[tokio::test]
async fn an_invitation_brings_a_summary_back() -> Result<()> {
    journey("invited", brings_a_summary_back).await
}

pub(crate) async fn brings_a_summary_back(browser: &Browser) -> Result<()> {
    let given = Given::full();
    let link = invitation(browser, &given).await?;
    browser.open(&link).await?;
    started(browser).await?;
    press(browser, keys::start::GO).await?;
    browser.find("#phc-problem:focus").await?;
    choose(browser, "side", given.setup.side.id()).await?;
    press(browser, keys::start::GO).await?;
    at(browser, "#q-1").await?;
    answer_all(browser, &given).await?;
    saved(browser).await?;
    // Who asked is still known after a reload.
    reload(browser).await?;
    press(browser, keys::answers::FINISH).await?;
    at(browser, "#result").await?;
    press(browser, keys::onward::SEND).await?;
    at(browser, "#share").await?;
    let mail = browser
        .run(
            "return document.querySelector('.block--call a.button').href;",
            vec![],
        )
        .await?;
    let mail = mail.as_str().context("There is no message.")?.to_owned();
    ensure!(
        mail.starts_with(&format!("mailto:{CHAIR}?subject=")),
        "The message goes to {mail}."
    );
    let (_, body) = mail.split_once("&body=").context("There is no text.")?;
    let body = body.replace("%23phc%3D", "#phc=");
    let summary = link::decode(&body).map_err(|error| anyhow::anyhow!("{error:?} in {body}"))?;
    ensure!(summary.sheet == given.sheet && summary.side == given.setup.side);
    ensure!(
        summary.partnership.is_empty(),
        "A name that was not ticked is in the link."
    );
    Ok(())
}

/// The browser of the journey has no mail program, and says nothing of it.
#[tokio::test]
async fn whoever_has_no_mail_program_is_told_another_way() -> Result<()> {
    async fn told(browser: &Browser, button: Key) -> Result<()> {
        const TOLD: &str = "return document.querySelector('.share__outcome')?.textContent === arguments[0];";
        press(browser, button).await?;
        let words = json!(words(keys::share::MAILED));
        browser.wait("another way", TOLD, vec![words]).await.map(drop)
    }
    journey("mail", async |browser: &Browser| {
        open(browser, "").await?;
        keep(browser, &Given::full(), 20_000).await?;
        go(browser, &Screen::Share).await?;
        told(browser, keys::share::EMAIL).await?;
        go(browser, &Screen::Chair(Place::Invite)).await?;
        choose(browser, "invite-kind", "other").await?;
        press(browser, keys::invite::MAKE).await?;
        told(browser, keys::invite::EMAIL).await
    })
    .await
}

#[tokio::test]
async fn a_deleted_check_stays_deleted_in_both_stores() -> Result<()> {
    journey("earlier", deleted_stays_deleted).await
}

pub(crate) async fn deleted_stays_deleted(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    keep(browser, &Given::quick(), 20_000).await?;
    go(browser, &Screen::Chair(Place::Earlier)).await?;
    ensure!(texts(browser, ".earlier__name").await?.len() == 1);
    press(browser, keys::earlier::DELETE).await?;
    browser.find("#phc-earlier-question:focus").await?;
    press(browser, keys::earlier::YES).await?;
    browser.find("#phc-earlier-outcome:focus").await?;
    press(browser, keys::earlier::UNDO).await?;
    browser.find(".earlier__name").await?;
    press(browser, keys::earlier::DELETE).await?;
    press(browser, keys::earlier::YES).await?;
    saved(browser).await?;
    reload(browser).await?;
    browser.find(".earlier .lead").await?;
    ensure!(
        texts(browser, ".earlier__name").await?.is_empty(),
        "It came back."
    );
    let text = durable(browser).await?;
    ensure!(text.to_string().contains("removed"), "{text}");
    // And if only one of the stores is left: a trace alone is nothing that is kept.
    browser
        .run("localStorage.removeItem('phc.record');", vec![])
        .await?;
    reload(browser).await?;
    browser.find(".earlier .lead").await?;
    ensure!(
        texts(browser, ".earlier__name").await?.is_empty(),
        "It came back."
    );
    nothing_durable(browser).await
}

/// Presses a button that saves a picture, and reads the file.
async fn picture(browser: &Browser, button: Key, ending: &str) -> Result<Vec<u8>> {
    let (name, bytes) = browser.saved_file(press(browser, button)).await?;
    ensure!(
        name.starts_with("partnership-health-check-wheel-") && name.ends_with(ending),
        "The picture is called {name}"
    );
    Ok(bytes)
}

#[tokio::test]
async fn the_wheel_is_saved_as_a_picture_under_the_policy_of_the_page() -> Result<()> {
    journey("picture", wheel_as_a_picture).await
}

pub(crate) async fn wheel_as_a_picture(browser: &Browser) -> Result<()> {
    browser.open(&address("")?).await?;
    started(browser).await?;
    keep(browser, &Given::full(), 20_000).await?;
    go(browser, &Screen::Result).await?;
    press(browser, keys::picture::SAVE).await?;
    let svg = picture(browser, keys::picture::SVG, ".svg").await?;
    ensure!(svg.starts_with(b"<svg xmlns=\"http://www.w3.org/2000/svg\""));
    let png = picture(browser, keys::picture::PNG, ".png").await?;
    ensure!(png.starts_with(b"\x89PNG"));
    // Width, from the first chunk of the file.
    ensure!(png.get(16..20) == Some(&1_600_u32.to_be_bytes()[..]));
    Ok(())
}
