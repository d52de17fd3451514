//! Chromium under remote control. Where to start: `Browser`; `driver` is the program between it and us,
//! `devtools` what WebDriver has no words for, `axe` the check for accessibility.

mod axe;
mod devtools;
mod driver;
mod emulation;
mod log;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

pub use axe::Findings;
use driver::Driver;
pub use emulation::Media;

/// How long anything may take that a test waits for. The machine may be busy; a person would have gone.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with a fresh profile. Close it at the end; dropping it closes it too, less politely.
pub struct Browser {
    client: Client,
    // Before the profile, so that the browser is gone when its folder goes.
    #[expect(dead_code, reason = "dropping it ends the browser")]
    driver: Driver,
    #[expect(dead_code, reason = "dropping it removes the folder")]
    profile: Option<TempDir>,
}

impl Browser {
    /// A browser that knows nothing yet.
    pub async fn start() -> Result<Self> {
        let profile = TempDir::with_prefix("phc-profile-").context("Could not make a profile folder.")?;
        let browser = Self::start_with_profile(profile.path()).await?;
        Ok(Self {
            profile: Some(profile),
            ..browser
        })
    }

    /// A browser that remembers what it did with this profile folder.
    pub async fn start_with_profile(profile: &Path) -> Result<Self> {
        let driver = Driver::start()?;
        let capabilities = json!({
            "goog:chromeOptions": { "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                format!("--user-data-dir={}", profile.display()),
            ] },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is written as an object")
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .context("Chromium did not start.")?;
        Ok(Self {
            client,
            driver,
            profile: None,
        })
    }

    /// All that WebDriver can do, for what has no helper here.
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
        let wait = self
            .client
            .wait()
            .at_most(PATIENCE)
            .every(Duration::from_millis(20));
        let found = wait.for_element(Locator::Css(selector)).await;
        found.with_context(|| format!("`{selector}` did not appear."))
    }

    /// Waits for an element and clicks on it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element
            .click()
            .await
            .with_context(|| format!("Could not click on `{selector}`."))
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

    /// What a script hands to the function that is the last of its `arguments`.
    pub async fn run_until_done(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let outcome = self.client.execute_async(script, arguments).await;
        outcome.with_context(|| format!("The script failed: {script}"))
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
            .context("Chromium did not close.")
    }
}
