//! A summary link in other hands: the same result, read-only, the reader's own answers untouched, nothing in it
//! that the preview did not list.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Info;
use partnership_health_check::content::{Texts, keys};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::Side;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::link as format;
use partnership_health_check::present::date::date;
use partnership_health_check::present::preview::preview;
use serde_json::json;
use xtask::browser::Browser;

use crate::support::answers::Given;
use crate::support::look::{chosen, expected, notice, result, same, texts};
use crate::support::steps::{
    answer_all, answered, at, begin, durable, go, keep, link, local_storage, nothing_durable, open, press,
    reload, saved, started, take, type_into, words,
};
use crate::support::{address, elsewhere, journey};

const DAY: u16 = 20_750;

#[tokio::test]
async fn a_link_shows_the_same_result_in_another_browser() -> Result<()> {
    journey("shared-sender", sent_and_read).await
}

pub(crate) async fn sent_and_read(sender: &Browser) -> Result<()> {
    let given = Given::full();
    open(sender, "").await?;
    keep(sender, &given, DAY).await?;
    go(sender, &Screen::Result).await?;
    let sent = result(sender).await?;
    same(&sent, &expected(&given))?;
    let link = link(sender).await?;

    elsewhere(sender, "shared-reader", async |reader: &Browser| {
        open(reader, "").await?;
        begin(reader, &Given::quick().setup).await?;
        crate::support::steps::choose(reader, "A1.2", "4").await?;
        answered(reader, 1).await?;
        saved(reader).await?;
        let own = (local_storage(reader).await?, durable(reader).await?);

        // As from a message: in a tab of its own.
        let tab = reader.client().new_window(true).await?.handle;
        reader.client().switch_to_window(tab).await?;
        reader.open(&link).await?;
        started(reader).await?;
        same(&result(reader).await?, &sent)?;
        let banner = texts(reader, ".banner__name bdi").await?;
        ensure!(
            banner == [words(keys::shared::WHO_UNKNOWN)],
            "The banner says {banner:?}"
        );
        let page = reader.run("return document.body.textContent;", vec![]).await?;
        for name in [&given.setup.partnership, &given.setup.organisation] {
            ensure!(
                !page.to_string().contains(name),
                "“{name}” is shown, though nobody ticked it."
            );
        }
        let changeable = texts(reader, "main input, main textarea, main .answers__change").await?;
        ensure!(changeable.is_empty(), "A reader can change something.");
        reader.find("[data-kept=saved]").await?;
        untouched(reader, &own).await?;

        press(reader, keys::shared::TAKE).await?;
        at(reader, "#start").await?;
        let form = chosen(reader).await?;
        let suggested = json!({ "length": "full", "kind": "commissioning", "side": Side::First.id() });
        ensure!(form == suggested, "The form suggests {form}");
        let offered = texts(reader, ".checks__about").await?;
        ensure!(
            offered.len() == 1 && offered[0].starts_with("1 of 13"),
            "Offered: {offered:?}"
        );
        untouched(reader, &own).await
    })
    .await
}

async fn untouched(reader: &Browser, own: &(serde_json::Value, serde_json::Value)) -> Result<()> {
    let now = (local_storage(reader).await?, durable(reader).await?);
    ensure!(
        &now == own,
        "The reader's own answers changed.\nbefore: {own:?}\nafter: {now:?}"
    );
    Ok(())
}

