//! Reads the content files into entries.

use std::fs;

use toml::{Table, Value};

use super::entry::Entry;

/// The files of a language.
const FILES: [&str; 8] = [
    "questions",
    "meaning",
    "stages",
    "actions",
    "mapping",
    "pages",
    "interface",
    "chair",
];

/// Every text of the language in this folder.
pub(crate) fn language(folder: &str) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for name in FILES {
        let file = format!("{folder}/{name}.toml");
        flatten(&file, "", &Value::Table(table(&file)?), &mut entries)?;
    }
    entries.extend(sources()?);
    Ok(entries)
}

/// The publications, the same in every language: `about.sources`, a list item each.
fn sources() -> Result<Vec<Entry>, String> {
    let file = "content/sources.toml";
    let table = table(file)?;
    let sources = table.get("source").and_then(Value::as_array);
    let sources = sources.ok_or_else(|| format!("{file}: `source` is missing."))?;
    let entry = |(at, source): (usize, &Value)| {
        let field = |name| source.get(name).and_then(Value::as_str);
        let missing = |name| format!("{file}: `source` {}: `{name}` is missing.", at + 1);
        let title = field("title").ok_or_else(|| missing("title"))?;
        let publisher = field("publisher").ok_or_else(|| missing("publisher"))?;
        let year = field("year").map(|year| format!(", {year}")).unwrap_or_default();
        Ok(Entry {
            file: file.to_string(),
            key: format!("about.sources.{at}"),
            text: format!("- {title}. {publisher}{year}."),
        })
    };
    sources.iter().enumerate().map(entry).collect()
}

/// The file as a table.
pub(crate) fn table(file: &str) -> Result<Table, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}."))?;
    text.parse().map_err(|error: toml::de::Error| {
        let line = error
            .span()
            .map_or(0, |span| text[..span.start].matches('\n').count() + 1);
        format!("{file}: line {line}: {}.", error.message())
    })
}

fn flatten(file: &str, key: &str, value: &Value, entries: &mut Vec<Entry>) -> Result<(), String> {
    let below = |name: &str| {
        if key.is_empty() {
            name.to_string()
        } else {
            format!("{key}.{name}")
        }
    };
    match value {
        Value::String(text) => {
            entries.extend(keys_of(file, key).map(|key| Entry {
                file: file.to_string(),
                key,
                text: text.clone(),
            }));
            Ok(())
        }
        Value::Table(table) => table
            .iter()
            .try_for_each(|(name, value)| flatten(file, &below(name), value, entries)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(at, value)| flatten(file, &below(&at.to_string()), value, entries)),
        _ => Err(format!("{file}: `{key}` is no text.")),
    }
}

/// `statement.CO1.both` expands to both sides of a pair, and `CO1.both.what` too; any other key to itself.
fn keys_of(file: &str, key: &str) -> impl Iterator<Item = String> {
    let has_pairs = ["/questions.toml", "/meaning.toml"]
        .iter()
        .any(|name| file.ends_with(name));
    let parts: Vec<_> = key.split('.').collect();
    let both = parts.contains(&"both").then_some(parts).filter(|_| has_pairs);
    let sides = both.as_ref().map(|parts| {
        ["first", "second"].map(|side| {
            let named = parts.iter().map(|part| if *part == "both" { side } else { part });
            named.collect::<Vec<_>>().join(".")
        })
    });
    let itself = both.is_none().then(|| key.to_string());
    sides.into_iter().flatten().chain(itself)
}
