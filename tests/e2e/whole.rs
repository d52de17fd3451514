//! The whole journey of a provider: all 49 statements and the stage in any order, a note, the tab closed in the
//! middle, answers changed, the result, the link in one press, back and forward.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use partnership_health_check::app::Screen;
use partnership_health_check::app::pages::pages;
use partnership_health_check::content::keys;
use partnership_health_check::domain::ids::StatementId;
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::{chosen, expected, result, same, texts, today};
use crate::support::steps::{
    answer, answered, at, at_statement, begin, choose, go, open, press, saved, screen_of, spoken, type_into,
    words,
};
use crate::support::{address, journey};

const NOTE: &str = "They never came to a meeting.";

#[tokio::test]
async fn a_provider_takes_the_full_check() -> Result<()> {
    journey("whole", async |browser: &Browser| {
        let given = full_check(browser).await?;
        // Not before: it would be the permission of the tab that is closed on the way.
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser.devtools("Browser.grantPermissions", permissions).await?;
        copy_in_one_press(browser).await?;
        the_copy_is_right(browser, &given).await?;
        back_and_forward(browser).await
    })
    .await
}

/// From the start to the result.
pub(crate) async fn full_check(browser: &Browser) -> Result<Given> {
    let mut given = Given::full();
    open(browser, "").await?;
    begin(browser, &given.setup).await?;
    answer_first_half(browser, &given).await?;
    close_the_tab_and_go_on(browser).await?;
    answer_second_half_backwards(browser, &given).await?;
    check_and_change(browser, &mut given).await?;

    press(browser, keys::answers::FINISH).await?;
    at(browser, "#result").await?;
    result_is_right(browser, &given).await?;
    Ok(given)
}

/// Pages 1 to 8 in order, with a note on the first.
async fn answer_first_half(browser: &Browser, given: &Given) -> Result<()> {
    press(browser, keys::questions::NOTE).await?;
    type_into(browser, "#phc-note", NOTE).await?;
    for (number, page) in pages(&given.setup).iter().enumerate().take(8) {
        for &statement in &page.statements {
            if let Some(response) = given.sheet.get(statement) {
                answer(browser, statement, response).await?;
            }
        }
        press(browser, keys::questions::NEXT).await?;
        at(browser, &Screen::Questions(number + 1).fragment()).await?;
    }
    answered(browser, 24).await?;
    saved(browser).await
}

async fn close_the_tab_and_go_on(browser: &Browser) -> Result<()> {
    let client = browser.client();
    let fresh = client.new_window(true).await?.handle;
    client.close_window().await?;
    client.switch_to_window(fresh).await?;
    open(browser, "").await?;
    let offered = texts(browser, ".checks__about").await?;
    let answered_24 = spoken().fill(
        keys::checks::ANSWERED,
        &[("n", "24"), ("all", "49"), ("date", "")],
    );
    ensure!(
        offered.len() == 1 && offered[0].starts_with(&answered_24),
        "Offered to go on with: {offered:?}"
    );
    press(browser, keys::checks::GO_ON).await?;
    at(browser, "#q-9").await?;
    answered(browser, 24).await
}

/// The last page first, as somebody might who begins at the end; then the others by their addresses.
async fn answer_second_half_backwards(browser: &Browser, given: &Given) -> Result<()> {
    let pages = pages(&given.setup);
    for (number, page) in pages.iter().enumerate().skip(8).rev() {
        go(browser, &Screen::Questions(number)).await?;
        for &statement in page.statements.iter().rev() {
            if let Some(response) = given.sheet.get(statement) {
                answer(browser, statement, response).await?;
            }
        }
        if let (true, Some(stage)) = (page.statements.is_empty(), given.stage) {
            choose(browser, "stage", stage.id()).await?;
        }
    }
    answered(browser, 49).await
}

