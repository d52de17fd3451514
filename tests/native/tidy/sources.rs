//! Every source file, whatever it is about.

use super::files::{Source, assert_none, file, files};

fn rust() -> Vec<Source> {
    let mut sources = files(&["src", "xtask/src", "build", "tests"], &[".rs"]);
    sources.push(file("build.rs"));
    sources
}

#[test]
fn each_file_says_what_it_is_for() {
    let silent: Vec<_> = rust()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert_none("Begins with `//!` and a sentence", &silent);
}

#[test]
fn no_file_is_long() {
    let long: Vec<_> = files(&["src", "xtask/src", "build"], &[".rs", ".js"])
        .into_iter()
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert_none("At most 400 lines", &long);
}

/// What is heard takes minutes, and has a command of its own that runs it all.
#[test]
fn no_test_is_switched_off() {
    let off = ["#[", "ignore"].concat();
    let listened = "its minutes are those of `cargo xtask listen`";
    let found: Vec<_> = rust()
        .iter()
        .flat_map(|source| source.places(|line| line.contains(&off) && !line.contains(listened)))
        .collect();
    assert_none("No test is ignored", &found);
}

/// Where this was made is nobody's business, and would mislead who reads it elsewhere.
#[test]
fn no_file_tells_of_the_place_where_it_was_made() {
    let patterns = [["/wo", "rk/"], ["/tmp", "/wt"], ["registry ", "mirror"]].map(|parts| parts.concat());
    let texts = [
        ".rs", ".md", ".toml", ".css", ".js", ".html", ".json", ".txt", "run",
    ];
    let found: Vec<_> = files(&["."], &texts)
        .iter()
        .flat_map(|source| source.places(|line| patterns.iter().any(|pattern| line.contains(pattern))))
        .collect();
    assert_none("No path or host of a workplace", &found);
}

#[test]
fn tests_pair_lists_of_equal_length() {
    // `zip` ends with the shorter list, so what the longer one has more of is never looked at. Beside a list without an
    // end it does no harm.
    let paired = |line: &str| {
        line.contains(".zip(")
            && !["(0..)", "(1..)", ".cycle()"]
                .iter()
                .any(|endless| line.contains(endless))
    };
    let found: Vec<_> = files(&["tests/native", "tests/markup"], &[".rs"])
        .iter()
        .filter(|source| source.path != "tests/native/tidy/sources.rs")
        .flat_map(|source| source.places(paired))
        .collect();
    assert_none("Use `zip_eq`", &found);
}
