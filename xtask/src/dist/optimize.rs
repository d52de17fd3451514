//! Optimises the modules with wasm-opt, after the linker and wasm-bindgen.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::program::{program, run};
use crate::setup;

/// The WebAssembly features that our modules may use: those that the compiler assumes of a browser.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What is asked of it. The names of functions are for people with a debugger, and would be most of the file.
const PASSES: [&str; 8] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Optimises a module. Both forms are kept in `folder` under the name; the one before still has function names. It takes
/// most of a minute, so what was made of the same module by the same tool is taken again.
pub(super) fn optimized(wasm: &[u8], folder: &Path, name: &str) -> Result<Vec<u8>> {
    let file = |ending: &str| folder.join(format!("{name}.{ending}"));
    let (before, after, made_from) = (file("before.wasm"), file("wasm"), file("from"));
    let from = made_of(wasm)?;
    if fs::read_to_string(&made_from).is_ok_and(|made_from| made_from == from)
        && let Ok(optimized) = fs::read(&after)
    {
        return Ok(optimized);
    }
    // Until it is there, nothing says what it was made from.
    let _ = fs::remove_file(&made_from);
    fs::write(&before, wasm).with_context(|| format!("Could not write {}.", before.display()))?;
    run(program(&setup::tool("wasm-opt"), &FEATURES)
        .args(PASSES)
        .arg(&before)
        .arg("-o")
        .arg(&after))?;
    let optimized = fs::read(&after).with_context(|| format!("Could not read {}.", after.display()))?;
    fs::write(&made_from, from).with_context(|| format!("Could not write {}.", made_from.display()))?;
    Ok(optimized)
}

/// A sum of the module, the version of the tool and what is asked of it.
fn made_of(wasm: &[u8]) -> Result<String> {
    let tools = super::source("xtask/tools/package-lock.json")?;
    let asked = [FEATURES.concat(), PASSES.concat(), tools].concat();
    Ok(super::sums::sha256(&[asked.as_bytes(), wasm].concat()))
}
