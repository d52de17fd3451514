//! Rules over all that a screen reader says, as `tests/heard` keeps it.

use std::fs;
use std::path::Path;

/// The folder, and the journeys that fill it.
const HEARD: &str = "tests/heard";
const JOURNEYS: &str = "tests/e2e/heard";

/// Name and text of each file in a folder.
fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
            (name.to_owned(), fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    files.sort();
    files
}

/// What was done in a script, and what was heard then.
fn steps(script: &str) -> Vec<(&str, Vec<&str>)> {
    let mut steps = Vec::new();
    for line in script.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("    "), steps.last_mut()) {
            (None, _) if line.starts_with("== ") => {}
            (None, _) => steps.push((line, Vec::new())),
            (Some("(silence)"), Some(_)) => {}
            (Some(said), Some((_, heard))) => heard.push(said),
            (Some(said), None) => panic!("“{said}” is heard before anything was done"),
        }
    }
    steps
}

/// Each step of each script for which this finds a fault.
fn faults(fault: impl Fn(&str, &[&str]) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (name, script) in files(HEARD) {
        for (done, heard) in steps(&script) {
            if fault(done, &heard) {
                found.push(format!("{name}: {done}: {heard:?}"));
            }
        }
    }
    found
}

/// Asserts that these are the only faults, by the journey and something that was done or heard. Whoever mends one takes it out.
fn assert_known(mut found: Vec<String>, known: &[(&str, &str)]) {
    for (name, words) in known {
        let before = found.len();
        found.retain(|fault| !(fault.starts_with(name) && fault.contains(words)));
        assert_eq!(found.len() + 1, before, "mended: {name}, “{words}”");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_journey_has_its_script() {
    let code: String = files(JOURNEYS).into_iter().map(|(_, text)| text).collect();
    let mut named: Vec<&str> = code
        .split("by_ear(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    named.sort_unstable();
    let kept: Vec<String> = files(HEARD).into_iter().map(|(name, _)| name).collect();
    assert_eq!(kept, named);
}

/// In another website's page the check's own heading is of the second level.
#[test]
fn every_page_is_heard_with_where_one_is() {
    let found = faults(|done, heard| {
        done.ends_with(", to another page") && !heard.iter().any(|said| said.contains("heading level"))
    });
    assert_known(found, &[]);
}

#[test]
fn every_message_is_heard_once() {
    let found = faults(|done, heard| {
        let Some((_, told)) = done.split_once(", which tells “") else {
            return false;
        };
        let told = told.trim_end_matches('”');
        heard.iter().map(|said| said.matches(told).count()).sum::<usize>() != 1
    });
    assert_known(found, &[]);
}

#[test]
fn nothing_is_called_clickable_alone() {
    let found = faults(|_, heard| heard.iter().any(|said| said.trim_end_matches('.') == "clickable"));
    // A press on the words above a date leads into its field.
    assert_known(found, &[("plan", "By when")]);
}

/// Firefox calls everything clickable inside what listens for presses, and Orca reads that out.
#[test]
fn nothing_is_clickable_that_is_no_control() {
    let found: Vec<String> = files("tests/golden/trees/firefox")
        .into_iter()
        .flat_map(|(screen, tree)| {
            let lines: Vec<String> = tree
                .lines()
                .map(|line| format!("{screen}: {}", line.trim()))
                .collect();
            lines
        })
        .filter(|line| line.contains(", clickable"))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
