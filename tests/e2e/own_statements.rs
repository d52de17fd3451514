//! Statements of the chair's own: written on the invitation, answered by three partners, side by side. One of the three left
//! the page out, and one came by a second invitation with a changed word.

use std::cell::RefCell;

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::formats::link::{decode, decode_comparison};
use serde_json::json;
use xtask::browser::{Browser, Paper};
use xtask::places;

use crate::support::look::texts;
use crate::support::steps::{
    at, choose, downloaded, go, link, open, paste_into, press, reload, saved, started, type_into,
};
use crate::support::{elsewhere, journey};

const CALLS: &str = "Calls are returned within two days.";
const KITCHEN: &str = "The kitchen is open on time.";
const CHANGED: &str = "The kitchen is open in time.";
/// The page of own statements in a quick check: behind the three of the check.
const PAGE: Screen = Screen::Questions(3);

#[tokio::test]
async fn own_statements_go_from_the_invitation_to_the_comparison() -> Result<()> {
    journey("own-statements", go_to_the_comparison).await
}

/// Makes the link of what stands in the form.
async fn made(browser: &Browser) -> Result<String> {
    press(browser, keys::invite::MAKE).await?;
    browser.find("#phc-made:focus").await?;
    let script = "return document.getElementById('phc-invite-link').value;";
    let link = browser.run(script, vec![]).await?;
    link.as_str().map(str::to_owned).context("There is no link.")
}

/// The summary link of a partner who opens this invitation and answers its statements with these values.
async fn answers(chair: &Browser, invitation: &str, values: &[&str]) -> Result<String> {
    let found = RefCell::new(String::new());
    elsewhere(chair, "own-partner", async |browser: &Browser| {
        browser.open(invitation).await?;
        started(browser).await?;
        let shown = texts(browser, ".letter__statements li").await?;
        ensure!(shown.first().is_some_and(|text| text == CALLS), "{shown:?}");
        press(browser, keys::start::GO).await?;
        at(browser, "#q-1").await?;
        choose(browser, "A1.2", "4").await?;
        go(browser, &PAGE).await?;
        let words = texts(browser, ".statement__words").await?;
        ensure!(words.len() == 2 && words[0] == CALLS, "{words:?}");
        for (position, value) in values.iter().enumerate() {
            choose(browser, &format!("E{}", position + 1), value).await?;
        }
        saved(browser).await?;
        // They are kept with the check.
        reload(browser).await?;
        if let Some(value) = values.first() {
            browser.find(&format!("[id=\"E1-{value}\"]:checked")).await?;
        }
        press(browser, keys::questions::TO_ANSWERS).await?;
        at(browser, "#answers").await?;
        press(browser, keys::answers::FINISH).await?;
        at(browser, "#result").await?;
        let told = texts(browser, ".pair bdi").await?;
        ensure!(told.iter().any(|text| text == CALLS), "{told:?}");
        found.replace(link(browser).await?);
        Ok(())
    })
    .await?;
    let link = found.into_inner();
    let summary = decode(&link).map_err(|error| anyhow::anyhow!("{error:?} in {link}"))?;
    let extra = summary
        .extra
        .context("The link has no answers to own statements.")?;
    ensure!(extra.answered() == values.len(), "{extra:?}");
    Ok(link)
}

pub(crate) async fn go_to_the_comparison(chair: &Browser) -> Result<()> {
    open(chair, "").await?;
    press(chair, keys::start::INVITE).await?;
    at(chair, "#invite").await?;
    choose(chair, "invite-kind", Kind::Other.id()).await?;
    choose(chair, "invite-length", Length::Quick.id()).await?;
    for (position, statement) in [CALLS, KITCHEN].into_iter().enumerate() {
        press(chair, keys::asking::ADD).await?;
        let field = format!("#invite-statement-{position}");
        chair.find(&format!("{field}:focus")).await?;
        type_into(chair, &field, statement).await?;
    }
    let first = made(chair).await?;
    // A word is changed: the screen says that it is another set.
    paste_into(chair, "#invite-statement-1", CHANGED).await?;
    // The link goes, and the button comes, when the field is left.
    type_into(chair, "#invite-statement-1", "\u{E004}").await?;
    let second = made(chair).await?;
    ensure!(first != second, "A changed word is in no link.");
    let told = texts(chair, ".invite__made p").await?;
    let changed = crate::support::steps::words(keys::asking::CHANGED);
    ensure!(told.iter().any(|text| text == changed), "{told:?}");

    let links = [
        answers(chair, &first, &["5", "2"]).await?,
        answers(chair, &first, &[]).await?,
        answers(chair, &second, &["1", "1"]).await?,
        answers(chair, &first, &["1", "dk"]).await?,
    ];
    // The chair's browser still knows the words after the page was loaded again.
    reload(chair).await?;
    go(chair, &Screen::Chair(Place::Compare)).await?;
    paste_into(chair, "#phc-links", &links.join("\n")).await?;
    press(chair, keys::compare::TAKE).await?;
    chair.find("#phc-taken:focus").await?;
    let words = texts(chair, ".said__one p[dir]").await?;
    ensure!(words.len() == 4, "Two sets of two are expected: {words:?}");
    ensure!(
        words.iter().filter(|text| *text == CALLS).count() == 2,
        "{words:?}"
    );
    ensure!(words.iter().any(|text| text == KITCHEN), "{words:?}");
    let opposite = texts(chair, ".said__label--opposite").await?;
    ensure!(
        opposite.len() == 1,
        "One of them stands on opposite sides: {opposite:?}"
    );
    // Nothing of the published check counts them: nobody's answer to it differs.
    let overall = chair
        .run(
            "return document.querySelectorAll('.matrix__opposite').length;",
            vec![],
        )
        .await?;
    ensure!(
        overall == json!(1),
        "The key alone has the sign, and not {overall}."
    );
    hand_them_on(chair).await
}

/// Table, paper and comparison link have the words; the plan has nothing of them.
async fn hand_them_on(chair: &Browser) -> Result<()> {
    press(chair, keys::compare::SAVE_AS).await?;
    let table = downloaded(chair, keys::compare::FILE_STATEMENTS).await?;
    let link = "return document.getElementById('phc-comparison-link').value;";
    let link = chair.run(link, vec![]).await?;
    let found = decode_comparison(link.as_str().unwrap_or_default());
    let words: Vec<String> = found
        .iter()
        .flat_map(|comparison| &comparison.sets)
        .flat_map(|set| set.statements().to_vec())
        .collect();
    let path = places::target().join("pictures/own-statements.pdf");
    let sheets = chair.print(Paper::A4, &path).await?.join(" ");
    for statement in [CALLS, KITCHEN, CHANGED] {
        ensure!(table.contains(statement), "“{statement}” is not in {table}");
        ensure!(sheets.contains(statement), "“{statement}” is not on {sheets}");
        ensure!(
            words.iter().any(|known| known == statement),
            "“{statement}” is not in the link: {words:?}"
        );
    }
    go(chair, &Screen::Chair(Place::ComparisonPlan)).await?;
    let topics = texts(chair, ".screen").await?.join(" ");
    ensure!(!topics.contains(CALLS) && !topics.contains(KITCHEN), "{topics}");

    // A form from paper has them too.
    go(chair, &Screen::Chair(Place::Entry)).await?;
    let sets = texts(chair, "#entry-extra option").await?;
    ensure!(
        sets.iter().any(|set| set.contains(CALLS)),
        "Statements that were sent can be chosen: {sets:?}"
    );
    Ok(())
}
