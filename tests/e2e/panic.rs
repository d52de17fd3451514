//! The running program panics for real, because the browser refuses what it asks for: the check is open again at
//! once with all answers, and after three times in a minute a still page lets them be taken away.

use anyhow::{Result, ensure};
use partnership_health_check::content::{Key, keys};
use serde_json::json;
use xtask::browser::Browser;

use crate::storage::{NO_DATABASES, NULL};
use crate::support::answers::Given;
use crate::support::journey;
use crate::support::look::{chosen, notice, texts};
use crate::support::slow::SLOW;
use crate::support::steps::{
    answered, at, before_loading, begin, choose, downloaded, forget, local_storage, open, press, saved, words,
};

/// Makes the next change of the page that Yew asks for fail, once.
const REFUSE_ONCE: &str = "
    const [kind, method] = arguments;
    const owner = window[kind].prototype;
    const works = owner[method];
    owner[method] = function (...given) {
        owner[method] = works;
        window.refused = performance.now();
        throw new DOMException('refused by the test');
    };";

/// A change that a click on "Next" needs: `insertBefore` puts the new page in, `setAttribute` moves the progress bar.
const REFUSED: [(&str, &str); 2] = [("Node", "insertBefore"), ("Element", "setAttribute")];

async fn refuse_once(browser: &Browser, (kind, method): (&str, &str)) -> Result<()> {
    browser
        .run(REFUSE_ONCE, vec![json!(kind), json!(method)])
        .await
        .map(drop)
}

/// Presses a button whose change fails, and waits until the element that the program drew in was given up for a new
/// one: what is on screen before is the failed program's, notices of an earlier failure included.
async fn fail(browser: &Browser, button: Key) -> Result<()> {
    browser
        .run("window.failing = document.getElementById('phc');", vec![])
        .await?;
    // All in one go: what is found by the driver may be drawn anew before the driver presses it, and a notice that comes
    // late, that nothing can be kept here, would be refused in the place of what the press draws.
    let pressed = [
        "const button = [...document.querySelectorAll('#phc button, #phc a')]
            .find((button) => button.textContent.trim() === arguments[2]);
        if (!button) return false;",
        REFUSE_ONCE,
        "button.click();
        return true;",
    ]
    .concat();
    let (kind, method) = REFUSED[0];
    browser
        .wait(
            "the button whose change fails",
            &pressed,
            vec![json!(kind), json!(method), json!(words(button))],
        )
        .await?;
    let begun_anew = "
        const root = document.getElementById('phc');
        return root !== window.failing && root.querySelector('.notice, [data-download]') !== null;";
    browser
        .wait("the program to begin anew", begun_anew, vec![])
        .await
        .map(drop)
}

#[tokio::test]
async fn after_a_panic_the_check_is_open_again_with_all_answers() -> Result<()> {
    journey("panicked", async |browser: &Browser| {
        for change in REFUSED {
            goes_on_after(browser, change).await?;
            only_the_panic(browser).await?;
            // No connection of the program that failed keeps anybody from removing the database.
            forget(browser).await?;
        }
        Ok(())
    })
    .await
}

/// After each of the changes that "Next" needs has failed once.
pub(crate) async fn goes_on(browser: &Browser) -> Result<()> {
    for change in REFUSED {
        goes_on_after(browser, change).await?;
    }
    Ok(())
}

