//! What is printed, read back from the PDF file: the first sheet stands alone, nothing is cut, no sheet is mostly empty.

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::{NAMES, Texts, keys};
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Criterion, Kind, Length, Side};
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::link;
use xtask::browser::{Browser, Media, Paper, filled};
use xtask::places;

use crate::support::answers::{Given, PARTNERS, partners};
use crate::support::journey;
use crate::support::look::texts;
use crate::support::steps::{afresh, at, choose, go, keep, open, press, speak, type_into, words};
use crate::support::tour::{summary_link, take_links};

const DAY: u16 = 20_750;
/// A sheet that is filled to less than this, from 0 to 1, is mostly empty.
const LEAST: f64 = 0.4;

/// Each row of the table with the numbers and the word that are on screen.
async fn rows(browser: &Browser) -> Result<Vec<String>> {
    const ROWS: &str = "
        const own = (part) => part.firstChild.textContent;
        return [...document.querySelectorAll('.matrix__row')].map((row) => [
            row.querySelector('.matrix__open').textContent,
            ...[...row.querySelectorAll('.cell')].map(own),
            row.querySelector('.matrix__all b').textContent,
            row.querySelector('.matrix__label').textContent,
        ].join(' '));";
    let rows = browser.run(ROWS, vec![]).await?;
    let rows = rows.as_array().into_iter().flatten();
    Ok(rows.filter_map(|row| row.as_str().map(str::to_owned)).collect())
}

/// Prints what is on screen on both sizes of paper and holds it to what is true of any print: at most so many sheets,
/// numbered, with something on each; after the first the title of the page is at the head. Hands over both prints.
async fn printed(browser: &Browser, name: &str, most: usize) -> Result<[Vec<String>; 2]> {
    let title = browser.run("return document.title;", vec![]).await?;
    let title = title.as_str().unwrap_or_default();
    let mut both = [Vec::new(), Vec::new()];
    for (sheets, paper) in both.iter_mut().zip([Paper::A4, Paper::Letter]) {
        let path = places::target().join(format!("pictures/{name}-{paper:?}.pdf"));
        *sheets = browser.print(paper, &path).await?;
        let all = sheets.len();
        ensure!(
            all <= most,
            "{name} takes {all} sheets of {paper:?}: {}",
            path.display()
        );
        let filled = filled(&path)?;
        println!("{name}, {paper:?}: {filled:.2?}");
        ensure!(
            all == 1 || filled.iter().all(|share| *share >= LEAST),
            "A sheet of {name} on {paper:?} is mostly empty: {filled:.2?}"
        );
        for (number, sheet) in (1..).zip(sheets.iter()) {
            let place = format!("{number} / {all}");
            ensure!(sheet.contains(&place), "{paper:?}: no {place} on {sheet}");
            ensure!(
                number == 1 || sheet.contains(title),
                "{paper:?}, sheet {number} has no head: {sheet}"
            );
        }
    }
    Ok(both)
}

/// Whether all of these are on a sheet, or in all sheets together.
fn has(sheets: &[String], wanted: &[&str]) -> Result<()> {
    let text = sheets.join(" ");
    for words in wanted {
        ensure!(text.contains(words), "“{words}” is not in: {text}");
    }
    Ok(())
}

fn criteria() -> Vec<&'static str> {
    let texts = Texts::english();
    Criterion::ALL
        .map(|criterion| texts.criterion(criterion))
        .to_vec()
}

fn statements(given: &Given, side: Side) -> Vec<&'static str> {
    let texts = Texts::english();
    let all = given.setup.length.statements(given.setup.kind);
    all.into_iter()
        .map(|statement| texts.statement(statement, side))
        .collect()
}

/// What the first sheet of a result has: whose and when, the headline, cards with lines, bars with wheel, the source.
fn first_of_result(sheet: &String, given: &Given) -> Result<()> {
    let report = given.report(Day(DAY));
    let mut wanted = vec![
        report.title.as_str(),
        &report.saying,
        words(keys::result::CARD_OWNER),
        words(keys::result::CARD_DATE),
        words(keys::result::CRITERIA),
        words(keys::picture::SOURCE),
    ];
    wanted.extend(report.about.iter().map(String::as_str));
    wanted.extend(report.cards.iter().map(|card| card.what.as_str()));
    wanted.extend(criteria());
    has(std::slice::from_ref(sheet), &wanted)?;
    // Beside its bar and at its petal.
    for criterion in Criterion::ALL {
        let found = sheet.split(' ').filter(|word| *word == criterion.id()).count();
        ensure!(found >= 2, "{} is {found} times there: {sheet}", criterion.id());
    }
    Ok(())
}

