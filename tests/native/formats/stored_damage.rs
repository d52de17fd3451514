//! A stored text that was cut, changed or never ours gives a named error, and never a panic.

use std::fs;

use super::vectors::files;
use partnership_health_check::formats::stored::{Loaded, StoredError, load};

/// The frozen texts.
fn texts() -> Vec<String> {
    files("tests/vectors/stored/v1", "json")
        .into_iter()
        .map(|file| fs::read_to_string(file).expect("a text"))
        .collect()
}

/// Those with one or two checks: what happens in a list of nine is the same.
fn short_texts() -> impl Iterator<Item = String> {
    texts().into_iter().filter(|text| text.len() < 1_500)
}

/// A text of version 1 with one check that has this inside.
fn with_member(member: &str) -> String {
    format!(r#"{{"phc":"stored","v":1,"checks":[{{"id":1,"started":2{member}}}]}}"#)
}

const UNREADABLE: Result<Loaded, StoredError> = Err(StoredError::Unreadable);
const NEWER: Result<Loaded, StoredError> = Err(StoredError::NewerVersion);

#[test]
fn every_cut_text_is_refused() {
    for text in texts() {
        for (end, _) in text.char_indices() {
            assert_eq!(load(&text[..end]), UNREADABLE, "{}", &text[..end]);
        }
    }
}

#[cfg(feature = "slow-tests")]
#[test]
fn every_changed_byte_is_taken_or_refused() {
    let replacements = "\0 \t\"\\{}[],:@-+.019aenrtuzE~\u{7F}é";
    for text in short_texts() {
        for (at, old) in text.char_indices() {
            for new in replacements.chars() {
                let mut changed = text.clone();
                changed.replace_range(at..at + old.len_utf8(), new.encode_utf8(&mut [0; 4]));
                let _ = load(&changed);
            }
        }
    }
}

#[test]
fn every_lost_byte_is_taken_or_refused() {
    for text in short_texts() {
        for (at, _) in text.char_indices() {
            let mut changed = text.clone();
            changed.remove(at);
            let _ = load(&changed);
        }
    }
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "",
        " ",
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "NaN",
        "\"stored\"",
        "[]",
        "{}",
        "[1]",
        "{\"checks\":[]}",
        r#"{"v":1,"checks":[]}"#,
        r#"{"phc":"stored","checks":[]}"#,
        r#"{"phc":"stored","v":1}"#,
        r#"{"phc":"other","v":1,"checks":[]}"#,
        r#"{"phc":"other","v":2,"checks":[]}"#,
        r#"{"phc":1,"v":1,"checks":[]}"#,
        r#"{"phc":"stored","v":0,"checks":[]}"#,
        r#"{"phc":"stored","v":-1,"checks":[]}"#,
        r#"{"phc":"stored","v":1.0,"checks":[]}"#,
        r#"{"phc":"stored","v":1e0,"checks":[]}"#,
        r#"{"phc":"stored","v":"1","checks":[]}"#,
        r#"{"phc":"stored","v":null,"checks":[]}"#,
        r#"{"phc":"stored","v":99999999999999999999,"checks":[]}"#,
        r#"{"phc":"stored","v":1,"checks":null}"#,
        r#"{"phc":"stored","v":1,"checks":{}}"#,
        r#"{"phc":"stored","v":1,"checks":[null]}"#,
        r#"{"phc":"stored","v":1,"checks":[],}"#,
        r#"{"phc":"stored","v":2,"checks":,}"#,
        r#"{"phc":"stored","v":2,"checks"::}"#,
        r#"{"phc":"stored","v":1,"checks":[]} x"#,
        r#"{"phc":"stored","v":1,"checks":[],"__proto__":{"polluted":true}}"#,
        r#"{"phc":"stored","v":1,"checks":[],"constructor":1}"#,
        "{'phc':'stored','v':1,'checks':[]}",
        "\u{FEFF}{\"phc\":\"stored\",\"v\":1,\"checks\":[]}",
        "PK\u{3}\u{4}",
    ] {
        assert_eq!(load(text), UNREADABLE, "{text}");
    }
}

