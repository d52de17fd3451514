//! The plugin in `wordpress/` says what the program says: PHP and the script of the editor have lists of their own.

use std::collections::BTreeSet;

use partnership_health_check::content::{LANGUAGES, Texts};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use serde_json::Value;

use super::files::file;

const PLUGIN: &str = "wordpress/partnership-health-check";

fn php() -> String {
    file(&format!("{PLUGIN}/partnership-health-check.php")).text
}

/// The words in single quotes of a line.
fn words(line: &str) -> Vec<&str> {
    line.split('\'').skip(1).step_by(2).collect()
}

/// The attributes in one of the tables, each with the words beside it.
fn table(php: &str, name: &str) -> Vec<(String, Vec<String>)> {
    let (_, table) = php.split_once(&format!("const {name}")).expect("the table");
    let (table, _) = table.split_once("\n);").expect("its end");
    table
        .lines()
        .map(words)
        .filter(|words| !words.is_empty())
        .map(|words| {
            let values = words[1..].iter().map(|word| (*word).to_owned()).collect();
            (words[0].to_owned(), values)
        })
        .collect()
}

#[test]
fn it_takes_the_same_ids() {
    let choices = table(&php(), "CHOICES");
    let values = |wanted: &str| {
        let row = choices.iter().find(|(name, _)| name == wanted);
        row.expect("an attribute").1.clone()
    };
    assert_eq!(values("kind"), Kind::ALL.map(Kind::id));
    assert_eq!(values("side"), Side::ALL.map(Side::id));
    assert_eq!(values("length"), Length::ALL.map(Length::id));
}

#[test]
fn the_block_has_the_attributes_of_the_shortcode() {
    let php = php();
    let mut shortcode: Vec<String> = ["CHOICES", "FORMS"]
        .iter()
        .flat_map(|name| table(&php, name))
        .map(|(name, _)| name)
        .chain(["own-page".to_owned(), "scores".to_owned()])
        .collect();
    shortcode.sort();
    assert_eq!(
        shortcode,
        super::embedding::attributes().into_iter().collect::<Vec<_>>()
    );
    let block: Value = serde_json::from_str(&file(&format!("{PLUGIN}/block/block.json")).text).expect("JSON");
    let mut attributes: Vec<_> = block["attributes"]
        .as_object()
        .expect("attributes")
        .keys()
        .collect();
    attributes.sort();
    assert_eq!(attributes, shortcode.iter().collect::<Vec<_>>());
    for text in [
        "docs/wordpress.md",
        "wordpress/partnership-health-check/readme.txt",
    ] {
        for name in &shortcode {
            assert!(
                file(text).text.contains(&format!("`{name}`")),
                "{text} lacks {name}"
            );
        }
    }
}

#[test]
fn the_editor_shows_the_names_that_visitors_see() {
    let script = file(&format!("{PLUGIN}/block/editor.js")).text;
    let texts = Texts::english();
    for kind in Kind::ALL {
        let sides = Side::ALL.into_iter().filter(|_| kind.has_pairs());
        let names = sides.map(|side| texts.side(kind, side));
        for name in names.chain([texts.kind(kind)]) {
            assert!(script.contains(&format!("'{name}'")), "{name}");
        }
    }
}

/// Without it `WordPress` offers whatever somebody else publishes under this name as an update.
#[test]
fn nobody_else_can_update_the_plugin() {
    let php = php();
    let (header, _) = php.split_once("*/").expect("a header");
    assert!(header.contains("\n * Update URI:        false\n"), "{header}");
}

/// The texts for a check inside a page, of the document for whoever answers for data protection.
#[test]
fn the_text_for_a_privacy_notice_is_that_of_the_document() {
    let document = file("docs/privacy.md").text;
    let (_, inside) = document.split_once("**The check inside a page").expect("the way");
    let php = php();
    for text in inside.split("\n\n> ").skip(1).take(2) {
        let lines = text.lines().map_while(|line| match line.strip_prefix("> ") {
            Some(rest) => Some(rest),
            None => (!line.is_empty()).then_some(line),
        });
        let text = lines.collect::<Vec<_>>().join(" ");
        assert!(php.contains(&format!("__( '{text}', ")), "{text}");
    }
    assert!(php.contains("wp_add_privacy_policy_content("));
}

/// Only where all sites of a network share one storage in the browser.
#[test]
fn sites_of_a_network_in_folders_keep_their_answers_apart() {
    let php = php();
    assert!(php.contains("! isset( $known['storage-key'] ) && is_multisite() && ! is_subdomain_install()"));
    assert!(php.contains("$known['storage-key'] = 'site-' . get_current_blog_id();"));
}

/// What `__` and the block's description say, each with a Welsh sentence that has the same places for values.
#[test]
fn every_word_of_the_plugin_is_there_in_welsh() {
    let welsh = file(&format!("{PLUGIN}/languages/partnership-health-check-cy.po")).text;
    let entries: Vec<(String, String)> = welsh
        .split("\n\n")
        .skip(1)
        .map(|entry| {
            let of = |name: &str| {
                let line = entry.lines().find_map(|line| line.strip_prefix(name));
                line.expect(name).trim_matches('"').replace("\\\"", "\"")
            };
            (of("msgid "), of("msgstr "))
        })
        .collect();
    let mut said = BTreeSet::new();
    for source in [php(), file(&format!("{PLUGIN}/block/editor.js")).text] {
        for call in source.split("__(").skip(1) {
            said.insert(call.split('\'').nth(1).expect("a text").to_owned());
        }
    }
    let header = php();
    let (_, description) = header.split_once("Description:").expect("a description");
    said.insert(description.lines().next().expect("a line").trim().to_owned());
    let block: Value = serde_json::from_str(&file(&format!("{PLUGIN}/block/block.json")).text).expect("JSON");
    let keywords = block["keywords"].as_array().expect("a list").iter();
    for text in keywords.chain([&block["title"], &block["description"]]) {
        said.insert(text.as_str().expect("a text").to_owned());
    }
    let known: BTreeSet<_> = entries.iter().map(|(english, _)| english.clone()).collect();
    assert_eq!(said, known);
    for (english, words) in entries {
        assert!(!words.is_empty() && words != english, "{english}");
        assert_eq!(english.contains("%d"), words.contains("%d"), "{english}");
    }
}

/// Of a site in Welsh, and where the check shows them too: kinds and sides have the names that visitors see.
#[test]
fn the_editor_shows_the_welsh_names_that_visitors_see() {
    let words = file(&format!("{PLUGIN}/languages/partnership-health-check-cy.po")).text;
    let welsh = LANGUAGES.iter().find(|(tag, _)| *tag == "cy").expect("Welsh");
    let texts = Texts::from_file(welsh.1).expect("a language");
    for kind in Kind::ALL {
        let sides = Side::ALL.into_iter().filter(|_| kind.has_pairs());
        let names = sides.map(|side| texts.side(kind, side));
        for name in names.chain([texts.kind(kind)]) {
            assert!(words.contains(&format!("msgstr \"{name}\"")), "{name}");
        }
    }
}
