//! Each sentence that promises something of answers stands in `tests/promises.toml`, beside the tests that hold it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::files::{assert_none, file};

/// What a promise sounds like.
const MARKS: [&str; 31] = [
    "sends nothing",
    "nothing is sent",
    "sends none of",
    "sends no ",
    "sends anything",
    "is sent anywhere",
    "to nobody",
    "not send the part",
    "not send that part",
    "ever sent",
    "no cookie",
    "visitor counts",
    "counts nobody",
    "stay in this browser",
    "stay in your browser",
    "stay in the visitor",
    "stay on the visitor",
    "into a link",
    "leave in a link",
    "go in only if",
    "along only if",
    "nobody sees",
    "who gets your",
    "is told your scores",
    "no answer is",
    "tells no answer",
    "an answer, except",
    "loads nothing",
    "calls nobody",
    "no other host",
    "receive none",
];

/// Where promises are made.
const SAYING: [&str; 11] = [
    "content/text/en/interface.toml",
    "content/text/en/pages.toml",
    "content/text/en/chair.toml",
    "docs/privacy.md",
    "docs/embedding.md",
    "docs/wordpress.md",
    "docs/hosting.md",
    "SECURITY.md",
    "src/embed/README.md",
    "wordpress/partnership-health-check/readme.txt",
    "wordpress/partnership-health-check/partnership-health-check.php",
];

#[derive(Deserialize)]
struct Table {
    promise: Vec<Promise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Promise {
    what: String,
    held_by: Vec<String>,
    says: Vec<String>,
}

fn table() -> Vec<Promise> {
    let table: Table = toml::from_str(&file("tests/promises.toml").text).expect("the table");
    table.promise
}

/// The sentences of a text, each on one line. A colon ends none.
fn sentences(path: &str) -> Vec<String> {
    let text = file(path).text;
    let kind = path.rsplit('.').next();
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        let line = line.trim();
        let begins = line.is_empty()
            || line.starts_with(['|', '#', '-'])
            || (line.starts_with("* ") && kind != Some("php"))
            || kind == Some("toml");
        let line = line.trim_start_matches("> ").trim_start_matches("* ");
        if begins {
            paragraphs.push(String::new());
        }
        let paragraph = paragraphs.last_mut().expect("one");
        paragraph.extend([line, " "]);
    }
    let mut found = Vec::new();
    for paragraph in paragraphs {
        // What is quoted in a list of texts, or in PHP.
        for part in paragraph.split(" = \"").flat_map(|part| part.split("__( '")) {
            let part = part.trim_start_matches('"');
            let mut sentence = String::new();
            for word in part.split_whitespace() {
                sentence.extend([word, " "]);
                let bare = word.trim_end_matches(['"', ',', '\'', ']', ')', '*']);
                if bare.ends_with(['.', '!', '?']) {
                    found.push(std::mem::take(&mut sentence));
                }
            }
            found.push(sentence);
        }
    }
    let tidy = |sentence: &String| {
        let ends: &[char] = &['"', ',', '\'', ' '];
        let sentence = sentence.trim().trim_end_matches("\",");
        sentence.trim_end_matches(ends).to_owned()
    };
    found.iter().map(tidy).collect()
}

#[test]
fn every_promise_stands_beside_the_test_that_holds_it() {
    let table = table();
    let known: BTreeSet<&str> = table
        .iter()
        .flat_map(|promise| &promise.says)
        .map(|says| says.trim_start_matches("* "))
        .collect();
    let mut unheld = Vec::new();
    let mut said = BTreeSet::new();
    for path in SAYING {
        for sentence in sentences(path) {
            let lower = sentence.to_lowercase();
            if known.contains(sentence.as_str()) {
                said.insert(sentence);
            } else if MARKS.iter().any(|mark| lower.contains(mark)) {
                unheld.push(format!("{path}: {sentence}"));
            }
        }
    }
    assert_none("No test holds these promises: tests/promises.toml", &unheld);
    let unsaid: Vec<_> = known
        .iter()
        .filter(|says| !said.contains(**says))
        .map(|says| (*says).to_owned())
        .collect();
    assert_none("Nothing says this any more", &unsaid);
}

#[test]
fn every_test_that_holds_a_promise_exists() {
    let mut gone = Vec::new();
    for promise in table() {
        assert!(
            !promise.held_by.is_empty() && !promise.says.is_empty(),
            "{}",
            promise.what
        );
        for test in &promise.held_by {
            let (path, name) = test.split_once(' ').expect("a path and a name");
            let text = file(path).text;
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            let is_there = lines.windows(2).any(|pair| {
                ["#[test]", "#[tokio::test]"].contains(&pair[0])
                    && pair[1]
                        .trim_start_matches("async ")
                        .starts_with(&format!("fn {name}("))
            });
            if !is_there {
                gone.push(format!("{}: {test}", promise.what));
            }
        }
    }
    assert_none("These tests are gone", &gone);
}
