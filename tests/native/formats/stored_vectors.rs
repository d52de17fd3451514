//! Every stored text ever released opens as it was meant.

use itertools::Itertools as _;
use std::fmt::Write as _;
use std::fs;

use super::vectors::files;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::check::{Check, NoteId, Revised};
use partnership_health_check::domain::extra;
use partnership_health_check::domain::ids::{Sector, StatementId};
use partnership_health_check::formats::stored::{Loaded, load, save};

/// What a stored text holds, line by line, as the `.txt` file beside it says.
fn describe(loaded: &Loaded) -> String {
    let mut out = String::new();
    for check in &loaded.record.checks {
        describe_check(&mut out, check);
    }
    if !loaded.record.removed.is_empty() {
        writeln!(out, "removed: {:?}", loaded.record.removed).expect("a line");
    }
    writeln!(out, "unknown statements: {}", loaded.unknown_statements).expect("a line");
    writeln!(out, "out of range: {}", loaded.out_of_range).expect("a line");
    out
}

fn describe_check(out: &mut String, check: &Check) {
    writeln!(out, "check {} started on day {}", check.id, check.started.0).expect("a line");
    for (id, text) in &check.unknown {
        writeln!(out, "  unknown {id:?} = {text:?}").expect("a line");
    }
    let mut line = |name: &str, value: &str, revision: u32| {
        if revision > 0 {
            writeln!(out, "  {name} = {value:?} at {revision}").expect("a line");
        }
    };
    let setup = &check.setup.value;
    let words = [
        setup.length.id(),
        setup.kind.id(),
        setup.side.id(),
        setup.sector.map_or("no sector", Sector::id),
    ];
    line("setup", &words.join(" "), check.setup.revision);
    line("partnership", &setup.partnership, check.setup.revision);
    line("organisation", &setup.organisation, check.setup.revision);
    for (statement, field) in StatementId::all().zip_eq(&check.responses) {
        line(
            statement.id(),
            field.value.map_or("", Response::value),
            field.revision,
        );
    }
    for (note, field) in NoteId::all().zip_eq(&check.notes) {
        line(&format!("note {}", note.id()), &field.value, field.revision);
    }
    let stage = check.stage.value.map_or("", StageChoice::id);
    line("stage", stage, check.stage.revision);
    let Revised { value, revision } = check.finished;
    line(
        "finished on day",
        &value.map(|day| day.0.to_string()).unwrap_or_default(),
        revision,
    );
    line("place", &check.place.value.to_string(), check.place.revision);
    let Revised { value, revision } = &check.reply;
    let day = value.by.map(|day| day.0.to_string()).unwrap_or_default();
    line("reply", &format!("{day} {}", value.to), *revision);
    if let Some(set) = check.extra_set() {
        let words = set.statements().join(" | ");
        line(
            "own statements",
            &format!("{} {words}", set.fingerprint()),
            check.extra.revision,
        );
    }
    for (id, field) in extra::IDS.iter().zip_eq(&check.extra_responses) {
        line(id, field.value.map_or("", Response::value), field.revision);
    }
}

#[test]
fn frozen_texts_open_as_they_were_meant() {
    let files = files("tests/vectors/stored/v1", "json");
    assert!(files.len() >= 10);
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let wanted = fs::read_to_string(file.with_extension("txt")).expect("what it means");
        let loaded = load(&text).expect("readable");
        assert_eq!(describe(&loaded), wanted, "{}", file.display());
    }
}

#[test]
fn the_newest_version_writes_the_frozen_texts() {
    for name in [
        "empty",
        "just-started",
        "full-finished",
        "quick-every-kind",
        "cleared",
        "every-stage",
        "invited",
        "own-statements",
        "removed",
    ] {
        let file = super::vectors::package(&format!("tests/vectors/stored/v1/{name}.json"));
        let text = fs::read_to_string(file).expect("a text");
        let loaded = load(&text).expect("readable");
        // JSON for anyone: escapes may differ, values may not.
        let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(json(&save(&loaded.record)), json(&text), "{name}");
    }
}

#[test]
fn a_text_stays_the_same_after_a_second_saving() {
    for file in files("tests/vectors/stored/v1", "json") {
        let text = fs::read_to_string(&file).expect("a text");
        let once = save(&load(&text).expect("readable").record);
        let twice = save(&load(&once).expect("readable").record);
        assert_eq!(once, twice, "{}", file.display());
    }
}

#[test]
fn unknown_statements_are_written_back() {
    let file = super::vectors::package("tests/vectors/stored/v1/unknown-statements.json");
    let text = fs::read_to_string(file).expect("a text");
    let saved = save(&load(&text).expect("readable").record);
    for entry in [r#""A9.1":"4@3""#, r#""ZZ":"anything at all""#, r#""":"dk@4""#] {
        assert!(saved.contains(entry), "{entry} is not in {saved}");
    }
}
