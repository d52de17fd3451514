//! What people met in products of this kind, made one after the other in each place in which the check stands: its own page,
//! an element in a host's page, and a frame of one.

use std::fs;

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::Browser;

use crate::start::SHORT;
use crate::support::answers::{Given, partners, stored};
use crate::support::host::Host;
use crate::support::journey;
use crate::support::slow::SLOW;
use crate::support::steps::words;
use crate::support::tour::summary_link;
use crate::support::visit::{Place, Visit};

const DAY: u16 = 20_800;

/// The key as WebDriver writes it, and the sign that lets go of it.
const CONTROL: char = '\u{e009}';
const LET_GO: char = '\u{e000}';

async fn every_case(place: Place) -> Result<()> {
    journey(&format!("reported-{place:?}"), async |browser: &Browser| {
        let host = Host::start()?;
        let visit = &Visit { browser, host, place };
        // What keeps the page for visits without a network would bring what a case holds back.
        browser.devtools("Network.enable", json!({})).await?;
        let alone = json!({ "bypass": true });
        browser.devtools("Network.setBypassServiceWorker", alone).await?;
        copying_is_refused(visit).await.context("copying")?;
        no_field_is_left(visit).await.context("fields")?;
        a_link_was_altered(visit).await.context("links")?;
        a_name_is_too_long(visit).await.context("names")?;
        the_same_comes_twice(visit).await.context("twice")?;
        it_is_loaded_again(visit).await.context("choices")?;
        the_store_was_wiped(visit).await.context("wiped")?;
        a_newer_text_is_kept(visit).await.context("newer")?;
        no_mail_program_opens(visit).await.context("mail")?;
        no_web_assembly_runs(visit).await.context("WebAssembly")?;
        a_part_never_comes(visit).await.context("second part")?;
        a_device_is_slow(visit).await.context("slow")?;
        visit.leave().await
    })
    .await
}

/// Opens the result of a check that was finished here.
async fn open_result(visit: &Visit<'_>) -> Result<()> {
    let check = Given::full().check(1, Some(Day(DAY)));
    visit.open_with(&stored(vec![check])).await?;
    visit.follow(".checks .button").await?;
    visit.find(".share").await.map(drop)
}

async fn copying_is_refused(visit: &Visit<'_>) -> Result<()> {
    const CHOSEN: &str = "
        const field = root.querySelector('#phc-link:focus');
        return field && field.value.slice(field.selectionStart, field.selectionEnd);";
    for clipboard in [
        "{ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }",
        "undefined",
    ] {
        open_result(visit).await?;
        let script = format!("Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }});");
        visit.run(&script, vec![]).await?;
        visit.press_words(keys::share::COPY).await?;
        visit.says(".share__outcome", keys::share::NOT_COPIED).await?;
        let chosen = visit.wait("the link, selected", CHOSEN, vec![]).await?;
        let read = link::decode(chosen.as_str().unwrap_or_default());
        ensure!(
            read.is_ok_and(|read| read.sheet == Given::full().sheet),
            "Selected is {chosen}"
        );
    }
    Ok(())
}

async fn no_field_is_left(visit: &Visit<'_>) -> Result<()> {
    const MADE: &str = "return root.querySelector('#phc-invite-link')?.value;";
    const TICKED: &str = "
        const [field, box] = ['#phc-link', '#share-organisation'].map((it) => root.querySelector(it));
        if (box && !box.checked) box.click();
        return box?.checked && field.value !== arguments[0] && field.value;";
    open_result(visit).await?;
    visit.follow("[href='#share']").await?;
    let before = visit.value("#phc-link").await?;
    visit.write("#organisation", "Hill Trust").await?;
    let named = visit
        .wait("a link with a name", TICKED, vec![json!(before)])
        .await?;
    let read = link::decode(named.as_str().unwrap_or_default());
    ensure!(
        read.is_ok_and(|read| read.organisation == "Hill Trust"),
        "{named} has no name."
    );

    visit.open_anew().await?;
    visit.follow("[href='#invite']").await?;
    visit.press("label[for=invite-kind-other]").await?;
    visit.write("#invite-partnership", "Tea for all").await?;
    visit.press_by_script(keys::invite::MAKE).await?;
    let made = visit.wait("an invitation", MADE, vec![]).await?;
    let read = link::decode_invitation(made.as_str().unwrap_or_default());
    ensure!(
        read.is_ok_and(|read| read.partnership == "Tea for all"),
        "{made} has no name."
    );
    visit.open("").await?;
    visit.follow("[href='#compare']").await?;
    compare_two(visit).await
}

