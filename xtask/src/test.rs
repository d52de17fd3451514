//! `cargo xtask test`: every check, in order. A failing one does not stop the others; the last line counts.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};

use crate::dist::{Languages, dist};
use crate::program::{cargo, line, program, run};
use crate::{places, setup};

/// The package with the journeys in browsers.
const JOURNEYS: [&str; 4] = ["--package", "xtask", "--features", "browser"];

/// Runs everything; the exit code is a failure if anything failed.
pub fn test() -> Result<ExitCode> {
    let mut count = Count::default();
    count.step("setup", setup::for_testing);
    // Minutes of downloading, unpacking and building, meanwhile.
    let later = thread::spawn(|| (setup::for_supply(), setup::for_journeys()));
    count.command(&["fmt", "--all", "--check"]);
    count.step("workflows", workflows);
    // The heart of the program needs no browser.
    count.command(&["check", "--locked", "--no-default-features"]);
    count.command(&[
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--no-default-features",
        "--features",
        "partnership-health-check/ssr,partnership-health-check/slow-tests,xtask/browser",
        "--",
        "-D",
        "warnings",
    ]);
    count.command(&[
        "clippy",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "web",
        "--",
        "-D",
        "warnings",
    ]);
    // The page's compiler and the tools behind it keep one processor busy for minutes, and lock nothing that is built meanwhile.
    let site = thread::spawn(|| dist(&places::test_site(), Languages::RealAndPseudo));
    // In one build: all that needs no browser.
    count.tests(&[
        "--package",
        "partnership-health-check",
        "--package",
        "fuzz",
        "--no-default-features",
        "--features",
        "partnership-health-check/ssr,partnership-health-check/slow-tests",
    ]);
    // What does not compile is told below, where they run.
    drop(cargo(&["test", "--locked", "--no-run"]).args(JOURNEYS).status());
    let stopped = |_| (Ok(()), Err(anyhow!("The setup stopped in the middle.")));
    let (for_supply, for_journeys) = later.join().unwrap_or_else(stopped);
    count.step("licences, sources and versions", || {
        for_supply?;
        supply(&["check", "licenses", "sources", "bans"])
    });
    if has_known_holes() {
        count.step("known holes", || supply(&["--offline", "check", "advisories"]));
    }
    count.step("setup of the journeys", || for_journeys);
    let stopped = |_| Err(anyhow!("The build stopped in the middle."));
    count.step("dist", || site.join().unwrap_or_else(stopped));
    count.tests(&JOURNEYS);

    for name in &count.failed_steps {
        println!("Failed: {name}");
    }
    println!("{} passed, {} failed", count.passed, count.failed);
    Ok(if count.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Reads the workflows of the forge as it does. The reader is written for bundlers.
fn workflows() -> Result<()> {
    let bundle = places::target().join("workflows.cjs");
    let out = format!("--outfile={}", bundle.display());
    let source = "tests/e2e/workflows.js";
    let bundling = [source, "--bundle", "--platform=node", "--log-level=error", &out];
    run(&mut program(&setup::tool("esbuild"), &bundling))?;
    run(program("node", &[]).arg(bundle))
}

/// Holds all that we build from against `deny.toml`.
fn supply(check: &[&str]) -> Result<()> {
    let deny = setup::built_tool("cargo-deny");
    run(program(&deny, &["--workspace", "--locked"]).args(check))
}

/// Whether somebody has fetched the list of known holes, with `cargo deny fetch`. The tests never do: it changes without us.
fn has_known_holes() -> bool {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let lists = home.and_then(|home| home.join("advisory-dbs").read_dir().ok());
    lists.is_some_and(|lists| lists.flatten().any(|list| list.path().is_dir()))
}

#[derive(Default)]
struct Count {
    passed: usize,
    failed: usize,
    failed_steps: Vec<String>,
}

impl Count {
    /// A step that counts as one.
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        match step() {
            Ok(()) => self.passed += 1,
            Err(error) => {
                println!("{error:#}");
                self.fail(name);
            }
        }
    }

    fn command(&mut self, arguments: &[&str]) {
        let mut command = cargo(arguments);
        self.step(&line(&command), || run(&mut command));
    }

    /// Runs `cargo test`; each of its tests counts as one.
    fn tests(&mut self, arguments: &[&str]) {
        let mut command = cargo(&["test", "--locked"]);
        // One failing test binary does not stop the next.
        // A trace of calls would hide what failed: the sentence before it says that.
        command
            .arg("--no-fail-fast")
            .args(arguments)
            .env("RUST_BACKTRACE", "0");
        let name = line(&command);
        println!("\n== {name}");
        match run_and_count(&mut command) {
            Ok((passed, failed, succeeded)) => {
                self.passed += passed;
                self.failed += failed;
                if failed > 0 {
                    self.failed_steps.push(name);
                } else if !succeeded {
                    // It did not get as far as its tests.
                    self.fail(&name);
                }
            }
            Err(error) => {
                println!("{error:#}");
                self.fail(&name);
            }
        }
    }

    fn fail(&mut self, name: &str) {
        self.failed += 1;
        self.failed_steps.push(name.to_owned());
    }
}

/// Shows what the tests say while they run. Returns how many passed, how many failed, and whether the program
/// succeeded.
fn run_and_count(command: &mut Command) -> Result<(usize, usize, bool)> {
    let name = line(command);
    let mut process = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("Could not run `{name}`."))?;
    let output = process.stdout.take().context("The tests have no output.")?;
    let (mut passed, mut failed) = (0, 0);
    for line in BufReader::new(output).lines() {
        let line = line.context("Could not read what the tests say.")?;
        println!("{line}");
        if let Some(counts) = results(&line) {
            passed += counts.0;
            failed += counts.1;
        }
    }
    let status = process.wait().with_context(|| format!("`{name}` was lost."))?;
    ensure!(
        !status.success() || failed == 0,
        "`{name}` has failing tests and says that it succeeded."
    );
    Ok((passed, failed, status.success()))
}

/// Reads `test result: ok. 5 passed; 0 failed; 0 ignored; ...`.
fn results(line: &str) -> Option<(usize, usize)> {
    let counts = line.strip_prefix("test result: ")?;
    let before = |word: &str| counts.split_once(word)?.0.rsplit(' ').next()?.parse().ok();
    Some((before(" passed;")?, before(" failed;")?))
}

#[cfg(test)]
mod tests {
    use super::results;

    #[test]
    fn results_are_counted() {
        assert_eq!(
            results("test result: FAILED. 5 passed; 2 failed; 0 ignored"),
            Some((5, 2))
        );
        assert_eq!(results("test a::b ... ok"), None);
    }
}
