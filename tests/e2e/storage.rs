//! Browsers that keep nothing, or not everything, and stored texts that cannot be read: the check works, the person
//! is told the truth, and nothing that was there is overwritten.

use anyhow::{Context, Result, ensure};
use partnership_health_check::app::screen::{Info, Place, Screen};
use partnership_health_check::content::{Key, Texts, keys};
use partnership_health_check::domain::ids::{Kind, Length};
use partnership_health_check::formats::stored::load;
use serde_json::{Value, json};
use xtask::browser::{Browser, Options};

use crate::support::answers::{Given, stored};
use crate::support::look::{chosen, notice, texts};
use crate::support::steps::{
    answer_all, answered, at, before_loading, begin, choose, downloaded, durable, go, in_both, keep_text,
    local_storage, open, press, reload, saved, words,
};
use crate::support::tour::take_links;
use crate::support::{address, journey, journey_as};
use crate::two_tabs::{delete_everything, link_of};

/// `localStorage` as some browsers have it.
pub(crate) const NULL: &str =
    "Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null });";
pub(crate) const NO_DATABASES: &str =
    "Object.defineProperty(window, 'indexedDB', { configurable: true, get: () => undefined });";
/// A store without room, until it is let go.
const FULL: &str = "
    const [setItem, put] = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
    const refuse = () => { throw new DOMException('full', 'QuotaExceededError'); };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
    window.makeRoom = () => { Storage.prototype.setItem = setItem; IDBObjectStore.prototype.put = put; };";

async fn no_notice(browser: &Browser) -> Result<()> {
    let notices = texts(browser, ".notice__text").await?;
    ensure!(notices.is_empty(), "Told without a reason: {notices:?}");
    Ok(())
}

/// Takes a whole check in a browser that keeps nothing.
async fn whole_check_in_memory(browser: &Browser) -> Result<()> {
    notice(browser, words(keys::notice::STORAGE_OFF)).await?;
    let given = Given::quick();
    begin(browser, &given.setup).await?;
    answer_all(browser, &given).await?;
    browser.find("[data-kept=not]").await?;
    let kept = texts(browser, ".top__kept").await?;
    ensure!(
        kept == [words(keys::app::NOT_SAVED)],
        "The line at the top says {kept:?}"
    );
    press(browser, keys::answers::FINISH).await?;
    at(browser, "#result").await?;
    let answers = texts(browser, ".pair__answer").await?;
    ensure!(answers.len() == 13, "{} answers in the result", answers.len());
    notice(browser, words(keys::notice::STORAGE_OFF)).await?;
    // Its only copies are the link and the file, so both are there.
    let file = downloaded(browser, keys::notice::DOWNLOAD).await?;
    ensure!(file == stored_by_download(&given, &file), "The file holds {file}");
    let link = crate::support::steps::link(browser).await?;
    ensure!(link.contains("#phc="), "The link is {link}");
    Ok(())
}

/// The file, if each answer of the check is in it.
fn stored_by_download(given: &Given, file: &str) -> String {
    let all = Length::Quick
        .statements(Kind::Other)
        .into_iter()
        .all(|statement| {
            let value = given.sheet.get(statement).map_or("", |response| response.value());
            file.contains(&format!("\"{}\":\"{value}@", statement.id()))
        });
    if all {
        file.to_owned()
    } else {
        "each answer".to_owned()
    }
}

