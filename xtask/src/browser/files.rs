//! Files that the page saves.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Browser, Engine, PATIENCE, SOON};

/// How browsers call a file that is not whole yet.
const UNFINISHED: [&str; 4] = [".crdownload", ".part", ".wkdownload", ".tmp"];

impl Browser {
    /// Does what saves a file, and returns the file's name and what is in it.
    pub async fn saved_file(&self, act: impl Future<Output = Result<()>>) -> Result<(String, Vec<u8>)> {
        let folder = self.downloads();
        // What was saved before is not what is waited for.
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        if self.engine == Engine::Chromium {
            let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
            self.devtools("Browser.setDownloadBehavior", behaviour).await?;
        }
        act.await?;
        let end = Instant::now() + PATIENCE;
        loop {
            for entry in fs::read_dir(&folder)?.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if UNFINISHED.iter().any(|ending| name.ends_with(ending)) || name.starts_with('.') {
                    continue;
                }
                let bytes = match fs::read(entry.path()) {
                    Ok(bytes) => bytes,
                    // Firefox takes the name with an empty file, and puts the whole one in its place later: for a
                    // moment there is none.
                    Err(error) if error.kind() == ErrorKind::NotFound => continue,
                    Err(error) => return Err(error).context("The file cannot be read."),
                };
                // At first the browser only takes the name.
                if !bytes.is_empty() {
                    return Ok((name, bytes));
                }
            }
            ensure!(
                Instant::now() < end,
                "No file was saved. In the folder: {:?}. The focus is on {}.",
                fs::read_dir(&folder).map(|entries| entries
                    .flatten()
                    .map(|entry| entry.file_name())
                    .collect::<Vec<_>>()),
                self.run("return document.activeElement?.outerHTML.slice(0, 300)", vec![])
                    .await?
            );
            tokio::time::sleep(SOON).await;
        }
    }

    fn downloads(&self) -> PathBuf {
        self.profile.join("Downloads")
    }
}
