//! Pictures as files: whole SVG documents, whatever a person typed, with everything in them that they need.

use itertools::Itertools as _;
use partnership_health_check::charts::colours::LIGHT;
use partnership_health_check::charts::picture::{Cell, Frame, Partner, Row, Words, comparison, wheel};
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

/// So many partners, two of the first four on the same place, and a row that nobody can be shown on.
fn compare_all(title: &str, count: usize) -> String {
    let partners: Vec<_> = (0..count)
        .map(|index| Partner {
            letter: char::from(b'A' + u8::try_from(index).unwrap_or_default()).to_string(),
            name: if index == 1 {
                "Council <Y>".to_owned()
            } else {
                format!("Partner {index}")
            },
        })
        .collect();
    let band = |number: u8| match number {
        75.. => Tone::Strong,
        50.. => Tone::GettingThere,
        25.. => Tone::NeedsWork,
        _ => Tone::ActNow,
    };
    let cell = |number: Option<u8>| Cell {
        number,
        tone: number.map_or(Tone::Unknown, band),
    };
    let row = |name: &str, dots: &[(usize, u8)], together, words: &str, opposite| Row {
        name: name.to_owned(),
        cells: (0..count)
            .map(|index| cell(dots.iter().find(|(of, _)| *of == index).map(|(_, at)| *at)))
            .collect(),
        together: cell(together),
        dots: dots.to_vec(),
        words: words.to_owned(),
        opposite,
    };
    let rows = [
        row(
            "A2 Trust and honesty",
            &[(0, 50), (1, 83), (2, 42), (3, 50)],
            Some(65),
            "Mixed · Opposite sides on 1 statement",
            true,
        ),
        row(
            "A1 Shared purpose",
            &[(0, 12), (1, 100)],
            Some(88),
            "Close",
            false,
        ),
        row("B4 Money, people and risk", &[], None, "", false),
    ];
    let words = Words {
        together: "Together".to_owned(),
        bands: ["Strong", "Getting there", "Needs work", "Act now"].map(str::to_owned),
    };
    comparison(&frame(title), &words, &partners, &rows)
}

fn compare(title: &str) -> String {
    compare_all(title, 4)
}

fn texts<'a>(document: &'a Document) -> Vec<&'a str> {
    document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|node| node.text())
        .collect()
}

#[test]
fn a_comparison_is_a_table_with_each_number_on_its_band() {
    let svg = compare("Tea for all");
    let document = Document::parse(&svg).expect("well-formed");
    let texts = texts(&document);
    for words in [
        "Council <Y>",
        "Together",
        "Mixed · Opposite sides",
        "50",
        "83",
        "42",
        "12",
        "100",
        "65",
        "88",
    ] {
        assert!(
            texts.iter().any(|text| text.contains(words)),
            "{words}: {texts:?}"
        );
    }
    // Two cells of the first row have 50. Two of the second and all of the third have no number, nor have all together.
    assert_eq!(texts.iter().filter(|text| **text == "50").count(), 2);
    assert_eq!(texts.iter().filter(|text| **text == "–").count(), 2 + 4 + 1);
    // A band is told by its colour and by the kind of its line. One of each is in the legend.
    let lines = |stroke: &str, dashes: &str| {
        let lines = document.descendants();
        let is_it = |node: &roxmltree::Node| {
            node.attribute("stroke") == Some(stroke) && node.attribute("stroke-dasharray") == Some(dashes)
        };
        lines.filter(is_it).count()
    };
    let [strong, getting_there, needs_work, act_now] = LIGHT.bands;
    assert_eq!(lines(strong, "none"), 1 + 3, "83, 100, 88");
    assert_eq!(
        lines(getting_there, "none"),
        2 * (1 + 3),
        "twice 50, 65; a double line"
    );
    assert_eq!(lines(needs_work, "6 4"), 1 + 1, "42");
    assert_eq!(lines(act_now, "3 3"), 1 + 1, "12");
}

#[test]
fn of_many_partners_a_picture_has_dots_and_a_thick_line_for_opposite_sides() {
    let svg = compare_all("Tea for all", 13);
    let document = Document::parse(&svg).expect("well-formed");
    let places: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("transform"))
        .collect();
    // Thirteen in the key and six on the lines.
    assert_eq!(places.len(), 13 + 6, "{places:?}");
    let unlike: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(unlike.len(), places.len(), "dots on the same place are stacked");
    let spans: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("stroke-width"))
        .filter(|width| ["2", "7"].contains(width))
        .collect();
    assert_eq!(spans, ["7", "2"]);
    let texts = texts(&document);
    for words in ["Council <Y>", "65", "Mixed"] {
        assert!(texts.iter().any(|text| text.contains(words)), "{words}");
    }
}

#[test]
fn a_picture_brings_all_that_it_needs() {
    for svg in [
        draw("Tea for all"),
        compare("Tea for all"),
        compare_all("Tea for all", 13),
    ] {
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
