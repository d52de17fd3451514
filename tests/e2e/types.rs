//! The declarations for TypeScript, as a page's author meets them: beside the loader, with the compiler.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use xtask::places;

use crate::support::address;

#[test]
fn the_declarations_take_what_is_right_and_refuse_what_is_wrong() -> Result<()> {
    // Makes the site, if no journey has.
    address("")?;
    let tests = places::root().join("tests/e2e");
    let folder = places::target().join("types");
    fs::create_dir_all(&folder)?;
    let name = "partnership-health-check.d.ts";
    fs::copy(places::test_site().join("embed").join(name), folder.join(name))
        .context("The site has no declarations.")?;
    fs::copy(tests.join("types/page.ts"), folder.join("page.ts"))?;
    let checked = Command::new("node")
        .arg(tests.join("node_modules/typescript/bin/tsc"))
        .args(["--noEmit", "--strict", "--target", "es2022", "--module", "esnext"])
        .args(["--moduleResolution", "bundler"])
        .arg(folder.join("page.ts"))
        .output()
        .context("The compiler cannot run.")?;
    let said = String::from_utf8_lossy(&checked.stdout);
    ensure!(checked.status.success(), "The compiler says:\n{said}");
    Ok(())
}
