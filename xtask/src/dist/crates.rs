//! Which crates are inside what is given away, and which only help to build it: as Cargo says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::program::{cargo, output};

/// Our own package, the root of each tree.
pub(crate) const OURS: &str = "partnership-health-check";

/// These write parts of the scripts, so parts of them are inside.
const WRITE_SCRIPTS: [&str; 2] = ["wasm-bindgen-cli-support", "wasm_split_cli_support"];

/// What one build takes: the options of `cargo tree`.
const MODULES: [&str; 7] = [
    "--no-default-features",
    "--features",
    "web",
    "--target",
    "wasm32-unknown-unknown",
    "--edges",
    "normal,no-proc-macro",
];
const PHC: [&str; 3] = ["--no-default-features", "--edges", "normal,no-proc-macro"];
const BUILDING: [&str; 6] = [
    "--package",
    "xtask",
    "--features",
    "partnership-health-check/web",
    "--edges",
    "normal,build",
];

/// Name and version.
pub(crate) type Id = (String, String);

/// What Cargo knows of a crate.
pub(crate) struct Crate {
    pub(crate) id: Id,
    /// An expression of SPDX.
    pub(crate) licence: String,
    pub(crate) authors: Vec<String>,
    /// Where its sources are.
    pub(crate) folder: PathBuf,
}

/// Crates, each with those that it asks for.
pub(crate) type Tree = BTreeMap<Id, BTreeSet<Id>>;

/// The crates in the modules, in `phc` and, by what they write, in the scripts. The root is ours.
pub(crate) fn inside() -> Result<Tree> {
    let mut all = tree(&MODULES)?;
    for (id, asks) in tree(&PHC)? {
        all.entry(id).or_default().extend(asks);
    }
    for id in while_building()?.into_keys() {
        if WRITE_SCRIPTS.contains(&id.0.as_str()) {
            all.entry(id).or_default();
        }
    }
    Ok(all)
}

/// The crates that build the page and the tool, those inside among them.
pub(crate) fn while_building() -> Result<Tree> {
    tree(&BUILDING)
}

fn tree(options: &[&str]) -> Result<Tree> {
    let mut command = cargo(&["tree", "--locked", "--prefix", "depth"]);
    if !options.contains(&"--package") {
        command.args(["--package", OURS]);
    }
    read(&output(command.args(options))?)
}

/// Reads lines such as `2memchr v2.8.3 (*)`: how deep it is, name, version. A crate that was there before comes without
/// what it asks for.
fn read(text: &str) -> Result<Tree> {
    let mut tree = Tree::new();
    let mut above: Vec<Id> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let start = line
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(line.len());
        let (depth, name) = line.split_at(start);
        let depth: usize = depth.parse().with_context(|| format!("No depth in `{line}`."))?;
        let mut words = name.split(' ');
        let id = words
            .next()
            .zip(words.next().and_then(|word| word.strip_prefix('v')));
        let (name, version) = id.with_context(|| format!("No crate in `{line}`."))?;
        let id = (name.to_owned(), version.to_owned());
        above.truncate(depth);
        ensure!(above.len() == depth, "`{line}` hangs in the air.");
        if let Some(parent) = above.last() {
            tree.entry(parent.clone()).or_default().insert(id.clone());
        }
        tree.entry(id.clone()).or_default();
        above.push(id);
    }
    ensure!(!tree.is_empty(), "Cargo names no crates.");
    Ok(tree)
}

/// What Cargo knows of all crates of the lock file that it has fetched.
pub(crate) fn known() -> Result<BTreeMap<Id, Crate>> {
    let text = output(&mut cargo(&[
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--all-features",
    ]))?;
    let all: Value = serde_json::from_str(&text).context("Cargo says nothing of the crates.")?;
    let packages = all["packages"].as_array().context("Cargo lists no crates.")?;
    let one = |package: &Value| {
        let text = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
        let id = (text("name"), text("version"));
        let authors = package["authors"].as_array().into_iter().flatten();
        let file = text("manifest_path");
        let known = Crate {
            id: id.clone(),
            // Older crates write a slash.
            licence: text("license").replace(" / ", " OR ").replace('/', " OR "),
            authors: authors.filter_map(Value::as_str).map(str::to_owned).collect(),
            folder: Path::new(&file).parent().unwrap_or(Path::new("")).to_owned(),
        };
        (id, known)
    };
    Ok(packages.iter().map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::{OURS, inside, read};

    #[test]
    fn a_tree_says_who_asks_for_whom() {
        let tree = read("0a v1.0.0 (/folder)\n1b v2.0.0\n2c v3.0.0\n1c v3.0.0 (*)\n").expect("a tree");
        let id = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        assert_eq!(tree.len(), 3);
        assert_eq!(
            tree[&id("a", "1.0.0")],
            [id("b", "2.0.0"), id("c", "3.0.0")].into()
        );
        assert_eq!(tree[&id("b", "2.0.0")], [id("c", "3.0.0")].into());
        assert!(read("2c v3.0.0").is_err());
    }

    #[test]
    fn what_only_builds_is_not_inside() {
        let inside = inside().expect("a tree");
        let has = |name: &str| inside.keys().any(|(found, _)| found == name);
        for name in [OURS, "yew", "qrcodegen", "csv-core", "wasm-bindgen-cli-support"] {
            assert!(has(name), "{name}");
        }
        for name in ["toml", "syn", "icu_plurals", "axum", "proptest"] {
            assert!(!has(name), "{name}");
        }
    }
}
