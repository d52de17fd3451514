//! `LICENCES.txt`: whose work is inside, under which licence, with the text of each.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};

use super::crates::{self, Crate};
use super::site::Site;
use super::{source, version};

/// Its name on the site, in `embed/`, which the plugin and the npm package have, and in a release.
pub(crate) const LICENCES: &str = "LICENCES.txt";

/// The licences of our own code.
pub(super) const OWN: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// How files with a licence begin.
const FILES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
];

/// Adds it, and our own licences, beside the page and in `embed/`.
pub(super) fn add(site: &mut Site) -> Result<()> {
    let text = text()?;
    for folder in ["", "embed/"] {
        site.add_as_it_is(&format!("{folder}{LICENCES}"), text.as_bytes())?;
        for name in OWN {
            site.add_as_it_is(&format!("{folder}{name}"), source(name)?.as_bytes())?;
        }
    }
    Ok(())
}

fn text() -> Result<String> {
    let mut known = crates::known()?;
    let mut others = Vec::new();
    for id in crates::inside()?
        .into_keys()
        .filter(|(name, _)| name != crates::OURS)
    {
        let one = known.remove(&id);
        others.push(one.with_context(|| format!("Cargo does not know {} {}.", id.0, id.1))?);
    }
    // Many crates have the same text: it stands here once.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in &others {
        for text in texts_of(one)? {
            texts.entry(text).or_default().push(name(one));
        }
    }
    let mut page = format!(
        "Partnership health check {}: whose work is inside, and under which licence\n\n\
         The code is under MIT or Apache-2.0, as you choose: see the files LICENSE-MIT and LICENSE-APACHE.\n\n\
         The words:\n\n{}\n{RULE}Work of others in the program\n\n",
        version()?,
        source("content/LICENSE")?
    );
    for one in &others {
        page.extend([&name(one), ": ", &one.licence, "\n"]);
    }
    page.extend([
        "the standard library of Rust ",
        &rust()?,
        ", by the contributors of the Rust project: MIT OR Apache-2.0\n",
    ]);
    for (text, names) in texts {
        page.extend([RULE, &names.join(", "), "\n\n", &text, "\n"]);
    }
    Ok(page)
}

const RULE: &str = "\n----------------------------------------------------------------------\n\n";

fn name(one: &Crate) -> String {
    format!("{} {}", one.id.0, one.id.1)
}

/// The version of the compiler, which is that of its library.
pub(crate) fn rust() -> Result<String> {
    let file = source("rust-toolchain.toml")?;
    let version = file
        .lines()
        .find_map(|line| line.strip_prefix("channel = \"")?.strip_suffix('"'));
    Ok(version
        .context("rust-toolchain.toml names no version.")?
        .to_owned())
}

/// The texts in the files of the crate. Where it has none, the usual text of its licence.
fn texts_of(one: &Crate) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let entries = fs::read_dir(&one.folder).with_context(|| format!("{} has no folder.", name(one)))?;
    for entry in entries {
        let entry = entry?;
        let upper = entry.file_name().to_string_lossy().to_uppercase();
        if entry.path().is_file() && FILES.iter().any(|start| upper.starts_with(start)) {
            names.push(entry.path());
        }
    }
    names.sort();
    let mut texts = Vec::new();
    for path in names {
        let text = fs::read_to_string(&path).with_context(|| format!("{} is no text.", path.display()))?;
        texts.push(tidy(&text));
    }
    if texts.is_empty() {
        texts.push(usual(one)?);
    }
    Ok(texts)
}

/// Without what differs between files that say the same.
fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn usual(one: &Crate) -> Result<String> {
    if one.licence.contains("Apache-2.0") {
        return Ok(tidy(&source("LICENSE-APACHE")?));
    }
    ensure!(
        one.licence == "MIT" && !one.authors.is_empty(),
        "{} has no file with its licence, {}, and names nobody.",
        name(one),
        one.licence
    );
    let ours = source("LICENSE-MIT")?;
    let names: Vec<_> = one
        .authors
        .iter()
        .map(|author| author.split(" <").next().unwrap_or(author))
        .collect();
    let line = ours.lines().find(|line| line.starts_with("Copyright"));
    let line = line.context("LICENSE-MIT names nobody.")?;
    Ok(tidy(
        &ours.replace(line, &format!("Copyright (c) {}", names.join(", "))),
    ))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn each_licence_has_its_text() {
        let text = text().expect("licences");
        for words in [
            "Creative Commons Attribution 4.0",
            "yew 0.",
            "Apache License",
            "Permission is hereby granted",
            // Crates without a file of their own.
            "Copyright (c) Project Nayuki",
            "standard library of Rust 1.",
        ] {
            assert!(text.contains(words), "{words}");
        }
        // `hashbrown` is under both: each text stands below its name.
        assert!(text.matches("hashbrown 0").count() >= 3);
        assert!(text.len() < 300_000, "{}", text.len());
    }
}
