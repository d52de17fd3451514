//! The WebAssembly module and the JavaScript beside it.

use std::{env, fs};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::split;
use crate::places;
use crate::program::{cargo, run};

const NAME: &str = "partnership-health-check";
const TARGET: &str = "wasm32-unknown-unknown";

/// What the browser is given of our Rust.
pub(super) struct Module {
    /// JavaScript that loads the module and passes values in and out.
    pub(super) glue: String,
    pub(super) wasm: Vec<u8>,
    /// The second module, which `glue` loads under the name that its placeholder `{{later}}` is given.
    pub(super) later: Vec<u8>,
}

pub(super) fn build() -> Result<Module> {
    let target = places::target();
    run(
        cargo(&["build", "--release", "--no-default-features", "--features", "web"])
            .args(["--bin", NAME, "--target", TARGET, "--target-dir"])
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", no_places_of_this_machine()),
    )?;

    let whole = fs::read(target.join(TARGET).join("release").join(format!("{NAME}.wasm")))
        .context("The module is not where cargo should have put it.")?;
    let parts = split::split(&whole, &target.join("split"))?;

    let mut output = Bindgen::new()
        .input_path(&parts.first)
        .out_name("phc")
        .web(true)?
        .typescript(false)
        // The page says where the module is, because its name has a hash.
        .omit_default_module_path(true)
        // After a panic the page starts a fresh instance of the same module.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen could not make the JavaScript beside the module.")?;
    ensure!(
        output.local_modules().is_empty() && output.snippets().values().all(Vec::is_empty),
        "The module brings JavaScript files of its own. Each would be one more request before the first \
         answer: put it into src/page/boot.js."
    );
    Ok(Module {
        glue: split::join_glue(output.js(), &parts.loader)?,
        wasm: output.wasm_mut().emit_wasm(),
        later: parts.later,
    })
}

/// Folders of this machine stand in panic messages. Shortened, they are no longer in the module, which is
/// then the same wherever it is built.
fn no_places_of_this_machine() -> String {
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=", places::root().display())];
    // The splitter follows these to see what each function needs.
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    if let Ok(home) = home {
        flags.push(format!("--remap-path-prefix={home}=cargo"));
    }
    flags.join("\u{1f}")
}
