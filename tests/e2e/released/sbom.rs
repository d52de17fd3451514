//! `sbom.cdx.json`: the schema of CycloneDX looks at it.

use std::process::Command;

use anyhow::Result;
use xtask::places;

use super::npm::run;
use super::released;

#[test]
fn the_list_of_what_is_inside_is_in_the_form_that_it_names() -> Result<()> {
    run(Command::new("node")
        .arg(places::root().join("tests/e2e/sbom.js"))
        .arg(released()?.path("sbom.cdx.json")))
}
