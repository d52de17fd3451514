//! Files that are read back: whole or not at all, with the field and the line of what is wrong.

use std::fs;

use super::any::{comparison, folder, record, summary, text as any_text};
use super::link_forms::comparisons;
use super::vectors::{files, links};
use partnership_health_check::domain::check::{Check, Revised};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::import::{self, ImportError, ImportFault, Imported};
use partnership_health_check::formats::link::LinkError;
use partnership_health_check::formats::{export, folder as stored_folder, stored};
use proptest::prelude::*;

use crate::plays::plays;
use proptest::sample::Index;

fn error(text: &str) -> (usize, String, ImportFault) {
    let ImportError { line, field, fault } = import::json(text).expect_err(text);
    (line, field, fault)
}

/// A file with one member a line.
fn pretty(text: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    serde_json::to_string_pretty(&value).expect("JSON")
}

#[test]
fn what_was_exported_is_read() {
    for link in links() {
        let file = export::json::summary(&link.summary, None);
        let wanted = Ok(Imported::Summary(Box::new(link.summary), None));
        assert_eq!(import::json(&file), wanted);
        assert_eq!(import::json(&pretty(&file)), wanted);
        assert_eq!(import::json(&format!("\u{FEFF}{file}\r\n")), wanted);
    }
    for link in comparisons() {
        let file = export::json::comparison(&link.meaning, true);
        assert_eq!(
            import::json(&pretty(&file)),
            Ok(Imported::Comparison(link.meaning)),
            "{}",
            link.name
        );
    }
}