async fn goes_on_after(browser: &Browser, change: (&str, &str)) -> Result<()> {
    browser.open("about:blank").await?;
    open(browser, "").await?;
    begin(browser, &Given::quick().setup).await?;
    choose(browser, "A1.2", "4").await?;
    choose(browser, "A2.2", "dk").await?;
    answered(browser, 2).await?;
    saved(browser).await?;
    let before = local_storage(browser).await?["phc.record"].clone();
    refuse_once(browser, change).await?;
    press(browser, keys::questions::NEXT).await?;
    notice(browser, words(keys::notice::RECOVERED)).await?;
    let after = browser
        .run("return performance.now() - window.refused;", vec![])
        .await?;
    ensure!(
        after.as_f64().is_some_and(|after| after < 1_000.0),
        "Open again after {after} ms"
    );
    at(browser, "#q-2").await?;
    answered(browser, 2).await?;
    press(browser, keys::questions::PREVIOUS).await?;
    at(browser, "#q-1").await?;
    let here = chosen(browser).await?;
    ensure!(
        here == json!({ "A1.2": "4", "A2.2": "dk" }),
        "After the panic there is {here}, stored was {before}"
    );
    // And it goes on: what is answered now is kept.
    choose(browser, "A3.1", "2").await?;
    answered(browser, 3).await?;
    saved(browser).await
}

/// In the console stands the panic itself, and nothing that follows from it.
async fn only_the_panic(browser: &Browser) -> Result<()> {
    let console = browser.console().await?;
    let panics = console.iter().filter(|line| line.contains("unreachable")).count();
    let others: Vec<_> = console
        .iter()
        .filter(|line| !line.contains("unreachable") && !line.contains("refused by the test"))
        .collect();
    ensure!(
        panics == 1 && others.is_empty(),
        "{panics} panics, and in the console besides: {others:#?}"
    );
    Ok(())
}

