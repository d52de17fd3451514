//! `cargo xtask fuzz`: texts made to break the readers, with an engine that keeps what takes a new way through one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::program::{cargo, host, program, run};
use crate::{places, setup};

/// A reader, how many texts it gets if no number is given, and how long most of them are at most, in bytes.
type Reader = (&'static str, u64, u32);

/// The readers: links, which strangers send, get the most texts.
const READERS: [Reader; 8] = [
    ("address", 1_000_000_000, 512),
    ("pasted", 100_000_000, 2048),
    ("file", 100_000_000, 4096),
    ("table", 100_000_000, 2048),
    ("language", 100_000_000, 2048),
    ("words", 100_000_000, 512),
    ("stored", 100_000_000, 4096),
    ("folder", 100_000_000, 4096),
];

/// What the compiler adds so that the engine sees which way a text takes.
const WATCHED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table";

/// What it adds besides so that the engine sees what a text is compared with. It then gets through less than half as many texts, so
/// only one of so many is given to a reader built in this way: what it finds, the others begin with.
const COMPARED: (&str, u64) = ("-Cllvm-args=-sanitizer-coverage-trace-compares", 50);

/// Bytes of the longest text that is tried.
const LONGEST: u32 = 64 << 10;

/// Gives these readers, or all, so many texts each. What a reader fails on is left in `target/fuzz`, and so are texts that
/// took a new way; a few of those belong into `fuzz/corpus`.
pub fn fuzz(readers: &[&str], texts: Option<&str>) -> Result<()> {
    for name in readers {
        let names = READERS.map(|(name, ..)| name);
        ensure!(
            names.contains(name),
            "There is no reader {name}; there are {}.",
            names.join(", ")
        );
    }
    setup::for_fuzzing()?;
    let texts = texts
        .map(str::parse)
        .transpose()
        .context("How many texts is a number.")?;
    let finding = build("fuzz", &[WATCHED, COMPARED.0].join(" "))?;
    let many = build("fuzz-many", WATCHED)?;
    for (name, most, length) in READERS {
        if !readers.is_empty() && !readers.contains(&name) {
            continue;
        }
        let all: u64 = texts.unwrap_or(most);
        let first = all / COMPARED.1;
        println!("\n== {name}, texts that are compared");
        give(&finding, name, first, LONGEST)?;
        println!("\n== {name}, many texts");
        give(&many, name, all - first, length)?;
    }
    Ok(())
}

/// Gives a reader so many texts of at most this length, with what was found before.
fn give(engine: &Path, name: &str, texts: u64, length: u32) -> Result<()> {
    let folder = places::target().join("fuzz");
    let found = folder.join("corpus").join(name);
    fs::create_dir_all(&found).with_context(|| format!("Could not make {}.", found.display()))?;
    let mut command = program(
        &engine.to_string_lossy(),
        &["-len_control=200", "-timeout=5", "-dict=fuzz/dictionary.txt"],
    );
    run(command
        .env("PHC_READER", name)
        .arg(format!("-runs={texts}"))
        .arg(format!("-max_len={length}"))
        .arg("-print_final_stats=1")
        .arg(format!("-artifact_prefix={}/{name}-", folder.display()))
        .arg(&found)
        .arg(format!("fuzz/corpus/{name}")))
}

/// Builds the engine with these flags, in a folder of `target`, and says where it is.
fn build(folder: &str, flags: &str) -> Result<PathBuf> {
    let options = [
        "--locked",
        "--package",
        "fuzz",
        "--features",
        "engine",
        "--profile",
        "fuzz",
    ];
    let (host, folder) = (host()?, places::target().join(folder));
    run(cargo(&["build"])
        .args(options)
        // A target that is named keeps the flags from programs that run while building.
        .args(["--target", &host])
        .arg("--target-dir")
        .arg(&folder)
        .env("RUSTFLAGS", flags))?;
    Ok(folder.join(host).join("fuzz/fuzz"))
}
