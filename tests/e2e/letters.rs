//! Who is who in a comparison: sharing it without names, and people who say that they belong to somebody.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::keys;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::comparison::Comparison;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link::{decode_comparison, encode};
use serde_json::json;
use xtask::browser::Browser;

use crate::fit::MISFITS;
use crate::support::journey;
use crate::support::look::texts;
use crate::support::steps::{go, open, paste_into, press, press_words, words};

const COMPARE: Screen = Screen::Chair(Place::Compare);

/// Alder Trust's own summary, and a comparison in which five invented people are of its group. They came with the review
/// of security.
const ALDER: &str = "#phc=AQEBNQ3GUczFUz5fuj6SWcZPVXfEzMsuC0hlYWx0aHkgQmF5C0FsZGVyIFRydXN0J5QY6g";
const FORGED: &str = "#phc-compare=AQFQ8DQAJKG4yjmYqmfL90fSSzjJ6q74mZllwAJKG6bbbbbbbbbbbbbbbbbbbbbbbbQAJKG8rbbbbbbbbbbbbbbbbbbbbbbbQAJKG-7bbbbbbbbbbbbbbbbbbbbbbbQAJKHBLbbbbbbbbbbbbbbbbbbbbbbbQAJKHDbbbbbbbbbbbbbbbbbbbbbbbbQAAAALQWxkZXIgVHJ1c3QAAAAAAAAAAAAAAAAAAACr6Pnx";

/// A member's summary with this answer everywhere but in the first two statements.
fn summary(name: &str, number: &str, day: u16, sector: Sector) -> Summary {
    let mut sheet = AnswerSheet::default();
    for (place, statement) in Length::Full.statements(Kind::Consortium).into_iter().enumerate() {
        let number = if place < 2 { "3" } else { number };
        sheet.set(statement, Response::parse(number));
    }
    Summary {
        length: Length::Full,
        kind: Kind::Consortium,
        side: Side::Second,
        sector: Some(sector),
        day: Day(day),
        sheet,
        stage: Some(StageChoice::ALL[2]),
        partnership: String::from("Healthy Bay"),
        organisation: name.to_owned(),
        extra: None,
    }
}

/// Adds what a text holds to the comparison on screen.
async fn add(browser: &Browser, text: &str) -> Result<()> {
    let unfold = "document.querySelectorAll('details').forEach((details) => { details.open = true; });";
    browser.run(unfold, vec![]).await?;
    paste_into(browser, "#phc-links", text).await?;
    press(browser, keys::compare::TAKE).await
}

/// The link that the comparison's screen shows.
async fn shown_link(browser: &Browser) -> Result<String> {
    let script = "return document.getElementById('phc-comparison-link').value;";
    let address = browser.run(script, vec![]).await?;
    address.as_str().map(str::to_owned).context("There is no link.")
}

fn read(link: &str) -> Result<Comparison> {
    let fragment = link.find('#').and_then(|at| link.get(at..)).context("No link.")?;
    decode_comparison(fragment).map_err(|error| anyhow::anyhow!("{error:?}"))
}

