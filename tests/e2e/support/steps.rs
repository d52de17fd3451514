//! What a person does, and waiting until it has had its effect.

use std::cell::Cell;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use partnership_health_check::app::Screen;
use partnership_health_check::app::pages::pages;
use partnership_health_check::app::store::has_only_traces;
use partnership_health_check::content::{Key, LANGUAGES, Texts, keys};
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::Setup;
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::ids::StatementId;
use partnership_health_check::domain::record::Record;
use serde_json::{Value, json};
use xtask::browser::{Browser, Engine, PATIENCE};

use super::address;
use super::answers::{Given, stored};

thread_local! {
    /// The language of the journey that runs in this thread.
    static SPOKEN: Cell<Option<Texts>> = const { Cell::new(None) };
}

/// The language that the journey reads: English unless it chose another.
pub(crate) fn spoken() -> Texts {
    SPOKEN.get().unwrap_or_else(Texts::english)
}

/// Chooses a language at the foot of the page and reads it from then on.
pub(crate) async fn speak(browser: &Browser, tag: &str) -> Result<()> {
    let other = LANGUAGES.iter().find(|(known, _)| *known == tag);
    let texts = other.and_then(|(_, file)| Texts::from_file(file).ok());
    browser.click(&format!(".foot button[lang={tag}]")).await?;
    browser
        .find(&format!("html[lang={tag}] .phc[lang={tag}]"))
        .await?;
    SPOKEN.set(texts);
    Ok(())
}

/// A text of the screens.
pub(crate) fn words(key: Key) -> &'static str {
    spoken().get(key)
}

/// Opens the page, with what stands behind its address, and waits until the program runs.
pub(crate) async fn open(browser: &Browser, fragment: &str) -> Result<()> {
    browser.open(&address(fragment)?).await?;
    started(browser).await
}

/// Waits until the program runs and shows the screen that was asked for: a later one comes with the second module.
pub(crate) async fn started(browser: &Browser) -> Result<()> {
    let there = "
        const title = document.querySelector('#phc[data-started] > .phc #phc-title');
        return title !== null && title.textContent !== arguments[0];";
    let waiting = words(keys::app::LOADING);
    browser
        .wait("the check to start", there, vec![json!(waiting)])
        .await
        .map(drop)
}

/// Runs a script in each page that is opened from now on, before the page's own.
pub(crate) async fn before_loading(browser: &Browser, script: &str) -> Result<()> {
    let source = json!({ "source": script });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", source)
        .await
        .map(drop)
}

/// Loads the page again.
pub(crate) async fn reload(browser: &Browser) -> Result<()> {
    browser
        .client()
        .refresh()
        .await
        .context("Could not load the page again.")?;
    started(browser).await
}

/// Presses the button or follows the link with these words.
pub(crate) async fn press(browser: &Browser, key: Key) -> Result<()> {
    press_words(browser, words(key)).await
}

/// The same with other words than a key's.
pub(crate) async fn press_words(browser: &Browser, words: &str) -> Result<()> {
    let path = format!("//*[self::button or self::a or self::summary][normalize-space()=\"{words}\"]");
    let pressed = browser.click_at(Locator::XPath(&path)).await;
    pressed.with_context(|| format!("Could not press “{words}”."))
}

/// Chooses a radio button by a click on its words, as a person does.
pub(crate) async fn choose(browser: &Browser, name: &str, value: &str) -> Result<()> {
    browser.click(&format!("label[for=\"{name}-{value}\"]")).await?;
    browser
        .find(&format!("[id=\"{name}-{value}\"]:checked"))
        .await
        .map(drop)
}

/// Types a text into a field.
pub(crate) async fn type_into(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    let field = browser.find(selector).await?;
    field
        .send_keys(text)
        .await
        .with_context(|| format!("Could not type into `{selector}`."))
}

