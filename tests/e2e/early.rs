//! What a person does in the first screen before the program has arrived is kept and acted on.

use anyhow::{Result, ensure};
use partnership_health_check::content::keys;
use partnership_health_check::domain::check::Setup;
use partnership_health_check::domain::ids::{Kind, Length};
use serde_json::json;
use xtask::browser::{Browser, Rules};

use crate::support::answers::Given;
use crate::support::look::{chosen, texts};
use crate::support::steps::{
    answered, at, before_loading, begin, choose, fill_in, local_storage, open, open_about, press, reload,
    saved, started, type_into, words,
};
use crate::support::{address, journey};

/// Opens the page while the module is held back on its way.
async fn open_without_program(browser: &Browser) -> Result<()> {
    open_path_without_program(browser, "").await
}

async fn open_path_without_program(browser: &Browser, path: &str) -> Result<()> {
    let patterns = json!({ "patterns": [{ "urlPattern": "*.wasm" }] });
    browser.devtools("Fetch.enable", patterns).await?;
    browser.open(&address(path)?).await?;
    browser.find("#phc:not([data-started]) h1").await.map(drop)
}

/// Lets the module through.
async fn program_arrives(browser: &Browser) -> Result<()> {
    let started_already = browser
        .run(
            "return 'started' in document.getElementById('phc').dataset;",
            vec![],
        )
        .await?;
    ensure!(started_already == json!(false), "The program was not held back.");
    browser.devtools("Fetch.disable", json!({})).await?;
    started(browser).await
}

