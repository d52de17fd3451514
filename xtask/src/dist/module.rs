//! The WebAssembly module and the JavaScript beside it.

use std::{env, fs, thread};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::optimize::optimized;
use super::{names, split};
use crate::places;
use crate::program::{cargo, output, program, run};

const NAME: &str = "partnership-health-check";
const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library is built with the module, for size, and so that a panic stops at once instead of
/// composing a message that nobody reads. The compiler of the toolchain file does that only when told that
/// unstable options may be used. Measured: an eighth of the module.
const SMALL_STANDARD_LIBRARY: [&str; 4] = [
    "-Z",
    "build-std=std,panic_abort",
    "-Z",
    "build-std-features=optimize_for_size",
];

/// What the browser is given of our Rust.
pub(super) struct Module {
    /// JavaScript that loads the module and passes values in and out.
    pub(super) glue: String,
    pub(super) wasm: Vec<u8>,
    /// The second module, which `glue` loads under the name that its placeholder `{{second}}` is given.
    pub(super) second: Vec<u8>,
}

pub(super) fn build() -> Result<Module> {
    let target = places::target();
    run(cargo(&[
        "build",
        "--locked",
        "--release",
        "--no-default-features",
        "--features",
        "web",
    ])
    .args(SMALL_STANDARD_LIBRARY)
    .args(["--bin", NAME, "--target", TARGET, "--target-dir"])
    .arg(&target)
    .env("RUSTC_BOOTSTRAP", "1")
    .env("CARGO_ENCODED_RUSTFLAGS", flags()?))?;

    let whole = fs::read(target.join(TARGET).join("release").join(format!("{NAME}.wasm")))
        .context("The module is not where cargo should have put it.")?;
    let folder = target.join("split");
    let parts = split::split(&whole, &folder)?;

    let mut output = Bindgen::new()
        .input_path(&parts.first)
        .out_name("phc")
        .web(true)?
        .typescript(false)
        // The page says where the module is, because its name has a hash.
        .omit_default_module_path(true)
        // After a panic the page starts a fresh instance of the same module.
        .reset_state_function(true)
        // The second module works with the first one's table of functions.
        .keep_lld_exports(true)
        .generate_output()
        .context("wasm-bindgen could not make the JavaScript beside the module.")?;
    ensure!(
        output.local_modules().is_empty() && output.snippets().values().all(Vec::is_empty),
        "The module brings JavaScript files of its own. Each would be one more request before the first \
         answer: put it into src/page/boot.js."
    );
    let glue = split::join_glue(output.js(), &parts.loader)?;
    let module = output.wasm_mut();
    let glue = names::shorten(module, &glue)?;
    let first = module.emit_wasm();
    let (wasm, second) = thread::scope(|both| {
        let first = both.spawn(|| optimized(&first, &folder, "phc_first"));
        let second = optimized(&parts.second, &folder, "phc_second");
        (first.join(), second)
    });
    let wasm = wasm.map_err(|_| anyhow!("Optimising the first module stopped in the middle."))??;
    Ok(Module {
        glue,
        wasm,
        second: second?,
    })
}

/// What the compiler is told beside the profile in Cargo.toml.
fn flags() -> Result<String> {
    let mut flags = without_places()?;
    let small = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ];
    flags.extend(small.map(str::to_owned));
    // The splitter follows these to see what each function needs.
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    Ok(flags.join(BETWEEN))
}

/// What stands between two flags in Cargo's variable.
pub(crate) const BETWEEN: &str = "\u{1f}";

/// Flags that shorten the folders of this machine, which stand in what is built. So it is the same wherever it is built.
pub(crate) fn without_places() -> Result<Vec<String>> {
    let flags = here()?
        .into_iter()
        .map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    Ok(flags.collect())
}

/// Folders of this machine that a compiler may write into what it builds, each with what it is to write instead.
pub(crate) fn here() -> Result<Vec<(String, &'static str)>> {
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")));
    let compiler = output(&mut program("rustc", &["--print", "sysroot"]))?;
    // Its folder may be a link to another.
    let linked = fs::canonicalize(&compiler)?.display().to_string();
    let mut places = vec![
        (places::root().display().to_string(), ""),
        (compiler, "rust"),
        (linked, "rust"),
        (places::target().display().to_string(), "target"),
    ];
    places.extend(home.map(|home| (home, "cargo")));
    Ok(places)
}
