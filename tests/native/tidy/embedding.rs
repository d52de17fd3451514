//! The custom element's attributes, events, parts and properties are the same wherever they are listed: in the loader, the
//! documentation, the manifest, the declarations, the embed code and the `WordPress` plugin.

use std::collections::BTreeSet;

use partnership_health_check::app::chair::builder::{EVENTS, Form, LEVEL};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::invitation::Invitation;
use partnership_health_check::formats::link;
use partnership_health_check::present::chair::snippet;
use serde_json::Value;

use super::files::{file, files, quoted};

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

/// The attributes that the element hears of.
pub(super) fn attributes() -> BTreeSet<String> {
    let loader = file("src/embed/loader.js").text;
    let list = between(&loader, "const ATTRIBUTES = \"", "\"");
    let attributes: BTreeSet<_> = list.split(' ').map(str::to_owned).collect();
    assert!(attributes.len() >= 10, "{attributes:?}");
    attributes
}

/// Those that have a property of the element's own: every element has `lang`.
fn properties() -> BTreeSet<String> {
    let mut names = attributes();
    names.remove("lang");
    names
}

/// The texts that follow these words, each up to a closing quote.
fn after(text: &str, words: &str) -> impl Iterator<Item = String> {
    let texts = text.split(words).skip(1);
    texts
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn every_attribute_is_read() {
    let widget = file("src/embed/widget.js").text;
    let read = between(&widget, "\nfunction read(", "\n}\n");
    let mut found: BTreeSet<_> = ["choose(\"", "getAttribute(\"", "hasAttribute(\""]
        .into_iter()
        .flat_map(|words| after(&read, words))
        .collect();
    let choices = between(&widget, "const CHOICES = {", " };");
    found.extend(
        choices
            .split(',')
            .filter_map(|choice| Some(choice.split_once(':')?.0.trim().to_owned())),
    );
    assert!(file("src/page/language.js").text.contains("closest(\"[lang]\")"));
    found.insert("lang".to_owned());
    assert!(
        file("src/embed/loader.js")
            .text
            .contains("this.loading === \"eager\"")
    );
    found.insert("loading".to_owned());
    assert_eq!(found, attributes(), "what src/embed/widget.js and loader.js read");
}

#[test]
fn what_the_widget_tells_the_program_is_what_it_reads() {
    let widget = file("src/embed/widget.js").text;
    let made = between(&widget, "Object.assign(made.dataset, {", "}");
    let mut given: BTreeSet<_> = made
        .split(',')
        .filter_map(|member| member.split(':').next())
        .map(str::trim)
        .filter(|name| name.chars().all(char::is_alphanumeric))
        .map(|name| format!("data-{name}"))
        .collect();
    given.extend(widget.split("made.dataset.").skip(1).map(|rest| {
        let name = rest.split(|c: char| !c.is_alphanumeric()).next();
        format!("data-{}", name.unwrap_or_default())
    }));
    let host = file("src/browser/host.rs").text;
    let listed: BTreeSet<_> = after(&host.replace('`', "\""), "\n/// | \"").collect();
    assert_eq!(given, listed, "the table in src/browser/host.rs");
    let mut read = BTreeSet::new();
    for source in files(&["src/browser"], &[".rs"]) {
        // Not `set_attribute`, nor what the own page's script tells with `has_attribute`.
        read.extend(after(&source.text.replace("_attribute(", ""), "attribute(\""));
    }
    assert_eq!(given, read, "what src/browser asks for");
}

#[test]
fn the_embed_code_can_have_every_attribute() {
    let form = Form {
        kind: Some(Kind::Grant),
        length: Some(Length::Quick),
        side: Some(Side::Second),
        language: Some("en"),
        level: LEVEL + 1,
        storage_key: "team".to_owned(),
        own_links: true,
        keep: "page_id".to_owned(),
        words: "partnership = alliance".to_owned(),
        eager: true,
        scores: true,
        ..Form::default()
    };
    // An invitation takes the place of what it says.
    let invitation = Invitation {
        partnership: String::new(),
        length: Length::Quick,
        kind: Kind::Grant,
        reply_by: None,
        reply_to: String::new(),
        extra: None,
    };
    let invited = Form {
        invitation: [link::INVITATION_PREFIX, &link::encode_invitation(&invitation)].concat(),
        ..form.clone()
    };
    let mut written: BTreeSet<_> = [form, invited]
        .iter()
        .flat_map(snippet::attributes)
        .map(|(name, _)| name.to_owned())
        .collect();
    // The builder stands on the own page, so its code never says where that is.
    written.insert("own-page".to_owned());
    assert_eq!(written, attributes());
}

#[test]
fn attributes_are_the_same_everywhere() {
    let attributes = attributes();
    assert_eq!(attributes, named(&manifest(), "attributes"));
    documented(&attributes);
    let rows = between(&file("docs/embedding.md").text, "\n| attribute |", "\n\n");
    let rows: BTreeSet<_> = after(&rows.replace('`', "\""), "\n| \"").collect();
    assert_eq!(attributes, rows, "the table in docs/embedding.md");
    // Drupal lets `lang` through on every tag.
    let text_format = between(
        &file("docs/site-builders.md").text,
        "<partnership-health-check ",
        ">",
    );
    let text_format: BTreeSet<_> = text_format.split(' ').map(str::to_owned).collect();
    assert_eq!(properties(), text_format, "the tag in docs/site-builders.md");
    let members = manifest()["members"].as_array().expect("a list").clone();
    let members: BTreeSet<_> = members
        .iter()
        .filter_map(|member| Some(member["attribute"].as_str()?.to_owned()))
        .collect();
    assert_eq!(properties(), members, "members in the manifest");
    let declarations = file("src/embed/partnership-health-check.d.ts").text;
    for attribute in properties() {
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
        // Not ids and classes, nor what the loader asks the lines in a page's head.
        .filter(|text| {
            text.starts_with("phc-") && !["phc-title", "phc-root", "phc-link"].contains(&text.as_str())
        })
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
    let said = between(&loader, "make(\"code\", `", "`").replace("${folder}", "https://check.example/embed/");
    assert!(
        file("docs/embedding.md").text.contains(&said),
        "docs/embedding.md should ask for: {said}"
    );
}

/// Its name belongs to nobody on npm, so nothing may be published, and nothing looked for, under it.
#[test]
fn the_package_is_private() {
    let package: Value = serde_json::from_str(&file("src/embed/package.json").text).expect("JSON");
    assert_eq!(package["private"], true);
}