async fn check_and_change(browser: &Browser, given: &mut Given) -> Result<()> {
    go(browser, &Screen::CheckAnswers).await?;
    let lead = texts(browser, ".answers .lead").await?;
    ensure!(
        lead == [words(keys::answers::ALL_DONE)],
        "The answers' screen says: {lead:?}"
    );
    let note = texts(browser, ".answers__note bdi").await?;
    ensure!(note == [NOTE], "The note on the answers' screen: {note:?}");
    for (statement, response) in [("A1.1", "3"), ("C4.2", "dk"), ("CP7", "1")] {
        given.set(statement, response);
        let screen = screen_of(given, statement);
        let words = spoken().statement(
            StatementId::parse(statement).context("a statement")?,
            given.setup.side,
        );
        let label = spoken().fill(keys::answers::CHANGE_OF, &[("statement", words)]);
        browser
            .click(&format!(".answers__change[aria-label=\"{label}\"]"))
            .await?;
        at_statement(browser, &screen.fragment(), statement).await?;
        let before = chosen(browser).await?;
        ensure!(
            before[statement] != response,
            "{statement} is already {response}."
        );
        choose(browser, statement, response).await?;
        // The way back to where "Change" was pressed.
        browser.client().back().await?;
        at(browser, "#answers").await?;
    }
    answered(browser, 49).await
}

async fn result_is_right(browser: &Browser, given: &Given) -> Result<()> {
    let expected = expected(given);
    // The answers are chosen so that every part of the result has something in it.
    for part in ["keep", "cards", "pairs", "guides"] {
        let length = expected[part].as_array().map_or(0, Vec::len);
        ensure!(length > 0, "The answers of this journey leave “{part}” empty.");
    }
    ensure!(expected["cards"].as_array().is_some_and(|cards| cards.len() <= 3));
    ensure!(expected["bars"].as_array().is_some_and(|bars| bars.len() == 12));
    same(&result(browser).await?, &expected)?;

    let report = given.report(today(browser).await?);
    let about = texts(browser, ".about li").await?;
    for line in report.about.iter().chain([&report.overall]) {
        ensure!(about.contains(line), "“{line}” is missing in {about:?}");
    }
    let paragraphs = texts(browser, ".block p").await?;
    for line in report.full.iter().flat_map(|full| &full.stage) {
        ensure!(paragraphs.contains(line), "Nothing is said on the stage: {line}");
    }
    let notes = texts(browser, ".block .terms dd").await?;
    ensure!(
        notes.iter().any(|note| note == NOTE),
        "The own note is missing: {notes:?}"
    );
    tables_open(browser).await
}

/// Each chart's table is one press away.
async fn tables_open(browser: &Browser) -> Result<()> {
    for number in 0..2 {
        // Asked of the page: not every driver knows what a folded part hides.
        let seen = "return document.querySelectorAll('.chart')[arguments[0]].querySelector('table').checkVisibility();";
        let is_open = browser.run(seen, vec![json!(number)]).await?;
        ensure!(is_open == false, "A table is open.");
        let chart = &browser.client().find_all(Locator::Css(".chart")).await?[number];
        chart.find(Locator::Css("summary")).await?.click().await?;
        let is_open = browser.run(seen, vec![json!(number)]).await?;
        ensure!(is_open == true, "A table stays shut.");
    }
    Ok(())
}

/// On the result; what is copied is told.
pub(crate) async fn copy_in_one_press(browser: &Browser) -> Result<()> {
    press(browser, keys::share::COPY).await?;
    let script = "return document.querySelector('[role=status]:not(.notices)').textContent === arguments[0];";
    browser
        .wait("“Copied”", script, vec![json!(words(keys::share::COPIED))])
        .await
        .map(drop)
}

async fn the_copy_is_right(browser: &Browser, given: &Given) -> Result<()> {
    let copied = browser
        .client()
        .execute_async(
            "navigator.clipboard.readText().then(arguments[0], String);",
            vec![],
        )
        .await?;
    let copied = copied.as_str().context("Nothing was copied.")?;
    let (page, payload) = copied.split_once("#phc=").context("No link was copied.")?;
    ensure!(page == address("")?, "The link leads to {page}");
    ensure!(payload.len() <= 40, "{} characters: {payload}", payload.len());
    let mut summary = given.summary(today(browser).await?);
    summary.partnership.clear();
    summary.organisation.clear();
    let read = link::decode(payload);
    ensure!(read == Ok(summary), "The link holds {read:?}");
    Ok(())
}

/// From the result, through what was seen before.
pub(crate) async fn back_and_forward(browser: &Browser) -> Result<()> {
    let client = browser.client();
    press(browser, keys::share::MORE).await?;
    at(browser, "#share").await?;
    client.back().await?;
    at(browser, "#result").await?;
    client.back().await?;
    at(browser, "#answers").await?;
    client.forward().await?;
    at(browser, "#result").await?;
    client.forward().await?;
    at(browser, "#share").await
}
