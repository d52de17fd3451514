//! `phc decode` on a million links, as one core reads them.

use std::fs::{self, File};
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result};

use super::table::Figure;
use crate::places;
use crate::program::{cargo, program, run};

const LINKS: u32 = 1_000_000;

/// How long a link takes, in microseconds: at least a million a second and core.
pub(super) fn decode() -> Result<Figure> {
    let target = places::target();
    run(cargo(&[
        "build",
        "--quiet",
        "--no-default-features",
        "--profile",
        "native",
        "--bin",
        "phc",
    ])
    .args(["--example", "many_links", "--target-dir"])
    .arg(&target))?;
    let built = target.join("native");
    let links = target.join("links.txt");
    let made = File::create(&links).context("The file for the links cannot be made.")?;
    let example = built.join("examples").join("many_links");
    run(program(&example.to_string_lossy(), &[&LINKS.to_string()]).stdout(made))?;
    let begun = Instant::now();
    run(program(&built.join("phc").to_string_lossy(), &["decode"])
        .arg(&links)
        .stdout(Stdio::null())
        .stderr(Stdio::null()))?;
    let micros = begun.elapsed().as_secs_f64() * 1e6 / f64::from(LINKS);
    fs::remove_file(&links).context("The file with the links cannot be removed.")?;
    Ok(Figure::alone("phc decode, a link", "µs", micros).limits(1.0, 1.0))
}
