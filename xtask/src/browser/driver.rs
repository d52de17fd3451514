//! `chromedriver`, on a free port, for as long as the value lives.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

pub(super) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Two drivers that start at once may choose the same port; one of them ends and is started again.
    pub(super) fn start() -> Result<Self> {
        Self::start_once().or_else(|_| Self::start_once())
    }

    fn start_once() -> Result<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Could not run chromedriver. `cargo xtask test` installs it.")?;
        let output = process.stdout.take().context("chromedriver has no output.")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| port(&line))
            .context("chromedriver did not say its port.")?;
        // Someone has to go on reading, or it stops when the pipe is full.
        thread::spawn(move || lines.for_each(drop));
        Ok(Self { process, port })
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its own way to end, which ends the browsers that it started too.
    fn ask_to_stop(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(
            stream,
            "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let asked = self.ask_to_stop();
        let end = Instant::now() + Duration::from_secs(5);
        while asked.is_ok() && Instant::now() < end {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        // Failing means that it has ended in the meantime.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads `ChromeDriver was started successfully on port 35291.`
fn port(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?
        .1
        .trim_end_matches('.')
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_port_is_in_the_greeting() {
        assert_eq!(
            super::port("ChromeDriver was started successfully on port 35291."),
            Some(35291)
        );
        assert_eq!(super::port("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