/// Compares two partners.
async fn compare_two(visit: &Visit<'_>) -> Result<()> {
    let links: Vec<String> = partners(2).iter().map(|given| summary_link(given, DAY)).collect();
    visit.write("#phc-links", &links.join("\n")).await?;
    visit.press_by_script(keys::compare::TAKE).await?;
    visit.find("#phc-taken:focus").await?;
    visit.find(".partners__one:nth-child(2)").await.map(drop)
}

async fn a_link_was_altered(visit: &Visit<'_>) -> Result<()> {
    let mut given = Given::full();
    let mut number = 0;
    let good = loop {
        given.setup.organisation = format!("Kitchen {number}");
        let payload = link::encode(&given.summary(Day(DAY)));
        if payload.contains('-') {
            break payload;
        }
        number += 1;
    };
    for altered in [
        good.replace('-', "\u{2013}"),
        // Chat software takes such signs around a link for marks.
        format!("{good}**"),
        format!("{good}_"),
    ] {
        visit.open(&["#", link::PREFIX, &altered].concat()).await?;
        visit.shows(".banner__name", &given.setup.organisation).await?;
        let start = visit.texts(".start__go").await?;
        ensure!(start.is_empty(), "The start screen is there, too.");
    }
    let changed = good.replacen(|letter: char| letter.is_ascii_digit(), "x", 1);
    let cut = good[..good.len() - 9].to_owned();
    for (altered, why) in [(cut, keys::shared::CUT_OFF), (changed, keys::shared::DAMAGED)] {
        visit.open(&["#", link::PREFIX, &altered].concat()).await?;
        visit.says(".lead", why).await?;
        let more = visit.texts(".start__go, .banner__name").await?;
        ensure!(more.is_empty(), "Beside the sentence there is {more:?}");
    }
    Ok(())
}

async fn a_name_is_too_long(visit: &Visit<'_>) -> Result<()> {
    const BESIDE: &str = "
        const field = root.querySelector('.people__one input');
        const said = field.parentElement.querySelector('.group__problem');
        return said && isSeen(said) && wordsOf(said) === arguments[0] && field.value;";
    visit.open_anew().await?;
    visit.follow("[href='#compare']").await?;
    compare_two(visit).await?;
    visit.press("#phc-list").await?;
    // In place of the name that is there.
    let typed = format!("{CONTROL}a{LET_GO}{}\t", "ab cd ".repeat(12));
    visit.type_into(".people__one input", &typed).await?;
    let said = vec![json!(words(keys::notice::NAME_SHORTENED))];
    let left = visit.wait("what was cut, beside the field", BESIDE, said).await?;
    let whole = "ab cd ".repeat(10);
    ensure!(left == whole.trim(), "Left is {left}");
    let shown = visit.texts(".partners__one bdi").await?;
    ensure!(shown.contains(&whole.trim().to_owned()), "{shown:?}");
    Ok(())
}

/// Opens a file that holds this, on the screen that takes such files.
async fn open_file(visit: &Visit<'_>, name: &str, text: &str, said: &str) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(name);
    fs::write(&file, text)?;
    // The driver adds to what was chosen before; a person chooses in place of it.
    visit.find("#earlier-files").await?;
    visit
        .run("root.querySelector('#earlier-files').value = '';", vec![])
        .await?;
    visit.type_into("#earlier-files", &file.to_string_lossy()).await?;
    visit.shows("#earlier-told", said).await
}

/// Chooses a file beside the one that was opened last, which is not there any more.
async fn a_file_is_gone(visit: &Visit<'_>, text: &str) -> Result<()> {
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    fs::write(&file, text)?;
    // The driver adds to what was chosen before.
    visit
        .type_into("#earlier-files", &file.path().to_string_lossy())
        .await?;
    visit.says("#earlier-told", keys::earlier::FILE_NOT_READ).await
}