#[tokio::test]
async fn what_is_ticked_and_typed_before_the_program_arrives_is_kept() -> Result<()> {
    journey("early-form", async |browser: &Browser| {
        open_without_program(browser).await?;
        choose(browser, "length", "quick").await?;
        choose(browser, "kind", "grant").await?;
        open_about(browser).await?;
        choose(browser, "sector", "public").await?;
        type_into(browser, "#partnership", "Tea for all").await?;
        type_into(browser, "#organisation", "B").await?;
        program_arrives(browser).await?;
        browser.find("#side-first").await?;
        let here = chosen(browser).await?;
        ensure!(
            here == json!({ "length": "quick", "kind": "grant", "sector": "public" }),
            "Kept is {here}"
        );
        let names = "return ['partnership', 'organisation'].map((id) => document.getElementById(id).value);";
        let names = browser.run(names, vec![]).await?;
        ensure!(names == json!(["Tea for all", "B"]), "Kept are the names {names}");
        // And the program knows of it, not only the fields.
        choose(browser, "side", "second").await?;
        browser.click(".start__go").await?;
        at(browser, "#q-1").await?;
        saved(browser).await?;
        let stored = local_storage(browser).await?.to_string();
        for part in ["quick", "grant", "second", "public", "Tea for all"] {
            ensure!(stored.contains(part), "“{part}” is missing in {stored}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_is_there_after_loading_again() -> Result<()> {
    journey("choices-again", async |browser: &Browser| {
        open(browser, "").await?;
        choose(browser, "length", "quick").await?;
        choose(browser, "kind", "grant").await?;
        choose(browser, "side", "second").await?;
        open_about(browser).await?;
        type_into(browser, "#partnership", "Tea for all").await?;
        let before = chosen(browser).await?;
        for again in ["once", "twice"] {
            reload(browser).await?;
            let here = chosen(browser).await?;
            ensure!(here == before, "Loaded {again}: {here} in place of {before}");
        }
        // What is ticked before the program arrives counts more, and the rest stays.
        open_without_program(browser).await?;
        choose(browser, "kind", "other").await?;
        program_arrives(browser).await?;
        let name = "return [document.querySelector('[name=kind]:checked').value, document.getElementById('partnership').value];";
        let name = browser.run(name, vec![]).await?;
        ensure!(name == json!(["other", "Tea for all"]), "Kept are {name}");
        // A check has them now, and the tab no longer.
        browser.click(".start__go").await?;
        at(browser, "#q-1").await?;
        let left = browser.run("return sessionStorage.length;", vec![]).await?;
        ensure!(left == 0, "The tab keeps {left}.");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn start_pressed_before_the_program_arrives_starts() -> Result<()> {
    journey("early-start", async |browser: &Browser| {
        open_without_program(browser).await?;
        choose(browser, "length", "quick").await?;
        choose(browser, "kind", "other").await?;
        browser.click(".start__go").await?;
        program_arrives(browser).await?;
        at(browser, "#q-1").await?;
        ensure!(texts(browser, ".step").await? == ["Step 1 of 3"]);
        // One step back is the start screen, with the check to go on with.
        browser.client().back().await?;
        at(browser, "#start").await?;
        ensure!(texts(browser, ".checks__entry").await?.len() == 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn start_pressed_too_early_in_both_ways_says_what_is_missing() -> Result<()> {
    journey("early-problem", async |browser: &Browser| {
        open_without_program(browser).await?;
        browser.click(".start__go").await?;
        program_arrives(browser).await?;
        browser.find("#phc-problem:focus").await?;
        let title = browser.client().title().await?;
        ensure!(title.starts_with("Error: "), "The window is called {title}");
        Ok(())
    })
    .await
}

/// Presses Start on a page that is still without its program, and waits for the first questions.
async fn begin_without_program(browser: &Browser, path: &str, setup: &Setup) -> Result<()> {
    open_path_without_program(browser, path).await?;
    fill_in(browser, setup).await?;
    browser.click(".start__go").await?;
    browser
        .find("#phc[data-begun]:not([data-started]) .questions")
        .await?;
    browser.find("#phc-title:focus").await.map(drop)
}

fn setup(length: Length, kind: Kind) -> Setup {
    let mut setup = Given::quick().setup;
    setup.length = length;
    setup.kind = kind;
    setup
}

async fn focused(browser: &Browser) -> Result<serde_json::Value> {
    browser
        .run("return [document.activeElement.id, scrollY];", vec![])
        .await
}

#[tokio::test]
async fn questions_can_be_answered_before_the_program_arrives() -> Result<()> {
    journey("early-answers", async |browser: &Browser| {
        browser.resize(360, 640).await?;
        begin_without_program(browser, "", &setup(Length::Full, Kind::Grant)).await?;
        let title = browser.client().title().await?;
        ensure!(texts(browser, ".step").await? == ["Step 1 of 17"]);
        choose(browser, "A1.1", "4").await?;
        choose(browser, "A1.3", "dk").await?;
        ensure!(texts(browser, ".answered").await? == ["2 of 49 statements answered"]);
        // Nothing is promised that nobody has done yet.
        ensure!(texts(browser, ".top__kept").await? == [""]);
        let found = browser.axe(Rules::All).await?;
        ensure!(found.violations.is_empty(), "{:?}", found.violations);
        browser
            .run(
                "document.getElementById('A1.3-dk').focus(); scrollBy(0, 7);",
                vec![],
            )
            .await?;
        let before = focused(browser).await?;
        ensure!(before[1].as_f64() > Some(0.0), "Nothing to scroll: {before}");
        program_arrives(browser).await?;
        answered(browser, 2).await?;
        let after = focused(browser).await?;
        ensure!(before == after, "The focus was at {before} and is at {after}");
        saved(browser).await?;
        ensure!(browser.client().title().await? == title);
        let all = json!({ "A1.1": "4", "A1.3": "dk" });
        let here = chosen(browser).await?;
        ensure!(here == all, "Chosen is {here}");
        reload(browser).await?;
        answered(browser, 2).await?;
        let here = chosen(browser).await?;
        ensure!(here == all, "After loading again {here}");
        browser.client().back().await?;
        at(browser, "#start").await?;
        let console = browser.console().await?;
        ensure!(console.is_empty(), "The console is not empty: {console:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn questions_from_right_to_left_can_be_answered_early() -> Result<()> {
    journey("early-rtl", async |browser: &Browser| {
        begin_without_program(browser, "qps-rtl/", &setup(Length::Full, Kind::Other)).await?;
        browser.find("[dir=rtl] main:not([hidden]) .questions").await?;
        choose(browser, "A1.2", "5").await?;
        let before = texts(browser, ".answered").await?;
        program_arrives(browser).await?;
        answered(browser, 1).await?;
        // The page and the program say the same, in the same words.
        ensure!(
            texts(browser, ".answered").await? == before,
            "Before, the page said {before:?}"
        );
        browser
            .find("[dir=rtl] .questions [id='A1.2-5']:checked")
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn the_way_back_leads_to_the_settings_before_the_program_arrives() -> Result<()> {
    journey("early-back", async |browser: &Browser| {
        begin_without_program(browser, "", &setup(Length::Full, Kind::Prime)).await?;
        choose(browser, "A1.2", "5").await?;
        browser.client().back().await?;
        browser
            .find("#phc:not([data-begun]) main:not([hidden]) .start__go")
            .await?;
        ensure!(texts(browser, ".questions").await?.is_empty());
        browser.click(".start__go").await?;
        browser.find(".questions [id='A1.2-5']:checked").await?;
        ensure!(texts(browser, ".answered").await? == ["1 of 49 statements answered"]);
        browser.client().back().await?;
        browser.find("main:not([hidden]) #kind-prime:checked").await?;
        program_arrives(browser).await?;
        browser.find("#side-first:checked").await?;
        answered(browser, 0).await
    })
    .await
}

#[tokio::test]
async fn continue_pressed_before_the_program_arrives_goes_on() -> Result<()> {
    journey("early-next", async |browser: &Browser| {
        begin_without_program(browser, "", &setup(Length::Full, Kind::Other)).await?;
        ensure!(texts(browser, ".step").await? == ["Step 1 of 15"]);
        choose(browser, "A1.2", "na").await?;
        press(browser, keys::questions::NEXT).await?;
        ensure!(texts(browser, ".answered").await? == [words(keys::app::LOADING)]);
        program_arrives(browser).await?;
        at(browser, "#q-2").await?;
        answered(browser, 1).await
    })
    .await
}

#[tokio::test]
async fn a_check_in_progress_is_not_hidden_by_an_early_start() -> Result<()> {
    journey("early-stored", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &setup(Length::Quick, Kind::Other)).await?;
        saved(browser).await?;
        open_without_program(browser).await?;
        choose(browser, "kind", "other").await?;
        browser.click(".start__go").await?;
        ensure!(texts(browser, ".questions").await?.is_empty());
        program_arrives(browser).await?;
        at(browser, "#q-1").await?;
        browser.client().back().await?;
        at(browser, "#start").await?;
        ensure!(texts(browser, ".checks__entry").await?.len() == 2);
        Ok(())
    })
    .await
}

/// The module arrives, and is no good.
const BROKEN: &str = "
    for (const way of ['instantiate', 'instantiateStreaming']) {
        WebAssembly[way] = async () => { throw new Error('broken'); };
    }";

#[tokio::test]
async fn where_the_program_does_not_come_the_first_questions_say_so() -> Result<()> {
    journey("early-missing", async |browser: &Browser| {
        before_loading(browser, BROKEN).await?;
        browser.resize(360, 640).await?;
        begin_without_program(browser, "", &setup(Length::Full, Kind::Grant)).await?;
        choose(browser, "A1.3", "2").await?;
        browser.devtools("Fetch.disable", json!({})).await?;
        browser
            .find("#phc-trouble:not([hidden]) [data-cause=missing]:not([hidden])")
            .await?;
        let told = texts(browser, "#phc-trouble p:not([hidden])").await?;
        ensure!(
            told.iter().any(|line| line == words(keys::page::NOT_SAVED)),
            "{told:?}"
        );
        let seen = "return document.getElementById('phc-trouble').getBoundingClientRect().top;";
        let top = browser.run(seen, vec![]).await?;
        ensure!(
            top.as_f64().is_some_and(|top| (0.0..400.0).contains(&top)),
            "The box is at {top}"
        );
        Ok(())
    })
    .await
}