/// The chair's program ends with its screens; what no store takes outlasts it.
#[tokio::test]
async fn comparisons_that_no_store_takes_last_until_the_page_is_closed() -> Result<()> {
    journey("folder-held", async |browser: &Browser| {
        before_loading(browser, &[NULL, NO_DATABASES].concat()).await?;
        open(browser, "").await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        let links = ["Alder", "Birch"].map(link_of);
        take_links(browser, &links.join("\n")).await?;
        browser.find(".partners__one:nth-child(2)").await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        browser.find(".partners__one:nth-child(2)").await?;
        go(browser, &Screen::Info(Info::Privacy)).await?;
        press(browser, keys::delete::ASK).await?;
        press(browser, keys::delete::YES).await?;
        go(browser, &Screen::Chair(Place::Compare)).await?;
        browser.find("#phc-links").await?;
        let there = texts(browser, ".partners__one").await?;
        ensure!(there.is_empty(), "After a deletion there are {there:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_that_throws_at_the_store_still_takes_the_check() -> Result<()> {
    let options = Options {
        preferences: json!({ "profile.default_content_setting_values.cookies": 2 }),
        ..Options::default()
    };
    journey_as("storage-throws", options, async |browser: &Browser| {
        open(browser, "").await?;
        let script = "try { localStorage; return 'given'; } catch (error) { return error.name; }";
        let found = browser.run(script, vec![]).await?;
        ensure!(
            found == json!("SecurityError"),
            "The store is not refused but {found}"
        );
        whole_check_in_memory(browser).await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_any_store_still_takes_the_check() -> Result<()> {
    journey("storage-null", async |browser: &Browser| {
        before_loading(browser, &[NULL, NO_DATABASES].concat()).await?;
        open(browser, "").await?;
        whole_check_in_memory(browser).await
    })
    .await
}

#[tokio::test]
async fn one_store_of_two_is_enough() -> Result<()> {
    for (name, script) in [("only-durable", NULL), ("only-local", NO_DATABASES)] {
        journey(name, async |browser: &Browser| {
            before_loading(browser, script).await?;
            open(browser, "").await?;
            begin(browser, &Given::quick().setup).await?;
            choose(browser, "A1.2", "4").await?;
            answered(browser, 1).await?;
            saved(browser).await?;
            no_notice(browser).await?;
            reload(browser).await?;
            at(browser, "#q-1").await?;
            answered(browser, 1).await?;
            no_notice(browser).await
        })
        .await
        .context(name)?;
    }
    Ok(())
}

#[tokio::test]
async fn in_a_full_store_answers_stay_and_are_kept_when_there_is_room() -> Result<()> {
    journey("storage-full", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        saved(browser).await?;
        let before = (local_storage(browser).await?, durable(browser).await?);
        browser.run(FULL, vec![]).await?;
        choose(browser, "A2.2", "2").await?;
        notice(browser, words(keys::notice::STORAGE_FULL)).await?;
        browser.find("[data-kept=not]").await?;
        choose(browser, "A3.1", "dk").await?;
        let here = chosen(browser).await?;
        ensure!(
            here == json!({ "A1.2": "4", "A2.2": "2", "A3.1": "dk" }),
            "On screen is {here}"
        );
        let now = (local_storage(browser).await?, durable(browser).await?);
        ensure!(now == before, "The old text was harmed: {now:?}");
        let file = downloaded(browser, keys::notice::DOWNLOAD).await?;
        for answer in ["\"A1.2\":\"4@", "\"A2.2\":\"2@", "\"A3.1\":\"dk@"] {
            ensure!(file.contains(answer), "{answer} is missing in {file}");
        }

        browser.run("makeRoom();", vec![]).await?;
        choose(browser, "A4.3", "5").await?;
        saved(browser).await?;
        no_notice(browser).await?;
        reload(browser).await?;
        at(browser, "#q-1").await?;
        answered(browser, 4).await
    })
    .await
}

#[tokio::test]
async fn on_a_device_without_room_nothing_is_called_saved() -> Result<()> {
    const NO_ROOM: &str = "
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    journey("device-full", async |browser: &Browser| {
        before_loading(browser, NO_ROOM).await?;
        // The browser says so only as it ends what it has let in. It remembers how much room it found.
        let address = address("")?;
        let room = json!({ "origin": address, "quotaSize": 1 });
        browser.devtools("Storage.overrideQuotaForOrigin", room).await?;
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        notice(browser, words(keys::notice::STORAGE_FULL)).await?;
        browser.find("[data-kept=not]").await?;
        let kept = (
            local_storage(browser).await?,
            durable(browser).await?["text"].clone(),
        );
        ensure!(kept == (json!({}), Value::Null), "There was room: {kept:?}");
        let file = downloaded(browser, keys::notice::DOWNLOAD).await?;
        ensure!(file.contains("\"A1.2\":\"4@"), "The file holds {file}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_no_store_takes_anything_more_everything_can_be_deleted() -> Result<()> {
    journey("deleted-full", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        in_both(browser, "phc.record", "\"A1.2\":\"4@").await?;
        browser.run(FULL, vec![]).await?;
        delete_everything(browser).await?;
        notice(browser, words(keys::notice::DELETED)).await?;
        let left = (
            local_storage(browser).await?,
            durable(browser).await?["text"].clone(),
        );
        ensure!(left == (json!({}), Value::Null), "Called deleted: {left:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_wiped_while_answering_is_written_again() -> Result<()> {
    journey("wiped", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        saved(browser).await?;
        let origin = browser.run("return location.origin;", vec![]).await?;
        let all = json!({ "origin": origin, "storageTypes": "local_storage,indexeddb" });
        browser.devtools("Storage.clearDataForOrigin", all).await?;
        let empty = "return localStorage.length === 0;";
        browser.wait("an empty store", empty, vec![]).await?;
        choose(browser, "A2.2", "2").await?;
        answered(browser, 2).await?;
        saved(browser).await?;
        no_notice(browser).await?;
        let local = local_storage(browser).await?["phc.record"].to_string();
        let durable = durable(browser).await?["text"].to_string();
        for text in [local, durable] {
            let both = text.contains("A1.2") && text.contains("A2.2");
            ensure!(both, "Written again is {text}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_unreadable_text_is_kept_aside() -> Result<()> {
    journey("unreadable", async |browser: &Browser| {
        open(browser, "").await?;
        let whole = stored(vec![Given::quick().check(1, None)]);
        for (number, text) in [&whole[..whole.len() / 2], "null", "[7]\u{0}🏴"]
            .into_iter()
            .enumerate()
        {
            keep_text(browser, text).await?;
            notice(browser, words(keys::notice::UNREADABLE)).await?;
            let kept = local_storage(browser).await?;
            let key = format!("phc.aside.{}", number + 1);
            ensure!(kept[&key] == text, "Aside is {kept}");
            // An empty record has its place: to take it away would look like a deletion to other tabs.
            let record = kept["phc.record"].as_str().unwrap_or_default();
            ensure!(load(record).is_ok(), "Still in its place: {kept}");
        }
        let file = downloaded(browser, keys::notice::DOWNLOAD_ASIDE).await?;
        ensure!(file.contains(&whole[..whole.len() / 2]), "The file holds {file}");
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        saved(browser).await?;
        reload(browser).await?;
        at(browser, "#q-1").await?;
        answered(browser, 1).await?;
        no_notice(browser).await?;
        let kept = local_storage(browser).await?;
        ensure!(
            kept["phc.aside.2"] == "null" && kept["phc.record"].is_string(),
            "Kept is {kept}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_newer_versions_text_stays_as_it_is() -> Result<()> {
    const NEWER: &str = r#"{"phc":"stored","v":2,"something":{"else":[1,2,3]}}"#;
    journey("newer-version", async |browser: &Browser| {
        open(browser, "").await?;
        keep_text(browser, NEWER).await?;
        notice(browser, words(keys::notice::NEWER_VERSION)).await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        let script = "return document.querySelector('[data-kept]').dataset.kept;";
        let kept = browser.run(script, vec![]).await?;
        ensure!(kept != json!("saved"), "“Saved” is shown, which is not true.");
        notice(browser, words(keys::notice::NEWER_VERSION)).await?;
        go(browser, &partnership_health_check::app::Screen::Start).await?;
        reload(browser).await?;
        notice(browser, words(keys::notice::NEWER_VERSION)).await?;
        let kept = local_storage(browser).await?;
        ensure!(kept == json!({ "phc.record": NEWER }), "Kept is {kept}");
        let file = downloaded(browser, keys::notice::DOWNLOAD_ASIDE).await?;
        ensure!(file == NEWER, "The file holds {file}");
        // Beside it one can begin afresh, and it stays.
        press(browser, keys::notice::BESIDE).await?;
        notice(browser, words(keys::notice::KEPT_BESIDE)).await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        saved(browser).await?;
        reload(browser).await?;
        answered(browser, 1).await?;
        no_notice(browser).await?;
        let kept = local_storage(browser).await?;
        ensure!(kept["phc.aside.1"] == NEWER, "Kept is {kept}");
        ensure!(
            kept["phc.record"]
                .as_str()
                .is_some_and(|text| text.contains("\"A1.2\":\"4@")),
            "Kept is {kept}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn strange_answers_are_told_and_the_others_stay() -> Result<()> {
    journey("strange-answers", async |browser: &Browser| {
        open(browser, "").await?;
        let given = Given::quick();
        let good = stored(vec![given.check(1, None)]);
        let a11 = format!(
            "\"A1.2\":\"{}@",
            given
                .sheet
                .get(Length::Quick.statements(Kind::Other)[0])
                .map_or("", |it| it.value())
        );
        let text = good.replacen(&a11, "\"Z9.9\":\"4@1\",\"A1.2\":\"9@", 1);
        ensure!(text != good, "The text has no answer to spoil: {good}");
        keep_text(browser, &text).await?;
        let told = |key: Key| words(key).replace("{n}", "1");
        notice(browser, &told(keys::notice::UNKNOWN_STATEMENTS)).await?;
        notice(browser, &Texts::english().count(keys::notice::OUT_OF_RANGE, 1)).await?;
        answered(browser, 12).await?;
        press(browser, keys::checks::GO_ON).await?;
        at(browser, "#q-1").await?;
        choose(browser, "A1.2", "1").await?;
        answered(browser, 13).await?;
        saved(browser).await?;
        let kept = local_storage(browser).await?;
        ensure!(kept["phc.aside.1"] == text, "Aside is {}", kept["phc.aside.1"]);
        let record = kept["phc.record"].as_str().unwrap_or_default();
        ensure!(
            record.contains("\"Z9.9\":\"4@1\""),
            "The unknown answer is gone: {record}"
        );
        Ok(())
    })
    .await
}
