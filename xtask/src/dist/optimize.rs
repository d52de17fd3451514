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

/// Optimises a module. Both forms are kept in `folder` under the name; the one before still has function names.
pub(super) fn optimized(wasm: &[u8], folder: &Path, name: &str) -> Result<Vec<u8>> {
    let (before, after) = (
        folder.join(format!("{name}.before.wasm")),
        folder.join(format!("{name}.wasm")),
    );
    fs::write(&before, wasm).with_context(|| format!("Could not write {}.", before.display()))?;
    run(program(&setup::tool("wasm-opt"), &FEATURES)
        // The names of functions are for people with a debugger, and would be most of the file.
        .args([
            "--flatten",
            "--rereloop",
            "-Oz",
            "-Oz",
            "--converge",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .arg(&before)
        .arg("-o")
        .arg(&after))?;
    fs::read(&after).with_context(|| format!("Could not read {}.", after.display()))
}
