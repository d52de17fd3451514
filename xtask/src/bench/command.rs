//! `phc decode` and `phc encode`: how long a link or a row takes one core, and whether ten million need more memory than
//! ten thousand.

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

/// Microseconds for a link, at least a million a second and core, and for a row; and how memory grows.
pub(super) fn phc() -> Result<[Figure; 4]> {
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
    let command = built.join("phc");
    let example = built
        .join("examples")
        .join("many_links")
        .to_string_lossy()
        .into_owned();

    let links = target.join("links.txt");
    let table = target.join("answers.csv");
    let made = File::create(&links).context("The file for the links cannot be made.")?;
    run(program(&example, &[&LINKS.to_string()]).stdout(made))?;
    let link = micros(&command, "decode", &links)?;
    let made = File::create(&table).context("The file for the table cannot be made.")?;
    run(program(&command.to_string_lossy(), &["decode"])
        .arg(&links)
        .stdout(made)
        .stderr(Stdio::null()))?;
    let row = micros(&command, "encode", &table)?;
    for file in [links, table] {
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed.", file.display()))?;
    }

    let few = output(Command::new(&example).arg(FEW.to_string()))?;
    let links_growth = growth(&command, "decode", &[], &few)?;
    let first = target.join("few.txt");
    fs::write(&first, &few).context("The file for a few links cannot be written.")?;
    let few = output(Command::new(&command).arg("decode").arg(&first))?;
    fs::remove_file(&first).context("The file with a few links cannot be removed.")?;
    let head = few
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1);
    let (head, rows) = few.split_at(head);
    let rows_growth = growth(&command, "encode", head, rows)?;
    Ok([
        Figure::alone("phc decode, a link", "µs", link).limits(1.0, 1.0),
        Figure::alone("phc decode, memory for 1,000 times as many", "x", links_growth).limits(1.1, 1.25),
        Figure::alone("phc encode, a row", "µs", row).limits(2.0, 3.0),
        Figure::alone("phc encode, memory for 1,000 times as many", "x", rows_growth).limits(1.1, 1.25),
    ])
}

/// What a program writes.
fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output().context("A program does not start.")?;
    Ok(output.stdout)
}

/// How long a line of a file with [`LINKS`] of them takes a command of `phc`, in microseconds.
fn micros(phc: &Path, command: &str, file: &Path) -> Result<f64> {
    let begun = Instant::now();
    run(program(&phc.to_string_lossy(), &[command])
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null()))?;
    Ok(begun.elapsed().as_secs_f64() * 1e6 / f64::from(LINKS))
}

/// How many times as much memory a command needs for [`TIMES`] times as many lines behind the first.
fn growth(phc: &Path, command: &str, head: &[u8], lines: &[u8]) -> Result<f64> {
    Ok(memory(phc, command, head, lines, TIMES)? / memory(phc, command, head, lines, 1)?)
}

/// The most memory, in kB, that the command had when it had read the lines this many times from a pipe.
fn memory(phc: &Path, command: &str, head: &[u8], lines: &[u8], times: u32) -> Result<f64> {
    let mut process = Command::new(phc)
        .arg(command)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("`phc` does not start.")?;
    let mut pipe = process.stdin.take().context("`phc` reads no text.")?;
    pipe.write_all(head).context("`phc` stopped reading.")?;
    for _ in 0..times {
        pipe.write_all(lines).context("`phc` stopped reading.")?;
    }
    // All but what the pipe holds has been read, and the command waits for more.
    let status = fs::read_to_string(format!("/proc/{}/status", process.id()))
        .context("The system does not tell how much memory a process has.")?;
    drop(pipe);
    process.wait().context("`phc` was lost.")?;
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
