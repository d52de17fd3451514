//! Text in Markdown, read by another library: whatever a name is, it is words where words stand.

use itertools::Itertools as _;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::extra::{Extra, ExtraAnswers};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::name::clean_name;
use partnership_health_check::domain::name::clean_statement;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::present::chair::files;
use partnership_health_check::present::markdown;
use proptest::prelude::*;

use crate::plays::plays;
use pulldown_cmark::{Event, Options, Parser};

fn summary(number: &str, name: &str) -> Summary {
    let mut sheet = AnswerSheet::default();
    for statement in Length::Full.statements(Kind::Consortium) {
        sheet.set(statement, Response::parse(number));
    }
    Summary {
        length: Length::Full,
        kind: Kind::Consortium,
        side: Side::First,
        sector: None,
        day: Day(20_779),
        sheet,
        stage: None,
        partnership: name.to_owned(),
        organisation: name.to_owned(),
        extra: ExtraAnswers::new(words(name).map_or(0, |set| set.fingerprint().sum), vec![None]),
    }
}

/// Such a name as the one statement that whoever invited added; none if it is empty.
fn words(name: &str) -> Option<Extra> {
    Extra::new(vec![clean_statement(name).text])
}

fn comparison(name: &str) -> Comparison {
    let mut comparison = Comparison::new(Day(20_779));
    name.clone_into(&mut comparison.name);
    for (organisation, number) in (0..).zip(["2", "5"]) {
        comparison.partners.push(Partner {
            id: 0,
            label: name.to_owned(),
            organisation,
            summary: summary(number, ""),
        });
    }
    comparison
}

/// Both texts that hold names.
fn texts(name: &str) -> [String; 2] {
    let english = Texts::english();
    [
        markdown::markdown(english, &summary("2", name), words(name).as_ref()),
        files::markdown(english, &comparison(name), true).expect("two organisations"),
    ]
}

/// What a reader of Markdown makes of a text: its blocks, its words.
fn read(text: &str) -> (Vec<String>, String) {
    let (mut blocks, mut words) = (Vec::new(), String::new());
    // Quotation marks and dashes made pretty are still what they were.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Start(tag) => blocks.push(format!("{tag:?}")),
            Event::End(tag) => blocks.push(format!("{tag:?}")),
            other => blocks.push(format!("{other:?}")),
        }
    }
    (blocks, words)
}

fn holds(name: &str) {
    for (text, plain) in texts(name).into_iter().zip_eq(texts("Tea")) {
        let ((blocks, words), (plain, _)) = (read(&text), read(&plain));
        assert_eq!(blocks, plain, "{name:?} in {text}");
        assert!(words.contains(name), "{name:?} in {words}");
    }
}

#[test]
fn a_name_that_looks_like_a_list_a_heading_or_a_line_stays_a_name() {
    for name in [
        "+ Tea",
        "- Tea",
        "* Tea",
        "2026. Tea",
        "1) Tea",
        "1.",
        "7)",
        "===",
        "---",
        "- - -",
        "# Tea",
        "> Tea",
        "~~~",
        "```",
        "    Tea",
        "+",
        "-",
        ":---",
        "| - |",
        ": Tea",
        "[Tea]: x",
        "<b>Tea</b>",
        "&amp;",
        "Tea #",
        "\\",
        "[^1]: Tea",
        "- [ ] Tea",
        "$$",
        "^Tea^",
        "~Tea~",
        "||Tea||",
        "{#tea}",
        "+++",
        "123456789. Tea",
        "Tea {.x}",
        "==Tea==",
    ] {
        let cleaned = clean_name(name).text;
        if !cleaned.is_empty() {
            holds(&cleaned);
        }
    }
}

proptest! {
    #![proptest_config(plays(200))]

    #[test]
    fn any_name_stays_a_name(name in "[-+*=_#>`~:|.)(\\[\\]!&<$^{}/\"'a1 2\\\\]{1,12}") {
        let cleaned = clean_name(&name).text;
        if !cleaned.is_empty() {
            holds(&cleaned);
        }
    }
}
