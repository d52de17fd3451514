//! The service worker of the own page, and the script that takes its place where a host no longer wants it.

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use super::minify::{Kind, minified};
use super::site::{HASH, Site};
use super::source;
use super::template::fill;

/// Its address never changes: browsers ask for it to learn of a new release.
const WORKER: &str = "service-worker.js";
/// For a host that renames it to `WORKER`.
const OFF: &str = "service-worker-off.js";

/// Adds both. The worker keeps every file that the site has so far.
pub(super) fn add(site: &mut Site) -> Result<()> {
    let files = site.list().to_string();
    let release = format!("{:x}", Sha256::digest(&files));
    let worker = fill(
        &source("src/page/worker.js")?,
        &[("files", &files), ("release", &release[..HASH])],
    )
    .context("src/page/worker.js cannot be filled in.")?;
    let off = source("src/page/worker-off.js")?;
    for (name, script) in [(WORKER, worker), (OFF, off)] {
        site.add(name, minified(&script, Kind::Script)?.as_bytes())?;
    }
    Ok(())
}
