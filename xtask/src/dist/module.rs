//! The WebAssembly module and the JavaScript beside it.

use std::env;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::places;
use crate::program::{cargo, run};

const NAME: &str = "partnership-health-check";
const TARGET: &str = "wasm32-unknown-unknown";

/// What the browser is given of our Rust.
pub(super) struct Module {
    /// JavaScript that loads the module and passes values in and out.
    pub(super) glue: String,
    pub(super) wasm: Vec<u8>,
}

pub(super) fn build() -> Result<Module> {
    let target = places::target();
    run(
        cargo(&["build", "--release", "--no-default-features", "--features", "web"])
            .args(["--bin", NAME, "--target", TARGET, "--target-dir"])
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", no_places_of_this_machine()),
    )?;

    let mut output = Bindgen::new()
        .input_path(target.join(TARGET).join("release").join(format!("{NAME}.wasm")))
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
        glue: output.js().to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// Folders of this machine stand in panic messages. Shortened, they are no longer in the module, which is
/// then the same wherever it is built.
fn no_places_of_this_machine() -> String {
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=", places::root().display())];
    if let Ok(home) = home {
        flags.push(format!("--remap-path-prefix={home}=cargo"));
    }
    flags.join("\u{1f}")
}
