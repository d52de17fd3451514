//! Splits the module: the code needed before the first answer, and the rest, which is fetched
//! once the first screen is there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

/// Name of the split point in `src/browser/second.rs`.
const SECOND: &str = "second";

/// The two parts and the JavaScript between them.
pub(super) struct Parts {
    /// Path of the first part, which wasm-bindgen processes next.
    pub(super) first: PathBuf,
    /// The second part.
    pub(super) second: Vec<u8>,
    /// JavaScript that loads the second part.
    pub(super) loader: String,
}

/// Cuts the module in two.
pub(super) fn split(whole: &[u8], folder: &Path) -> Result<Parts> {
    fs::create_dir_all(folder).context("The folder for the parts of the module cannot be made.")?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(whole);
    options.output_dir = folder;
    options.main_out_path = &first;
    let split = transform(options).map_err(|error| anyhow!("The module cannot be cut in two: {error:#}"))?;
    let [second] = split.split_modules.as_slice() else {
        return Err(anyhow!(
            "The module should have one other part, but has {}.",
            split.split_modules.len()
        ));
    };
    Ok(Parts {
        first,
        second: fs::read(second).context("The second part of the module is missing.")?,
        loader: fs::read_to_string(folder.join("__wasm_split.js"))
            .context("The JavaScript that loads the second part is missing.")?,
    })
}

/// How the own page fetches the second module: a network that says nothing for a minute is told like one that fails.
pub(super) const FETCHED: &str =
    "fetch(new URL(\"./{{second}}\", import.meta.url), { signal: AbortSignal.timeout?.(60_000) })";

/// The glue with the loader inside it: one file fewer to ask for before the first answer. Each start of the
/// module gets a loader of its own, so that a start after a panic does not meet the old one's second part.
pub(super) fn join_glue(glue: &str, loader: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    let import = glue
        .lines()
        .find(|line| line.contains("__wasm_split.js") && line.starts_with("import"));
    let import = import
        .context("The glue does not import the loader of the second part.")?
        .to_owned();
    let name = import
        .split(' ')
        .nth(3)
        .context("The import of the loader has no name.")?
        .to_owned();
    once(&mut glue, &import, "")?;
    once(
        &mut glue,
        &format!("\"./__wasm_split.js\": {name},"),
        "\"./__wasm_split.js\": secondModule(),",
    )?;

    let mut loader: String = loader
        .lines()
        .filter(|line| !line.starts_with("import"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let export = format!("__wasm_split_load_{SECOND}");
    once(
        &mut loader,
        &format!("export const {export}"),
        &format!("const {export}"),
    )?;
    once(
        &mut loader,
        &format!("fetch(new URL(\"./split_{SECOND}.wasm\", import.meta.url))"),
        FETCHED,
    )?;
    // A host that serves .wasm under a wrong type must not stop the second part either.
    once(
        &mut loader,
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
    )?;
    // An answer for an instance that a panic has ended must not reach the one that took its place.
    let answer =
        "sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)(callbackData, success);";
    once(
        &mut loader,
        answer,
        &format!("if (instance === __wbg_instance_id) {answer}"),
    )?;
    Ok(format!(
        "{glue}\nfunction secondModule() {{\nconst instance = __wbg_instance_id;\n{loader}\nreturn {{ {export} }};\n}}\n"
    ))
}

/// Replaces a piece that must be there exactly once, so that a new version of a tool cannot break the page
/// unnoticed.
pub(super) fn once(text: &mut String, piece: &str, by: &str) -> Result<()> {
    ensure!(
        text.matches(piece).count() == 1,
        "The JavaScript of the tools has changed: `{piece}` should stand in it once."
    );
    *text = text.replacen(piece, by, 1);
    Ok(())
}