#[tokio::test]
async fn a_link_holds_what_the_preview_lists_and_no_notes() -> Result<()> {
    journey("preview", async |browser: &Browser| {
        let given = Given::full();
        open(browser, "").await?;
        keep(browser, &given, DAY).await?;
        go(browser, &Screen::Questions(0)).await?;
        press(browser, keys::questions::NOTE).await?;
        type_into(browser, "#phc-note", "They never came.").await?;
        saved(browser).await?;

        let all = given.summary(partnership_health_check::domain::day::Day(DAY));
        let (partnership, organisation) = (all.partnership.clone(), all.organisation.clone());
        let with = |partnership: &str, organisation: &str| Summary {
            partnership: partnership.to_owned(),
            organisation: organisation.to_owned(),
            ..all.clone()
        };
        go(browser, &Screen::Share).await?;
        holds(browser, &with("", "")).await?;
        let plain = link(browser).await?;
        browser.click("label[for=share-partnership]").await?;
        holds(browser, &with(&partnership, "")).await?;
        browser.click("label[for=share-organisation]").await?;
        holds(browser, &with(&partnership, &organisation)).await?;
        let named = link(browser).await?;
        browser.click("label[for=share-partnership]").await?;
        holds(browser, &with("", &organisation)).await?;
        browser.click("label[for=share-organisation]").await?;
        holds(browser, &with("", "")).await?;
        ensure!(
            link(browser).await? == plain,
            "Unticking does not give the first link again."
        );

        browser.open("about:blank").await?;
        browser.open(&named).await?;
        started(browser).await?;
        let shown = [
            texts(browser, ".banner__name bdi").await?,
            texts(browser, ".about bdi").await?,
        ]
        .concat();
        for name in [&partnership, &organisation] {
            ensure!(
                shown.iter().any(|line| line.contains(name)),
                "“{name}” is missing in {shown:?}"
            );
        }
        Ok(())
    })
    .await
}

/// The link on the share screen holds exactly this summary, and the preview lists exactly that.
async fn holds(browser: &Browser, summary: &Summary) -> Result<()> {
    let wanted = format!("{}#phc={}", address("")?, format::encode(summary));
    let script = "return document.getElementById('phc-link')?.value === arguments[0];";
    browser
        .wait(&format!("the link {wanted}"), script, vec![json!(wanted)])
        .await?;
    let (terms, lines) = (
        texts(browser, ".terms dt").await?,
        texts(browser, ".terms dd").await?,
    );
    let listed: Vec<_> = terms.into_iter().zip(lines).collect();
    let expected: Vec<_> = preview(Texts::english(), summary)
        .into_iter()
        .map(|(term, line)| (term.to_owned(), line))
        .collect();
    ensure!(
        listed == expected,
        "The preview lists {listed:?}\ninstead of {expected:?}"
    );
    each_field_is_listed(summary, &listed)?;
    let open = browser
        .client()
        .find(fantoccini::Locator::Css(".block a[target=_blank]"))
        .await?;
    let opens = open
        .attr("href")
        .await?
        .context("“See it as the reader will” leads nowhere.")?;
    ensure!(opens == wanted, "“See it as the reader will” opens {opens}");
    Ok(())
}

/// Nothing is in the link that the preview does not name, whatever the preview's own code says.
fn each_field_is_listed(summary: &Summary, listed: &[(String, String)]) -> Result<()> {
    let texts = Texts::english();
    let none = words(keys::share::PREVIEW_NONE).to_owned();
    let name = |name: &str| {
        if name.is_empty() {
            none.clone()
        } else {
            name.to_owned()
        }
    };
    let fields = [
        name(&summary.partnership),
        name(&summary.organisation),
        texts.length(summary.length).to_owned(),
        texts.kind(summary.kind).to_owned(),
        texts.side(summary.kind, summary.side).to_owned(),
        summary
            .sector
            .map_or_else(String::new, |sector| texts.sector(sector).to_owned()),
        date(texts, summary.day),
        summary
            .stage
            .map_or_else(String::new, |stage| texts.stage_choice(stage).to_owned()),
    ];
    for field in fields {
        ensure!(
            listed.iter().any(|(_, line)| *line == field),
            "The preview does not list “{field}”: {listed:?}"
        );
    }
    let answers = listed.iter().any(|(_, line)| line.contains("49 of 49"));
    ensure!(answers, "The preview does not list the answers: {listed:?}");
    Ok(())
}

#[tokio::test]
async fn a_second_check_stands_beside_the_first_until_all_is_deleted() -> Result<()> {
    journey("second", second_check).await
}