#[tokio::test]
async fn a_result_is_printed() -> Result<()> {
    journey("paper-result", async |browser: &Browser| {
        let given = Given::full();
        open(browser, "").await?;
        keep(browser, &given, DAY).await?;
        go(browser, &Screen::Result).await?;
        for sheets in printed(browser, "paper-result", 3).await? {
            first_of_result(&sheets[0], &given)?;
            has(&sheets[1..], &statements(&given, given.setup.side))?;
        }

        go(browser, &Screen::Chair(Place::Plan)).await?;
        let steps = texts(browser, ".suggestion__what").await?;
        browser.click(".suggestion__take").await?;
        browser.find(".planned").await?;
        for sheets in printed(browser, "paper-plan", 1).await? {
            let title = &*Texts::english().count(keys::plan::TO_TAKE, 1);
            has(
                &sheets,
                &[
                    title,
                    &given.setup.partnership,
                    &steps[0],
                    words(keys::plan::SHEET_OWNER),
                    words(keys::plan::SHEET_DUE),
                    words(keys::plan::SHEET_SIGN),
                    words(keys::picture::SOURCE),
                ],
            )?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_shared_summary_is_printed() -> Result<()> {
    journey("paper-shared", async |browser: &Browser| {
        let given = Given::full();
        let payload = link::encode(&given.summary(Day(DAY)));
        open(browser, &["#", link::PREFIX, &payload].concat()).await?;
        for sheets in printed(browser, "paper-shared", 3).await? {
            let first = std::slice::from_ref(&sheets[0]);
            has(first, &[&given.setup.organisation, &given.setup.partnership])?;
            has(first, &criteria())?;
            has(&sheets[1..], &statements(&given, given.setup.side))?;
        }
        Ok(())
    })
    .await
}

/// A full check with these answers, 1 to 5, one after another.
fn all_of(points: &[u8]) -> Given {
    let mut given = Given::full();
    let statements = given.setup.length.statements(given.setup.kind);
    for (statement, point) in statements.into_iter().zip(points.iter().cycle()) {
        given.sheet.set(statement, Response::parse(&point.to_string()));
    }
    given
}

#[tokio::test]
async fn no_sheet_is_mostly_empty_in_any_language() -> Result<()> {
    journey("paper-filled", async |browser: &Browser| {
        let given = partners(30);
        let links: Vec<String> = given.iter().map(|given| summary_link(given, DAY)).collect();
        for &(tag, _) in NAMES {
            open(browser, "").await?;
            if tag != "en" {
                speak(browser, tag).await?;
            }
            // All to talk about, some of it, nothing.
            for points in [&[1, 2, 1][..], &[4, 5, 2, 3, 4, 1], &[5, 5, 4]] {
                keep(browser, &all_of(points), DAY).await?;
                go(browser, &Screen::Result).await?;
                printed(browser, "paper-filled", 4).await?;
            }
            // Pairs that all have; the most columns; dots in place of columns, the fewest and the most.
            go(browser, &Screen::Chair(Place::Compare)).await?;
            let mut from = 0;
            for to in [2, 12, 13, 30] {
                take_links(browser, &links[from..to].join("\n")).await?;
                browser
                    .find(&format!(".partners__one:nth-child({to}):last-child"))
                    .await?;
                printed(browser, "paper-filled", 4).await?;
                from = to;
            }
            go(browser, &Screen::Chair(Place::Meeting)).await?;
            printed(browser, "paper-filled", 6).await?;
            go(browser, &Screen::Chair(Place::Blank)).await?;
            choose(browser, "blank-length", "full").await?;
            for kind in [Kind::Commissioning, Kind::Other] {
                choose(browser, "blank-kind", kind.id()).await?;
                printed(browser, "paper-filled", 4).await?;
            }
            afresh(browser).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn six_partners_are_printed_side_by_side() -> Result<()> {
    journey("paper-compare", async |browser: &Browser| {
        let given = partners(6);
        let links: Vec<String> = given.iter().map(|given| summary_link(given, DAY)).collect();
        open(browser, "").await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        take_links(browser, &links.join("\n")).await?;
        browser.find(".partners__one:nth-child(6)").await?;
        let title = texts(browser, "h1").await?;
        let talk = texts(browser, ".block > .talks b").await?;
        let rows = rows(browser).await?;
        ensure!(rows.len() == 13, "The rows are {rows:?}");
        for sheets in printed(browser, "paper-compare", 3).await? {
            let first = std::slice::from_ref(&sheets[0]);
            has(first, &[&title[0], words(keys::picture::SOURCE_MANY)])?;
            has(first, &PARTNERS[..6])?;
            has(first, &talk.iter().map(String::as_str).collect::<Vec<_>>())?;
            has(first, &rows.iter().map(String::as_str).collect::<Vec<_>>())?;
            // The table reads the statements from the first side.
            let asked: Vec<&str> = Topic::all()
                .flat_map(Topic::statements)
                .map(|statement| Texts::english().statement(statement, Side::First))
                .collect();
            has(&sheets[1..], &asked)?;
        }

        go(browser, &Screen::Chair(Place::Meeting)).await?;
        for sheets in printed(browser, "paper-meeting", 4).await? {
            let first = std::slice::from_ref(&sheets[0]);
            has(
                first,
                &[
                    words(keys::meeting::RULE_OWN),
                    words(keys::meeting::LIST_LAST),
                    words(keys::plan::SHEET_OWNER),
                    words(keys::picture::SOURCE_MANY),
                ],
            )?;
            has(first, &talk.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_blank_form_is_printed_for_each_kind_and_side() -> Result<()> {
    journey("paper-blank", async |browser: &Browser| {
        open(browser, "").await?;
        go(browser, &Screen::Chair(Place::Invite)).await?;
        type_into(browser, "#invite-partnership", "Tea for all").await?;
        choose(browser, "invite-length", "quick").await?;
        choose(browser, "invite-kind", "grant").await?;
        press(browser, keys::invite::PAPER_LINK).await?;
        at(browser, "#blank-form").await?;
        // What the invitation says is taken over.
        browser.find("#blank-length-quick:checked").await?;
        browser.find("#blank-kind-grant:checked").await?;
        type_into(browser, "#blank-send-to", "Room 4").await?;

        for kind in Kind::ALL {
            choose(browser, "blank-kind", kind.id()).await?;
            a_form(browser, Length::Quick, kind, None, 2).await?;
        }
        choose(browser, "blank-length", "full").await?;
        for kind in Kind::ALL {
            choose(browser, "blank-kind", kind.id()).await?;
            if !kind.has_pairs() {
                a_form(browser, Length::Full, kind, None, 4).await?;
                continue;
            }
            for side in Side::ALL {
                choose(browser, "blank-side", side.id()).await?;
                a_form(browser, Length::Full, kind, Some(side), 4).await?;
            }
        }
        Ok(())
    })
    .await
}

/// Prints the form on screen: each statement is on it once, with what the boxes mean on every sheet.
async fn a_form(
    browser: &Browser,
    length: Length,
    kind: Kind,
    side: Option<Side>,
    most: usize,
) -> Result<()> {
    let english = Texts::english();
    let small = "return Math.min(...[...document.querySelectorAll('.form, .form *')]
        .filter((part) => part.checkVisibility() && part.textContent !== '')
        .map((part) => parseFloat(getComputedStyle(part).fontSize)));";
    for sheets in printed(browser, "paper-blank", most).await? {
        let statements = length.statements(kind);
        for statement in &statements {
            let words = english.statement(*statement, side.unwrap_or(Side::First));
            let found: usize = sheets.iter().map(|sheet| sheet.matches(words).count()).sum();
            ensure!(
                found == 1,
                "{length:?} {kind:?} {side:?}: “{words}” is there {found} times"
            );
        }
        let last = format!("{} ", statements.len());
        has(&sheets, &["Tea for all", "Room 4", english.kind(kind), &last])?;
        if let Some(side) = side {
            has(&sheets[..1], &[english.side(kind, side)])?;
        }
        let asks = |sheet: &&String| {
            let mut asked = statements.iter();
            asked.any(|statement| sheet.contains(english.statement(*statement, side.unwrap_or(Side::First))))
        };
        for sheet in sheets.iter().filter(asks) {
            has(
                std::slice::from_ref(sheet),
                &Response::ALL.map(|response| english.response(response)),
            )?;
        }
    }
    browser.emulate(Media::Print).await?;
    let smallest = browser.run(small, vec![]).await?;
    // Ten points.
    ensure!(
        smallest.as_f64() >= Some(13.33),
        "The smallest type has {smallest} px"
    );
    browser.emulate(Media::Plain).await
}
