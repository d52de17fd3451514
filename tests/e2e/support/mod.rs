//! What journeys share. Where to start: `journey` opens a browser; `steps` are what a person does in it,
//! `look` what can be seen there, `panic` what may befall it, `tour` all screens one after the other, `answers`
//! what is answered, `host` the pages of other people's sites, `slow` a slow device, `visit` the check in each of its
//! places.

pub(crate) mod answers;
pub(crate) mod host;
pub(crate) mod look;
pub(crate) mod panic;
pub(crate) mod relay;
pub(crate) mod slow;
pub(crate) mod steps;
pub(crate) mod tour;
pub(crate) mod visit;

use std::sync::OnceLock;

use anyhow::Result;
use xtask::browser::{Browser, Options};
use xtask::dist::{Languages, dist};
use xtask::places;
use xtask::serve::Server;

/// Walks through a journey in a browser of its own. When a step fails, a picture of that moment stays in
/// `target/pictures`.
pub(crate) async fn journey(name: &str, steps: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    journey_as(name, Options::default(), steps).await
}

/// The same in a browser with other options.
pub(crate) async fn journey_as(
    name: &str,
    options: Options<'_>,
    steps: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start_as(options).await?;
    let outcome = steps(&browser).await;
    if outcome.is_err() {
        let picture = places::target().join("pictures").join(format!("{name}.png"));
        match browser.screenshot(&picture).await {
            Ok(path) => eprintln!("How it looked: {}", path.display()),
            Err(error) => eprintln!("{error:#}"),
        }
    }
    let closed = browser.close().await;
    // What went wrong first is what matters.
    outcome.and(closed)
}

/// The same in another browser of the same engine as this one: somebody else's.
pub(crate) async fn elsewhere(
    browser: &Browser,
    name: &str,
    steps: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let options = Options {
        engine: browser.engine(),
        ..Options::default()
    };
    journey_as(&format!("{name}-{:?}", browser.engine()), options, steps).await
}

/// The address of a path in the page, which is built and served when it is first asked for.
pub(crate) fn address(path: &str) -> Result<String> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    let server = SERVER.get_or_init(|| built_and_served().map_err(|error| format!("{error:#}")));
    let server = server.as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(format!("{}/{path}", server.origin()))
}

fn built_and_served() -> Result<Server> {
    let site = places::test_site();
    dist(&site, Languages::RealAndPseudo)?;
    Server::start(&site, 0)
}