async fn the_same_comes_twice(visit: &Visit<'_>) -> Result<()> {
    let texts = Texts::english();
    let saved = stored(vec![Given::full().check(1, Some(Day(DAY)))]);
    visit.open_anew().await?;
    visit.follow("[href='#earlier']").await?;
    open_file(
        visit,
        "saved.json",
        &saved,
        &texts.count(keys::earlier::IMPORTED, 1),
    )
    .await?;
    open_file(
        visit,
        "saved (1).json",
        &saved,
        words(keys::earlier::IMPORTED_NONE),
    )
    .await?;
    let there = visit.texts(".earlier__name").await?;
    ensure!(there.len() == 1, "Opened twice: {there:?}");
    a_file_is_gone(visit, &saved).await?;
    visit.open("").await?;
    visit.follow("[href='#compare']").await?;
    compare_two(visit).await?;
    compare_two(visit).await?;
    let again = texts.count(keys::compare::AGAIN, 2);
    visit.shows("#phc-said", &again).await?;
    let there = visit.texts(".partners__one").await?;
    ensure!(there.len() == 2, "Compared are {there:?}");
    Ok(())
}

async fn it_is_loaded_again(visit: &Visit<'_>) -> Result<()> {
    const CHOSEN: &str = "return [...root.querySelectorAll('.settings input:is(:checked, [type=text])')].map((it) => it.value);";
    visit.open_anew().await?;
    for choice in ["length-quick", "kind-grant", "side-second"] {
        visit.press(&format!("label[for={choice}]")).await?;
    }
    visit.press(".settings summary").await?;
    visit.type_into("#organisation", "Harbour Kitchen").await?;
    visit.leave().await?;
    visit.browser.client().refresh().await?;
    visit.go_in().await?;
    visit.started().await?;
    visit.find(".start__go").await?;
    let chosen = visit.run(CHOSEN, vec![]).await?;
    ensure!(
        chosen == json!(["quick", "grant", "second", "", "Harbour Kitchen"]),
        "Chosen is {chosen}"
    );
    Ok(())
}

async fn the_store_was_wiped(visit: &Visit<'_>) -> Result<()> {
    visit.open_anew().await?;
    visit.begin().await?;
    visit.find("[data-kept=saved]").await?;
    let saved = visit.kept("phc.record").await?;
    visit.wiped().await?;
    visit.open("").await?;
    visit.says("[href='#earlier']", keys::start::BRING_BACK).await?;
    visit.follow("[href='#earlier']").await?;
    visit.says(".lead", keys::earlier::NOTHING).await?;
    let told = visit.texts(".notice__text").await?;
    ensure!(told.is_empty(), "Told without a reason: {told:?}");
    let said = Texts::english().count(keys::earlier::IMPORTED, 1);
    open_file(visit, "saved.json", &saved, &said).await?;
    visit.open("").await?;
    visit.follow(".checks .button").await?;
    visit.find("[id='A1.2-4']:checked").await.map(drop)
}

async fn a_newer_text_is_kept(visit: &Visit<'_>) -> Result<()> {
    const NEWER: &str = r#"{"phc":"stored","v":999,"something":{"else":[1,2,3]}}"#;
    visit.open_with(NEWER).await?;
    visit.says(".notice__text", keys::notice::NEWER_VERSION).await?;
    let (_, file) = visit
        .browser
        .saved_file(visit.press_words(keys::notice::DOWNLOAD_ASIDE))
        .await?;
    ensure!(file == NEWER.as_bytes(), "The file has {} bytes.", file.len());
    if visit.place == Place::Frame {
        let handed = visit.value("#phc-handed").await?;
        ensure!(handed == NEWER, "Offered is {handed}");
    }
    visit.begin().await?;
    let kept = visit.kept("phc.record").await?;
    ensure!(kept == NEWER, "Kept is {kept}");
    visit.press_words(keys::notice::BESIDE).await?;
    visit.says(".notice__text", keys::notice::KEPT_BESIDE).await?;
    visit.find("[data-kept=saved]").await?;
    let (record, aside) = (visit.kept("phc.record").await?, visit.kept("phc.aside.1").await?);
    ensure!(
        aside == NEWER && record.contains("\"A1.2\":\"4@"),
        "Kept is {record}, and aside {aside}"
    );
    Ok(())
}

