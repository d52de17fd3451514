//! Ways in which a server or a proxy spoils the page, and what a person then meets.

use std::io::{Read as _, Write as _};

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use partnership_health_check::app::Screen;
use partnership_health_check::app::screen::Info;
use partnership_health_check::content::{Key, keys};
use serde_json::json;
use xtask::browser::Browser;

use super::FOLDER;
use super::middle::{Answer, Change, Middle};
use crate::support::steps::{answered, press, started, words};

/// What a person meets.
#[derive(Clone, Copy, Debug)]
pub(super) enum Met {
    /// The check works.
    Works,
    /// The box says this, and offers to try again.
    Says(Key),
    /// No script arrives; the page says so by itself.
    SaysByItself,
    /// The questions work; a later screen says that it did not arrive.
    Later,
}

pub(super) struct Way {
    pub(super) name: &'static str,
    pub(super) change: Change,
    pub(super) met: Met,
}

const fn way(name: &'static str, change: Change, met: Met) -> Way {
    Way { name, change, met }
}

pub(super) const WAYS: &[Way] = &[
    way(
        "no file has a type of its own but the page and its scripts",
        |path, mut answer| {
            if is(path, "wasm") {
                answer.set_header("Content-Type", "application/octet-stream");
            } else if is(path, "css") {
                answer.set_header("Content-Type", "text/plain");
            }
            answer
        },
        Met::Works,
    ),
    way(
        "scripts are called plain text",
        |path, mut answer| {
            if is(path, "js") {
                answer.set_header("Content-Type", "text/plain");
            }
            answer
        },
        Met::SaysByItself,
    ),
    way(
        "scripts and styles are called plain text",
        |path, mut answer| {
            if !is_page(path) {
                answer.set_header("Content-Type", "text/plain");
            }
            answer
        },
        Met::SaysByItself,
    ),
    way(
        "nothing has a type but the page",
        |path, mut answer| {
            if !is_page(path) {
                answer.drop_header("Content-Type");
            }
            answer
        },
        Met::SaysByItself,
    ),
    way(
        "all files are packed twice",
        |path, answer| {
            if is_page(path) {
                answer
            } else {
                packed_again(answer)
            }
        },
        Met::SaysByItself,
    ),
    way(
        "the modules are packed twice",
        |path, answer| {
            if is(path, "wasm") {
                packed_again(answer)
            } else {
                answer
            }
        },
        Met::Says(keys::page::MISSING),
    ),
    way(
        "the modules are called packed, and are not",
        |path, answer| {
            if is(path, "wasm") {
                unpacked(answer)
            } else {
                answer
            }
        },
        Met::Says(keys::page::MISSING),
    ),
    way(
        "a strict policy",
        |_, mut answer| {
            answer.headers.push((
                "Content-Security-Policy".to_owned(),
                "default-src 'self'".to_owned(),
            ));
            answer
        },
        Met::Says(keys::page::FORBIDDEN),
    ),
    way(
        "a policy that forbids scripts",
        |_, mut answer| {
            answer.headers.push((
                "Content-Security-Policy".to_owned(),
                "script-src 'none'".to_owned(),
            ));
            answer
        },
        Met::SaysByItself,
    ),
    way(
        "a proxy drops headers that it does not know",
        |_, mut answer| {
            let known = ["content-type", "content-encoding"];
            answer
                .headers
                .retain(|(name, _)| known.contains(&name.to_ascii_lowercase().as_str()));
            answer
        },
        Met::Works,
    ),
    way(
        "a proxy drops what a file is packed with",
        |path, mut answer| {
            if !is_page(path) {
                answer.drop_header("Content-Encoding");
            }
            answer
        },
        Met::SaysByItself,
    ),
    way(
        "a proxy doubles every header",
        |_, mut answer| {
            answer.headers.extend(
                answer
                    .headers
                    .clone()
                    .into_iter()
                    .filter(|(name, _)| !name.eq_ignore_ascii_case("content-encoding")),
            );
            answer
        },
        Met::Works,
    ),
    way(
        "a module ends half way, and the rest is asked for later",
        |path, mut answer| {
            if path.contains("phc_first") && answer.status.starts_with("200") {
                answer
                    .headers
                    .push(("Content-Length".to_owned(), answer.body.len().to_string()));
                answer.body.truncate(answer.body.len() / 2);
            }
            answer
        },
        Met::Says(keys::page::MISSING),
    ),
    way(
        "the page is old, and its files are gone",
        |path, answer| if is_page(path) { answer } else { missing(answer) },
        Met::SaysByItself,
    ),
    way(
        "the page is old, and its modules are gone",
        |path, answer| {
            if is(path, "wasm") { missing(answer) } else { answer }
        },
        Met::Says(keys::page::MISSING),
    ),
    way(
        "the second module is gone",
        |path, answer| {
            if path.contains("phc_second") {
                missing(answer)
            } else {
                answer
            }
        },
        Met::Later,
    ),
    way(
        "what is missing is a page of words",
        |path, answer| {
            if is_page(path) {
                answer
            } else {
                words_instead(answer)
            }
        },
        Met::SaysByItself,
    ),
    way(
        "a module is a page of words",
        |path, answer| {
            if is(path, "wasm") {
                words_instead(answer)
            } else {
                answer
            }
        },
        Met::Says(keys::page::MISSING),
    ),
    way(
        "the second module is a page of words",
        |path, answer| {
            if path.contains("phc_second") {
                words_instead(answer)
            } else {
                answer
            }
        },
        Met::Later,
    ),
];

