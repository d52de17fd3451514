//! Names that hosts and programs write down are never taken away: `tests/frozen-names.toml` has those of each release.
//! New ones may come; they are written there when they are released.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use itertools::Itertools as _;
use partnership_health_check::domain::extra;
use partnership_health_check::formats::export::{json, tables};
use serde_json::Value;

use super::command::{run, text};
use super::export::documented;
use super::link_forms::comparisons;
use super::vectors::{links, package};

/// Names by the list that they stand in.
type Lists = BTreeMap<String, Vec<String>>;

fn read(path: &str) -> String {
    fs::read_to_string(package(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lists of the file: what is `parts` below `[element]` there is `element.parts` here.
fn frozen() -> Lists {
    let file: BTreeMap<String, Lists> = toml::from_str(&read("tests/frozen-names.toml")).expect("the lists");
    let lists = file.into_iter().flat_map(|(part, lists)| {
        lists
            .into_iter()
            .map(move |(list, names)| (format!("{part}.{list}"), names))
    });
    lists.collect()
}

/// The same lists as the code and the documents have them now. Other tests hold that these two say the same.
fn now() -> Lists {
    let mut lists = Lists::new();
    of_element(&mut lists);
    of_events(&mut lists);
    of_tables(&mut lists);
    of_json(&mut lists);
    of_commands(&mut lists);
    lists
}

fn of_element(lists: &mut Lists) {
    let manifest: Value = serde_json::from_str(&read("src/embed/custom-elements.json")).expect("JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    for (list, of_manifest) in [
        ("attributes", "attributes"),
        ("members", "members"),
        ("parts", "cssParts"),
        ("custom-properties", "cssProperties"),
    ] {
        let items = element[of_manifest].as_array().expect("a list");
        let names = items
            .iter()
            .map(|item| item["name"].as_str().expect("a name").to_owned());
        lists.insert(format!("element.{list}"), names.collect());
    }
    for attribute in element["attributes"].as_array().expect("a list") {
        let kind = attribute["type"]["text"].as_str().expect("a type");
        let name = attribute["name"].as_str().expect("a name");
        lists.insert(format!("values.{name}"), quoted(kind));
    }
}

fn quoted(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Each event with the members of its `detail`, and behind them the values that they may have, if these are few.
fn of_events(lists: &mut Lists) {
    let declared = read("src/embed/partnership-health-check.d.ts");
    let members = |text: &str| -> Vec<String> {
        let before_colons = text.split(':').filter(|part| !part.is_empty());
        let names = before_colons.map(|part| {
            let name = part
                .trim_end_matches('?')
                .rsplit(|c: char| !c.is_alphanumeric())
                .next();
            name.unwrap_or_default().to_owned()
        });
        let mut names: Vec<_> = names.collect();
        names.pop();
        names
    };
    let (_, progress) = declared
        .split_once("interface Progress {")
        .expect("what is counted");
    let progress = members(progress.split('}').next().unwrap_or_default());
    for line in declared.lines().map(str::trim) {
        let Some((event, detail)) = line
            .strip_prefix('"')
            .and_then(|line| line.split_once("\": CustomEvent<"))
        else {
            continue;
        };
        let mut names = if detail.starts_with("Progress") {
            progress.clone()
        } else {
            Vec::new()
        };
        names.extend(members(detail));
        names.extend(quoted(detail));
        lists.insert(format!("events.{event}"), names);
    }
}

fn of_tables(lists: &mut Lists) {
    let head = |table: String| table.trim_end().split(',').map(str::to_owned).collect();
    lists.insert("columns.wide".to_owned(), head(tables::wide([])));
    lists.insert("columns.long".to_owned(), head(tables::long([])));
    let comparison = documented("A comparison");
    for (list, columns) in ["comparison", "statements"].iter().zip_eq(comparison) {
        lists.insert(format!("columns.{list}"), columns);
    }
    lists.insert("columns.plan".to_owned(), documented("A plan").concat());
}

fn of_json(lists: &mut Lists) {
    let (mut of_line, mut of_summary, mut of_comparison) = (Vec::new(), Vec::new(), Vec::new());
    for link in links() {
        members(&json::line(1, &link.summary), &mut of_line);
        members(&json::summary(&link.summary, None), &mut of_summary);
    }
    for link in comparisons() {
        members(&json::comparison(&link.meaning, true), &mut of_comparison);
        for partner in &link.meaning.partners {
            let answers = partner.summary.extra.as_ref();
            let words = answers.and_then(|answers| extra::find(&link.meaning.sets, answers.set()));
            members(&json::summary(&partner.summary, words), &mut of_summary);
        }
    }
    lists.insert("json.line".to_owned(), of_line);
    lists.insert("json.summary".to_owned(), of_summary);
    lists.insert("json.comparison".to_owned(), of_comparison);
}

/// Adds the members of an object, and of the objects in it: `extra`, `extra.set`. Those of `responses` are statements.
fn members(text: &str, all: &mut Vec<String>) {
    let mut open = vec![(String::new(), serde_json::from_str(text).expect("JSON"))];
    while let Some((before, value)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.into_iter().map(|item| (before.clone(), item))),
            Value::Object(object) if !before.ends_with("responses.") => {
                for (name, value) in object {
                    let name = format!("{before}{name}");
                    open.push((format!("{name}."), value));
                    if !all.contains(&name) {
                        all.push(name);
                    }
                }
            }
            _ => {}
        }
    }
}

fn of_commands(lists: &mut Lists) {
    for command in ["decode", "encode"] {
        let help = run(&[command, "--help"], b"").stdout;
        let words = text(&help).split(|c: char| !c.is_alphabetic() && c != '-');
        let options = words.filter(|word| word.starts_with("--")).map(str::to_owned);
        lists.insert(format!("phc.{command}"), options.collect());
    }
}

/// The journeys look at some events only: so the scripts are read too, as far as they are written plainly.
#[test]
fn the_scripts_tell_what_is_declared() {
    let (widget, loader) = (read("src/embed/widget.js"), read("src/embed/loader.js"));
    let (_, tell) = widget.split_once("function tell(").expect("what tells");
    let (tell, _) = tell.split_once("// The visitor has left").expect("its end");
    let first_word = |text: &str| {
        let word = text.trim_start().split(|c: char| !c.is_alphanumeric()).next();
        word.unwrap_or_default().to_owned()
    };
    let (_, counted) = tell.split_once("? {").expect("what is counted");
    let counted = counted.split('}').next().unwrap_or_default();
    let mut told: BTreeSet<_> = counted.split(',').map(first_word).collect();
    told.extend(tell.split("detail.").skip(1).map(first_word));
    told.extend(loader.split("detail: {").skip(1).map(first_word));
    let mut lists = Lists::new();
    of_events(&mut lists);
    let codes = lists["events.phc-error"][1..].to_vec();
    for code in &codes {
        let said = format!("\"{code}\"");
        assert!(widget.contains(&said) || loader.contains(&said), "{code}");
    }
    let declared: BTreeSet<_> = lists
        .into_values()
        .flatten()
        .filter(|name| !codes.contains(name))
        .collect();
    assert_eq!(told, declared);
}

#[test]
fn what_others_write_down_is_still_there() {
    let now = now();
    let mut faults = Vec::new();
    for (list, names) in frozen() {
        let Some(found) = now.get(&list) else {
            faults.push(format!("{list}: all of it"));
            continue;
        };
        let gone: Vec<_> = names.iter().filter(|name| !found.contains(name)).collect();
        faults.extend(gone.iter().map(|name| format!("{list}: “{name}”")));
        if list.starts_with("columns.") && gone.is_empty() {
            let kept = found.iter().filter(|column| names.contains(column));
            if !kept.eq(&names) {
                faults.push(format!("{list}: the order of the columns"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "Others rely on these, which are gone (docs/releasing.md, “What is frozen with 0.1.0”):\n{}",
        faults.join("\n")
    );
}

/// While a version is being made, names may come and go. Its release lists them.
#[test]
fn what_is_released_is_listed() {
    if read("CHANGELOG.md").contains("\n## Unreleased") {
        return;
    }
    let frozen = frozen();
    let mut faults = Vec::new();
    for (list, names) in now() {
        // Most attributes may say anything.
        let is_open = names.is_empty() && list.starts_with("values.");
        match frozen.get(&list) {
            Some(listed) => {
                let unlisted = names.iter().filter(|name| !listed.contains(name));
                faults.extend(unlisted.map(|name| format!("{list}: “{name}”")));
            }
            None if is_open => {}
            None => faults.push(format!("{list}: all of it")),
        }
    }
    assert!(
        faults.is_empty(),
        "tests/frozen-names.toml should have these:\n{}",
        faults.join("\n")
    );
}