async fn no_mail_program_opens(visit: &Visit<'_>) -> Result<()> {
    open_result(visit).await?;
    visit.follow("[href='#share']").await?;
    visit.press_words(keys::share::EMAIL).await?;
    visit.says(".share__outcome", keys::share::MAILED).await?;
    let link = visit.value("#phc-link").await?;
    ensure!(link.contains("#phc="), "There is no link to copy.");
    visit.open("").await?;
    visit.follow("[href='#invite']").await?;
    visit.press("label[for=invite-kind-other]").await?;
    visit.press_words(keys::invite::MAKE).await?;
    visit.find("#phc-made:focus").await?;
    visit.press_words(keys::invite::EMAIL).await?;
    visit.says(".share__outcome", keys::share::MAILED).await
}

async fn no_web_assembly_runs(visit: &Visit<'_>) -> Result<()> {
    visit
        .with_first("delete globalThis.WebAssembly;", async || {
            visit.load("").await?;
            visit.says("p", keys::page::UNSUPPORTED).await?;
            let dead = visit.texts("input, select, textarea, .button").await?;
            ensure!(dead.is_empty(), "These wait for a press for ever: {dead:?}");
            Ok(())
        })
        .await
}

async fn a_part_never_comes(visit: &Visit<'_>) -> Result<()> {
    const PART: &str = "*phc_second*";
    let blocked = |urls: &[&str]| json!({ "urls": urls });
    let held = json!({ "patterns": [{ "urlPattern": PART }] });
    // Refused, it is told at once; of a network that says nothing, after a minute.
    let browser = visit.browser;
    browser
        .devtools("Network.setBlockedURLs", blocked(&[PART]))
        .await?;
    told_that_answers_are_safe(visit).await?;
    browser.devtools("Network.setBlockedURLs", blocked(&[])).await?;
    come_after_all(visit).await?;
    visit
        .with_first(SHORT, async || {
            browser.devtools("Fetch.enable", held).await?;
            told_that_answers_are_safe(visit).await?;
            browser.devtools("Fetch.disable", json!({})).await?;
            come_after_all(visit).await
        })
        .await
}

/// Goes to a screen of the second part.
async fn told_that_answers_are_safe(visit: &Visit<'_>) -> Result<()> {
    visit.open_anew().await?;
    visit.begin().await?;
    visit.press("[href='#privacy']").await?;
    visit.says(".lead", keys::app::LATER_FAILED).await?;
    visit.find("#phc-title:focus").await?;
    visit.settled().await?;
    let kept = visit.kept("phc.record").await?;
    ensure!(kept.contains("\"A1.2\":\"4@"), "Kept is {kept}");
    Ok(())
}

async fn come_after_all(visit: &Visit<'_>) -> Result<()> {
    visit.press(".acts .button").await?;
    visit.find(".prose #phc-title:focus").await?;
    visit.find(".phc[data-answered='1']").await.map(drop)
}

async fn a_device_is_slow(visit: &Visit<'_>) -> Result<()> {
    let all = Length::Full.statements(Kind::Other).len() + 1;
    let place = Texts::english().fill(keys::meeting::PLACE, &[("n", "5"), ("all", &all.to_string())]);
    visit
        .with_first(SLOW, async || {
            visit.open_anew().await?;
            visit.follow("[href='#compare']").await?;
            visit.follow("[href='#enter-form']").await?;
            visit.press("label[for=entry-kind-other]").await?;
            visit.type_into("#entry-name", "The council").await?;
            visit.press_words(keys::entry::BEGIN).await?;
            visit.find("#entry-question:focus").await?;
            visit.browser.press_keys(&['1', '2', '0', '4']).await?;
            visit.shows(".entry__place", &place).await?;
            visit.shows(".entry__of", "The council").await
        })
        .await
}

#[tokio::test]
async fn in_the_page() -> Result<()> {
    every_case(Place::Page).await
}

#[tokio::test]
async fn in_the_element() -> Result<()> {
    every_case(Place::Element).await
}

#[tokio::test]
async fn in_a_frame() -> Result<()> {
    every_case(Place::Frame).await
}
