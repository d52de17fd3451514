//! Every dependency says why it is there.

use super::files::{assert_none, file, files};

/// At most this many dependencies share one comment.
const SHARING: usize = 3;

#[test]
fn every_dependency_says_what_it_is_for() {
    let mut seen = 0;
    for path in ["Cargo.toml", "xtask/Cargo.toml"] {
        let (mut inside, mut since_comment) = (false, SHARING);
        for (at, line) in file(path).lines() {
            if line.starts_with('[') {
                inside = line.ends_with("dependencies]");
                since_comment = SHARING;
            } else if line.starts_with('#') {
                since_comment = 0;
            } else if line.is_empty() {
                since_comment = SHARING;
            } else if inside && line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                assert!(
                    since_comment < SHARING,
                    "{path}:{at}: a comment above says what it is for: {line}"
                );
                since_comment += 1;
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "the dependencies could not be read");
}

/// What is built is what `Cargo.lock` and the lock files of npm name: nothing is found anew, and no package of npm runs
/// a script of its own while it is installed.
#[test]
fn only_what_the_lock_files_name_is_built() {
    assert!(file(".cargo/config.toml").text.contains(" --locked "));
    let building = [
        "\"build\"",
        "\"test\"",
        "\"check\"",
        "\"clippy\"",
        "\"run\"",
        "\"install\",",
    ];
    let (mut seen, mut faults) = (0, Vec::new());
    for source in files(&["xtask/src"], &[".rs"]) {
        for (at, part) in source.text.match_indices('[') {
            let list = &source.text[at..source.text.len().min(at + 400)];
            let list = list.split(']').next().unwrap_or(list);
            let first = list.trim_start_matches(['[', ' ', '\n']);
            let is_building = list.contains("\"--") && building.iter().any(|word| first.starts_with(word));
            let wanted = if first.starts_with("\"ci\"") {
                "--ignore-scripts"
            } else {
                "--locked"
            };
            if is_building || wanted == "--ignore-scripts" {
                seen += 1;
                if !list.contains(wanted) && !list.contains("\"-y\"") {
                    faults.push(format!("{}: {part}{first}", source.path));
                }
            }
        }
    }
    assert!(seen >= 8, "{seen}");
    assert_none("These do not keep to a lock file", &faults);
}
