//! What the page wrote to the console and requested from the network.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Browser;

impl Browser {
    /// Each line since the last time, with its level and where it came from: `SEVERE security ...` for what
    /// the Content-Security-Policy forbade, `SEVERE javascript ...` for an error that nobody caught.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.take_log("browser").await?;
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
    /// The address of each request since the last time, whoever it went to. Only for a browser that was
    /// started with the option.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let entries = self.take_log("performance").await?;
        let mut addresses = Vec::new();
        for entry in entries.as_array().into_iter().flatten() {
            let message = entry["message"].as_str().unwrap_or_default();
            let message: Value =
                serde_json::from_str(message).context("The log of the network is no JSON.")?;
            let event = &message["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let address = event["params"]["request"]["url"].as_str().unwrap_or_default();
                addresses.push(address.to_owned());
            }
        }
        Ok(addresses)
    }
}
