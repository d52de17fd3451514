//! Damaged links: each kind has its own sentence, and the reader's own answers stay as they are.

use anyhow::{Context, Result, ensure};
use flate2::Crc;
use partnership_health_check::app::Screen;
use partnership_health_check::content::{Key, keys};
use partnership_health_check::domain::day::Day;
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::texts;
use crate::support::steps::{
    answered, at, begin, choose, durable, go, local_storage, open, saved, started, words,
};
use crate::support::{address, journey};

#[tokio::test]
async fn each_kind_of_damage_has_its_sentence() -> Result<()> {
    journey("links", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        saved(browser).await?;
        let own = (local_storage(browser).await?, durable(browser).await?);

        for (what, fragment, sentence) in damaged(browser).await? {
            // By the address bar of an open page, and as the first thing that is opened.
            let script = "location.hash = arguments[0];";
            browser.run(script, vec![json!(fragment)]).await?;
            says(browser, what, sentence).await?;
            go(browser, &Screen::Start).await?;
            if fragment.len() < 10_000 {
                browser.open("about:blank").await?;
                browser.open(&format!("{}#{fragment}", address("")?)).await?;
                started(browser).await?;
                says(browser, what, sentence).await?;
            }
            let now = (local_storage(browser).await?, durable(browser).await?);
            ensure!(
                now == own,
                "{what}: the own answers changed from {own:?} to {now:?}"
            );
        }
        go(browser, &Screen::Questions(0)).await?;
        answered(browser, 1).await
    })
    .await
}

async fn says(browser: &Browser, what: &str, sentence: Key) -> Result<()> {
    let script = "return document.querySelector('main .lead')?.textContent === arguments[0];";
    browser
        .wait(
            &format!("{what}: “{}”", words(sentence)),
            script,
            vec![json!(words(sentence))],
        )
        .await?;
    let title = texts(browser, "h1").await?;
    ensure!(
        title == [words(keys::shared::ERROR_TITLE)],
        "{what}: the heading is {title:?}"
    );
    let window = browser.client().title().await?;
    ensure!(
        window.starts_with("Error: "),
        "{what}: the window is called {window}"
    );
    let shown = texts(browser, "main svg, main .card, main table, main .bar").await?;
    ensure!(shown.is_empty(), "{what}: a result is shown.");
    Ok(())
}

#[tokio::test]
async fn a_link_that_a_mail_program_changed_still_opens() -> Result<()> {
    journey("mailed", async |browser: &Browser| {
        let payload = link::encode(&Given::full().summary(Day(20_750)));
        for fragment in [
            format!("phc%3D{payload}"),
            format!("phc={payload}."),
            format!("phc={payload}%22"),
        ] {
            browser.open("about:blank").await?;
            browser
                .open(&format!("{}?fbclid=abc#{fragment}", address("")?))
                .await?;
            started(browser).await?;
            browser
                .find(".result .bars")
                .await
                .with_context(|| format!("#{fragment}"))?;
        }
        at_shared(browser).await
    })
    .await
}

async fn at_shared(browser: &Browser) -> Result<()> {
    let fragment = browser.run("return location.hash;", vec![]).await?;
    at(browser, fragment.as_str().unwrap_or_default()).await
}

/// What happened to a link, its fragment, and the sentence for it.
async fn damaged(browser: &Browser) -> Result<Vec<(&'static str, String, Key)>> {
    let good = link::encode(&Given::full().summary(Day(20_750)));
    let changed = good.replacen(|letter: char| letter.is_ascii_digit(), "x", 1);
    ensure!(changed != good, "The link holds no digit to change.");
    let body = |first: &[u8]| [first, &[0; 12]].concat();
    let mut links = vec![
        ("empty", String::new(), keys::shared::CUT_OFF),
        (
            "cut in the middle",
            good[..good.len() / 2].to_owned(),
            keys::shared::CUT_OFF,
        ),
        (
            "cut by one",
            good[..good.len() - 1].to_owned(),
            keys::shared::CUT_OFF,
        ),
        ("one character changed", changed, keys::shared::DAMAGED),
        (
            "a megabyte of junk",
            "Q".repeat(1_000_000),
            keys::shared::TOO_LONG,
        ),
        (
            "from version 2",
            sealed(browser, body(&[2, 1, 0])).await?,
            keys::shared::NEWER,
        ),
        (
            "other questions",
            sealed(browser, body(&[1, 9, 0])).await?,
            keys::shared::OTHER_QUESTIONS,
        ),
    ];
    // A kind that does not exist, in a frame that is whole: 1 bit quick, 3 bits kind.
    let mut bytes = vec![1, 1, 0b1111_0000];
    bytes.extend([0; 8]);
    links.push((
        "impossible",
        sealed(browser, bytes).await?,
        keys::shared::IMPOSSIBLE,
    ));
    for (_, fragment, _) in &mut links {
        fragment.insert_str(0, link::PREFIX);
    }
    Ok(links)
}

/// The bytes with their checksum, in the letters of a link. Written apart from the product, from docs/formats.md.
async fn sealed(browser: &Browser, mut bytes: Vec<u8>) -> Result<String> {
    let mut sum = Crc::new();
    sum.update(&bytes);
    bytes.extend(sum.sum().to_be_bytes());
    let script = "return btoa(String.fromCharCode(...arguments[0]))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');";
    let letters = browser.run(script, vec![json!(bytes)]).await?;
    letters.as_str().map(str::to_owned).context("No letters.")
}
