//! Hostile and strange texts in every field: nothing runs, nothing breaks, what is too long is shortened and told.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::content::keys;
use partnership_health_check::domain::check::Setup;
use partnership_health_check::domain::ids::Kind;
use partnership_health_check::domain::name::{clean_name, clean_note};
use partnership_health_check::formats::link as format;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::journey;
use crate::support::look::{notice, texts};
use crate::support::steps::{
    at, begin, go, link, open, open_about, paste_into, press, saved, started, words,
};

/// The texts. Whatever runs in one of them calls `hit`.
fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "<script>hit(1)</script>",
        "\"><img src=x onerror=hit(2)>",
        "javascript:hit(3)",
        "</title></textarea><svg onload=hit(4)>",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 ŵ ŷ",
        "abc\u{202E}gnp.exe\u{202C}",
        "שלום {name} {{7*7}} ${hit(5)}",
        "=cmd|' /C calc'!A0",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("Partnership ".repeat(500));
    texts.push(format!("Z{}", "\u{0301}".repeat(4_999)));
    texts
}

#[tokio::test]
async fn nothing_that_is_typed_runs_or_breaks_anything() -> Result<()> {
    journey("names", async |browser: &Browser| {
        let listen = json!({ "source": "window.hits = []; window.hit = (what) => window.hits.push(what);" });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", listen)
            .await?;
        open(browser, "").await?;
        for text in hostile() {
            one(browser, &text).await?;
        }
        let console = browser.console().await?;
        ensure!(console.is_empty(), "The console is not empty: {console:#?}");
        Ok(())
    })
    .await
}

async fn one(browser: &Browser, text: &str) -> Result<()> {
    let name = clean_name(text);
    go(
        browser,
        &Screen::Info(partnership_health_check::app::screen::Info::About),
    )
    .await?;
    go(browser, &Screen::Start).await?;
    open_about(browser).await?;
    paste_into(browser, "#partnership", text).await?;
    paste_into(browser, "#organisation", text).await?;
    let setup = Setup {
        kind: Kind::Other,
        ..Setup::default()
    };
    begin(browser, &setup).await?;
    if name.shortened {
        notice(browser, words(keys::notice::NAME_SHORTENED)).await?;
    }
    press(browser, keys::questions::NOTE).await?;
    paste_into(browser, "#phc-note", text).await?;
    let note = clean_note(text);
    if note.shortened {
        notice(browser, words(keys::notice::NOTE_SHORTENED)).await?;
    }
    saved(browser).await?;
    harmless(browser, text).await?;

    go(browser, &Screen::CheckAnswers).await?;
    let shown = texts(browser, ".terms dd bdi").await?;
    // A text that is only white space in the end is shown as "Not given"; none of ours is.
    let expected = name.text.split_whitespace().collect::<Vec<_>>().join(" ");
    ensure!(
        shown.iter().filter(|line| **line == expected).count() == 2,
        "{text:.80}: shown as {shown:?}"
    );
    let shown = texts(browser, ".answers__note bdi").await?;
    ensure!(
        shown == [note.text.split_whitespace().collect::<Vec<_>>().join(" ")],
        "{text:.80}: note {shown:?}"
    );
    harmless(browser, text).await?;
    press(browser, keys::answers::FINISH).await?;
    at(browser, "#result").await?;
    harmless(browser, text).await?;

    go(browser, &Screen::Share).await?;
    browser.click("label[for=share-partnership]").await?;
    browser.click("label[for=share-organisation]").await?;
    let link = link(browser).await?;
    let read = format::decode(&link);
    let names = read
        .as_ref()
        .map(|summary| [&summary.partnership, &summary.organisation]);
    ensure!(
        names == Ok([&name.text, &name.text]),
        "{text:.80}: the link holds {names:?}"
    );
    harmless(browser, text).await?;
    browser.open("about:blank").await?;
    browser.open(&link).await?;
    started(browser).await?;
    let says = words(keys::shared::WHO).replace("{organisation}", &expected);
    browser.find(".banner").await?;
    let shown = texts(browser, ".banner__name bdi").await?;
    ensure!(shown == [says], "{text:.80}: the reader sees {shown:?}");
    harmless(browser, text).await
}

async fn harmless(browser: &Browser, text: &str) -> Result<()> {
    let script = "
        const strange = document.querySelectorAll(
            '#phc :is(script, img, iframe, object, embed, style, [style], [onerror], [onload], [src])');
        const links = [...document.querySelectorAll('#phc a')].filter(
            ({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol));
        return { hits: window.hits, strange: strange.length, links: links.length,
            wide: document.documentElement.scrollWidth > document.documentElement.clientWidth };";
    let found = browser.run(script, vec![]).await?;
    let nothing = json!({ "hits": [], "strange": 0, "links": 0, "wide": false });
    ensure!(found == nothing, "{text:.80}: {found}");
    Ok(())
}
