//! Every screen in every state that looks different, one after the other, in any language.

use anyhow::Result;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::{Info, Place};
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Criterion, Kind, Length};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link;
use serde_json::json;
use xtask::browser::Browser;

use super::address;
use super::answers::{Given, partners};
use super::panic::panic;
use super::steps::{
    answer, at, choose, go, keep, keep_text, open_about, paste_into, started, step, type_into,
};

/// Goes through all screens in a fresh browser and calls `look` with a name for each. Needs no words, only names
/// and classes, so that it works in made-up languages too.
pub(crate) async fn tour(
    browser: &Browser,
    folder: &str,
    mut look: impl AsyncFnMut(&str) -> Result<()>,
) -> Result<()> {
    browser.open(&address(folder)?).await?;
    started(browser).await?;
    look("start").await?;
    settings_and_questions(browser, &mut look).await?;
    results(browser, &mut look).await?;
    shared(browser, &mut look).await?;
    invite(browser, &mut look).await?;
    plan(browser, &mut look).await?;
    builder(browser, &mut look).await?;
    pages(browser, &mut look).await?;
    troubles(browser, &mut look).await
}

/// Opens what is folded.
const OPEN_ALL: &str = "for (const part of document.querySelectorAll('details')) part.open = true;";

async fn settings_and_questions(
    browser: &Browser,
    look: &mut impl AsyncFnMut(&str) -> Result<()>,
) -> Result<()> {
    browser.click(".start__go").await?;
    browser.find("#phc-problem:focus").await?;
    look("start, kind missing").await?;
    choose(browser, "kind", "commissioning").await?;
    browser.click(".start__go").await?;
    browser.find("#side-problem").await?;
    look("start, side missing").await?;
    choose(browser, "side", "second").await?;
    open_about(browser).await?;
    choose(browser, "sector", "charity").await?;
    type_into(browser, "#partnership", "Tea for all").await?;
    browser.click(".start__go").await?;
    at(browser, "#q-1").await?;
    look("questions, empty").await?;
    for (statement, value) in Criterion::A1.statements().into_iter().zip(["1", "5", "dk"]) {
        if let Some(response) = Response::parse(value) {
            answer(browser, statement, response).await?;
        }
    }
    browser.click(".statement details > summary").await?;
    browser.click("details:has(#phc-note) > summary").await?;
    type_into(browser, "#phc-note", "1234").await?;
    look("questions, answered").await?;
    go(browser, &Screen::Questions(16)).await?;
    look("stage").await?;
    choose(browser, "stage", "norming").await?;
    look("stage, answered").await?;
    go(browser, &Screen::CheckAnswers).await?;
    look("answers").await?;
    go(browser, &Screen::Setup).await?;
    look("setup").await?;
    go(browser, &Screen::Start).await?;
    look("start, one in progress").await
}

async fn results(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    go(browser, &Screen::CheckAnswers).await?;
    browser.click(".answers .button").await?;
    at(browser, "#result").await?;
    look("result, too few answers").await?;

    // From here on the checks are put where the program keeps them.
    keep(browser, &Given::full(), 30_000).await?;
    go(browser, &Screen::Result).await?;
    look("result").await?;
    browser.run(OPEN_ALL, vec![]).await?;
    look("result, tables open").await?;
    browser.click(".share .button").await?;
    let done = "return document.querySelector('.share__outcome').textContent !== '';";
    browser.wait("an outcome of copying", done, vec![]).await?;
    look("result, after copying").await?;
    go(browser, &Screen::Share).await?;
    look("share").await?;
    for name in ["share-partnership", "share-organisation"] {
        browser.click(&format!("label[for={name}]")).await?;
    }
    look("share, with names").await?;

    keep(browser, &Given::quick(), 31_000).await?;
    go(browser, &Screen::Result).await?;
    look("result of a quick check").await?;
    go(browser, &Screen::Start).await?;
    look("start, three finished").await
}