#[test]
fn readable_values_may_be_left_out() {
    let link = &links()[0];
    let payload = &link.fragment[5..];
    let file = format!(r#"{{"phc":"summary","v":1,"link":"{payload}"}}"#);
    assert_eq!(
        import::json(&file),
        Ok(Imported::Summary(Box::new(link.summary.clone()), None))
    );
}

#[test]
fn a_file_changed_by_hand_is_refused_with_its_field_and_line() {
    let eight = comparisons()
        .into_iter()
        .find(|link| link.name == "eight full checks")
        .expect("the link");
    let file = pretty(&export::json::comparison(&eight.meaning, true));
    let before: Vec<&str> = file.lines().collect();
    let mut seen = 0;
    for (at, written) in before.iter().enumerate() {
        let Some((name, value)) = written.split_once(": \"") else {
            continue;
        };
        if ["phc", "link", "written_by"]
            .iter()
            .any(|known| name.contains(known))
        {
            continue;
        }
        seen += 1;
        let mut changed: Vec<String> = before.iter().map(|line| (*line).to_owned()).collect();
        changed[at] = format!("{name}: \"x{value}");
        let (line, field, fault) = error(&changed.join("\n"));
        assert_eq!((line, fault), (at + 1, ImportFault::Differs));
        let name = name.trim().trim_matches('"');
        assert!(field.ends_with(name), "{field} {name}");
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn faults_are_named() {
    let summary = |members: &str| format!("{{\"phc\":\"summary\",\"v\":1{members}}}");
    for (text, wanted) in [
        ("", (1, "", ImportFault::NotJson)),
        ("hello", (1, "", ImportFault::NotJson)),
        ("{}", (1, "", ImportFault::NotOurs)),
        ("[\n1,\n2]", (1, "", ImportFault::NotOurs)),
        ("{\"a\":\n[1,\n nope]}", (3, "a[1]", ImportFault::NotJson)),
        ("{\"a\":{\"b\":1.5}}", (1, "a.b", ImportFault::NotJson)),
        (
            "{\"phc\":\"summary\",\"v\":2,\"x\":[1.5]}",
            (1, "", ImportFault::NewerVersion),
        ),
        (
            "{\"phc\":\"comparison\",\"v\":2}",
            (1, "", ImportFault::NewerVersion),
        ),
        ("{\"phc\":\"stored\",\"v\":2}", (1, "", ImportFault::NewerVersion)),
        ("{\"phc\":\"folder\",\"v\":2}", (1, "", ImportFault::NewerVersion)),
        ("{\"phc\":\"stored\",\"v\":1}", (1, "", ImportFault::Unreadable)),
        (&summary(""), (1, "link", ImportFault::Link(LinkError::NotALink))),
        (
            &summary(",\n\"link\":\"AQEA\""),
            (2, "link", ImportFault::Link(LinkError::CutOff)),
        ),
        (
            &summary(",\"link\":\"AQGKBRwKqmlbVYAAdHcpag\",\n\"more\":1"),
            (2, "more", ImportFault::Differs),
        ),
        (
            &summary(",\"link\":\"AQGKBRwKqmlbVYAAdHcpag\",\"__proto__\":{\"polluted\":1}"),
            (1, "__proto__.polluted", ImportFault::Differs),
        ),
    ] {
        assert_eq!(error(text), (wanted.0, wanted.1.to_owned(), wanted.2), "{text}");
    }
}

/// The stored texts of the vectors, one member a line.
fn stored_texts() -> Vec<String> {
    ["tests/vectors/stored/v1", "tests/vectors/folder/v1"]
        .into_iter()
        .flat_map(|folder| files(folder, "json"))
        .map(|path| pretty(&fs::read_to_string(path).expect("a vector")))
        .collect()
}

#[test]
fn a_stored_text_that_was_cut_is_refused_with_its_field_and_line() {
    for text in stored_texts() {
        assert!(import::json(&text).is_ok(), "{text}");
        let (line, field, fault) = error(&format!("{text}]"));
        assert_eq!((line, field.as_str()), (text.lines().count(), ""), "{text}");
        assert_eq!(fault, ImportFault::NotJson);
        // Behind the first two members, which say what it is.
        for (line, _) in text.lines().enumerate().skip(3) {
            let cut: Vec<&str> = text.lines().take(line).collect();
            let (found, field, fault) = error(&cut.join("\n"));
            assert_eq!(fault, ImportFault::NotJson, "{cut:?}");
            assert!(found.abs_diff(line) <= 1, "{line} is told as {found} in {cut:?}");
            // Between two members of the whole file there is no field.
            let last = cut.last().copied().unwrap_or_default();
            assert!(
                !field.is_empty() || last.starts_with("  ") && !last.starts_with("   "),
                "{cut:?}"
            );
        }
    }
}

#[test]
fn hostile_files_are_refused() {
    for unit in ["[", "{\"a\":", "x", "\"", " ", "1,", "\0", "é"] {
        let text = unit.repeat((1 << 20) / unit.len());
        assert!(import::json(&text).is_err());
        let fault = error(&format!("{text}{text}")).2;
        assert_eq!(fault, ImportFault::TooLong);
    }
    // A long name is not shown, and costs nothing for each value below it.
    let long = format!("{{\"{}\":[{}0]}}", "a".repeat(400_000), "0,".repeat(300_000));
    assert_eq!(error(&long), (1, String::new(), ImportFault::NotJson));
    let many = "\"kind\":\"grant\",".repeat(60_000);
    let file = format!("{{\"phc\":\"summary\",\"v\":1,{many}\"link\":\"AQGKBRwKqmlbVYAAdHcpag\"}}");
    assert_eq!(error(&file).2, ImportFault::Differs);
}

#[test]
fn whatever_a_device_keeps_can_be_opened_again() {
    let check = |id| {
        let mut check = Check::new(id, Day(20_700));
        for note in &mut check.notes {
            *note = Revised {
                revision: 1,
                value: "x".repeat(2_000),
            };
        }
        check
    };
    let record = Record {
        checks: (1..=40).map(check).collect(),
        removed: Vec::new(),
    };
    let text = stored::save(&record);
    assert!(text.len() > import::MOST_BYTES);
    let Ok(Imported::Record(loaded)) = import::json(&text) else {
        panic!("{:?}", import::json(&text));
    };
    assert_eq!(loaded.record, record);
    let mut file = stored_folder::save(&Folder::default());
    file.push_str(&" ".repeat(import::MOST_KEPT_BYTES));
    assert_eq!(error(&file).2, ImportFault::TooLong);
}

/// What is as long as may be is read, and what is one byte longer is not.
#[test]
fn a_file_of_the_most_bytes_is_read() {
    let summary = export::json::summary(&links()[0].summary, None);
    let folder = stored_folder::save(&Folder::default());
    for (file, most) in [(summary, import::MOST_BYTES), (folder, import::MOST_KEPT_BYTES)] {
        let longest = format!("{file}{}", " ".repeat(most - file.len()));
        assert!(import::json(&longest).is_ok());
        assert_eq!(error(&format!("{longest} ")).2, ImportFault::TooLong);
    }
}

#[test]
fn the_json_of_another_program_is_told_as_such() {
    let nested = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    let named = |letters: usize| format!("{{\"{}\":1}}", "a".repeat(letters));
    for text in [nested(1), nested(8), named(1), named(64)] {
        assert_eq!(error(&text).2, ImportFault::NotOurs, "{text}");
    }
    // What no file of ours can hold is not read to its end.
    for text in [nested(9), nested(100), named(65)] {
        assert_eq!(error(&text).2, ImportFault::NotJson, "{text}");
    }
}

proptest! {
    #![proptest_config(plays(30))]

    #[test]
    fn any_export_is_read_back(summary in summary(), comparison in comparison(), record in record(), folder in folder()) {
        let file = export::json::summary(&summary, None);
        prop_assert_eq!(import::json(&file), Ok(Imported::Summary(Box::new(summary), None)));
        let file = export::json::comparison(&comparison, true);
        prop_assert_eq!(import::json(&file), Ok(Imported::Comparison(comparison.clone())));
        prop_assert!(import::json(&export::json::comparison(&comparison, false)).is_ok());
        let text = stored::save(&record);
        prop_assert_eq!(import::json(&text), Ok(Imported::Record(stored::load(&text).expect("readable"))));
        let text = stored_folder::save(&folder);
        prop_assert_eq!(import::json(&text), Ok(Imported::Folder(folder)));
    }

    #[test]
    fn a_changed_file_is_read_or_refused(summary in summary(), place in any::<Index>(), new in any::<char>()) {
        let mut chars: Vec<char> = export::json::summary(&summary, None).chars().collect();
        let at = place.index(chars.len());
        chars[at] = new;
        if let Ok(found) = import::json(&String::from_iter(chars)) {
            prop_assert_eq!(found, Imported::Summary(Box::new(summary), None));
        }
    }
}

proptest! {
    #![proptest_config(plays(500))]

    #[test]
    fn any_text_is_read_or_refused(text in any_text(200)) {
        let _ = import::json(&text);
        let _ = import::json(&format!("{{\"phc\":\"comparison\",\"v\":1,\"link\":\"AQE\",\"partners\":[{text}]}}"));
    }
}
