//! Pictures as files: whole SVG documents, whatever a person typed, with everything in them that they need.

use itertools::Itertools as _;
use partnership_health_check::charts::picture::{Frame, Partner, Row, comparison, wheel};
use partnership_health_check::charts::shape::Tone;
use partnership_health_check::charts::wheel::Petal;
use proptest::prelude::*;

use crate::plays::plays;
use roxmltree::Document;

fn frame(title: &str) -> Frame {
    Frame {
        title: title.to_owned(),
        about: "Getting there · Finished on 22 November 2026".to_owned(),
        source: "Source: Partnership health check".to_owned(),
        says: "Lowest: Learning. Highest: Decisions.".to_owned(),
        language: "en".to_owned(),
        right_to_left: false,
    }
}

fn petals() -> Vec<Petal> {
    let tones = [Tone::Strong, Tone::GettingThere, Tone::NeedsWork, Tone::Unknown];
    (0..12)
        .map(|index| Petal {
            id: "",
            name: format!("Criterion <{index}>"),
            shown: (index % 4 < 3).then_some(90 - 30 * (index % 4)),
            tone: tones[usize::from(index % 4)],
        })
        .collect()
}

const KEY: [&str; 5] = ["Strong", "Getting there", "Needs work", "Act now", "Not known"];

fn draw(title: &str) -> String {
    wheel(&frame(title), &petals(), KEY)
}

/// Four partners, two of them on the same place, and a row that nobody can be shown on.
fn compare(title: &str) -> String {
    let partners: Vec<_> = ["Charity X", "Council <Y>", "Z", "Partner D"]
        .into_iter()
        .zip_eq(["A", "B", "C", "D"])
        .map(|(name, letter)| Partner {
            letter: letter.to_owned(),
            name: name.to_owned(),
        })
        .collect();
    let row = |name: &str, dots: &[(usize, u8)], words: &str, opposite| Row {
        name: name.to_owned(),
        dots: dots.to_vec(),
        words: words.to_owned(),
        opposite,
    };
    let rows = [
        row(
            "A2 Trust and honesty",
            &[(0, 50), (1, 83), (2, 63), (3, 50)],
            "65 · Getting there · Mixed · Opposite sides on 1 statement",
            true,
        ),
        row(
            "A1 Shared purpose",
            &[(0, 75), (1, 100)],
            "88 · Strong · Close",
            false,
        ),
        row("B4 Money, people and risk", &[], "Not enough is known", false),
    ];
    comparison(&frame(title), &partners, &rows)
}

#[test]
fn a_comparison_has_a_dot_for_each_partner_and_a_thick_line_for_opposite_sides() {
    let svg = compare("Tea for all");
    let document = Document::parse(&svg).expect("well-formed");
    let places: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("transform"))
        .collect();
    // Four in the key and six on the lines.
    assert_eq!(places.len(), 10, "{places:?}");
    let unlike: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(unlike.len(), places.len(), "dots on the same place are stacked");
    let spans: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("stroke-width"))
        .filter(|width| ["2", "7"].contains(width))
        .collect();
    assert_eq!(spans, ["7", "2"]);
    for words in ["Council <Y>", "Not enough is known", "purpose"] {
        let there = document
            .descendants()
            .filter_map(|node| node.text())
            .any(|text| text.contains(words));
        assert!(there, "{words}");
    }
}

#[test]
fn a_picture_brings_all_that_it_needs() {
    for svg in [draw("Tea for all"), compare("Tea for all")] {
        complete(&svg);
    }
}

fn complete(svg: &str) {
    let document = Document::parse(svg).expect("well-formed");
    let root = document.root_element();
    assert_eq!(root.attribute("width"), Some("800"));
    for (name, words) in [
        ("title", "Tea for all"),
        ("desc", "Lowest: Learning. Highest: Decisions."),
    ] {
        let found = root
            .children()
            .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        assert_eq!(found.and_then(|node| node.text()), Some(words));
    }
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            node.attribute("class").is_none() && node.attribute("style").is_none(),
            "{name}"
        );
        // What is not given a colour is black, or not seen.
        let drawn = ["rect", "circle", "path", "text"].contains(&name);
        assert!(!drawn || node.attribute("fill").is_some(), "{name}");
        for attribute in node.attributes() {
            let value = attribute.value();
            assert!(!value.contains("//") && !value.contains("var("), "{value}");
            if let Some(id) = value
                .strip_prefix("url(#")
                .and_then(|rest| rest.strip_suffix(')'))
            {
                let there = document
                    .descendants()
                    .any(|node| node.attribute("id") == Some(id));
                assert!(there, "no pattern {id}");
            }
        }
    }
}

#[test]
fn every_word_of_a_long_title_is_there_and_fits() {
    let title = "Tea for all who came ".repeat(12);
    let svg = draw(&title);
    let document = Document::parse(&svg).expect("well-formed");
    let lines: Vec<_> = document
        .descendants()
        .filter(|node| node.attribute("font-size") == Some("28"))
        .filter_map(|node| node.text())
        .collect();
    assert!(lines.len() > 3);
    assert_eq!(lines.join(" "), title.trim());
    assert!(lines.iter().all(|line| line.len() <= 47), "{lines:?}");
}

#[test]
fn only_patterns_that_are_used_are_explained() {
    let svg = draw("Tea");
    for (words, there) in KEY.into_iter().zip_eq([true, true, true, false, true]) {
        assert_eq!(svg.contains(words), there, "{words}");
    }
}

#[test]
fn words_that_run_from_right_to_left_begin_at_the_right() {
    let svg = wheel(
        &Frame {
            right_to_left: true,
            ..frame("שלום")
        },
        &petals(),
        KEY,
    );
    let document = Document::parse(&svg).expect("well-formed");
    assert_eq!(document.root_element().attribute("direction"), Some("rtl"));
    let title = document
        .descendants()
        .find(|node| node.attribute("font-size") == Some("28"));
    assert_eq!(title.and_then(|node| node.attribute("x")), Some("760"));
}

proptest! {
    #![proptest_config(plays(200))]

    #[test]
    fn no_text_breaks_a_picture(title in any::<String>(), evil in "[<>&\"'\u{0}-\u{1f}\u{fffe}\u{ffff}]{0,40}") {
        for words in [&title, &evil] {
            for svg in [draw(words), compare(words)] {
                let document = Document::parse(&svg);
                prop_assert!(document.is_ok(), "{:?}", document.err());
                let scripts = svg.matches("<script").count();
                prop_assert_eq!(scripts, 0);
            }
        }
    }
}