pub(crate) async fn second_check(browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    browser
        .run("localStorage.setItem('another.product', 'stays');", vec![])
        .await?;
    let first = Given::quick();
    take(browser, &first).await?;
    let title = texts(browser, "#phc-title").await?;

    go(browser, &Screen::Start).await?;
    let mut second = Given::quick();
    second.set("A1.2", "na");
    begin(browser, &second.setup).await?;
    answer_all(browser, &second).await?;
    press(browser, keys::answers::FINISH).await?;
    at(browser, "#result").await?;
    go(browser, &Screen::Start).await?;
    let finished = texts(browser, ".checks__about").await?;
    ensure!(finished.len() == 2, "Finished checks: {finished:?}");
    let script = "document.querySelectorAll('.checks__entry')[1].querySelector('button').click();";
    browser.run(script, vec![]).await?;
    at(browser, "#result").await?;
    ensure!(texts(browser, "#phc-title").await? == title);
    let answers = texts(browser, ".pair__answer").await?;
    let expected: Vec<_> = first
        .setup
        .length
        .statements(first.setup.kind)
        .into_iter()
        .filter_map(|statement| first.sheet.get(statement))
        .map(|response| Texts::english().response(response))
        .collect();
    ensure!(answers == expected, "The first check's answers are {answers:?}");
    delete_everything(browser).await
}

/// The link stays in the address of its entry of the history; entries from before a deletion are not shown in this tab.
#[tokio::test]
async fn back_after_a_deletion_shows_no_summary() -> Result<()> {
    journey("shared-deleted", back_after_deletion).await
}

pub(crate) async fn back_after_deletion(browser: &Browser) -> Result<()> {
    let summary = Given::full().summary(Day(DAY));
    let fragment = ["#", format::PREFIX, &format::encode(&summary)].concat();
    browser.open(&address(&fragment)?).await?;
    browser.find(".banner__name").await?;
    // Before a deletion Back shows it.
    go(browser, &Screen::Info(Info::About)).await?;
    back(browser).await?;
    browser.find(".banner__name").await?;
    go(browser, &Screen::Info(Info::Privacy)).await?;
    press(browser, keys::delete::ASK).await?;
    press(browser, keys::delete::YES).await?;
    at(browser, "#start").await?;
    reload(browser).await?;
    back(browser).await?;
    browser
        .wait(
            "the start in place of the link",
            "return location.hash === '#start';",
            vec![],
        )
        .await?;
    browser.find(".start__go").await?;
    let shown = "return document.querySelector('.banner__name') === null && !document.body.textContent.includes(arguments[0]);";
    let none = browser.run(shown, vec![json!(fragment)]).await?;
    ensure!(none == true, "Back shows the summary.");
    // A link that is opened after it is shown, and Back to it too.
    browser.open(&address(&fragment)?).await?;
    browser.find(".banner__name").await?;
    go(browser, &Screen::Info(Info::About)).await?;
    back(browser).await?;
    browser.find(".banner__name").await.map(drop)
}

/// As the browser's button does. WebKit's driver, told to go back, waits for ever for a page that need not be loaded.
async fn back(browser: &Browser) -> Result<()> {
    browser.run("history.back();", vec![]).await.map(drop)
}

async fn delete_everything(browser: &Browser) -> Result<()> {
    saved(browser).await?;
    go(browser, &Screen::Info(Info::Privacy)).await?;
    press(browser, keys::delete::ASK).await?;
    browser.find("#phc-delete:focus").await?;
    press(browser, keys::delete::NO).await?;
    browser.find("#phc-delete-ask:focus").await?;
    ensure!(
        local_storage(browser).await?["phc.record"].is_string(),
        "“No” deletes too."
    );
    press(browser, keys::delete::ASK).await?;
    press(browser, keys::delete::YES).await?;
    at(browser, "#start").await?;
    notice(browser, words(keys::notice::DELETED)).await?;
    nothing_is_left(browser).await?;
    reload(browser).await?;
    nothing_is_left(browser).await?;
    ensure!(
        texts(browser, ".checks__entry").await?.is_empty(),
        "A deleted check is offered."
    );
    Ok(())
}

async fn nothing_is_left(browser: &Browser) -> Result<()> {
    nothing_durable(browser).await?;
    let left = browser
        .run(
            "return [{ ...localStorage }, { ...sessionStorage }, document.cookie];",
            vec![],
        )
        .await?;
    ensure!(
        left == json!([{ "another.product": "stays" }, {}, ""]),
        "Left on the device: {left}"
    );
    Ok(())
}
