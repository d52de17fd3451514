//! Kills a browser at once, so that it cannot write anything any more.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Browser;
use super::engine::MARK;
use crate::program::run;

impl Browser {
    /// Kills every process of the browser (SIGKILL), and its driver, and waits until none is left.
    pub fn kill(self) -> Result<()> {
        kill_all(&self.profile).context("Could not kill the browser.")
    }
}

/// Kills everything that was started with this folder, and waits until none is left.
pub(crate) fn kill_all(profile: &Path) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        let processes = processes(profile);
        if processes.is_empty() {
            return Ok(());
        }
        ensure!(Instant::now() < end, "These processes do not end: {processes:?}");
        let list: Vec<String> = processes.iter().map(u32::to_string).collect();
        // One may have ended with another; the next round looks again.
        let line = format!("kill -KILL {} 2>/dev/null || true", list.join(" "));
        run(Command::new("sh").args(["-c", &line]))?;
        thread::sleep(Duration::from_millis(10));
    }
}

/// The running processes that we started with this profile: what they were started with says so, in a variable or, as a
/// process of Chromium may write its title over its variables, on the command line; or they descend from one of them.
fn processes(profile: &Path) -> Vec<u32> {
    let mark = [MARK.as_bytes(), b"=", profile.as_os_str().as_bytes(), b"\0"].concat();
    let mut others = Vec::new();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(id) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let read = |name: &str| fs::read(entry.path().join(name)).unwrap_or_default();
        let line = read("cmdline");
        // A process that has ended and only waits to be noticed has no command line any more.
        if line.is_empty() {
            continue;
        }
        if contains(&read("environ"), &mark) || contains(&line, profile.as_os_str().as_bytes()) {
            found.push(id);
        } else if let Some(parent) = parent(&String::from_utf8_lossy(&read("stat"))) {
            others.push((id, parent));
        }
    }
    let mut next = 0;
    while let Some(&id) = found.get(next) {
        found.extend(
            others
                .iter()
                .filter(|(_, parent)| *parent == id)
                .map(|(child, _)| *child),
        );
        next += 1;
    }
    found
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// The fourth word of `/proc/ID/stat`; the second is a name in brackets, which may hold anything.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_parent_is_read_behind_any_name() {
        assert_eq!(super::parent("12 (a) b) S 7 12 12 0"), Some(7));
    }
}
