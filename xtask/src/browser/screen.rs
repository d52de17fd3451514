//! A screen that nobody sees.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A display of its own. Dropping it ends it.
pub(crate) struct Screen {
    process: Child,
    /// What programs find it by: `:99`.
    pub(crate) name: String,
}

impl Screen {
    /// 1280 by 1024 pixels.
    pub(crate) fn start() -> Result<Self> {
        let mut process = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x1024x24",
                "-nolisten",
                "tcp",
                // On a busy machine a key may stay down for a while, which is not meant.
                "-r",
                "-ardelay",
                "60000",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Could not run Xvfb. `cargo xtask test` installs it.")?;
        let output = process.stdout.take().context("Xvfb has no output.")?;
        let mut number = String::new();
        BufReader::new(output)
            .read_line(&mut number)
            .context("Xvfb does not say its number.")?;
        let name = format!(":{}", number.trim());
        Ok(Self { process, name })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Failing means that it has ended in the meantime.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
