//! Partners side by side: three people answer, each in a browser of their own; whoever chairs pastes one e-mail
//! with their links, sees where they differ, closes the tab, finds it again, and opens the link elsewhere.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Side, StatementId};
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::link::encode;
use serde_json::json;
use xtask::browser::{Browser, Media, Paper};
use xtask::places;

use crate::support::answers::Given;
use crate::support::look::texts;
use crate::support::steps::{
    at, go, keep, link, open, paste_into, press, reload, started, step, take, type_into,
};
use crate::support::tour::summary_link;
use crate::support::{elsewhere, journey};

const DAY: u16 = 20_750;
const TAB: char = '\u{E004}';
const COMPARE: Screen = Screen::Chair(Place::Compare);

/// The commissioner's view of the same work: lower on roles.
fn commissioner() -> Given {
    let mut given = Given::full();
    given.setup.side = Side::First;
    given.setup.organisation = String::from("The council");
    for (id, value) in [("B1.1", "1"), ("B1.2", "2"), ("CP3", "1")] {
        given.sheet.set(statement(id), Response::parse(value));
    }
    given
}

/// A second provider: higher on roles.
fn other_provider() -> Given {
    let mut given = Given::full();
    given.setup.organisation = String::from("Harbour Hospice");
    for (id, value) in [("B1.1", "5"), ("B1.2", "5"), ("CP3", "5")] {
        given.sheet.set(statement(id), Response::parse(value));
    }
    given
}

fn statement(id: &str) -> StatementId {
    StatementId::parse(id).expect("a statement's id")
}

/// A person's own browser, in which the check was taken before; returns the link.
async fn answers(name: &str, given: Given) -> Result<String> {
    let found = std::cell::RefCell::new(String::new());
    journey(name, async |browser: &Browser| {
        open(browser, "").await?;
        keep(browser, &given, DAY).await?;
        found.replace(link(browser).await?);
        Ok(())
    })
    .await?;
    Ok(found.into_inner())
}

/// One e-mail as it arrives: a thread with quotes, one link broken over two lines.
fn thread(links: &[String; 3]) -> String {
    let [one, two, three] = links;
    let (start, end) = two.split_at(two.len() - 20);
    format!(
        "Dear Ann,\n\nours is done: <{one}>\nBest, Bo\n\n> On Monday Cy wrote:\n> Here you are\n> {start}\n> {end}\n>\n\
         See https://example.org/#news too.\nAnd ours: {three}. Thanks\n"
    )
}

#[tokio::test]
async fn the_chair_pastes_one_email_and_sees_where_partners_differ() -> Result<()> {
    let links = [
        answers("compare-commissioner", commissioner()).await?,
        answers("compare-provider", Given::full()).await?,
        answers("compare-hospice", other_provider()).await?,
    ];
    journey("compare-chair", async |chair: &Browser| {
        differ(chair, &links).await
    })
    .await
}

/// Links as the three send them, made without a browser.
pub(crate) fn three_links() -> [String; 3] {
    [commissioner(), Given::full(), other_provider()].map(|mut given| {
        given.setup.partnership.clear();
        given.setup.organisation.clear();
        summary_link(&given, DAY)
    })
}

