//! Kills a browser at once, so that it cannot write anything any more.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Browser;
use crate::program::run;

impl Browser {
    /// Kills every process of the browser (SIGKILL) and waits until none is left.
    pub fn kill(self) -> Result<()> {
        let end = Instant::now() + Duration::from_secs(10);
        loop {
            let processes = tree(&self.profile);
            if processes.is_empty() {
                return Ok(());
            }
            ensure!(Instant::now() < end, "These processes do not end: {processes:?}");
            let list: Vec<String> = processes.iter().map(u32::to_string).collect();
            // One may have ended with another; the next round looks again.
            let line = format!("kill -KILL {} 2>/dev/null || true", list.join(" "));
            run(Command::new("sh").args(["-c", &line])).context("Could not kill the browser.")?;
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The running processes that were started with this profile, and their descendants.
fn tree(profile: &Path) -> Vec<u32> {
    let mark = format!("--user-data-dir={}", profile.display());
    let mut parents = HashMap::new();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        let read = |name: &str| fs::read(entry.path().join(name)).unwrap_or_default();
        // A process that has ended and only waits to be noticed has no command line any more.
        let line = String::from_utf8_lossy(&read("cmdline")).into_owned();
        if line.is_empty() {
            continue;
        }
        if let Some(parent) = parent(&String::from_utf8_lossy(&read("stat"))) {
            parents.insert(id, parent);
        }
        if line.contains(&mark) {
            found.push(id);
        }
    }
    let mut next = 0;
    while let Some(&id) = found.get(next) {
        let children = parents.iter().filter(|(_, parent)| **parent == id);
        let children: Vec<u32> = children.map(|(child, _)| *child).collect();
        found.extend(
            children
                .into_iter()
                .filter(|child| !found.contains(child))
                .collect::<Vec<_>>(),
        );
        next += 1;
    }
    found
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
