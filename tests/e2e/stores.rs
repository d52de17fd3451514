//! Stores that misbehave, each in the ways that browsers have been seen to. The check stands in a host's page, because
//! every browser runs that page's script before the check: so the same journeys run in all engines.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use partnership_health_check::content::keys;
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::browser::{Browser, Engine, Options};

use crate::guest::{inside, press, press_until};
use crate::storage::{NO_DATABASES, NULL};
use crate::support::host::Host;
use crate::support::steps::{durable, forget, in_both, local_storage, words};
use crate::support::{address, journey, journey_as};

/// How `localStorage` is refused.
const LOCAL: [(&str, &str); 4] = [
    ("null", NULL),
    (
        "the getter throws",
        "Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    (
        "writing throws",
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
    (
        "reading and writing throw",
        "Storage.prototype.setItem = Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
];

/// How `IndexedDB` is refused.
const DURABLE: [(&str, &str); 7] = [
    ("undefined", NO_DATABASES),
    (
        "the getter throws",
        "Object.defineProperty(window, 'indexedDB', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    (
        "opening throws",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
    (
        "opening fails",
        "const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function () {
            const request = open.call(this, 'others');
            request.addEventListener('upgradeneeded', () => request.transaction.abort());
            return request;
        };",
    ),
    (
        "there is no transaction",
        "IDBDatabase.prototype.transaction = () => { throw new DOMException('no', 'InvalidStateError'); };",
    ),
    (
        "writing throws",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'DataError'); };",
    ),
    (
        "what is written is taken back",
        // As on a full device: the transaction ends by itself, after the write.
        "IDBTransaction.prototype.commit = () => {};
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...all) {
            const request = put.apply(this, all);
            request.addEventListener('success', () => this.transaction.abort());
            return request;
        };",
    ),
];

/// What makes the database is ended, the first time.
const ENDED_ONCE: &str = "
    const { createObjectStore } = IDBDatabase.prototype;
    IDBDatabase.prototype.createObjectStore = function (...all) {
        const store = createObjectStore.apply(this, all);
        IDBDatabase.prototype.createObjectStore = createObjectStore;
        store.transaction.abort();
        window.ended = true;
        return store;
    };";

/// Opening is heard of only after two seconds, each time.
const SLOW: &str = "
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...all) {
        const request = open.apply(this, all);
        let late = false;
        request.addEventListener('success', (event) => {
            if (late) return;
            event.stopImmediatePropagation();
            setTimeout(() => { late = true; request.dispatchEvent(new Event('success')); }, 2000);
        });
        return request;
    };";

/// Nobody ever hears whether it opened.
const SILENT: &str = "
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function () {
        // Another one: that of the check would be made without its store.
        const request = open.call(this, 'others');
        for (const type of ['success', 'error', 'blocked', 'upgradeneeded'])
            request.addEventListener(type, (event) => event.stopImmediatePropagation());
        return request;
    };";

/// Room runs out at a write: for that one alone, or for good.
const FULL_AT: &str = "
    let writes = 0;
    for (const [of, name] of [[Storage.prototype, 'setItem'], [IDBObjectStore.prototype, 'put']]) {
        const write = of[name];
        of[name] = function (...all) {
            writes++;
            if (IS_FULL) throw new DOMException('full', 'QuotaExceededError');
            return write.apply(this, all);
        };
    }";

/// The answers that are given, one after the other.
const CHOICES: [&str; 4] = ["A1.2-4", "A2.2-2", "A3.1-dk", "A4.3-5"];

/// A page with the check, and with a script before it.
fn page(host: &Host, script: &str) -> Result<String> {
    let site = address("")?;
    Ok(host.made(&format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A charity</title><link rel=\"icon\" href=\"data:,\">\
         <script>window.faults = [];\
         for (const name of ['error', 'unhandledrejection']) addEventListener(name, (event) => faults.push(String(event.message ?? event.reason)));\
         {{ {script} }}</script>\
         <script type=\"module\" src=\"{site}embed/partnership-health-check.js\"></script><h1>A charity</h1>\
         <partnership-health-check kind=\"other\" length=\"quick\" loading=\"eager\"></partnership-health-check>"
    )))
}

/// A page of the same site without the check, in which nothing is kept any more.
async fn nothing_kept(browser: &Browser, host: &Host) -> Result<()> {
    browser
        .open(&host.made("<!doctype html><title>Nothing</title>"))
        .await?;
    forget(browser).await
}

