//! Where a screen reader runs: a display, a session bus, a window manager and Orca, in folders of their own.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::browser::engine::MARK;
use crate::browser::kill::kill_all;
use crate::browser::screen::Screen;
use crate::program::{output, program};

/// Debian's Python: Orca is installed for that one alone.
const PYTHON: &str = "/usr/bin/python3";
/// Orca loads it by this name from its folder.
const CUSTOMIZATIONS: &str = "orca-customizations.py";
/// Switches accessibility on, as a person does in the settings of their desktop.
const SETTINGS: &str = "\
[org/gnome/desktop/interface]
toolkit-accessibility=true
[org/gnome/desktop/a11y/applications]
screen-reader-enabled=true
";
/// A window manager that binds no key: its own would swallow some of Orca's.
const WINDOWS: &str = "\
<openbox_config xmlns='http://openbox.org/3.4/rc'>
  <focus><focusNew>yes</focusNew></focus>
  <desktops><number>1</number></desktops>
  <keyboard></keyboard>
  <applications><application class='*'><maximized>yes</maximized></application></applications>
</openbox_config>
";

/// A desktop with a running Orca. Dropping it ends everything that was started in it.
pub struct Stage {
    folder: TempDir,
    variables: Vec<(&'static str, String)>,
    #[expect(dead_code, reason = "dropping it ends it, after what is drawn on it")]
    screen: Screen,
}

impl std::fmt::Debug for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stage in {}", self.folder.path().display())
    }
}

impl Stage {
    /// Starts everything but the browser; does not wait for Orca's first words.
    pub(super) fn start() -> Result<Self> {
        let screen = Screen::start()?;
        let folder = TempDir::with_prefix("phc-stage-").context("Could not make a folder.")?;
        let at = |name: &str| folder.path().join(name).display().to_string();
        let variables = vec![
            ("DISPLAY", screen.name.clone()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("GNOME_ACCESSIBILITY", "1".to_owned()),
            ("GSETTINGS_BACKEND", "keyfile".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("MOZ_ENABLE_WAYLAND", "0".to_owned()),
            ("PHC_SPEECH", at("speech")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_RUNTIME_DIR", at("run")),
            ("XDG_SESSION_TYPE", "x11".to_owned()),
        ];
        let mut stage = Self {
            folder,
            variables,
            screen,
        };
        stage.furnish()?;
        stage.connect()?;
        stage.run("/usr/libexec/at-spi-bus-launcher", &["--launch-immediately"])?;
        let windows = stage.path("windows.xml").display().to_string();
        stage.run("openbox", &["--config-file", &windows])?;
        let script = stage.customizations().display().to_string();
        stage.run(PYTHON, &[&script])?;
        Ok(stage)
    }

    /// What each program in it finds in its environment.
    pub(crate) fn variables(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.variables.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// What Orca has said: a line for each thing.
    pub(super) fn speech(&self) -> PathBuf {
        self.path("speech")
    }

    /// Presses keys or types, by the words of xdotool.
    pub(super) fn press(&self, words: &[&str]) -> Result<()> {
        output(&mut self.command("xdotool", words)).map(drop)
    }

    /// What the programs write that go wrong.
    pub(super) fn complaints(&self) -> String {
        fs::read_to_string(self.path("complaints")).unwrap_or_default()
    }

    fn complaints_file(&self) -> Result<fs::File> {
        let file = fs::File::options()
            .create(true)
            .append(true)
            .open(self.path("complaints"));
        file.context("The programs have no place for their complaints.")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn customizations(&self) -> PathBuf {
        self.path("data/orca").join(CUSTOMIZATIONS)
    }

    fn furnish(&self) -> Result<()> {
        for folder in ["run", "data/orca", "config/glib-2.0/settings"] {
            fs::create_dir_all(self.path(folder))?;
        }
        fs::write(self.path("speech"), "")?;
        fs::write(self.path("windows.xml"), WINDOWS)?;
        fs::write(self.path("config/glib-2.0/settings/keyfile"), SETTINGS)?;
        fs::write(self.customizations(), include_str!("orca-customizations.py"))?;
        Ok(())
    }

    /// Starts a session bus of its own, so that no program of the person at this machine is heard.
    fn connect(&mut self) -> Result<()> {
        let mut bus = self.command("dbus-daemon", &["--session", "--nofork", "--print-address=1"]);
        let mut bus = bus
            .stdout(Stdio::piped())
            .stderr(self.complaints_file()?)
            .spawn()
            .context("Could not run dbus-daemon. `cargo xtask listen` installs it.")?;
        let says = bus.stdout.take().context("The bus has no output.")?;
        let mut address = String::new();
        BufReader::new(says).read_line(&mut address)?;
        ensure!(!address.is_empty(), "The session bus did not start.");
        self.variables
            .push(("DBUS_SESSION_BUS_ADDRESS", address.trim().to_owned()));
        Ok(())
    }

    fn run(&self, name: &str, arguments: &[&str]) -> Result<()> {
        self.command(name, arguments)
            .stdout(Stdio::null())
            .stderr(self.complaints_file()?)
            .spawn()
            .with_context(|| format!("Could not run {name}. `cargo xtask listen` installs it."))
            .map(drop)
    }

    fn command(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = program(name, arguments);
        // What is set for the person at this machine leads to their own desktop.
        for name in ["AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        command
            .envs(self.variables())
            .env("HOME", self.folder.path())
            .env(MARK, self.folder.path());
        command
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Err(error) = kill_all(self.folder.path()) {
            eprintln!("{error:#}");
        }
    }
}
