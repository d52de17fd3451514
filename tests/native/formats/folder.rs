//! The stored folder: it comes back as it was, and whatever else is there gives a named error.

use std::fs;

use super::any::{folder, text as any_text};
use super::vectors::files;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::topic::Topic;
use partnership_health_check::formats::folder::{load, save};
use partnership_health_check::formats::stored::StoredError;
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::Index;

const UNREADABLE: Result<Folder, StoredError> = Err(StoredError::Unreadable);
const NEWER: Result<Folder, StoredError> = Err(StoredError::NewerVersion);
/// A quick check, and a link of a newer version.
const LINK: &str = "AQGKBRwKqmlbVYAAdHcpag";
const NEWER_LINK: &str = "AgME0IWapg";

/// A text of version 1 with these entries.
fn with(entries: &str) -> String {
    format!(r#"{{"phc":"folder","v":1,"entries":[{entries}]}}"#)
}

/// The frozen texts.
fn texts() -> Vec<String> {
    let files = files("tests/vectors/folder/v1", "json");
    let read = |file| fs::read_to_string(file).expect("a text");
    files.into_iter().map(read).collect()
}

#[test]
fn frozen_texts_open_as_they_were_meant() {
    let files = files("tests/vectors/folder/v1", "json");
    assert!(files.len() >= 10, "{}", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let wanted = fs::read_to_string(file.with_extension("txt")).expect("what it means");
        let folder = load(&text).expect("readable");
        assert_eq!(describe(&folder), wanted, "{}", file.display());
        assert_eq!(load(&save(&folder)), Ok(folder), "{}", file.display());
    }
}

/// What a folder holds, line by line.
fn describe(folder: &Folder) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{text}").expect("a line");
    for entry in &folder.entries {
        line(format!("entry {} at {}", entry.id, entry.revision));
        let own = entry.marks.iter().filter(|mark| mark.revision != entry.revision);
        for mark in own {
            line(format!("  {} at {}", mark.id, mark.revision));
        }
        if entry.rest != entry.revision {
            line(format!("  rest at {}", entry.rest));
        }
        match &entry.item {
            Item::Removed => line("  removed".to_owned()),
            Item::Statements(set) => {
                line(format!(
                    "  statements {} {:?}",
                    set.fingerprint(),
                    set.statements()
                ));
            }
            Item::Comparison(comparison) => {
                line(format!(
                    "  comparison of day {}, {:?}",
                    comparison.day.0, comparison.name
                ));
                for partner in &comparison.partners {
                    let summary = &partner.summary;
                    line(format!(
                        "  partner {} {:?} in {}: {} {} day {} {:?} {:?}",
                        partner.id,
                        partner.label,
                        partner.organisation,
                        summary.length.id(),
                        summary.kind.id(),
                        summary.day.0,
                        summary.partnership,
                        summary.organisation
                    ));
                    if let Some(extra) = &summary.extra {
                        line(format!("    {} {:?}", extra.set(), extra.responses()));
                    }
                }
                for set in &comparison.sets {
                    line(format!("  set {} {:?}", set.fingerprint(), set.statements()));
                }
            }
            Item::Plan { of, plan } => {
                line(format!("  plan of {of}"));
                for step in &plan.steps {
                    let (topic, due) = (step.topic.map(Topic::id), step.due.map(|day| day.0));
                    line(format!(
                        "  step {} {topic:?} {:?} {:?} {due:?} {:?} {}",
                        step.id, step.what, step.owner, step.sign, step.done
                    ));
                }
            }
        }
    }
    out
}

#[test]
fn every_cut_text_is_refused() {
    for text in texts() {
        for (end, _) in text.trim_end().char_indices() {
            assert_eq!(load(&text[..end]), UNREADABLE, "{}", &text[..end]);
        }
    }
}

