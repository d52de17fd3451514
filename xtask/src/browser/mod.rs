//! A browser under remote control. Where to start: `Browser`; `engine` says which browsers there are, `driver` is the
//! program between one and us, `devtools` what WebDriver has no words for and only Chromium can do, `axe` the check
//! for accessibility, `paper` what is printed, `files` what is saved,
//! `tree` what screen readers are given.

mod axe;
mod devtools;
mod driver;
mod emulation;
pub(crate) mod engine;
mod files;
pub(crate) mod kill;
mod log;
mod paper;
pub(crate) mod screen;
mod tree;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;

pub use axe::{Findings, Rules};
use driver::Driver;
pub use emulation::Media;
pub use engine::Engine;
pub use paper::{Paper, filled};

use crate::ear::Stage;

/// Timeout of everything that a test waits for; long, because the machine may be busy.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// Interval between two tries.
const SOON: Duration = Duration::from_millis(20);

/// What a browser starts with.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// Which browser.
    pub engine: Engine,
    /// The profile folder; a new one if there is none.
    pub profile: Option<&'a Path>,
    /// Chromium's own settings, such as `{ "profile.default_content_setting_values.cookies": 2 }`.
    pub preferences: Value,
    /// Whether [`Browser::requests`] is wanted.
    pub requests: bool,
    /// Whether it is a private window, in Chromium and Firefox. WebKit's own small browser is always one.
    pub private: bool,
    /// Where a screen reader hears it, in a window of its own: Firefox alone.
    pub heard_in: Option<&'a Stage>,
}

/// A browser. Close it at the end; dropping it kills it.
pub struct Browser {
    engine: Engine,
    client: Client,
    // Before the profile, so that the browser is gone when its folder goes.
    #[expect(dead_code, reason = "dropping it ends the browser")]
    driver: Driver,
    profile: PathBuf,
    #[expect(dead_code, reason = "dropping it removes the folder")]
    fresh_profile: Option<TempDir>,
}

impl Browser {
    /// A browser that knows nothing yet.
    pub async fn start() -> Result<Self> {
        Self::start_as(Options::default()).await
    }

    /// A browser that remembers what it did with this profile folder.
    pub async fn start_with_profile(profile: &Path) -> Result<Self> {
        let profile = Some(profile);
        Self::start_as(Options {
            profile,
            ..Options::default()
        })
        .await
    }

    /// A browser with other options.
    pub async fn start_as(options: Options<'_>) -> Result<Self> {
        let (profile, fresh_profile) = if let Some(profile) = options.profile {
            (profile.to_owned(), None)
        } else {
            let fresh = TempDir::with_prefix("phc-profile-").context("Could not make a profile folder.")?;
            (fresh.path().to_owned(), Some(fresh))
        };
        let capabilities = options.engine.capabilities(&options, &profile)?;
        options.engine.prepare(&profile)?;
        let driver = Driver::start(&options, &profile)?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .with_context(|| format!("{:?} did not start.", options.engine))?;
        Ok(Self {
            engine: options.engine,
            client,
            driver,
            profile,
            fresh_profile,
        })
    }

