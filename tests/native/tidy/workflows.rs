//! The workflows of a forge: each action and image is the one that was looked at, and has no more rights than it says.

use super::files::{Source, assert_none, files};

fn workflows() -> Vec<Source> {
    files(&[".github/workflows"], &[".yml"])
}

/// What stands behind a key, wherever it is, with the workflow it is in.
fn values(key: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for workflow in workflows() {
        for (at, line) in workflow.lines() {
            if let Some(value) = line.trim_start_matches([' ', '-']).strip_prefix(key) {
                found.push((format!("{}:{at}", workflow.path), value.trim().to_owned()));
            }
        }
    }
    assert!(!found.is_empty(), "the workflows could not be read: {key}");
    found
}

fn is_hash(text: &str, length: usize) -> bool {
    text.len() == length
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
}

/// A tag can be moved to other code; a commit cannot. The version beside it is for people.
#[test]
fn every_action_and_image_is_pinned() {
    let is_pinned = |value: &str| {
        let Some((name, rest)) = value.split_once('@') else {
            return false;
        };
        let Some((commit, version)) = rest.split_once(" # v") else {
            return false;
        };
        name.starts_with("actions/") && is_hash(commit, 40) && version.split('.').count() == 3
    };
    let is_summed = |value: &str| {
        value
            .split_once("@sha256:")
            .is_some_and(|(_, sum)| is_hash(sum, 64))
    };
    let is_ours = |value: &str| value.starts_with("./.github/workflows/");
    let (actions, images) = (values("uses: "), values("image: "));
    let loose: Vec<_> = actions
        .iter()
        .filter(|(_, value)| !is_ours(value) && !is_pinned(value))
        .chain(images.iter().filter(|(_, value)| !is_summed(value)))
        .map(|(at, value)| format!("{at}: {value}"))
        .collect();
    assert_none("Not pinned, or not by those who make the runners", &loose);
    assert!(
        images.iter().all(|(_, image)| *image == images[0].1),
        "tests and releases are made in one image: {images:?}"
    );
}

#[test]
fn no_workflow_has_more_rights_than_it_says() {
    let mut found = Vec::new();
    for workflow in workflows() {
        if !workflow.text.contains("\npermissions: {}\n") {
            found.push(format!("{}: does not begin without rights", workflow.path));
        }
        for forbidden in ["pull_request_target", "workflow_run", "secrets.", "write-all"] {
            found.extend(workflow.places(|line| line.contains(forbidden)));
        }
        let count = |text: &str| workflow.text.matches(text).count();
        let runners = count("\n    runs-on: ");
        if count("\n    timeout-minutes: ") != runners {
            found.push(format!("{}: a job without a limit of time", workflow.path));
        }
        if count("uses: actions/checkout@") != count("\n          persist-credentials: false\n") {
            found.push(format!("{}: leaves its rights on the disk", workflow.path));
        }
    }
    assert_none("Rights of workflows", &found);
}

/// What a workflow does, everybody can do.
#[test]
fn workflows_call_the_commands_that_everybody_has() {
    let called: Vec<_> = values("run: cargo ")
        .into_iter()
        .map(|(_, command)| command)
        .collect();
    assert_eq!(called.len(), 3, "{called:?}");
    for command in called {
        assert!(command.starts_with("xtask "), "{command}");
    }
}