#[test]
fn checks_that_cannot_be_are_refused() {
    assert!(load(&with_member("")).is_ok());
    let setup = |member: &str| {
        format!(r#","setup":{{"at":1,"length":"full","kind":"grant","side":"first"{member}}}"#)
    };
    assert!(load(&with_member(&setup(""))).is_ok());
    for member in [
        r#","id":null"#,
        r#","id":-1"#,
        r#","id":4294967296"#,
        r#","started":65536"#,
        r#","more":1"#,
        r#","responses":[]"#,
        r#","responses":{"A1.1":4}"#,
        r#","responses":{"A1.1":null}"#,
        r#","responses":{"A1.1":{"__proto__":1}}"#,
        r#","notes":{"Z9":"text@1"}"#,
        r#","notes":{"A1":"text"}"#,
        r#","notes":{"A1":"text@0"}"#,
        r#","stage":"flying@1""#,
        r#","stage":"forming""#,
        r#","finished":"65536@1""#,
        r#","finished":"soon@1""#,
        r#","reply":"soon chair@example.org@1""#,
        r#","reply":"65536 @1""#,
        r#","reply":"20760@1""#,
        r#","place":"256@1""#,
        r#","place":"@1""#,
        r#","setup":{}"#,
        &setup(r#","kind":"marriage""#),
        &setup(r#","length":"long""#),
        &setup(r#","side":"third""#),
        &setup(r#","sector":"army""#),
        &setup(r#","at":0"#),
        &setup(r#","more":0"#),
        r#","extra":{"at":0,"set":1,"statements":["We meet."]}"#,
        r#","extra":{"set":1,"statements":["We meet."]}"#,
        &setup(r#","partnership":null"#),
    ] {
        assert_eq!(load(&with_member(member)), UNREADABLE, "{member}");
    }
}

#[test]
fn a_newer_version_is_told_whatever_it_holds() {
    for text in [
        r#"{"phc":"stored","v":2}"#,
        r#"{"phc":"stored","v":4294967295,"checks":[]}"#,
        r#"{"v":2,"checks":{"all":[{"new":[1.5e3,-2,true,null,"\u00e9\"}"]}]},"phc":"stored"}"#,
        r#" { "phc" : "stored" , "v" : 2 , "checks" : "elsewhere" } "#,
    ] {
        assert_eq!(load(text), NEWER, "{text}");
    }
    for text in texts() {
        assert_eq!(
            load(
                &text
                    .replace(r#""v":1,"#, r#""v":2,"#)
                    .replace(r#""v" : 1 "#, r#""v" : 2 "#)
            ),
            NEWER
        );
    }
}

#[test]
fn a_newer_version_cut_short_is_unreadable() {
    let text = r#"{"phc":"stored","v":2,"checks":[{"a":"b"}]}"#;
    for end in 0..text.len() {
        assert_eq!(load(&text[..end]), UNREADABLE, "{end}");
    }
}

#[test]
fn depth_does_no_harm() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(load(&deep), UNREADABLE);
        assert_eq!(load(&with_member(&format!(r#","more":{deep}"#))), UNREADABLE);
        assert_eq!(
            load(&format!(r#"{{"phc":"stored","v":1,"checks":{deep}}}"#)),
            UNREADABLE
        );
        assert_eq!(
            load(&format!(r#"{{"phc":"stored","v":2,"checks":{deep}}}"#)),
            NEWER
        );
        assert_eq!(load(&open.repeat(1 << 20)), UNREADABLE);
    }
}

#[test]
fn a_megabyte_of_junk_is_refused() {
    for unit in [
        "x",
        "\"",
        "\\",
        "{",
        "[",
        "[[",
        "{\"a\":",
        " ",
        "0",
        "é",
        "\0",
        "{\"phc\":\"stored\",",
    ] {
        assert_eq!(load(&unit.repeat((1 << 20) / unit.len())), UNREADABLE, "{unit}");
    }
}

#[test]
fn long_names_and_notes_are_shortened() {
    let long = "W".repeat(5_000);
    let text = with_member(&format!(
        r#","setup":{{"at":1,"length":"full","kind":"grant","side":"first","partnership":"{long}"}},"notes":{{"A1":"{long}@2"}}"#
    ));
    let record = load(&text).expect("readable").record;
    let check = &record.checks[0];
    assert_eq!(check.setup.value.partnership.len(), 60);
    assert_eq!(check.notes[0].value.len(), 2_000);
}

#[test]
fn more_checks_than_a_device_can_keep_are_refused() {
    let text = |count| {
        let checks = vec![r#"{"id":1,"started":1}"#; count].join(",");
        format!(r#"{{"phc":"stored","v":1,"checks":[{checks}]}}"#)
    };
    assert!(load(&text(40_000)).is_ok());
    assert_eq!(load(&text(40_001)), UNREADABLE);
}
