//! What the page left in the console: errors nobody caught, warnings, and what the policy forbade.

use anyhow::Result;
use serde_json::Value;

use super::Browser;

impl Browser {
    /// Each line since the last time, with its level and where it came from: `SEVERE security ...` for what
    /// the Content-Security-Policy forbade, `SEVERE javascript ...` for an error that nobody caught.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.take_log().await?;
        let word = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let line = |entry| {
            format!(
                "{} {} {}",
                word(entry, "level"),
                word(entry, "source"),
                word(entry, "message")
            )
        };
        Ok(entries.as_array().into_iter().flatten().map(line).collect())
    }
}