#[tokio::test]
async fn after_three_panics_a_still_page_offers_the_answers() -> Result<()> {
    journey("stopped", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        saved(browser).await?;
        for (button, screen) in [
            (keys::questions::NEXT, Some("#q-2")),
            (keys::questions::NEXT, Some("#q-3")),
            (keys::questions::PREVIOUS, None),
        ] {
            fail(browser, button).await?;
            if let Some(screen) = screen {
                at(browser, screen).await?;
                notice(browser, words(keys::notice::RECOVERED)).await?;
            }
        }
        browser.find("#phc [data-download]").await?;
        let told = texts(browser, "#phc p:not([hidden])").await?;
        ensure!(
            told.first().map(String::as_str) == Some(words(keys::page::STOPPED_ADVICE)),
            "The still page says {told:?}"
        );
        let heading = texts(browser, "#phc h1:focus").await?;
        ensure!(
            heading == [words(keys::page::STOPPED)],
            "The focused heading: {heading:?}"
        );
        let file = downloaded(browser, keys::page::DOWNLOAD).await?;
        let kept = local_storage(browser).await?["phc.record"].clone();
        ensure!(
            kept == file.as_str() && file.contains("\"A1.2\":\"4@"),
            "The file holds {file}"
        );
        browser.click("#phc [data-reload]").await?;
        browser
            .find("#phc[data-started] > .phc[data-answered='1']")
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn after_a_panic_answers_are_there_that_the_browser_does_not_keep() -> Result<()> {
    journey("panicked-in-memory", async |browser: &Browser| {
        before_loading(browser, &[NULL, NO_DATABASES].concat()).await?;
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        choose(browser, "A2.2", "dk").await?;
        answered(browser, 2).await?;
        fail(browser, keys::questions::NEXT).await?;
        notice(browser, words(keys::notice::RECOVERED)).await?;
        notice(browser, words(keys::notice::STORAGE_OFF)).await?;
        at(browser, "#q-2").await?;
        answered(browser, 2).await?;
        press(browser, keys::questions::PREVIOUS).await?;
        at(browser, "#q-1").await?;
        let here = chosen(browser).await?;
        ensure!(
            here == json!({ "A1.2": "4", "A2.2": "dk" }),
            "After the panic there is {here}"
        );
        choose(browser, "A3.1", "2").await?;
        answered(browser, 3).await?;

        // Failing twice more stops it, and the page does not say that the answers are kept.
        for button in [keys::questions::NEXT, keys::questions::PREVIOUS] {
            fail(browser, button).await?;
        }
        browser.find("#phc [data-download]").await?;
        let told = texts(browser, "#phc p:not([hidden])").await?;
        ensure!(
            told.first().map(String::as_str) == Some(words(keys::page::STOPPED_UNKEPT)),
            "The still page says {told:?}"
        );
        let file = downloaded(browser, keys::page::DOWNLOAD).await?;
        for answer in ["\"A1.2\":\"4@", "\"A2.2\":\"dk@", "\"A3.1\":\"2@"] {
            ensure!(file.contains(answer), "{answer} is missing in {file}");
        }
        Ok(())
    })
    .await
}

/// An exception that flies through the module stops nothing, but what it interrupted stays half done: Yew would
/// draw nothing ever again.
#[tokio::test]
async fn after_an_exception_through_the_module_the_check_is_open_again() -> Result<()> {
    journey("exception", async |browser: &Browser| {
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        answered(browser, 1).await?;
        saved(browser).await?;
        refuse_once(browser, ("Document", "createTextNode")).await?;
        press(browser, keys::questions::NEXT).await?;
        notice(browser, words(keys::notice::RECOVERED)).await?;
        let after = browser
            .run("return performance.now() - window.refused;", vec![])
            .await?;
        ensure!(
            after.as_f64().is_some_and(|after| after < 1_000.0),
            "Open again after {after} ms"
        );
        at(browser, "#q-2").await?;
        press(browser, keys::questions::PREVIOUS).await?;
        at(browser, "#q-1").await?;
        let here = chosen(browser).await?;
        ensure!(
            here == json!({ "A1.2": "4" }),
            "After the exception there is {here}"
        );
        choose(browser, "A3.1", "2").await?;
        answered(browser, 2).await?;
        saved(browser).await
    })
    .await
}

/// Errors of other scripts on the page, one of them in the middle of what the module does.
const OTHERS: &str = "
    addEventListener('focusin', () => { throw new Error('in the middle'); });
    window.others = () => {
        window.was = document.getElementById('phc');
        setTimeout(() => { throw new Error('on its own'); });
        Promise.reject(new Error('promised'));
        dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
    };";

#[tokio::test]
async fn errors_of_other_scripts_change_nothing() -> Result<()> {
    journey("others", async |browser: &Browser| {
        before_loading(browser, OTHERS).await?;
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        browser.run("others();", vec![]).await?;
        press(browser, keys::questions::NEXT).await?;
        at(browser, "#q-2").await?;
        // Longer than a failure takes to be noticed.
        browser
            .run_until_done("setTimeout(arguments[0], 1000);", vec![])
            .await?;
        the_same_program(browser).await?;
        answered(browser, 1).await
    })
    .await
}

/// On a slow device Yew hands the browser the turn in the middle of a change.
#[tokio::test]
async fn errors_of_other_scripts_change_nothing_on_a_slow_device() -> Result<()> {
    journey("others-slow", async |browser: &Browser| {
        before_loading(browser, &[SLOW, OTHERS].concat()).await?;
        open(browser, "").await?;
        begin(browser, &Given::quick().setup).await?;
        choose(browser, "A1.2", "4").await?;
        // An error for each moment of the change, from just before it to just after it.
        browser
            .run_until_done(
                "const [next, done] = arguments;
                let left = 40;
                window.was = document.getElementById('phc');
                const error = () => {
                    if (left === 30) [...document.querySelectorAll('#phc button')].find((button) =>
                        button.textContent.trim() === next).click();
                    dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
                    if (--left) setTimeout(error, 20); else setTimeout(done, 1000);
                };
                error();",
                vec![json!(words(keys::questions::NEXT))],
            )
            .await?;
        at(browser, "#q-2").await?;
        the_same_program(browser).await?;
        answered(browser, 1).await
    })
    .await
}

async fn the_same_program(browser: &Browser) -> Result<()> {
    let same = browser
        .run("return was === document.getElementById('phc');", vec![])
        .await?;
    ensure!(same == json!(true), "The program was started again.");
    let told = texts(browser, ".notice__text").await?;
    ensure!(told.is_empty(), "Told without a reason: {told:?}");
    Ok(())
}
