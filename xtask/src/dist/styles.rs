//! Joins the files in `styles/` into two sheets: what the first screens need, in the order in which `index.css`
//! imports it, and the rest, as `later.css` does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The two sheets of the page: what is needed before the first answer, and the rest. A file that neither imports is
/// an error: its rules would be missed.
pub(super) fn join(folder: &Path) -> Result<(String, String)> {
    let mut missing = sheets_in(folder, "")?;
    let first = joined(folder, "index.css", &mut missing)?;
    let later = joined(folder, "later.css", &mut missing)?;
    ensure!(
        missing.is_empty(),
        "Neither styles/index.css nor styles/later.css imports {}.",
        missing.into_iter().collect::<Vec<_>>().join(", ")
    );
    Ok((first, later))
}

fn joined(folder: &Path, index: &str, missing: &mut BTreeSet<String>) -> Result<String> {
    missing.remove(index);
    let mut sheet = String::new();
    for line in read(folder, index)?.lines() {
        let Some(Import { path, layer }) = import(line) else {
            sheet.extend([line, "\n"]);
            continue;
        };
        missing.remove(path);
        let rules = read(folder, path)?;
        match layer {
            Some(layer) => sheet.extend(["@layer ", layer, " {\n", &rules, "}\n"]),
            None => sheet.push_str(&rules),
        }
    }
    Ok(sheet)
}

struct Import<'a> {
    path: &'a str,
    layer: Option<&'a str>,
}

/// Reads `@import "path";` and `@import url("path") layer(name);`.
fn import(line: &str) -> Option<Import<'_>> {
    let rest = line.trim().strip_prefix("@import")?;
    let mut quoted = rest.split('"');
    let (_, path, after) = (quoted.next()?, quoted.next()?, quoted.next()?);
    let layer = after
        .split_once("layer(")
        .and_then(|(_, name)| name.split_once(')'))
        .map(|(name, _)| name);
    Some(Import {
        path: path.trim_start_matches("./"),
        layer,
    })
}

fn read(folder: &Path, path: &str) -> Result<String> {
    fs::read_to_string(folder.join(path)).with_context(|| format!("Could not read styles/{path}."))
}

/// The paths of all sheets in the folder, `within/` first.
fn sheets_in(folder: &Path, within: &str) -> Result<BTreeSet<String>> {
    let mut paths = BTreeSet::new();
    let entries = fs::read_dir(folder.join(within))
        .with_context(|| format!("Could not read the folder styles/{within}."))?;
    for entry in entries {
        let entry = entry.context("Could not read a file in styles/.")?;
        let path = format!("{within}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            paths.extend(sheets_in(folder, &format!("{path}/"))?);
        } else if entry.path().extension().is_some_and(|ending| ending == "css") {
            paths.insert(path);
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::import;

    #[test]
    fn an_import_has_a_path_and_sometimes_a_layer() {
        let both = import("@import url(\"./components/radios.css\") layer(components);").expect("an import");
        assert_eq!(
            (both.path, both.layer),
            ("components/radios.css", Some("components"))
        );
        let plain = import("@import \"tokens.css\";").expect("an import");
        assert_eq!((plain.path, plain.layer), ("tokens.css", None));
        assert!(import("@layer tokens, base;").is_none());
    }
}
