//! The check in Welsh, as people come to it: chosen at the foot, named by a page or an address.

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::{Key, LANGUAGES, Texts, keys};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::{Browser, Engine};

use crate::guest::inside;
use crate::support::answers::Given;
use crate::support::host::Host;
use crate::support::look::{chosen, notice, texts};
use crate::support::steps::{
    afresh, answered, at, begin, choose, local_storage, open, press, press_words, reload, saved, speak, words,
};
use crate::support::{address, journey};
use crate::whole;

/// A text in Welsh.
fn welsh(key: Key) -> Result<&'static str> {
    let (_, file) = LANGUAGES
        .iter()
        .find(|(tag, _)| *tag == "cy")
        .context("There is no Welsh.")?;
    let texts = Texts::from_file(file).ok().context("Welsh cannot be read.")?;
    Ok(texts.get(key))
}

/// The heading of the screen, or the button that starts a check.
async fn reads(browser: &Browser, selector: &str, expected: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll(arguments[0])].some((it) => it.textContent.trim() === arguments[1]);";
    browser
        .wait(expected, script, vec![json!(selector), json!(expected)])
        .await
        .map(drop)
}

#[tokio::test]
async fn the_whole_check_is_taken_in_welsh() -> Result<()> {
    journey("welsh", whole_check).await
}

/// From the choice on the first screen to the link.
pub(crate) async fn whole_check(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    speak(browser, "cy").await?;
    whole::full_check(browser).await?;
    whole::copy_in_one_press(browser).await?;
    whole::back_and_forward(browser).await?;
    press(browser, keys::translation::DRAFT).await?;
    reads(browser, "h2", words(keys::translation::DRAFT)).await?;
    browser.find(".prose a[href^='mailto:?']").await?;
    speak(browser, "en").await
}

#[tokio::test]
async fn a_choice_keeps_every_answer_and_where_one_is() -> Result<()> {
    journey("welsh-chosen", chosen_on_the_way).await
}

/// In the middle of the questions, there and back, and after the page is loaded again.
pub(crate) async fn chosen_on_the_way(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    begin(browser, &Given::full().setup).await?;
    choose(browser, "A1.1", "4").await?;
    choose(browser, "A1.2", "dk").await?;
    press(browser, keys::questions::NEXT).await?;
    at(browser, "#q-2").await?;
    choose(browser, "A2.1", "5").await?;
    saved(browser).await?;
    let before = chosen(browser).await?;
    speak(browser, "cy").await?;
    let here = browser.run("return location.hash;", vec![]).await?;
    ensure!(here == "#q-2", "The screen is {here}");
    answered(browser, 3).await?;
    ensure!(chosen(browser).await? == before, "Other answers are chosen.");
    reads(browser, "button", welsh(keys::questions::NEXT)?).await?;
    reads(browser, "[role=status]", welsh(keys::app::SPOKEN)?).await?;
    // WebKit focuses no button that is clicked.
    let on = "return document.activeElement.lang;";
    let is_on_the_way_back = browser.engine() == Engine::WebKit || browser.run(on, vec![]).await? == "en";
    ensure!(is_on_the_way_back, "The focus is gone.");
    let title = browser.client().title().await?;
    ensure!(
        title.ends_with(welsh(keys::app::NAME)?),
        "The page is called {title}"
    );
    reload(browser).await?;
    answered(browser, 3).await?;
    reads(browser, "button", welsh(keys::questions::NEXT)?).await?;
    ensure!(
        local_storage(browser).await?["phc.language"] == "cy",
        "The choice is not kept."
    );
    speak(browser, "en").await?;
    reads(browser, "button", words(keys::questions::NEXT)).await?;
    answered(browser, 3).await
}