pub(crate) async fn differ(chair: &Browser, links: &[String; 3]) -> Result<()> {
    open(chair, "").await?;
    go(chair, &COMPARE).await?;
    paste_into(chair, "#phc-links", &thread(links)).await?;
    chair
        .run(
            "document.getElementById('phc-links').dispatchEvent(new Event('change', { bubbles: true }));",
            vec![],
        )
        .await?;
    press(chair, keys::compare::TAKE).await?;
    chair.find(".partners__one:nth-child(3)").await?;

    let rows = texts(chair, ".matrix__name button").await?;
    ensure!(rows.len() == 13, "Twelve criteria and value: {rows:?}");
    let told = texts(chair, ".matrix__row .matrix__opposite").await?;
    ensure!(told == ["⇄ 2"], "{told:?}");
    let closed = texts(chair, ".said__one").await?;
    ensure!(closed.is_empty(), "Rows are open: {closed:?}");
    chair
        .click(".matrix__row:has(.matrix__opposite) .matrix__open")
        .await?;
    chair.find(".matrix__more .said__label--opposite").await?;
    let gaps = texts(chair, ".gap--flagged .gap__size").await?;
    ensure!(!gaps.is_empty(), "The gap between the two sides is not shown.");
    let sent = texts(chair, ".matrix__row").await?;

    reload(chair).await?;
    chair.find(".partners__one:nth-child(3)").await?;
    ensure!(
        texts(chair, ".matrix__row").await? == sent,
        "After loading again the comparison is another."
    );

    // The link has letters in place of names, and these are the same on screen.
    chair.click("label[for=phc-letters]").await?;
    chair.find("#phc-letters:checked").await?;
    let sent = texts(chair, ".matrix__row").await?;

    let address = chair
        .run(
            "return document.getElementById('phc-comparison-link').value;",
            vec![],
        )
        .await?;
    let address = address.as_str().context("There is no link.")?.to_owned();
    every_statement_is_on_paper(chair).await?;
    the_plan_is_filled(chair).await?;

    elsewhere(chair, "compare-elsewhere", async |reader: &Browser| {
        reader.open(&address).await?;
        started(reader).await?;
        reader.find(".partners__one:nth-child(3)").await?;
        let read = texts(reader, ".matrix__row").await?;
        ensure!(
            read == sent,
            "The link shows something else.\nsent: {sent:?}\nread: {read:?}"
        );
        let names = texts(reader, ".partners__one bdi").await?;
        ensure!(
            names == ["Partner A", "Partner B", "Partner C"],
            "Names went along: {names:?}"
        );
        let kept = reader.run("return Object.keys(localStorage);", vec![]).await?;
        ensure!(kept == json!([]), "Opening a link stored {kept}");
        Ok(())
    })
    .await
}

/// Paper shows all statements, whoever asked for it: the button, or the browser's own menu; and no fields.
async fn every_statement_is_on_paper(chair: &Browser) -> Result<()> {
    const LISTEN: &str = "
        window.onPaper = [];
        const note = () => onPaper.push(document.querySelectorAll('.every__one').length);
        window.print = note;";
    const GONE: &str = "return document.querySelector('.paper') === null;";
    chair.run(LISTEN, vec![]).await?;
    if chair.can_print() {
        let path = places::target().join(format!("pictures/compare-{:?}.pdf", chair.engine()));
        let sheets = chair.print(Paper::A4, &path).await?.join(" ");
        for statement in Topic::all().flat_map(Topic::statements) {
            let asked = Texts::english().statement(statement, Side::First);
            ensure!(sheets.contains(asked), "“{asked}” is not in {}", path.display());
        }
        // On screen all but the largest gaps are folded, and not every browser prints what is.
        for statement in Kind::Commissioning.pairs() {
            let asked = Texts::english().statement(statement, Side::First);
            ensure!(sheets.contains(asked), "“{asked}” is not in {}", path.display());
        }
        chair.wait("the screen as it was before", GONE, vec![]).await?;
    }
    press(chair, keys::share::PRINT).await?;
    // Not every driver waits until a press has done what it does.
    let printed = chair
        .wait("the print", "return onPaper.length > 0 && onPaper;", vec![])
        .await?;
    // Twelve criteria with three statements each, and value with six.
    ensure!(printed == json!([42]), "Statements on paper: {printed}");
    chair.wait("the screen as it was before", GONE, vec![]).await?;
    chair
        .run("dispatchEvent(new Event('beforeprint'));", vec![])
        .await?;
    chair.find(".paper").await?;
    if chair.can_emulate() {
        chair.emulate(Media::Print).await?;
        let shown = "
            const parts = document.querySelectorAll('.paper .matrix__row, .tools, .came');
            return [...parts].filter((part) => part.checkVisibility()).map((part) => part.className);";
        let shown = chair.run(shown, vec![]).await?;
        ensure!(shown == json!(vec!["matrix__row"; 13]), "On paper: {shown}");
        chair.emulate(Media::Plain).await?;
    }
    chair
        .run("dispatchEvent(new Event('afterprint'));", vec![])
        .await?;
    chair
        .wait("the screen as it was before", GONE, vec![])
        .await
        .map(drop)
}