/// The plan of a check, and what partners do together: their plan and their meeting.
async fn plan(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    keep(browser, &Given::full(), 32_000).await?;
    go(browser, &Screen::Chair(Place::Plan)).await?;
    look("plan, empty").await?;
    browser.click(".suggestion__take").await?;
    browser.find(&(step(1, "owner") + ":focus")).await?;
    browser.click(".suggestion__take").await?;
    browser.find(&(step(2, "owner") + ":focus")).await?;
    look("plan, two steps").await?;
    browser.click("label[for=plan-in-link]").await?;
    browser.find(".plan__preview").await?;
    look("plan, in the link").await?;
    browser.click(&step(1, "remove")).await?;
    browser.find("#step-undo:focus").await?;
    look("plan, a step removed").await?;

    go(browser, &Screen::Chair(Place::Compare)).await?;
    look("comparison, empty").await?;
    let partners = partners(13);
    compare(browser, &partners[..6]).await?;
    browser.find(".partners__one:nth-child(6)").await?;
    browser.click(".matrix__row .matrix__open").await?;
    browser.click(".block:has(.gaps) > details > summary").await?;
    look("comparison").await?;
    browser.click("#phc-list").await?;
    browser.find(".people__one").await?;
    look("comparison, the list of partners").await?;
    go(browser, &Screen::Chair(Place::Meeting)).await?;
    look("meeting").await?;
    browser.click(".agenda button").await?;
    browser.find(".talk__question").await?;
    look("meeting, something to talk about").await?;
    browser.click(".meeting__back").await?;
    browser.click(".agenda li:last-child button").await?;
    browser.find(".suggestion").await?;
    look("meeting, the plan").await?;
    go(browser, &Screen::Chair(Place::ComparisonPlan)).await?;
    look("plan of a comparison").await?;
    received(browser, look).await?;

    go(browser, &Screen::Chair(Place::Compare)).await?;
    compare(browser, &partners[6..]).await?;
    browser.find(".matrix--many").await?;
    look("comparison of thirteen").await?;
    // One more than fit side by side, and one that cannot be read.
    let mut many: Vec<String> = (20_000..20_029)
        .map(|day| summary_link(&Given::full(), day))
        .collect();
    many.push(["https://check.example/#", link::PREFIX, "AQGK"].concat());
    take_links(browser, &many.join("\n")).await?;
    browser.find(".table tbody tr:nth-child(13)").await?;
    look("comparison, more than fit").await
}

/// What whoever opens the link of a comparison sees.
async fn received(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    let mut comparison = Comparison::new(Day(20_800));
    for (organisation, given) in (0..).zip([Given::full(), Given::quick()]) {
        comparison.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation,
            summary: given.summary(Day(20_800)),
        });
    }
    let fragment = [
        link::COMPARISON_PREFIX,
        &link::encode_comparison(&comparison, true),
    ]
    .concat();
    go(browser, &Screen::Chair(Place::Received(fragment))).await?;
    look("received comparison").await?;
    let fragment = [link::COMPARISON_PREFIX, "AQGK"].concat();
    go(browser, &Screen::Chair(Place::Received(fragment))).await?;
    look("received comparison, cut off").await
}

pub(crate) fn summary_link(given: &Given, day: u16) -> String {
    let payload = link::encode(&given.summary(Day(day)));
    ["https://check.example/#", link::PREFIX, &payload].concat()
}

/// Takes links in, wherever the field for them is folded away.
pub(crate) async fn take_links(browser: &Browser, text: &str) -> Result<()> {
    let script = "
        const field = document.getElementById('phc-links');
        const folded = field.closest('details');
        if (folded) folded.open = true;
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        field.parentElement.querySelector('.acts .button').click();";
    browser.find("#phc-links").await?;
    browser.run(script, vec![json!(text)]).await.map(drop)
}

/// Puts partners of both sides, who differ, side by side, beside those who are there.
async fn compare(browser: &Browser, partners: &[Given]) -> Result<()> {
    let links: Vec<String> = partners.iter().map(|given| summary_link(given, 20_800)).collect();
    take_links(browser, &links.join("\n")).await
}

async fn shared(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    let summary = Given::full().summary(Day(20_800));
    let fragment = [link::PREFIX, &link::encode(&summary)].concat();
    go(browser, &Screen::Shared(fragment)).await?;
    look("shared summary").await?;
    let summary = Given::quick().summary(Day(20_800));
    let fragment = [link::PREFIX, &link::encode(&summary)].concat();
    go(browser, &Screen::Shared(fragment)).await?;
    look("shared summary of a quick check").await?;
    go(browser, &Screen::Shared("phc=AQGK".to_owned())).await?;
    look("shared summary, cut off").await
}

