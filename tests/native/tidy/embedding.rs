//! What is said of the custom element in three places, its documentation, its manifest and its declarations, is what
//! it does.

use std::collections::BTreeSet;

use partnership_health_check::app::chair::builder::EVENTS;
use serde_json::Value;

use super::files::{file, quoted};

fn between(text: &str, start: &str, end: &str) -> String {
    let from = text.find(start).unwrap_or_else(|| panic!("“{start}” is gone")) + start.len();
    let length = text[from..]
        .find(end)
        .unwrap_or_else(|| panic!("“{end}” is gone"));
    text[from..from + length].to_owned()
}

fn manifest() -> Value {
    let text = file("src/embed/custom-elements.json").text;
    let manifest: Value = serde_json::from_str(&text).expect("JSON");
    manifest["modules"][0]["declarations"][0].clone()
}

fn named(manifest: &Value, list: &str) -> BTreeSet<String> {
    let names = manifest[list].as_array().expect("a list").iter();
    names
        .map(|item| item["name"].as_str().expect("a name").to_owned())
        .collect()
}

fn documented(names: &BTreeSet<String>) {
    let docs = file("docs/embedding.md").text;
    for name in names {
        assert!(
            docs.contains(&format!("`{name}`")),
            "{name} is not in docs/embedding.md"
        );
    }
}

#[test]
fn attributes_are_the_same_everywhere() {
    let loader = file("src/embed/loader.js").text;
    let list = between(&loader, "const ATTRIBUTES = \"", "\"");
    let attributes: BTreeSet<_> = list.split(' ').map(str::to_owned).collect();
    assert!(attributes.len() >= 10, "{attributes:?}");
    assert_eq!(attributes, named(&manifest(), "attributes"));
    documented(&attributes);
    let declarations = file("src/embed/partnership-health-check.d.ts").text;
    for attribute in attributes.iter().filter(|attribute| *attribute != "lang") {
        let mut parts = attribute.split('-');
        let mut property = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            property.push_str(&part[..1].to_uppercase());
            property.push_str(&part[1..]);
        }
        assert!(
            declarations.contains(&format!("\n  {property}: ")),
            "{property} is not declared"
        );
    }
}

#[test]
fn events_are_the_same_everywhere() {
    let sources = [
        file("src/app/host_event.rs"),
        file("src/embed/loader.js"),
        file("src/embed/widget.js"),
    ];
    let events: BTreeSet<_> = sources
        .iter()
        .flat_map(|source| quoted(&source.text).map(str::to_owned).collect::<Vec<_>>())
        .filter(|text| text.starts_with("phc-") && text != "phc-title" && text != "phc-root")
        .collect();
    assert_eq!(events, named(&manifest(), "events"));
    assert_eq!(events, EVENTS.map(str::to_owned).into(), "in the builder");
    documented(&events);
    let declarations = file("src/embed/partnership-health-check.d.ts").text;
    for event in &events {
        assert!(
            declarations.contains(&format!("\"{event}\": CustomEvent")),
            "{event}"
        );
    }
}

#[test]
fn parts_and_properties_are_the_same_everywhere() {
    let list = between(&file("xtask/src/dist/embed.rs").text, "const PARTS", "];");
    let mut parts: BTreeSet<_> = quoted(&list)
        .filter(|text| !text.starts_with('.'))
        .map(str::to_owned)
        .collect();
    parts.insert("check".to_owned());
    assert_eq!(parts, named(&manifest(), "cssParts"));
    documented(&parts);

    let tokens = file("styles/tokens.css").text;
    let properties: BTreeSet<_> = tokens
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--phc-")?.split_once(':'))
        .map(|(name, _)| format!("--phc-{name}"))
        // The sizes of titles follow the size of the text.
        .filter(|name| !name.starts_with("--phc-size-"))
        .collect();
    assert_eq!(properties, named(&manifest(), "cssProperties"));
    documented(&properties);
}

#[test]
fn the_policy_that_is_asked_for_is_the_one_that_is_said() {
    let loader = file("src/embed/loader.js").text;
    let said = between(&loader, "make(\"code\", `", "`").replace("${folder.origin}", "https://check.example");
    assert!(
        file("docs/embedding.md").text.contains(&said),
        "docs/embedding.md should ask for: {said}"
    );
}
