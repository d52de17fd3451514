//! The list in `docs/privacy.md`.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use xtask::places;

use super::Place;

/// Something that left, or was left behind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// Such as `request`.
    pub(super) what: String,
    pub(super) name: String,
    pub(super) place: &'static str,
}

impl Entry {
    pub(super) fn new(what: &str, name: &str, place: Place) -> Self {
        Self {
            what: what.to_owned(),
            name: name.to_owned(),
            place: place.name(),
        }
    }
}

/// What is kept: the table of the document that says what is in it.
pub(super) fn kept() -> Result<Vec<Entry>> {
    let rows = rows("## What is stored on the device")?;
    let mut entries = Vec::new();
    for row in &rows {
        let [what, name, _] = &row[..] else {
            bail!("A row of what is stored has {} cells: {row:?}", row.len());
        };
        for place in Place::ALL {
            entries.extend(names(name).map(|name| Entry::new(what.trim_matches('`'), name, place)));
        }
    }
    // “The same texts”.
    let texts: Vec<_> = entries
        .iter()
        .filter(|entry| entry.what == "localStorage")
        .cloned()
        .collect();
    entries.extend(texts.into_iter().map(|text| Entry {
        what: "IndexedDB".to_owned(),
        ..text
    }));
    ensure!(
        entries.len() > 10,
        "The table of what is stored has {} entries.",
        entries.len()
    );
    Ok(entries)
}

/// All else: each name of each row, for each place.
pub(super) fn listed() -> Result<Vec<Entry>> {
    let rows = rows("### Everything else, by name")?;
    let mut entries = Vec::new();
    for row in &rows {
        let [what, name, at, _] = &row[..] else {
            bail!("A row has {} cells: {row:?}", row.len());
        };
        for place in Place::ALL {
            if at == "everywhere" || at.split(", ").any(|at| at == place.name()) {
                entries.extend(names(name).map(|name| Entry::new(what, name, place)));
            }
        }
    }
    Ok(entries)
}

/// The cells of the table under a heading.
fn rows(heading: &str) -> Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(places::root().join("docs/privacy.md"))?;
    let (_, section) = text
        .split_once(heading)
        .with_context(|| format!("“{heading}” is missing."))?;
    let section = section.split("\n#").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    Ok(rows
        .map(|row| {
            row.trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect())
}

/// What stands in a cell as code.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}