/// Making an invitation, opening one, and what is kept on the device.
async fn invite(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    go(browser, &Screen::Chair(Place::Invite)).await?;
    type_into(browser, "#invite-reply-to", "chair").await?;
    browser.click(".invite > .acts .button").await?;
    browser.find("#phc-problem:focus").await?;
    look("invitation, address wrong").await?;
    type_into(browser, "#invite-reply-to", "@example.org").await?;
    browser.click("label[for=invite-kind-grant]").await?;
    browser.click(".invite > .acts .button").await?;
    browser.find("#phc-made:focus").await?;
    browser.click(".invite__made details > summary").await?;
    look("invitation, made").await?;
    go(browser, &Screen::Chair(Place::Blank)).await?;
    browser.find(".form").await?;
    look("blank form").await?;
    entry(browser, look).await?;
    let invitation = Invitation {
        partnership: "Tea for all".to_owned(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by: Some(Day(20_800)),
        reply_to: "chair@example.org".to_owned(),
        extra: None,
    };
    let fragment = [link::INVITATION_PREFIX, &link::encode_invitation(&invitation)].concat();
    go(browser, &Screen::Invited(fragment)).await?;
    look("invited").await?;
    go(browser, &Screen::Invited("phc-invite=AQGK".to_owned())).await?;
    look("invited, cut off").await?;
    go(browser, &Screen::Chair(Place::Earlier)).await?;
    look("earlier").await?;
    browser.click("[id^=phc-delete-]").await?;
    browser.find("#phc-earlier-question:focus").await?;
    look("earlier, asked whether to delete").await?;
    // Two checks before, with lower answers: from three on they are drawn over time.
    for (day, answer) in [(28_000, "2"), (29_000, "3")] {
        let mut given = Given::full();
        for statement in Criterion::A1
            .statements()
            .into_iter()
            .chain(Criterion::B2.statements())
        {
            given.sheet.set(statement, Response::parse(answer));
        }
        keep(browser, &given, day).await?;
    }
    go(browser, &Screen::Chair(Place::Earlier)).await?;
    browser.find(".course").await?;
    look("earlier, over time").await
}

/// A form from paper.
async fn entry(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    const PLACE: &str = "return document.querySelector('.entry__place')?.textContent ?? null;";
    const NEXT: &str = "
        const place = document.querySelector('.entry__place');
        return place?.textContent !== arguments[0] && document.activeElement.id === 'entry-question';";
    go(browser, &Screen::Chair(Place::Entry)).await?;
    choose(browser, "entry-kind", "grant").await?;
    browser.click(".entry .acts .button").await?;
    browser.find("#phc-problem:focus").await?;
    look("form from paper, side missing").await?;
    choose(browser, "entry-side", "first").await?;
    choose(browser, "entry-length", "quick").await?;
    browser.click(".entry .acts .button").await?;
    browser.find("#entry-question:focus").await?;
    look("form from paper, a statement").await?;
    for _ in 0..13 {
        let place = browser.run(PLACE, vec![]).await?;
        browser.press_keys(&['4']).await?;
        browser.wait("the next statement", NEXT, vec![place]).await?;
    }
    browser.find(".entry__rows").await?;
    look("form from paper, all entered").await
}

/// Code for another website, with colours of which some cannot be read. The preview is looked at as it is.
async fn builder(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    go(browser, &Screen::Chair(Place::Builder)).await?;
    look("builder").await?;
    browser.click("label[for=builder-kind-grant]").await?;
    browser.find("#builder-side-second").await?;
    browser.run(OPEN_ALL, vec![]).await?;
    let change =
        "document.querySelector(arguments[0]).dispatchEvent(new Event('change', { bubbles: true }));";
    for (field, text) in [("#builder-accent", "#fce300"), ("#builder-key", "the north")] {
        paste_into(browser, field, text).await?;
        browser.run(change, vec![json!(field)]).await?;
    }
    browser.find(".builder__verdict--low").await?;
    browser.find("#builder-key-problem").await?;
    look("builder, colours too pale").await
}

async fn pages(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    for info in Info::ALL {
        go(browser, &Screen::Info(info)).await?;
        look(info.fragment()).await?;
    }
    go(browser, &Screen::Info(Info::Privacy)).await?;
    browser.click("#phc-delete-ask").await?;
    browser.find("#phc-delete:focus").await?;
    look("privacy, asked whether to delete").await
}

async fn troubles(browser: &Browser, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    keep_text(browser, "{").await?;
    browser.find(".notice").await?;
    // From the durable store, which is read later.
    browser.find(".checks").await?;
    // What the page is told by its service worker.
    browser
        .run("dispatchEvent(new Event('release'));", vec![])
        .await?;
    browser.find(".notice + .notice").await?;
    look("start, with two notices").await?;
    for _ in 0..2 {
        panic(browser).await?;
        started(browser).await?;
    }
    panic(browser).await?;
    browser.find("#phc [data-download]").await?;
    look("stopped").await
}