/// Puts a text into a field at once, as pasting does: for texts that no keyboard has.
pub(crate) async fn paste_into(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    const PASTE: &str = "
        const field = document.querySelector(arguments[0]);
        field.focus();
        field.setRangeText(arguments[1], 0, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    browser.find(selector).await?;
    browser
        .run(PASTE, vec![json!(selector), json!(text)])
        .await
        .map(drop)
}

/// Waits until the screen with this fragment is shown and its heading has the focus, or the notice that came with it.
pub(crate) async fn at(browser: &Browser, fragment: &str) -> Result<()> {
    let script = "return location.hash === arguments[0] && ['phc-title', 'phc-notice'].includes(document.activeElement.id);";
    let what = format!("the screen {fragment}, with the focus on its heading or a notice");
    browser.wait(&what, script, vec![json!(fragment)]).await.map(drop)
}

/// Waits until a page of questions is shown with the focus on this statement.
pub(crate) async fn at_statement(browser: &Browser, fragment: &str, statement: &str) -> Result<()> {
    let script = "return location.hash === arguments[0] && document.activeElement.id === arguments[1];";
    let what = format!("the screen {fragment}, with the focus on {statement}");
    let arguments = vec![json!(fragment), json!(statement)];
    browser.wait(&what, script, arguments).await.map(drop)
}

/// Goes to a screen by its address.
pub(crate) async fn go(browser: &Browser, screen: &Screen) -> Result<()> {
    let fragment = screen.fragment();
    browser
        .run("location.hash = arguments[0];", vec![json!(fragment)])
        .await?;
    at(browser, &fragment).await
}

/// Waits until this many statements of the open check have an answer.
pub(crate) async fn answered(browser: &Browser, number: usize) -> Result<()> {
    browser
        .find(&format!(".phc[data-answered=\"{number}\"]"))
        .await
        .map(drop)
}

/// Waits until the newest answer is kept on the device.
pub(crate) async fn saved(browser: &Browser) -> Result<()> {
    browser.find("[data-kept=saved]").await.map(drop)
}

/// Fills in the settings of a new check.
pub(crate) async fn fill_in(browser: &Browser, setup: &Setup) -> Result<()> {
    choose(browser, "length", setup.length.id()).await?;
    choose(browser, "kind", setup.kind.id()).await?;
    if setup.kind.has_pairs() {
        choose(browser, "side", setup.side.id()).await?;
    }
    open_about(browser).await?;
    if let Some(sector) = setup.sector {
        choose(browser, "sector", sector.id()).await?;
    }
    for (name, text) in [
        ("partnership", &setup.partnership),
        ("organisation", &setup.organisation),
    ] {
        if !text.is_empty() {
            // Last time's name may stand there.
            paste_into(browser, &format!("#{name}"), "").await?;
            type_into(browser, &format!("#{name}"), text).await?;
        }
    }
    Ok(())
}

/// Opens the closed group of sector and names on the start screen, if it is closed.
pub(crate) async fn open_about(browser: &Browser) -> Result<()> {
    let closed = "return document.querySelector('.settings details:not([open])') !== null;";
    if browser.run(closed, vec![]).await? == json!(true) {
        browser.click(".settings summary").await?;
    }
    Ok(())
}

/// Starts a check with these settings and waits for its first page.
pub(crate) async fn begin(browser: &Browser, setup: &Setup) -> Result<()> {
    fill_in(browser, setup).await?;
    press(browser, keys::start::GO).await?;
    at(browser, "#q-1").await
}

/// Answers a statement that is on screen.
pub(crate) async fn answer(browser: &Browser, statement: StatementId, response: Response) -> Result<()> {
    choose(browser, statement.id(), response.value()).await
}

/// Goes to each page in turn and answers what stands there, from the page that is on screen.
pub(crate) async fn answer_all(browser: &Browser, given: &Given) -> Result<()> {
    let pages = pages(&given.setup);
    for (number, page) in pages.iter().enumerate() {
        at(browser, &Screen::Questions(number).fragment()).await?;
        for &statement in &page.statements {
            if let Some(response) = given.sheet.get(statement) {
                answer(browser, statement, response).await?;
            }
        }
        if let (true, Some(stage)) = (page.statements.is_empty(), given.stage) {
            choose(browser, "stage", stage.id()).await?;
        }
        let last = number + 1 == pages.len();
        press(
            browser,
            if last {
                keys::questions::TO_ANSWERS
            } else {
                keys::questions::NEXT
            },
        )
        .await?;
    }
    at(browser, "#answers").await
}

/// Takes a whole check from the start screen to its result.
pub(crate) async fn take(browser: &Browser, given: &Given) -> Result<()> {
    begin(browser, &given.setup).await?;
    answer_all(browser, given).await?;
    press(browser, keys::answers::FINISH).await?;
    at(browser, "#result").await?;
    saved(browser).await
}

/// The screen on which a statement stands.
pub(crate) fn screen_of(given: &Given, statement: &str) -> Screen {
    let page = StatementId::parse(statement).and_then(|statement| {
        let pages = pages(&given.setup);
        pages.iter().position(|page| page.statements.contains(&statement))
    });
    Screen::Questions(page.unwrap_or_default())
}

/// The summary link as the share screen shows it; leaves that screen open.
pub(crate) async fn link(browser: &Browser) -> Result<String> {
    let fragment = browser.run("return location.hash;", vec![]).await?;
    if fragment != Screen::Share.fragment() {
        go(browser, &Screen::Share).await?;
    }
    let link = browser
        .run("return document.getElementById('phc-link').value;", vec![])
        .await?;
    link.as_str()
        .map(str::to_owned)
        .context("The field with the link is empty.")
}

/// Takes away all that this site keeps, in a page in which no program of ours runs.
pub(crate) async fn forget(browser: &Browser) -> Result<()> {
    const REMOVE: &str = "
        localStorage.clear();
        sessionStorage.clear();
        const gone = indexedDB.deleteDatabase('phc');
        gone.onsuccess = gone.onerror = () => arguments[0](gone.error === null);";
    // A page that WebKit put aside while it opened the database is a user of it, and removing it would wait for that page.
    const EMPTY: &str = "
        const [done] = arguments;
        localStorage.clear();
        sessionStorage.clear();
        const open = indexedDB.open('phc', 1);
        open.onupgradeneeded = () => open.transaction.abort();
        open.onerror = () => done(open.error.name === 'AbortError');
        open.onsuccess = () => {
            const emptying = open.result.transaction('record', 'readwrite');
            emptying.objectStore('record').clear();
            emptying.oncomplete = () => done(true);
            emptying.onabort = () => done(false);
            open.result.close();
        };";
    let script = if browser.engine() == Engine::WebKit {
        EMPTY
    } else {
        REMOVE
    };
    let gone = browser.run_until_done(script, vec![]).await?;
    ensure!(gone == true, "What was kept could not be deleted.");
    Ok(())
}

/// The same browser for a next journey: one window, and nothing kept.
pub(crate) async fn afresh(browser: &Browser) -> Result<()> {
    let client = browser.client();
    // The first has the focus of the system, without which nothing is `:focus`.
    let windows = client.windows().await?;
    let (first, others) = windows.split_first().context("There is no window.")?;
    for window in others {
        client.switch_to_window(window.clone()).await?;
        may_be_left(browser).await?;
        client.close_window().await?;
    }
    client.switch_to_window(first.clone()).await?;
    may_be_left(browser).await?;
    // Of the same site, without a program.
    browser.open(&address("embed/integrity.txt")?).await?;
    forget(browser).await
}

/// Waits until the page has opened the database. Chromium holds it for as long as a page is put aside that was left while it made
/// it, with the first answer. For a store that never answers nobody waits long.
pub(crate) async fn may_be_left(browser: &Browser) -> Result<()> {
    const OPENED: &str = "
        const [done] = arguments;
        setTimeout(done, 3000);
        (async () => {
            // One that is just being opened is listed, and whoever opens it next is answered next.
            const names = (await indexedDB.databases()).map(({ name }) => name);
            if (!names.includes('phc')) return;
            await new Promise((done) => {
                const opening = indexedDB.open('phc');
                opening.onupgradeneeded = () => opening.transaction.abort();
                opening.onerror = done;
                opening.onsuccess = () => {
                    opening.result.close();
                    done();
                };
            });
        })().then(done, done);";
    browser.run_until_done(OPENED, vec![]).await.map(drop)
}

/// Everything that `localStorage` holds: keys and texts.
pub(crate) async fn local_storage(browser: &Browser) -> Result<Value> {
    browser
        .run("return Object.fromEntries(Object.entries(localStorage));", vec![])
        .await
}

/// Puts a check that was finished on this day on the device, as if it had been taken here, and loads the page
/// again.
pub(crate) async fn keep(browser: &Browser, given: &Given, day: u16) -> Result<()> {
    keep_text(
        browser,
        &stored(vec![given.check(u32::from(day), Some(Day(day)))]),
    )
    .await?;
    saved(browser).await
}

/// Puts a text where the program keeps its own and loads the page again, on the start screen.
pub(crate) async fn keep_text(browser: &Browser, text: &str) -> Result<()> {
    // Only when the page is being left: the program that still runs would notice the text, as another tab's.
    let script = "
        const text = arguments[0];
        history.replaceState(null, '', '#start');
        addEventListener('pagehide', () => localStorage.setItem('phc.record', text));";
    browser.run(script, vec![json!(text)]).await?;
    reload(browser).await
}

/// What IndexedDB holds: each database by name, and the text in ours. Opens nothing that is not there.
pub(crate) async fn durable(browser: &Browser) -> Result<Value> {
    durable_text(browser, "phc.record").await
}

/// Waits until both stores hold the same text under a key, one with these letters in it.
pub(crate) async fn in_both(browser: &Browser, key: &str, letters: &str) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        let local = local_storage(browser).await?[key].clone();
        let durable = durable_text(browser, key).await?["text"].clone();
        let is_there = local.as_str().is_some_and(|text| text.contains(letters));
        if is_there && local == durable {
            return Ok(());
        }
        ensure!(Instant::now() < end, "The stores have {local} and {durable}");
    }
}

