//! Texts and storage keys: used, and written down.

use std::collections::BTreeSet;

use toml::Table;

use super::files::{assert_none, file, files, quoted};

/// `table::NAME` of every text of the screens and pages.
fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for name in ["interface", "pages", "chair"] {
        let table: Table = file(&format!("content/text/en/{name}.toml"))
            .text
            .parse()
            .expect("TOML");
        for (section, texts) in &table {
            // A text with forms is a table of them, and one name.
            for text in texts.as_table().expect("a table").keys() {
                keys.push(format!("{section}::{}", text.to_uppercase()));
            }
        }
    }
    // Made from content/sources.toml.
    keys.push("about::SOURCES".to_owned());
    keys
}

#[test]
fn every_text_is_used() {
    let mut used = BTreeSet::new();
    for source in files(&["src", "xtask/src"], &[".rs"]) {
        for (at, _) in source.text.match_indices("::") {
            let before = source.text[..at]
                .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
                .next();
            let after = source.text[at + 2..]
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next();
            used.insert(format!(
                "{}::{}",
                before.unwrap_or_default(),
                after.unwrap_or_default()
            ));
        }
    }
    let unused: Vec<_> = keys().into_iter().filter(|key| !used.contains(key)).collect();
    assert_none("Text that no screen shows", &unused);
}

#[test]
fn storage_keys_are_ours_and_written_down() {
    let constants = |path: &str| {
        let source = file(path).text;
        let lines = source
            .lines()
            .filter(|line| line.contains("const ") && line.contains(": &str"));
        lines.flat_map(quoted).map(str::to_owned).collect::<Vec<_>>()
    };
    // Names of keys, before which `host::key` puts the prefix.
    let prefix = constants("src/browser/host.rs");
    assert_eq!(prefix, ["phc."], "what every key starts with");
    let names = constants("src/browser/storage.rs");
    let mut keys: Vec<_> = names.iter().map(|name| format!("phc.{name}")).collect();
    for script in ["src/page/boot.js", "src/page/language.js"] {
        let text = file(script).text;
        let calls = text.split("localStorage.").skip(1);
        keys.extend(
            calls
                .flat_map(|call| quoted(call.lines().next().unwrap_or_default()))
                .map(str::to_owned),
        );
    }
    assert!(keys.len() >= 4, "the keys could not be read: {keys:?}");
    let documented = file("docs/formats.md").text;
    for key in keys {
        assert!(key.starts_with("phc."), "{key} could be the site's own");
        assert!(
            documented.contains(&format!("`{key}")),
            "{key} is not in docs/formats.md"
        );
    }
    // Every call takes a constant, or a key made from one.
    let calls = ["get_item(", "set_item(", "remove_item("];
    let spelt_out: Vec<_> = files(&["src/browser"], &[".rs"])
        .iter()
        .flat_map(|source| source.places(|line| calls.iter().any(|call| line.contains(&format!("{call}\"")))))
        .collect();
    assert_none("A storage key is made by `host::key` from a constant", &spelt_out);
}