pub(super) fn is_page(path: &str) -> bool {
    path.split('?').next() == Some(FOLDER)
}

/// Whether it is a file with this ending.
pub(super) fn is(path: &str, ending: &str) -> bool {
    path.rsplit('.').next() == Some(ending)
}

fn packed_again(mut answer: Answer) -> Answer {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    let twice = packer.write_all(&answer.body).and_then(|()| packer.finish());
    answer.body = twice.expect("writing to memory does not fail");
    answer
}

fn unpacked(mut answer: Answer) -> Answer {
    let mut whole = Vec::new();
    if GzDecoder::new(answer.body.as_slice())
        .read_to_end(&mut whole)
        .is_ok()
    {
        answer.body = whole;
    }
    answer
}

fn missing(mut answer: Answer) -> Answer {
    "404 Not Found".clone_into(&mut answer.status);
    words_instead(answer)
}

fn words_instead(mut answer: Answer) -> Answer {
    answer.drop_header("Content-Encoding");
    answer.set_header("Content-Type", "text/html");
    answer.body = b"<!doctype html><title>A charity</title><p>Welcome".to_vec();
    answer
}

/// The words of the box, or `false` if it cannot be seen.
pub(super) const SEEN: &str = "
    const box = document.getElementById('phc-trouble');
    return box.checkVisibility({ visibilityProperty: true }) && box.offsetHeight > 40 && box.innerText;";
/// Opens the page, and looks whether a person meets what they should.
pub(super) async fn met(browser: &Browser, middle: &Middle, way: &Way) -> Result<()> {
    browser
        .open(&middle.address(&format!("{FOLDER}?{}", way.name.replace(' ', "-"))))
        .await?;
    match way.met {
        Met::Works => {
            started(browser).await?;
            answered(browser, 1).await?;
            let said = browser.run(SEEN, vec![]).await?;
            ensure!(said == json!(false), "It says {said}");
        }
        Met::Says(key) => {
            let said = says(browser).await?;
            ensure!(said.contains(words(key)), "It says {said}");
            // The first screen stays, and a new try works.
            browser.find("#phc h1").await?;
            middle.does(|_, answer| answer);
            press(browser, keys::page::TRY_AGAIN).await?;
            started(browser).await?;
            answered(browser, 1).await?;
        }
        Met::SaysByItself => {
            browser
                .devtools("Animation.setPlaybackRate", json!({ "playbackRate": 100 }))
                .await?;
            let said = says(browser).await?;
            ensure!(said.contains(words(keys::page::MISSING)), "It says {said}");
            // Without a script a button does nothing.
            ensure!(
                !said.contains(words(keys::page::TRY_AGAIN)),
                "It offers what does nothing: {said}"
            );
            browser
                .devtools("Animation.setPlaybackRate", json!({ "playbackRate": 1 }))
                .await?;
        }
        Met::Later => {
            started(browser).await?;
            answered(browser, 1).await?;
            let fragment = Screen::Info(Info::Privacy).fragment();
            browser
                .run("location.hash = arguments[0];", vec![json!(fragment)])
                .await?;
            let failed = words(keys::app::LATER_FAILED);
            let told = "return document.querySelector('main .lead')?.textContent === arguments[0];";
            browser
                .wait("that it did not arrive", told, vec![json!(failed)])
                .await?;
        }
    }
    Ok(())
}

/// Waits until the box is seen, and reads it. It always says that answers are safe.
async fn says(browser: &Browser) -> Result<String> {
    let said = browser.wait("what is wrong", SEEN, vec![]).await?;
    let said = said.as_str().unwrap_or_default().to_owned();
    let safe = words(keys::page::ANSWERS_SAFE);
    ensure!(said.contains(safe), "It says {said}");
    Ok(said)
}
