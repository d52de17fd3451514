//! The three browser engines, and how each of them is started.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::places;
use crate::program::{find, output, program};

/// Name of a variable by which the processes of a browser are known; its value is the profile folder.
pub(crate) const MARK: &str = "PHC_PROFILE";

/// Which engine draws the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// That of Chrome and Edge. All journeys run in it.
    #[default]
    Chromium,
    /// That of Firefox.
    Firefox,
    /// The closest to Safari on Linux: `WebKitGTK`, in its own small browser.
    WebKit,
}

impl Engine {
    /// Its WebDriver process, which listens on this port.
    pub(super) fn driver(self, port: u16, profile: &Path) -> Command {
        let port = format!("--port={port}");
        let mut command = match self {
            Self::Chromium => program("chromedriver", &[&port]),
            Self::Firefox => {
                // Only scripts in its own window can read the tree for screen readers.
                let mut command = program(&geckodriver(), &[&port, "--allow-system-access"]);
                command.env("HOME", profile);
                command
            }
            Self::WebKit => {
                // What it keeps lies in the folders of a person of its own.
                let mut command = program("WebKitWebDriver", &[&port]);
                command
                    .env("HOME", profile)
                    .env("LIBGL_ALWAYS_SOFTWARE", "1")
                    // Without a graphics card its layers are more than half of its work.
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
                for kind in ["CACHE", "CONFIG", "DATA"] {
                    command.env(format!("XDG_{kind}_HOME"), profile.join(kind));
                }
                command
            }
        };
        // Every process that comes of it carries this: see `kill`.
        command.env(MARK, profile);
        command
    }

    /// Writes what it reads when it starts: where it saves files.
    pub(super) fn prepare(self, profile: &Path) -> Result<()> {
        if self == Self::WebKit {
            let folder = profile.join("CONFIG");
            fs::create_dir_all(&folder)?;
            fs::write(
                folder.join("user-dirs.dirs"),
                "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n",
            )?;
        }
        Ok(())
    }

    /// Whether it needs a display, if only a virtual one.
    pub(super) fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// What a session asks for.
    pub(super) fn capabilities(
        self,
        options: &super::Options<'_>,
        profile: &Path,
    ) -> Result<Map<String, Value>> {
        let capabilities = match self {
            Self::Chromium => chromium(options, profile),
            Self::Firefox => firefox(options, profile),
            Self::WebKit => {
                let (binary, arguments) = match options.profile {
                    None => (mini_browser()?, vec!["--automation".to_owned()]),
                    Some(profile) => keeping_browser(profile),
                };
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": { "binary": binary, "args": arguments },
                })
            }
        };
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is written as an object")
        };
        Ok(capabilities)
    }
}

fn chromium(options: &super::Options<'_>, profile: &Path) -> Value {
    let mut logs = json!({ "browser": "ALL" });
    if options.requests {
        logs["performance"] = json!("ALL");
    }
    let mut chromium = json!({ "args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        format!("--user-data-dir={}", profile.display()),
    ] });
    if options.private
        && let Some(arguments) = chromium["args"].as_array_mut()
    {
        arguments.push(json!("--incognito"));
    }
    if options.preferences.is_object() {
        chromium["prefs"] = options.preferences.clone();
    }
    json!({ "goog:chromeOptions": chromium, "goog:loggingPrefs": logs })
}

fn firefox(options: &super::Options<'_>, profile: &Path) -> Value {
    let mut preferences = json!({
        "browser.privatebrowsing.autostart": options.private,
        // Its panel would take the focus from the page.
        "browser.download.alwaysOpenPanel": false,
        "browser.download.folderList": 2,
        "browser.download.dir": profile.join("Downloads"),
        "app.normandy.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
    });
    if options.heard_in.is_some() {
        // As for people who use a screen reader, even if the system does not tell that there is one.
        preferences["accessibility.force_disabled"] = json!(-1);
        // A driver makes every window think that it has the focus.
        preferences["focusmanager.testmode"] = json!(false);
    }
    json!({ "moz:firefoxOptions": {
        "binary": firefox_binary(),
        "args": firefox_arguments(options),
        "prefs": preferences,
    } })
}

/// Debian's long-lived Firefox, or whichever there is.
fn firefox_binary() -> String {
    let known = ["firefox-esr", "firefox"];
    let found = known.into_iter().find_map(find);
    found.map_or_else(|| known[0].to_owned(), |path| path.to_string_lossy().into_owned())
}

/// A profile that is kept is named; else its driver makes one and removes it.
fn firefox_arguments(options: &super::Options<'_>) -> Vec<String> {
    let mut arguments = Vec::new();
    if options.heard_in.is_none() {
        arguments.push("-headless".to_owned());
    }
    if let Some(profile) = options.profile {
        arguments.extend(["-profile".to_owned(), profile.display().to_string()]);
    }
    arguments
}

/// WebKit's own small browser forgets everything when a driver starts it. This one, a few lines of script around the same
/// engine, keeps what a person's browser keeps.
fn keeping_browser(profile: &Path) -> (String, Vec<String>) {
    let script = places::root().join("xtask/src/browser/keeping.js");
    let name = find("gjs").map_or_else(|| "gjs".to_owned(), |path| path.display().to_string());
    let arguments = [script.as_path(), profile].map(|path| path.display().to_string());
    (name, arguments.to_vec())
}

/// The driver of Firefox: one that is installed, or the one that `cargo xtask test` has built.
fn geckodriver() -> String {
    let own = places::built_tools().join("bin/geckodriver");
    if own.is_file() {
        own.to_string_lossy().into_owned()
    } else {
        "geckodriver".to_owned()
    }
}

/// Lies in a folder of the library, whose name has the machine's kind in it.
fn mini_browser() -> Result<String> {
    let files = output(&mut program("dpkg", &["-L", "libwebkit2gtk-4.1-0"]))?;
    let found = files.lines().find(|file| file.ends_with("/MiniBrowser"));
    found
        .map(str::to_owned)
        .context("WebKitGTK's MiniBrowser is not installed.")
}
