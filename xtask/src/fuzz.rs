//! `cargo xtask fuzz`: texts made to break the readers, with an engine that keeps what takes a new way through one.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::program::{cargo, host, program, run};
use crate::{places, setup};

/// The readers, each with how many texts it gets if no number is given: links, which strangers send, get the most.
const READERS: [(&str, &str); 8] = [
    ("address", "1000000000"),
    ("pasted", "100000000"),
    ("file", "100000000"),
    ("table", "100000000"),
    ("language", "100000000"),
    ("words", "100000000"),
    ("stored", "100000000"),
    ("folder", "100000000"),
];

/// What the compiler adds so that the engine sees which way a text takes.
const WATCHED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Gives these readers, or all, so many texts each. What a reader fails on is left in `target/fuzz`, and so are texts that
/// took a new way; a few of those belong into `fuzz/corpus`.
pub fn fuzz(readers: &[&str], texts: Option<&str>) -> Result<()> {
    for name in readers {
        let names = READERS.map(|(name, _)| name);
        ensure!(
            names.contains(name),
            "There is no reader {name}; there are {}.",
            names.join(", ")
        );
    }
    setup::for_fuzzing()?;
    let folder = places::target().join("fuzz");
    let host = host()?;
    run(build(&host).arg("--target-dir").arg(&folder))?;
    let engine = folder.join(host).join("fuzz/fuzz");
    for (name, most) in READERS {
        if !readers.is_empty() && !readers.contains(&name) {
            continue;
        }
        let found = folder.join("corpus").join(name);
        fs::create_dir_all(&found).with_context(|| format!("Could not make {}.", found.display()))?;
        println!("\n== {name}");
        let mut command = program(
            &engine.to_string_lossy(),
            &["-max_len=65536", "-len_control=200", "-timeout=5"],
        );
        run(command
            .env("PHC_READER", name)
            .arg(format!("-runs={}", texts.unwrap_or(most)))
            .arg("-dict=fuzz/dictionary.txt")
            .arg("-print_final_stats=1")
            .arg(format!("-artifact_prefix={}/{name}-", folder.display()))
            .arg(&found)
            .arg(format!("fuzz/corpus/{name}")))?;
    }
    Ok(())
}

fn build(host: &str) -> Command {
    let options = [
        "--locked",
        "--package",
        "fuzz",
        "--features",
        "engine",
        "--profile",
        "fuzz",
    ];
    let mut command = cargo(&["build"]);
    // A target that is named keeps the flags from programs that run while building.
    command
        .args(options)
        .args(["--target", host])
        .env("RUSTFLAGS", WATCHED);
    command
}