async fn begin(browser: &Browser, page: &str) -> Result<()> {
    browser.open(page).await?;
    press_until(browser, ".start__go", ".questions").await
}

/// Gives one of the answers and waits until it is known whether it is kept; returns whether.
async fn answer(browser: &Browser, number: usize) -> Result<bool> {
    let choice = CHOICES[number];
    let answered = format!(".phc[data-answered=\"{}\"]", number + 1);
    press_until(browser, &format!("label[for=\"{choice}\"]"), &answered).await?;
    inside(
        browser,
        &format!("{answered}:has([data-kept=saved], [data-kept=not])"),
    )
    .await?;
    let kept = "return document.querySelector('partnership-health-check').shadowRoot.querySelector('[data-kept]').dataset.kept;";
    Ok(browser.run(kept, vec![]).await? == "saved")
}

async fn no_faults(browser: &Browser) -> Result<()> {
    let faults = browser.run("return window.faults;", vec![]).await?;
    ensure!(faults == json!([]), "The page heard of {faults}");
    Ok(())
}

/// What the notices say.
async fn notices(browser: &Browser) -> Result<String> {
    let script = "return document.querySelector('partnership-health-check').shadowRoot.querySelector('.notices').textContent;";
    let text = browser.run(script, vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Opens a page with sound stores: so many answers are there.
async fn are_there(browser: &Browser, host: &Host, number: usize) -> Result<()> {
    browser.open(&page(host, "")?).await?;
    press(browser, ".checks__entry button").await?;
    inside(browser, &format!(".phc[data-answered=\"{number}\"]")).await?;
    for choice in &CHOICES[..number] {
        inside(browser, &format!("[id=\"{choice}\"]:checked")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn however_stores_are_refused_the_check_works_and_tells_the_truth() -> Result<()> {
    journey("stores-refused", refused).await
}

/// Each store refused in each way beside a sound one, which is enough; then both at once, where nothing is called saved.
pub(crate) async fn refused(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for (local, way) in LOCAL
        .iter()
        .map(|way| (true, way))
        .chain(DURABLE.iter().map(|way| (false, way)))
    {
        let (what, script) = way;
        let one = async {
            nothing_kept(browser, &host).await?;
            begin(browser, &page(&host, script)?).await?;
            for number in 0..2 {
                ensure!(
                    answer(browser, number).await?,
                    "The other store did not take answer {number}."
                );
            }
            let said = notices(browser).await?;
            ensure!(said.is_empty(), "It says {said}");
            no_faults(browser).await?;
            are_there(browser, &host, 2).await
        };
        one.await
            .with_context(|| format!("{}: {what}", if local { "localStorage" } else { "IndexedDB" }))?;
    }
    for (number, (durable, script)) in DURABLE.iter().enumerate() {
        let (local, other) = LOCAL[number % LOCAL.len()];
        let both = async {
            nothing_kept(browser, &host).await?;
            begin(browser, &page(&host, &[other, "\n", script].concat())?).await?;
            ensure!(!answer(browser, 0).await?, "“Saved” is said, which is not true.");
            let said = notices(browser).await?;
            ensure!(
                said.contains(words(keys::notice::STORAGE_OFF)),
                "It says “{said}”"
            );
            no_faults(browser).await
        };
        both.await
            .with_context(|| format!("localStorage: {local}; IndexedDB: {durable}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn a_database_whose_making_is_ended_is_made_at_once_again() -> Result<()> {
    journey("stores-ended", async |browser: &Browser| {
        let host = Host::start()?;
        nothing_kept(browser, &host).await?;
        begin(browser, &page(&host, ENDED_ONCE)?).await?;
        ensure!(answer(browser, 0).await?, "The answer is not saved.");
        let ended = browser.run("return window.ended;", vec![]).await?;
        ensure!(ended == true, "Nothing was ended.");
        in_both(browser, "phc.record", ":\"4@").await?;
        no_faults(browser).await
    })
    .await
}

#[tokio::test]
async fn a_store_that_is_full_at_any_write_loses_nothing_that_was_called_saved() -> Result<()> {
    journey("stores-full-at", full_at).await
}

/// Full at the n-th write alone: everything is kept with the next one. From the n-th on: what was called saved is there.
pub(crate) async fn full_at(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for write in 1..=5 {
        for is_full in [format!("writes === {write}"), format!("writes >= {write}")] {
            let one = async {
                nothing_kept(browser, &host).await?;
                begin(browser, &page(&host, &FULL_AT.replace("IS_FULL", &is_full))?).await?;
                let mut saved = 0;
                for number in 0..CHOICES.len() {
                    if answer(browser, number).await? {
                        saved = number + 1;
                    }
                }
                no_faults(browser).await?;
                if is_full.contains("===") {
                    ensure!(
                        saved == CHOICES.len(),
                        "With room again, {saved} answers are saved."
                    );
                } else {
                    let said = notices(browser).await?;
                    ensure!(saved < CHOICES.len(), "There was room.");
                    ensure!(
                        said.contains(words(keys::notice::STORAGE_FULL)),
                        "It says “{said}”"
                    );
                }
                if saved > 0 {
                    are_there(browser, &host, saved).await?;
                }
                Ok(())
            };
            one.await.context(is_full.clone())?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_store_that_answers_late_or_never_holds_nobody_up() -> Result<()> {
    journey("stores-late", late_or_silent).await
}

pub(crate) async fn late_or_silent(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for (what, script) in [("late", SLOW), ("never", SILENT)] {
        let one = async {
            nothing_kept(browser, &host).await?;
            begin(browser, &page(&host, script)?).await?;
            for number in 0..2 {
                ensure!(answer(browser, number).await?, "Answer {number} is not saved.");
            }
            let said = notices(browser).await?;
            ensure!(said.is_empty(), "It says {said}");
            no_faults(browser).await?;
            // On the next visit too, before the store has answered and after it.
            browser.open(&page(&host, script)?).await?;
            press(browser, ".checks__entry button").await?;
            inside(browser, ".phc[data-answered=\"2\"]").await?;
            ensure!(answer(browser, 2).await?, "Answer 2 is not saved.");
            are_there(browser, &host, 3).await
        };
        one.await.context(what)?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_evicted_between_visits_is_written_again_from_the_other_store() -> Result<()> {
    journey("stores-evicted", evicted).await
}

pub(crate) async fn evicted(browser: &Browser) -> Result<()> {
    const GONE: [(&str, &str); 3] = [
        ("localStorage", "localStorage.clear(); arguments[0](true);"),
        (
            "IndexedDB",
            "const gone = indexedDB.deleteDatabase('phc'); gone.onsuccess = gone.onerror = () => arguments[0](gone.error === null);",
        ),
        (
            "both",
            "localStorage.clear();
            const gone = indexedDB.deleteDatabase('phc'); gone.onsuccess = gone.onerror = () => arguments[0](gone.error === null);",
        ),
    ];
    let host = Host::start()?;
    for (what, script) in GONE {
        let one = async {
            nothing_kept(browser, &host).await?;
            begin(browser, &page(&host, "")?).await?;
            for number in 0..2 {
                ensure!(answer(browser, number).await?, "Answer {number} is not saved.");
            }
            browser
                .open(&host.made("<!doctype html><title>Nothing</title>"))
                .await?;
            let gone = browser.run_until_done(script, vec![]).await?;
            ensure!(gone == true, "It could not be evicted.");
            if what == "both" {
                browser.open(&page(&host, "")?).await?;
                inside(browser, ".foot").await?;
                let said = notices(browser).await?;
                ensure!(said.is_empty(), "It says {said}");
                // A fresh start, without the old check.
                press_until(browser, ".start__go", ".questions").await?;
                ensure!(answer(browser, 0).await?, "The new answer is not saved.");
                return no_faults(browser).await;
            }
            are_there(browser, &host, 2).await?;
            ensure!(answer(browser, 2).await?, "Answer 2 is not saved.");
            let local = local_storage(browser).await?["phc.record"].clone();
            let durable = durable(browser).await?["text"].clone();
            ensure!(
                local.is_string() && local == durable,
                "The stores have {local} and {durable}"
            );
            no_faults(browser).await
        };
        one.await.context(what)?;
    }
    Ok(())
}

#[tokio::test]
async fn what_another_release_wrote_while_this_one_was_open_stays() -> Result<()> {
    journey("stores-newer", newer_meanwhile).await
}

/// A newer version in another tab writes between this one's reading and writing, and is heard of or not.
pub(crate) async fn newer_meanwhile(browser: &Browser) -> Result<()> {
    const NEWER: &str = r#"{"phc":"stored","v":2,"something":{"else":[1,2,3]}}"#;
    const WRITE: &str = "
        const [text, heard, done] = arguments;
        localStorage.setItem('phc.record', text);
        if (heard) dispatchEvent(new StorageEvent('storage', { key: 'phc.record', newValue: text, storageArea: localStorage }));
        const opening = indexedDB.open('phc');
        opening.onsuccess = () => {
            const transaction = opening.result.transaction('record', 'readwrite');
            transaction.objectStore('record').put(text, 'phc.record');
            transaction.oncomplete = () => { opening.result.close(); done(true); };
        };";
    let host = Host::start()?;
    for heard in [true, false] {
        let one = async {
            nothing_kept(browser, &host).await?;
            begin(browser, &page(&host, "")?).await?;
            ensure!(answer(browser, 0).await?, "The first answer is not saved.");
            browser
                .run_until_done(WRITE, vec![json!(NEWER), json!(heard)])
                .await?;
            ensure!(!answer(browser, 1).await?, "“Saved” is said, which is not true.");
            let said = notices(browser).await?;
            ensure!(
                said.contains(words(keys::notice::NEWER_VERSION)),
                "It says “{said}”"
            );
            let local = local_storage(browser).await?;
            ensure!(
                local == json!({ "phc.record": NEWER }),
                "localStorage has {local}"
            );
            let durable = durable(browser).await?["text"].clone();
            ensure!(durable == NEWER, "IndexedDB has {durable}");
            no_faults(browser).await
        };
        one.await.with_context(|| format!("heard of: {heard}"))?;
    }
    Ok(())
}

/// A clock that says what it is told to.
const CLOCK: &str = "
    const Real = Date;
    window.ahead = 0;
    window.Date = class extends Real {
        constructor(...all) { if (all.length) super(...all); else super(Real.now() + window.ahead); }
        static now() { return Real.now() + window.ahead; }
    };";

#[tokio::test]
async fn a_clock_that_jumps_changes_no_answer() -> Result<()> {
    journey("stores-clock", clock_jumps).await
}

/// Forwards by a lifetime, back to 1970, and before that: answers given later count, and the result has a date.
pub(crate) async fn clock_jumps(browser: &Browser) -> Result<()> {
    const ANSWER_ALL: &str = "
        const inside = document.querySelector('partnership-health-check').shadowRoot;
        if (inside.querySelector('#phc-link')) return true;
        for (const radio of inside.querySelectorAll('input[value=\"4\"]')) radio.click();
        inside.querySelector('.acts .button:not(.button--quiet)')?.click();
        return false;";
    let host = Host::start()?;
    nothing_kept(browser, &host).await?;
    begin(browser, &page(&host, CLOCK)?).await?;
    for (number, year) in [2099, 1970, 1601, 2038].into_iter().enumerate() {
        let jump = "window.ahead = 0; window.ahead = Date.UTC(arguments[0], 0, 19, 3, 14, 7) - Date.now();";
        browser.run(jump, vec![json!(year)]).await?;
        ensure!(
            answer(browser, number).await?,
            "In {year} the answer is not saved."
        );
    }
    // The same statement again, with the clock back: the later answer counts.
    browser.run("window.ahead = -1e12;", vec![]).await?;
    press(browser, "label[for=\"A1.2-1\"]").await?;
    inside(browser, "[id=\"A1.2-1\"]:checked").await?;
    inside(browser, "[data-kept=saved]").await?;
    browser.open(&page(&host, CLOCK)?).await?;
    press(browser, ".checks__entry button").await?;
    inside(browser, ".phc[data-answered=\"4\"]").await?;
    inside(browser, "[id=\"A1.2-1\"]:checked").await?;
    browser.run("window.ahead = -1e13;", vec![]).await?;
    browser.wait("the result", ANSWER_ALL, vec![]).await?;
    inside(browser, "[data-kept=saved]").await?;
    no_faults(browser).await
}

#[tokio::test]
async fn a_page_that_comes_back_from_the_browser_s_memory_knows_what_happened_meanwhile() -> Result<()> {
    journey("stores-back", back_from_memory).await
}

#[tokio::test]
async fn a_page_that_is_left_while_it_starts_keeps_nobody_waiting() -> Result<()> {
    journey("stores-left", left_at_once).await
}

/// A browser may put a page aside in the middle of its start, with all that it holds.
pub(crate) async fn left_at_once(browser: &Browser) -> Result<()> {
    const GONE: &str = "
        const [done] = arguments;
        setTimeout(() => done('still held after five seconds'), 5000);
        const gone = indexedDB.deleteDatabase('phc');
        gone.onsuccess = gone.onerror = () => done(null);";
    let elsewhere = address("embed/integrity.txt")?;
    let page = address("")?;
    // Asked for until it is there: the first time the document may be gone for which it is asked.
    let leave = "
        const [to] = arguments;
        if (location.href !== to && !window.leaves) {
            window.leaves = true;
            setTimeout(() => { location.href = to; });
        }
        return location.href === to && document.readyState === 'complete';";
    browser.open(&elsewhere).await?;
    for round in 0..12 {
        let to = "const [to] = arguments; setTimeout(() => { location.href = to; });";
        browser.run(to, vec![json!(page)]).await?;
        tokio::time::sleep(Duration::from_millis(40 + round * 50)).await;
        browser
            .wait("the other page", leave, vec![json!(elsewhere)])
            .await?;
        let held = browser.run_until_done(GONE, vec![]).await?;
        ensure!(
            held.is_null(),
            "Left after {round} times 50 ms the database is {held}."
        );
    }
    Ok(())
}

/// The page is left and comes back as it was. Meanwhile another page of the site answers, and then deletes.
pub(crate) async fn back_from_memory(browser: &Browser) -> Result<()> {
    const AWAY: &str = "
        window.same = true;
        addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; });";
    let host = Host::start()?;
    nothing_kept(browser, &host).await?;
    begin(browser, &page(&host, "")?).await?;
    ensure!(answer(browser, 0).await?, "The first answer is not saved.");
    browser.run(AWAY, vec![]).await?;
    are_there(browser, &host, 1).await?;
    ensure!(answer(browser, 1).await?, "The other page's answer is not saved.");
    browser.client().back().await?;
    let same = browser.wait("the page", "return document.querySelector('partnership-health-check') && { same: window.same ?? false, persisted: window.persisted ?? false };", vec![]).await?;
    println!("Back from memory in {:?}: {same}", browser.engine());
    if same["same"] == Value::Bool(false) {
        // It was loaded again, at the start.
        press(browser, ".checks__entry button").await?;
    }
    inside(browser, ".phc[data-answered=\"2\"]").await?;
    ensure!(answer(browser, 2).await?, "Answer 2 is not saved.");
    are_there(browser, &host, 3).await?;
    // What is deleted there is gone here.
    press(browser, "[href=\"#privacy\"]").await?;
    press(browser, "#phc-delete-ask").await?;
    press(browser, "#phc-delete .button--danger").await?;
    inside(browser, ".start__go").await?;
    browser.client().back().await?;
    inside(browser, ".phc[data-answered=\"0\"] .start__go").await?;
    let local = local_storage(browser).await?;
    ensure!(local == json!({}), "localStorage has {local}");
    no_faults(browser).await
}

#[tokio::test]
async fn in_a_private_window_it_works_and_leaves_nothing_behind() -> Result<()> {
    let profile = TempDir::with_prefix("phc-private-").context("Could not make a profile folder.")?;
    let host = Host::start()?;
    let private = Options {
        profile: Some(profile.path()),
        private: true,
        ..Options::default()
    };
    let check = page(&host, "")?;
    journey_as("stores-private", private, async |browser: &Browser| {
        visited(browser, &check).await
    })
    .await?;
    let later = Options {
        profile: Some(profile.path()),
        ..Options::default()
    };
    journey_as("stores-after-private", later, async |browser: &Browser| {
        browser.open(&check).await?;
        inside(browser, ".start__go").await?;
        let left = (local_storage(browser).await?, durable(browser).await?);
        ensure!(
            left == (json!({}), json!({ "names": [], "text": null })),
            "The private window left {left:?}"
        );
        Ok(())
    })
    .await?;
    let firefox = Options {
        engine: Engine::Firefox,
        private: true,
        ..Options::default()
    };
    journey_as("stores-private-Firefox", firefox, async |browser: &Browser| {
        visited(browser, &check).await
    })
    .await
}

/// Answers are kept from one page to the next, as long as the window is open.
async fn visited(browser: &Browser, check: &str) -> Result<()> {
    begin(browser, check).await?;
    ensure!(answer(browser, 0).await?, "The first answer is not saved.");
    let said = notices(browser).await?;
    ensure!(said.is_empty(), "It says {said}");
    browser.open(check).await?;
    press(browser, ".checks__entry button").await?;
    inside(browser, ".phc[data-answered=\"1\"]").await.map(drop)
}
