//! Journeys by ear: a person who cannot see the page presses keys, and goes by what Orca says. `cargo xtask listen` runs
//! them; what is heard stands in `tests/heard`, a file a journey. Only what leads to a journey is done without keys.

mod chair;
mod errors;
mod guest;
mod kept;
mod result;
mod taking;

use std::fs;

use anyhow::{Result, ensure};
use partnership_health_check::app::Screen;
use partnership_health_check::content::{Key, keys};
use similar::TextDiff;
use xtask::browser::{Browser, Engine, Options};
use xtask::ear::Ear;
use xtask::places;

use crate::support::address;
use crate::support::answers::Given;
use crate::support::steps::{go, keep, open, words};

/// The day on which a check was finished that a journey begins with.
const DAY: u16 = 20_600;

#[tokio::test]
async fn short() -> Result<()> {
    by_ear("short", taking::short).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn taking() -> Result<()> {
    by_ear("taking", taking::whole).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn errors() -> Result<()> {
    by_ear("errors", errors::errors).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn result() -> Result<()> {
    by_ear("result", result::result).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn share() -> Result<()> {
    by_ear("share", result::share).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn invitation() -> Result<()> {
    by_ear("invitation", chair::invitation).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn comparison() -> Result<()> {
    by_ear("comparison", chair::comparison).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn plan() -> Result<()> {
    by_ear("plan", chair::plan).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn meeting() -> Result<()> {
    by_ear("meeting", chair::meeting).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn earlier() -> Result<()> {
    by_ear("earlier", kept::earlier).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn deletion() -> Result<()> {
    by_ear("deletion", kept::deletion).await
}

#[tokio::test]
#[ignore = "its minutes are those of `cargo xtask listen`"]
async fn guest() -> Result<()> {
    by_ear("guest", guest::guest).await
}

/// Walks through a journey by ear, and compares what is heard with what was heard when it was last reviewed.
async fn by_ear(name: &str, steps: impl AsyncFnOnce(&mut Ear, &Browser) -> Result<()>) -> Result<()> {
    let file = places::root().join("tests/heard").join(format!("{name}.txt"));
    let is_new = std::env::var_os("UPDATE_EXPECT").is_some();
    let expected = if is_new {
        String::new()
    } else {
        fs::read_to_string(&file).unwrap_or_default()
    };
    let mut ear = Ear::start(&address("")?, &expected)?;
    let browser = Browser::start_as(Options {
        engine: Engine::Firefox,
        heard_in: Some(ear.stage()),
        ..Options::default()
    })
    .await?;
    let outcome = steps(&mut ear, &browser).await;
    let closed = browser.close().await;
    let heard = ear.script();
    if is_new && outcome.is_ok() {
        fs::write(&file, &heard)?;
    } else if heard != expected {
        let difference = TextDiff::from_lines(&expected, &heard)
            .unified_diff()
            .context_radius(6)
            .header("heard before", "heard now")
            .to_string();
        ensure!(
            outcome.is_err(),
            "{difference}\nIf this is meant, run it again with UPDATE_EXPECT=1 and read the difference."
        );
        eprintln!("{difference}");
    }
    outcome.and(closed)
}

/// Opens the start screen in a browser that knows nothing yet.
async fn begin(ear: &mut Ear, browser: &Browser) -> Result<()> {
    open(browser, "").await?;
    ear.wait()
}

/// Puts a finished check on the device.
async fn with_check(ear: &mut Ear, browser: &Browser, given: &Given) -> Result<()> {
    open(browser, "").await?;
    keep(browser, given, DAY).await?;
    ear.wait()
}

/// Opens a screen by its address, without listening. No key leads there, and what Orca says of such a change depends on how fast
/// it comes: it leaves out events of which a newer one waits already.
async fn opens(ear: &mut Ear, browser: &Browser, screen: &Screen) -> Result<()> {
    go(browser, screen).await?;
    ear.wait()
}

/// Goes to a button from the top of the page, by the key for the next button.
fn to_button(ear: &mut Ear, key: Key) -> Result<()> {
    from_top(ear, "b", words(key))
}

/// Goes to a link from the top of the page, by the key for the next link.
fn to_link(ear: &mut Ear, key: Key) -> Result<()> {
    from_top(ear, "k", &format!("{} link", words(key)))
}

fn from_top(ear: &mut Ear, key: &str, name: &str) -> Result<()> {
    ear.press("ctrl+Home")?;
    ear.until(key, name).map(drop)
}

/// All headings, one after the other, to the first that is heard again.
fn headings(ear: &mut Ear) -> Result<()> {
    ear.press("ctrl+Home")?;
    ear.until("h", "Wrapping to top.").map(drop)
}

/// The error that stands above a form.
fn problem() -> &'static str {
    words(keys::start::PROBLEM)
}