/// From the comparison to a plan whose first step is one that the answers suggest.
async fn the_plan_is_filled(chair: &Browser) -> Result<()> {
    press(chair, keys::compare::TO_PLAN).await?;
    at(chair, "#compare-plan").await?;
    let suggested = texts(chair, ".suggestion__what").await?;
    chair.click(".suggestion__take").await?;
    chair.find(&(step(1, "owner") + ":focus")).await?;
    type_into(chair, &step(1, "owner"), "Bo").await?;
    chair.press_keys(&[TAB]).await?;
    reload(chair).await?;
    chair.find(&step(1, "owner")).await?;
    let script = "return [...arguments].map((field) => document.querySelector(field).value);";
    let fields = ["what", "owner"].map(|part| json!(step(1, part)));
    let kept = chair.run(script, fields.to_vec()).await?;
    ensure!(
        kept == json!([suggested.first(), "Bo"]),
        "The plan is {kept}, suggested was {suggested:?}"
    );
    let printed = texts(chair, ".plan__paper .sheet__what").await?;
    ensure!(printed.first() == suggested.first(), "On paper: {printed:?}");
    Ok(())
}

#[tokio::test]
async fn one_adds_the_own_check_in_one_press() -> Result<()> {
    let other = answers("compare-other", commissioner()).await?;
    journey("compare-own", async |browser: &Browser| {
        open(browser, "").await?;
        take(browser, &Given::quick()).await?;
        go(browser, &COMPARE).await?;
        browser.click(".own button").await?;
        browser.find("#phc-list").await?;
        paste_into(browser, "#phc-links", &other).await?;
        browser
            .run(
                "document.getElementById('phc-links').dispatchEvent(new Event('change', { bubbles: true }));",
                vec![],
            )
            .await?;
        press(browser, keys::compare::TAKE).await?;
        browser.find(".partners__one:nth-child(2)").await?;
        let told = texts(browser, ".caveat").await?;
        ensure!(told.iter().any(|line| line.contains("quick check")), "{told:?}");
        // The own check has no name here. What is printed goes to others.
        let own = Texts::english().get(keys::compare::OWN_CHECK);
        let names = texts(browser, ".partners__one").await?;
        ensure!(
            names.iter().filter(|name| name.contains(own)).count() == 1,
            "{names:?}"
        );
        let sheets = browser
            .print(Paper::A4, &places::target().join("pictures/compare-own.pdf"))
            .await?;
        ensure!(!sheets.join(" ").contains(own), "Paper says whose check it is.");

        press(browser, keys::compare::SHOW_LIST).await?;
        browser.click(".people__one:nth-child(2) .textual").await?;
        press(browser, keys::compare::UNDO).await?;
        browser.find(".partners__one:nth-child(2)").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_long_text_is_read_with_what_stands_in_the_field() -> Result<()> {
    journey("compare-long", long_text).await
}

async fn long_text(browser: &Browser) -> Result<()> {
    // Each with a day of its own, so that none comes twice; long enough not to stand in the field.
    let link = |day: u16| {
        let link = encode(&Given::full().summary(Day(day)));
        format!("https://example.org/check#phc={link}")
    };
    let quoted = (20_001..21_000).flat_map(|day| ["> ".to_owned(), link(day), "\n".to_owned()]);
    let mut pasted: String = quoted.collect();
    let damaged = link(21_000);
    pasted.push_str(&damaged[..damaged.len() - 4]);

    open(browser, "").await?;
    go(browser, &COMPARE).await?;
    paste_into(browser, "#phc-links", &link(20_000)).await?;
    let paste = "
        const [text] = arguments;
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        return document.getElementById('phc-links').dispatchEvent(event);";
    let stands = browser.run(paste, vec![json!(pasted)]).await?;
    ensure!(
        stands == json!(false),
        "The browser puts the long text into the field."
    );
    browser.find(".table tbody tr:nth-child(13)").await?;
    let title = texts(browser, "h1").await?;
    let expected = Texts::english().fill(keys::compare::MANY_TITLE, &[("n", "1000")]);
    ensure!(title == [expected], "The title is {title:?}");
    let problems = texts(browser, ".problems li").await?;
    ensure!(
        problems.len() == 1 && problems[0].starts_with("Text or file 2, line 1000:"),
        "{problems:?}"
    );
    Ok(())
}