#[tokio::test]
async fn a_comparison_without_names_tells_nobody_from_another_but_by_answers() -> Result<()> {
    // They come in the order of their days; the first one is the only business.
    let partners = [
        summary("Cedar", "5", 20_700, Sector::Business),
        summary("Alder", "1", 20_705, Sector::Charity),
        summary("Birch", "2", 20_709, Sector::Charity),
    ];
    journey("letters", async |chair: &Browser| {
        open(chair, "").await?;
        go(chair, &COMPARE).await?;
        for partner in &partners {
            add(chair, &format!("https://check.example/#phc={}", encode(partner))).await?;
        }
        chair.find(".partners__one:nth-child(3)").await?;
        let said = texts(chair, ".block--call p").await?;
        let warning = words(keys::compare::SHARE_LETTERS);
        ensure!(said.iter().any(|text| text.ends_with(warning)), "{said:?}");

        let link = shown_link(chair).await?;
        let sent = read(&link)?;
        let days: Vec<_> = sent.partners.iter().map(|partner| partner.summary.day).collect();
        ensure!(days == [sent.day; 3], "Days tell partners apart: {days:?}");
        for partner in &sent.partners {
            let Summary {
                sector,
                partnership,
                organisation,
                ..
            } = &partner.summary;
            ensure!(sector.is_none() && partner.label.is_empty(), "{partner:?}");
            ensure!(partnership.is_empty() && organisation.is_empty(), "{partner:?}");
        }
        let sheets: Vec<_> = sent
            .partners
            .iter()
            .map(|partner| &partner.summary.sheet)
            .collect();
        ensure!(
            sheets == [&partners[1].sheet, &partners[2].sheet, &partners[0].sheet],
            "The order is not that of the answers."
        );
        // What the page says remains does remain: whoever has a partner's own link finds it.
        ensure!(sheets.contains(&&partners[0].sheet));

        // With the names, the same page says what goes along.
        chair.click("label[for=phc-share-names]").await?;
        chair.find("#phc-share-names:checked").await?;
        let named = read(&shown_link(chair).await?)?;
        ensure!(named.partners[0].summary.organisation == "Cedar", "{named:?}");
        let said = texts(chair, ".block--call p").await?;
        ensure!(
            said.iter()
                .any(|text| text == words(keys::compare::SHARE_WITH_NAMES)),
            "{said:?}"
        );

        // The letters on screen are those of the link.
        chair.click("label[for=phc-letters]").await?;
        chair.find("#phc-letters:checked").await?;
        let here = texts(chair, ".matrix__row").await?;
        let fragment = link.split_once('#').context("No link.")?.1;
        journey("letters-reader", async |reader: &Browser| {
            open(reader, &format!("#{fragment}")).await?;
            reader.find(".partners__one:nth-child(3)").await?;
            let there = texts(reader, ".matrix__row").await?;
            ensure!(here == there, "{here:?}\n{there:?}");
            Ok(())
        })
        .await
    })
    .await
}

#[tokio::test]
async fn invented_colleagues_are_asked_about_before_they_join() -> Result<()> {
    let birch = encode(&summary("Birch CIC", "2", 20_704, Sector::Charity));
    journey("forged", async |chair: &Browser| {
        open(chair, "").await?;
        go(chair, &COMPARE).await?;
        add(chair, &format!("{ALDER}\n#phc={birch}")).await?;
        chair.find(".partners__one:nth-child(2)").await?;
        let proof = words(keys::share::PROOF);
        ensure!(
            texts(chair, ".tools .group__hint")
                .await?
                .iter()
                .any(|text| text == proof)
        );

        add(chair, FORGED).await?;
        chair.find(".partners__one:nth-child(3)").await?;
        let question =
            "5 people, shown apart as C, say they belong to Alder Trust (A). Add them to the organisation?";
        let told = texts(chair, "#phc-taken p").await?;
        ensure!(told.iter().any(|text| text == question), "{told:?}");
        ensure!(told.iter().any(|text| text.starts_with(proof)), "{told:?}");
        ensure!(texts(chair, ".partners__one").await?.len() == 3);
        let focus = "return document.activeElement.id;";
        ensure!(chair.run(focus, vec![]).await? == json!("phc-taken"));
        chair.resize(320, 800).await?;
        let misfits = chair.run(MISFITS, vec![]).await?;
        ensure!(misfits == json!([]), "{misfits}");

        // Yes, and taken back.
        press_words(
            chair,
            &format!("{}: Alder Trust", words(keys::compare::CLAIM_YES)),
        )
        .await?;
        let joined = "return document.querySelectorAll('.partners__one').length === 2;";
        chair.wait("two organisations", joined, vec![]).await?;
        press(chair, keys::compare::UNDO).await?;
        chair.find(".partners__one:nth-child(3)").await?;
        ensure!(texts(chair, ".claims li").await?.is_empty());

        // Asked again, and no.
        press(chair, keys::compare::NEW).await?;
        add(chair, &format!("{ALDER}\n#phc={birch}\n{FORGED}")).await?;
        chair.find(".claims li").await?;
        press_words(chair, &format!("{}: Alder Trust", words(keys::compare::CLAIM_NO))).await?;
        let told = "return document.querySelector('#phc-taken').textContent.includes(arguments[0]);";
        let apart = words(keys::compare::SAID_KEPT_APART);
        chair.wait("the answer", told, vec![json!(apart)]).await?;
        ensure!(texts(chair, ".partners__one").await?.len() == 3);
        Ok(())
    })
    .await
}
