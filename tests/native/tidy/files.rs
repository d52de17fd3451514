//! Reads our own sources.

use std::fs;
use std::path::Path;

/// A text file of this repository.
pub(super) struct Source {
    /// Its path from the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    /// Its lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    /// `path:line` of each line for which this holds.
    pub(super) fn places(&self, holds: impl Fn(&str) -> bool) -> Vec<String> {
        self.lines()
            .filter(|(_, line)| holds(line))
            .map(|(at, line)| format!("{}:{at}: {}", self.path, line.trim()))
            .collect()
    }
}

/// Folders of what is built or fetched.
const BUILT: [&str; 4] = [
    "target",
    "dist",
    "tests/e2e/node_modules",
    "xtask/tools/node_modules",
];

/// One file.
pub(super) fn file(path: &str) -> Source {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    Source {
        path: path.to_owned(),
        text: fs::read_to_string(&full).unwrap_or_else(|error| panic!("{path}: {error}")),
    }
}

/// The files below these folders with one of these extensions, sorted by path.
pub(super) fn files(folders: &[&str], extensions: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in folders {
        let before = paths.len();
        collect(folder, extensions, &mut paths);
        assert!(paths.len() > before, "{folder}: no such files");
    }
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn collect(folder: &str, extensions: &[&str], paths: &mut Vec<String>) {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for entry in fs::read_dir(&full).unwrap_or_else(|error| panic!("{folder}: {error}")) {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = if folder == "." {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        if entry.path().is_dir() {
            let hidden = name.starts_with('.') && name != ".ci" && name != ".cargo";
            if !hidden && !BUILT.contains(&path.as_str()) {
                collect(&path, extensions, paths);
            }
        } else if extensions.iter().any(|extension| name.ends_with(extension)) {
            paths.push(path);
        }
    }
}

/// Asserts that nothing was found, and shows all of it otherwise.
pub(super) fn assert_none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

/// The words in double quotes of a text, in order. Good enough for our own sources.
pub(super) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('"').skip(1).step_by(2))
}

/// The identifiers of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}
