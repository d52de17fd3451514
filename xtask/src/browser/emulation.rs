//! Other screens, other settings, other machines.

use anyhow::{Context, Result};
use serde_json::json;

use super::{Browser, Engine};

/// A setting of the browser or the system that a person may have made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Nothing.
    Plain,
    /// A dark theme.
    Dark,
    /// The system's own few colours.
    ForcedColours,
    /// The same where they are light on dark.
    ForcedColoursDark,
    /// No motion.
    ReducedMotion,
    /// Paper.
    Print,
}

impl Browser {
    /// Whether [`Self::emulate`] works: no other driver has a word for it.
    pub fn can_emulate(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// Emulates this setting from now on.
    pub async fn emulate(&self, media: Media) -> Result<()> {
        let dark = json!({ "name": "prefers-color-scheme", "value": "dark" });
        let (kind, name, value) = match media {
            Media::Plain => ("", "", ""),
            Media::Dark => ("", "prefers-color-scheme", "dark"),
            Media::ForcedColours | Media::ForcedColoursDark => ("", "forced-colors", "active"),
            Media::ReducedMotion => ("", "prefers-reduced-motion", "reduce"),
            Media::Print => ("print", "", ""),
        };
        let features = if name.is_empty() {
            json!([])
        } else if media == Media::ForcedColoursDark {
            json!([{ "name": name, "value": value }, dark])
        } else {
            json!([{ "name": name, "value": value }])
        };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "media": kind, "features": features }),
        )
        .await?;
        Ok(())
    }

    /// Shows the page in a window of this size, in CSS pixels; outside Chromium what is around the page counts too.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine != Engine::Chromium {
            let resized = self.client.set_window_size(width, height).await;
            return resized.context("The window keeps its size.");
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// A slow phone on a slow network: four times slower, 1600 kbit/s, 150 ms a request.
    pub async fn slow_down(&self) -> Result<()> {
        let network = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": 1_600_000 / 8,
            "uploadThroughput": 750_000 / 8,
        });
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.emulateNetworkConditions", network).await?;
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
            .await?;
        Ok(())
    }
}