/// Waits until the durable store holds a check under a key, or none.
pub(crate) async fn in_durable(browser: &Browser, key: &str, expected: bool) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        let found = durable_text(browser, key).await?;
        let has_check = found["text"]
            .as_str()
            .is_some_and(|text| !has_only_traces::<Record>(text));
        if has_check == expected {
            return Ok(());
        }
        ensure!(Instant::now() < end, "{key} in the durable store: not {expected}");
    }
}

/// What IndexedDB holds, with the text under this key.
pub(crate) async fn durable_text(browser: &Browser, key: &str) -> Result<Value> {
    const READ: &str = "
        const [key, done] = arguments;
        const wait = (request) => new Promise((done, fail) => {
            request.onsuccess = () => done(request.result);
            request.onerror = () => fail(request.error);
        });
        (async () => {
            const names = (await indexedDB.databases()).map(({ name }) => name);
            if (!names.includes('phc')) return { names, text: null };
            // A database that is just being looked for is listed, too: it must not be made here, without its store.
            const opening = indexedDB.open('phc');
            opening.onupgradeneeded = () => opening.transaction.abort();
            const database = await wait(opening).catch(() => null);
            if (database === null) return { names, text: null };
            const text = await wait(database.transaction('record').objectStore('record').get(key));
            database.close();
            return { names, text: text ?? null };
        })().then(done, (error) => done(String(error)));";
    let found = browser.client().execute_async(READ, vec![json!(key)]).await;
    found.context("IndexedDB could not be read.")
}

