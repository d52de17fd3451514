//! Installs what is missing, and says so.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::places;
use crate::program::{is_installed, line, output, program, run};

const WASM: &str = "wasm32-unknown-unknown";

/// What building the page needs: the standard library for WebAssembly.
pub fn for_building() -> Result<()> {
    let library = output(&mut program(
        "rustc",
        &["--print", "target-libdir", "--target", WASM],
    ))?;
    if Path::new(&library).is_dir() {
        return Ok(());
    }
    announced(&mut program("rustup", &["target", "add", WASM]))
}

/// What the tests in a browser need: Chromium, its driver and axe.
pub fn for_testing() -> Result<()> {
    for_building()?;
    if !(is_installed("chromium") && is_installed("chromedriver")) {
        ensure!(
            is_installed("apt-get"),
            "The tests in a browser need the programs chromium and chromedriver. Install both."
        );
        let wait = ["-o", "DPkg::Lock::Timeout=300"];
        announced(program("apt-get", &wait).arg("update"))?;
        announced(
            program("apt-get", &wait)
                .args(["install", "-y", "--no-install-recommends"])
                .args(["chromium", "chromium-driver"]),
        )?;
    }
    let journeys = places::root().join("tests/e2e");
    if axe_is_fresh(&journeys).unwrap_or(false) {
        return Ok(());
    }
    announced(program("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(journeys))
}

/// Whether npm has installed since the lock file last changed.
fn axe_is_fresh(journeys: &Path) -> Result<bool> {
    let changed = |name: &str| {
        journeys
            .join(name)
            .metadata()?
            .modified()
            .context("The disk keeps no dates.")
    };
    Ok(changed("node_modules/.package-lock.json")? >= changed("package-lock.json")?)
}

fn announced(command: &mut Command) -> Result<()> {
    println!("Installing what is missing: {}", line(command));
    run(command)
}
