//! `phc decode`: how long a link takes one core, and whether ten million need more memory than ten thousand.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use super::table::Figure;
use crate::places;
use crate::program::{cargo, program, run};

const LINKS: u32 = 1_000_000;
/// Few links, and how many times as many the memory is measured with.
const FEW: u32 = 10_000;
const TIMES: u32 = 1_000;

/// How long a link takes, in microseconds: at least a million a second and core.
pub(super) fn decode() -> Result<[Figure; 2]> {
    let target = places::target();
    run(cargo(&[
        "build",
        "--quiet",
        "--locked",
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
    let example = built
        .join("examples")
        .join("many_links")
        .to_string_lossy()
        .into_owned();
    run(program(&example, &[&LINKS.to_string()]).stdout(made))?;
    let begun = Instant::now();
    run(program(&built.join("phc").to_string_lossy(), &["decode"])
        .arg(&links)
        .stdout(Stdio::null())
        .stderr(Stdio::null()))?;
    let micros = begun.elapsed().as_secs_f64() * 1e6 / f64::from(LINKS);
    fs::remove_file(&links).context("The file with the links cannot be removed.")?;

    let few = Command::new(&example)
        .arg(FEW.to_string())
        .output()
        .context("The few links cannot be made.")?
        .stdout;
    let command = built.join("phc");
    let growth = memory(&command, &few, TIMES)? / memory(&command, &few, 1)?;
    Ok([
        Figure::alone("phc decode, a link", "µs", micros).limits(1.0, 1.0),
        Figure::alone("phc decode, memory for 1,000 times as many", "x", growth).limits(1.1, 1.25),
    ])
}

/// The most memory, in kB, that the command had when it had read the links this many times from a pipe.
fn memory(command: &Path, links: &[u8], times: u32) -> Result<f64> {
    let mut process = Command::new(command)
        .arg("decode")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("`phc decode` does not start.")?;
    let mut pipe = process.stdin.take().context("`phc decode` reads no text.")?;
    for _ in 0..times {
        pipe.write_all(links).context("`phc decode` stopped reading.")?;
    }
    // All but what the pipe holds has been read, and the command waits for more.
    let status = fs::read_to_string(format!("/proc/{}/status", process.id()))
        .context("The system does not tell how much memory a process has.")?;
    drop(pipe);
    process.wait().context("`phc decode` was lost.")?;
    status
        .lines()
        .find_map(|line| {
            line.strip_prefix("VmHWM:")?
                .trim()
                .strip_suffix("kB")?
                .trim()
                .parse()
                .ok()
        })
        .context("The system does not tell the most memory that a process had.")
}