/// Waits until the durable store holds nothing but the random numbers of what was deleted, which stay for two minutes.
pub(crate) async fn nothing_durable(browser: &Browser) -> Result<()> {
    const ALL: &str = "
        const done = arguments[0];
        const opening = indexedDB.open('phc');
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onerror = () => done([]);
        opening.onsuccess = () => {
            const all = opening.result.transaction('record').objectStore('record').getAll();
            all.onsuccess = () => done(all.result);
            opening.result.close();
        };";
    let end = Instant::now() + PATIENCE;
    loop {
        let found: Vec<String> = serde_json::from_value(browser.run_until_done(ALL, vec![]).await?)?;
        let is_nothing = |text: &String| has_only_traces::<Record>(text) || has_only_traces::<Folder>(text);
        if found.iter().all(is_nothing) {
            return Ok(());
        }
        ensure!(Instant::now() < end, "IndexedDB still holds {found:?}");
    }
}

/// Presses a button that saves a file, and reads the file.
pub(crate) async fn downloaded(browser: &Browser, button: Key) -> Result<String> {
    let (name, bytes) = browser.saved_file(press(browser, button)).await?;
    ensure!(
        name.starts_with("partnership-health-check"),
        "The file is called {name}"
    );
    String::from_utf8(bytes).context("The file is no text.")
}

/// The selector of a part of the step at this place of a plan, from 1: `what`, `owner`, `due`, `sign`, `done`, `up`,
/// `down`, `remove`.
pub(crate) fn step(place: usize, part: &str) -> String {
    format!(".planned:nth-child({place}) [id$='-{part}']")
}
