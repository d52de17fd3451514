//! The WebDriver process of a browser, on a free port. Dropping the value ends it.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::screen::Screen;
use super::{Engine, Options};
use crate::program::run;

const PATIENCE: Duration = Duration::from_secs(10);

pub(super) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    // Ends after the browser that draws on it.
    #[expect(dead_code, reason = "dropping it ends it")]
    screen: Option<Screen>,
}

impl Driver {
    /// Somebody else may take the port before it does; then it ends, and is started again.
    pub(super) fn start(options: &Options<'_>, profile: &Path) -> Result<Self> {
        Self::start_once(options, profile).or_else(|_| Self::start_once(options, profile))
    }

    fn start_once(options: &Options<'_>, profile: &Path) -> Result<Self> {
        let engine = options.engine;
        let screen = engine.needs_screen().then(Screen::start).transpose()?;
        let port = free_port()?;
        let mut command = engine.driver(port, profile);
        command.envs(options.heard_in.iter().flat_map(|stage| stage.variables()));
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name);
        }
        let process = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // With the browser that it starts, so that both can be ended.
            .process_group(0)
            .spawn()
            .with_context(|| {
                format!("Could not run the driver of {engine:?}. `cargo xtask test` installs it.")
            })?;
        let mut driver = Self {
            engine,
            process,
            port,
            screen,
        };
        driver.wait()?;
        Ok(driver)
    }

    /// Waits until it listens.
    fn wait(&mut self) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.process.try_wait()? {
                bail!("The driver of {:?} has ended: {status}.", self.engine);
            }
            // Somebody else may have taken the port, and a driver that finds it taken needs a moment to end.
            if self.answers().unwrap_or(false) {
                return Ok(());
            }
            if Instant::now() > end {
                bail!("The driver of {:?} does not listen.", self.engine);
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Whether what listens is the driver.
    fn answers(&self) -> std::io::Result<bool> {
        let mut stream = self.ask("status")?;
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        let mut answer = Vec::new();
        let mut part = [0; 1024];
        // Chromium's keeps the connection open after its answer.
        while !answer.ends_with(b"}") {
            let read = stream.read(&mut part)?;
            if read == 0 {
                break;
            }
            answer.extend_from_slice(&part[..read]);
        }
        Ok(String::from_utf8_lossy(&answer).contains("\"ready\""))
    }

    /// Asks the driver for something without a session.
    fn ask(&self, what: &str) -> std::io::Result<TcpStream> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        let port = self.port;
        write!(
            stream,
            "GET /{what} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        Ok(stream)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // This closes the browsers that it started, too.
        let asked = self.engine == Engine::Chromium && self.ask("shutdown").is_ok();
        let end = Instant::now() + Duration::from_secs(5);
        while asked && Instant::now() < end {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        // Failing means that all of them have ended in the meantime.
        let line = format!("kill -s KILL -- -{} 2>/dev/null || true", self.process.id());
        let _ = run(Command::new("sh").args(["-c", &line]));
        let _ = self.process.wait();
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("No port is free.")?;
    Ok(listener.local_addr()?.port())
}