/// A summary opens in the reader's language, wherever it was made; a page in a folder makes links for everybody.
#[tokio::test]
async fn a_link_opens_in_the_language_of_whoever_reads_it() -> Result<()> {
    journey("welsh-link", async |browser: &Browser| {
        let summary = format!("#phc={}", link::encode(&Given::full().summary(Day(20_800))));
        open(browser, &summary).await?;
        reads(browser, ".foot a", words(keys::privacy::TITLE)).await?;
        // In the folder's language, as nobody has chosen one.
        open(browser, &format!("cy/{summary}")).await?;
        reads(browser, ".foot a", welsh(keys::privacy::TITLE)?).await?;
        speak(browser, "en").await?;
        open(browser, &format!("cy/{summary}")).await?;
        reads(browser, ".foot a", words(keys::privacy::TITLE)).await?;
        speak(browser, "cy").await?;
        open(browser, &summary).await?;
        reads(browser, ".foot a", welsh(keys::privacy::TITLE)?).await?;
        afresh(browser).await?;
        open(browser, "cy/#invite").await?;
        browser.click("label[for=invite-kind-other]").await?;
        press_words(browser, welsh(keys::invite::MAKE)?).await?;
        let made =
            "return [...document.querySelectorAll('input, textarea')].map((it) => it.value).join(' ');";
        let made = browser.run(made, vec![]).await?;
        let page = format!("{}#phc-invite=", address("")?);
        ensure!(
            made.as_str().is_some_and(|made| made.contains(&page)),
            "The link: {made}"
        );
        speak(browser, "en").await
    })
    .await
}

/// A file that does not come leaves the check in English, with a sentence; a later choice brings it.
#[tokio::test]
async fn words_that_do_not_come_leave_english() -> Result<()> {
    journey("welsh-missing", async |browser: &Browser| {
        browser.devtools("Network.enable", json!({})).await?;
        let block = async |urls: serde_json::Value| {
            browser
                .devtools("Network.setBlockedURLs", json!({ "urls": urls }))
                .await
        };
        block(json!(["*texts.*.txt"])).await?;
        open(browser, "cy/").await?;
        notice(browser, words(keys::notice::SPEECHLESS)).await?;
        reads(browser, ".start__go", words(keys::start::GO)).await?;
        browser.find("html[lang=en][dir=ltr]").await?;
        begin(browser, &Given::full().setup).await?;
        choose(browser, "A1.1", "4").await?;
        saved(browser).await?;
        block(json!([])).await?;
        speak(browser, "cy").await?;
        answered(browser, 1).await?;
        ensure!(
            texts(browser, ".notice__text").await?.is_empty(),
            "The sentence stays."
        );
        speak(browser, "en").await
    })
    .await
}

/// The language without its country counts, of the page and of the element; a language that is not there is English.
/// What a visitor chose counts more.
#[tokio::test]
async fn the_country_of_a_language_does_not_matter() -> Result<()> {
    journey("welsh-country", async |browser: &Browser| {
        let host = Host::start()?;
        let loader = address("embed/partnership-health-check.js")?;
        let welsh = welsh(keys::start::GO)?;
        let english = words(keys::start::GO);
        let made = |page: &str, check: &str| {
            host.made(&format!(
                "<!doctype html><html lang=\"{page}\"><meta charset=\"utf-8\"><title>A charity</title>\
                 <script type=\"module\" src=\"{loader}\"></script><h1>A charity</h1>\
                 <partnership-health-check{check}></partnership-health-check>"
            ))
        };
        for (page, check, expected) in [
            ("en", " lang=\"cy\"", welsh),
            ("en", " lang=\"cy-GB\"", welsh),
            ("cy-GB", "", welsh),
            ("CY", "", welsh),
            ("cy", " lang=\"en-GB\"", english),
            ("cy", " lang=\"br\"", english),
        ] {
            browser.open(&made(page, check)).await?;
            let start = inside(browser, ".start__go").await?.text().await?;
            ensure!(start == expected, "{page}{check}: {start}");
        }
        let page = made("en", "");
        browser.open(&page).await?;
        inside(browser, "label[for=length-quick]").await?.click().await?;
        inside(browser, ".foot button[lang=cy]").await?.click().await?;
        inside(browser, ".phc[lang=cy] #length-quick:checked").await?;
        browser.open(&page).await?;
        inside(browser, ".phc[lang=cy] .foot").await.map(drop)
    })
    .await
}
