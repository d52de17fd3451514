//! Every dependency says why it is there.

use super::files::{assert_none, file, files};

/// At most this many dependencies share one comment.
const SHARING: usize = 3;

#[test]
fn every_dependency_says_what_it_is_for() {
    let mut seen = 0;
    for path in ["Cargo.toml", "fuzz/Cargo.toml", "xtask/Cargo.toml"] {
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

/// The bytes of each crate that may be in the page stand with what it is for.
#[test]
fn every_dependency_of_the_page_says_what_it_costs() {
    let manifest = file("Cargo.toml").text;
    let (_, list) = manifest.split_once("\n[dependencies]\n").expect("the list");
    let (list, _) = list.split_once("\n[dev-dependencies]\n").expect("its end");
    let (mut comment, mut above) = (String::new(), true);
    let (mut seen, mut faults) = (0, Vec::new());
    for line in list.lines() {
        if let Some(text) = line.strip_prefix('#') {
            if !above {
                comment.clear();
            }
            comment.push_str(text);
            above = true;
        } else if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            above = false;
            seen += 1;
            let costs = comment.split_once("In the page").map(|(_, costs)| costs);
            if !costs.is_some_and(|costs| costs.contains(|c: char| c.is_ascii_digit())) {
                faults.push(line.to_owned());
            }
        }
    }
    assert!(seen >= 10, "{seen}");
    assert_none(
        "“In the page” and its bytes are missing above these in Cargo.toml",
        &faults,
    );
}

/// JSON has no comments.
#[test]
fn every_package_of_npm_says_what_it_is_for() {
    for path in ["tests/e2e/package.json", "xtask/tools/package.json"] {
        let package: serde_json::Value = serde_json::from_str(&file(path).text).expect("JSON");
        let description = package["description"].as_str().expect("a description");
        assert!(
            description.contains("none of it in"),
            "{path}: what is in the page?"
        );
        for name in package["dependencies"].as_object().expect("a list").keys() {
            assert!(description.contains(name.as_str()), "{path}: what is {name} for?");
        }
    }
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