    /// Which browser it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver client, for what has no helper here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens the address and waits until the page has loaded.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.client
            .goto(address)
            .await
            .with_context(|| format!("Could not open {address}."))
    }

    /// Waits for an element to be there.
    pub async fn find(&self, selector: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE).every(SOON);
        let found = wait.for_element(Locator::Css(selector)).await;
        found.with_context(|| format!("`{selector}` did not appear."))
    }

    /// Waits for an element and clicks on it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let clicked = self.click_at(Locator::Css(selector)).await;
        clicked.with_context(|| format!("Could not click on `{selector}`."))
    }

    /// Waits for an element and clicks on it. If it was rendered again after it was found, looks for it again.
    pub async fn click_at(&self, locator: Locator<'_>) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            let wait = self.client.wait().at_most(PATIENCE).every(SOON);
            let found = wait.for_element(locator).await.context("It did not appear.")?;
            let pressed = match self.at_rest(&found).await {
                Ok(()) => found.click().await,
                moved => moved,
            };
            match pressed {
                Err(error) if error.is_stale_element_reference() && Instant::now() < end => {}
                clicked => return clicked.context("It could not be clicked on."),
            }
        }
    }

    /// Waits until an element stays where it is, where that has to be done before it is pressed.
    ///
    /// `WebKit` brings what has the focus into view a moment after it got it; its
    /// driver presses where an element was before that, and hits whatever is there afterwards.
    ///
    /// # Errors
    /// The element is gone, or was drawn anew.
    pub async fn at_rest(&self, element: &Element) -> Result<(), CmdError> {
        if self.engine == Engine::WebKit {
            self.still(element).await
        } else {
            Ok(())
        }
    }

    /// Waits until an element stays where it is: something above it may still grow.
    ///
    /// # Errors
    /// The element is gone, or was drawn anew.
    pub async fn still(&self, element: &Element) -> Result<(), CmdError> {
        const STILL: &str = "const [element, done] = arguments;
            let before;
            const look = () => {
              const { x, y } = element.getBoundingClientRect();
              const now = `${x} ${y}`;
              if (now === before) return done();
              before = now;
              // A page out of sight has no frames.
              setTimeout(look, 30);
            };
            look();";
        let element = serde_json::to_value(element)?;
        self.client.execute_async(STILL, vec![element]).await.map(drop)
    }

    /// The text that can be seen of an element, when it is there.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let element = self.find(selector).await?;
        element
            .text()
            .await
            .with_context(|| format!("Could not read `{selector}`."))
    }

    /// What a script returns; it reads `arguments`.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.client
            .execute(script, arguments)
            .await
            .with_context(|| format!("The script failed: {script}"))
    }

    /// Runs an asynchronous script, and returns what it passes to the callback that is the last of its `arguments`.
    pub async fn run_until_done(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let outcome = self.client.execute_async(script, arguments).await;
        outcome.with_context(|| format!("The script failed: {script}"))
    }

    /// Waits until a script returns something truthy, and returns that. `what` is in the error of a timeout.
    pub async fn wait(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let end = Instant::now() + PATIENCE;
        loop {
            // While a page is being left there may be nothing that could run a script.
            let last = self.client.execute(script, arguments.clone()).await;
            match &last {
                Ok(found) if !matches!(found, Value::Null | Value::Bool(false)) => return Ok(found.clone()),
                _ if Instant::now() < end => tokio::time::sleep(Duration::from_millis(10)).await,
                Ok(_) => bail!("Waited in vain: {what}"),
                Err(error) => bail!("Waited in vain: {what} ({error})"),
            }
        }
    }

    /// Presses keys, one after the other, in the focused element.
    pub async fn press_keys(&self, keys: &[char]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        let pressed = self.client.perform_actions(actions).await;
        pressed.with_context(|| format!("Could not press {keys:?}."))
    }

    /// Presses keys together: each is held until all are down.
    pub async fn press_together(&self, keys: &[char]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        let pressed = self.client.perform_actions(actions).await;
        pressed.with_context(|| format!("Could not press {keys:?}."))
    }

    /// Saves what can be seen as a picture.
    pub async fn screenshot(&self, path: &Path) -> Result<PathBuf> {
        let picture = self
            .client
            .screenshot()
            .await
            .context("Could not take a picture.")?;
        std::fs::create_dir_all(path.parent().unwrap_or(path))
            .and_then(|()| std::fs::write(path, picture))
            .with_context(|| format!("Could not write {}.", path.display()))?;
        Ok(path.to_owned())
    }

    /// Ends the browser as a person would.
    pub async fn close(self) -> Result<()> {
        self.client
            .clone()
            .close()
            .await
            .context("The browser did not close.")
    }
}