#[cfg(feature = "slow-tests")]
#[test]
fn every_changed_byte_is_taken_or_refused() {
    for text in texts().into_iter().filter(|text| text.len() < 700) {
        for (at, old) in text.char_indices() {
            for new in "\0 \"\\{}[],:@-.019anrtuz\u{7F}é".chars() {
                let mut changed = text.clone();
                changed.replace_range(at..at + old.len_utf8(), new.encode_utf8(&mut [0; 4]));
                let _ = load(&changed);
            }
        }
    }
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"phc":"stored","v":1,"checks":[]}"#,
        r#"{"phc":"folder","v":1}"#,
        r#"{"phc":"folder","entries":[]}"#,
        r#"{"phc":"folder","v":0,"entries":[]}"#,
        r#"{"phc":"folder","v":1,"entries":null}"#,
        r#"{"phc":"folder","v":1,"entries":[null]}"#,
        r#"{"phc":"folder","v":1,"entries":[],"more":1}"#,
        r#"{"phc":"folder","v":1,"entries":[]} x"#,
    ] {
        assert_eq!(load(text), UNREADABLE, "{text}");
    }
    assert_eq!(load(&with("")), Ok(Folder::default()));
}

#[test]
fn entries_that_cannot_be_are_refused() {
    let comparison = |partners: &str| {
        with(&format!(
            r#"{{"id":1,"revision":1,"comparison":{{"day":1,"partners":[{partners}]}}}}"#
        ))
    };
    let partner = |id| format!(r#"{{"id":{id},"organisation":0,"link":"{LINK}"}}"#);
    let partners = |count| comparison(&(1..=count).map(partner).collect::<Vec<_>>().join(","));
    assert!(load(&partners(1)).is_ok());
    assert!(load(&partners(30)).is_ok());
    assert_eq!(load(&partners(31)), UNREADABLE);
    assert_eq!(load(&comparison(&[partner(7), partner(7)].join(","))), UNREADABLE);
    for bad in [
        "null",
        "{}",
        r#"{"id":1,"organisation":0}"#,
        &format!(r#"{{"id":1,"link":"{LINK}"}}"#),
        &format!(r#"{{"organisation":0,"link":"{LINK}"}}"#),
        &format!(r#"{{"id":0,"organisation":0,"link":"{LINK}"}}"#),
        &format!(r#"{{"id":"1","organisation":0,"link":"{LINK}"}}"#),
        &format!(r#"{{"id":1,"organisation":30,"link":"{LINK}"}}"#),
        &format!(r#"{{"id":1,"organisation":256,"link":"{LINK}"}}"#),
        &format!(r#"{{"id":1,"organisation":"0","link":"{LINK}"}}"#),
        &format!(r#"{{"id":1,"organisation":0,"link":"{LINK}","more":1}}"#),
        &format!(r#"{{"id":1,"organisation":0,"link":"{}"}}"#, &LINK[1..]),
        r#"{"id":1,"organisation":0,"link":"hello"}"#,
    ] {
        assert_eq!(load(&comparison(bad)), UNREADABLE, "{bad}");
    }
    let plan = |steps: &str| {
        with(&format!(
            r#"{{"id":1,"revision":1,"plan":{{"of":7,"steps":[{steps}]}}}}"#
        ))
    };
    let step = |id| format!(r#"{{"id":{id},"what":"x"}}"#);
    let steps = |count| plan(&(1..=count).map(step).collect::<Vec<_>>().join(","));
    assert!(load(&steps(1)).is_ok());
    assert!(load(&steps(20)).is_ok());
    assert_eq!(load(&steps(21)), UNREADABLE);
    assert_eq!(load(&plan(&[step(7), step(7)].join(","))), UNREADABLE);
    for bad in [
        "{}",
        r#"{"what":"x"}"#,
        r#"{"id":0,"what":"x"}"#,
        r#"{"id":1}"#,
        r#"{"id":1,"what":""}"#,
        r#"{"id":1,"what":" "}"#,
        r#"{"id":1,"what":"x","topic":"Z9"}"#,
        r#"{"id":1,"what":"x","due":65536}"#,
        r#"{"id":1,"what":"x","due":"soon"}"#,
        r#"{"id":1,"what":"x","done":true}"#,
        r#"{"id":1,"what":"x","more":1}"#,
    ] {
        assert_eq!(load(&plan(bad)), UNREADABLE, "{bad}");
    }
    let removed = |ids: &str| {
        with(&format!(
            r#"{{"id":1,"revision":5,"plan":{{"of":7,"steps":[{{"id":1,"what":"x"}}]}},"removed":[{ids}]}}"#
        ))
    };
    let many = |count| {
        removed(
            &(2..2 + count)
                .map(|id| format!("[{id},1]"))
                .collect::<Vec<_>>()
                .join(","),
        )
    };
    assert!(load(&many(60)).is_ok());
    assert_eq!(load(&many(61)), UNREADABLE);
    for bad in ["[1,1]", "[2,1],[2,1]", "[2,0]", "[2,6]", "[2]", "2", "[2,1,1]"] {
        assert_eq!(load(&removed(bad)), UNREADABLE, "{bad}");
    }
    for bad in [
        r#"{"id":1,"revision":5,"removed":[[2,1]]}"#,
        r#"{"id":1,"revision":5,"rest":6,"plan":{"of":7,"steps":[]}}"#,
        r#"{"id":1,"revision":5,"plan":{"of":7,"steps":[{"id":1,"revision":6,"what":"x"}]}}"#,
        r#"{"id":1}"#,
        r#"{"revision":1}"#,
        r#"{"id":1,"revision":0}"#,
        r#"{"id":-1,"revision":1}"#,
    ] {
        assert_eq!(load(&with(bad)), UNREADABLE, "{bad}");
    }
}

#[test]
fn what_a_newer_version_wrote_is_told() {
    assert_eq!(load(r#"{"phc":"folder","v":2}"#), NEWER);
    assert_eq!(
        load(r#"{"v":3,"entries":{"new":[1.5,true]},"phc":"folder"}"#),
        NEWER
    );
    let entry = |link: &str| {
        let partner = format!(r#"{{"id":1,"organisation":0,"link":"{link}"}}"#);
        with(&format!(
            r#"{{"id":1,"revision":1,"comparison":{{"day":1,"partners":[{partner}]}}}}"#
        ))
    };
    assert_eq!(load(&entry(NEWER_LINK)), NEWER);
}

#[test]
fn a_megabyte_of_junk_is_refused() {
    for unit in [
        "x",
        "\"",
        "\\",
        "{",
        "[",
        "{\"a\":",
        " ",
        "é",
        r#"{"phc":"folder","v":1,"entries":["#,
    ] {
        assert_eq!(load(&unit.repeat((1 << 20) / unit.len())), UNREADABLE, "{unit}");
    }
}

proptest! {
    #![proptest_config(plays(40))]

    #[test]
    fn a_folder_comes_back_as_it_was(folder in folder()) {
        let text = save(&folder);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
        let loaded = load(&text);
        prop_assert_eq!(loaded.as_ref(), Ok(&folder));
        prop_assert_eq!(save(&loaded.expect("a folder")), text);
    }

    #[test]
    fn two_tabs_come_to_the_same(one in folder(), two in folder()) {
        let (mut here, mut there) = (one.clone(), two.clone());
        here.merge(two);
        there.merge(one);
        prop_assert_eq!(&here, &there);
        prop_assert!(!here.clone().merge(there));
    }

    #[test]
    fn any_text_is_loaded_or_refused(text in any_text(300), folder in folder(), place in any::<Index>()) {
        let _ = load(&text);
        let _ = load(&with(&text));
        let saved = save(&folder);
        let mut chars: Vec<char> = saved.chars().collect();
        let at = place.index(chars.len());
        chars[at] = text.chars().next().unwrap_or('x');
        let _ = load(&String::from_iter(chars));
    }
}
