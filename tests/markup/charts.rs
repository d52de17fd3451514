//! The charts of a result: as they were last reviewed, and with the numbers of the table beside them.

use itertools::Itertools as _;
use std::collections::BTreeMap;

use partnership_health_check::content::Texts;
use partnership_health_check::present::chair::comparison;
use partnership_health_check::present::chair::picture::comparison_svg;
use partnership_health_check::present::pictures::wheel_svg;
use partnership_health_check::present::report::report;
use partnership_health_check::views::markup;

use crate::chair;
use crate::examples::examples;
use crate::golden;
use crate::html::{Element, parse};

const RESULTS: [&str; 4] = ["result", "result-strong", "result-weak", "result-nothing-known"];

fn figures() -> Vec<(&'static str, Vec<Element>)> {
    let examples = examples(Texts::english());
    let figures = |name: &str| {
        let example = examples.iter().find(|example| example.name == name);
        let page = parse(&markup(example.expect("an example").state.clone()));
        page.named("figure").into_iter().cloned().collect()
    };
    RESULTS.iter().map(|name| (*name, figures(name))).collect()
}

#[test]
fn charts_look_as_reviewed() {
    let mut found = BTreeMap::new();
    for (name, figures) in figures() {
        let [wheel, bars] = &figures[..] else {
            panic!("{name}: {} figures", figures.len());
        };
        let [named, short] = wheel.named("svg")[..] else {
            panic!("{name}: two wheels expected");
        };
        found.insert(format!("bars-{name}.html"), bars.pretty());
        found.insert(format!("wheel-{name}-named.svg"), file(named));
        found.insert(format!("wheel-{name}-short.svg"), file(short));
    }
    golden::check("charts", &found);
}

/// The pictures that the buttons below the wheel and below a comparison save.
#[test]
fn the_pictures_look_as_reviewed() {
    let state = examples(Texts::english())
        .into_iter()
        .find(|example| example.name == "result");
    let state = state.expect("an example").state;
    let check = state.check().expect("a check");
    let summary = check.summary(state.today, true, true);
    let report = report(state.texts, &summary);
    let full = report.full.as_ref().expect("a full check");
    let svg = wheel_svg(state.texts, &summary, &report, full);
    let compared = chair::examples(Texts::english())
        .into_iter()
        .find(|example| example.name == "compare");
    let compared = compared.expect("an example").state;
    let (comparison, names) = comparison::on_screen(&compared).expect("a comparison");
    let report = comparison::report(state.texts, &comparison, names).expect("two organisations");
    let found = [
        ("wheel.svg", svg),
        ("comparison.svg", comparison_svg(state.texts, &report)),
    ]
    .map(|(name, svg)| (name.to_owned(), svg.replace("><", ">\n<")));
    golden::check("pictures", &found.into_iter().collect());
}

/// As a file that a browser opens.
fn file(svg: &Element) -> String {
    let mut svg = svg.clone();
    svg.attributes
        .push(("xmlns".to_owned(), "http://www.w3.org/2000/svg".to_owned()));
    svg.pretty()
}

/// Name and number of each row.
fn table(figure: &Element) -> Vec<(String, String)> {
    let rows = figure.named("tbody")[0].named("tr");
    rows.iter()
        .map(|row| {
            let cell = |tag| row.named(tag)[0].texts().concat();
            (cell("th"), cell("td"))
        })
        .collect()
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    for (name, figures) in figures() {
        let rows = table(&figures[1]);
        let bars: Vec<_> = figures[1]
            .all()
            .into_iter()
            .filter(|element| element.has_class("bar"))
            .collect();
        assert_eq!((rows.len(), bars.len()), (12, 12), "{name}");
        for ((title, number), bar) in rows.iter().zip_eq(bars) {
            let mark = bar.named("rect").into_iter().find(|rect| rect.has_class("mark"));
            let width = mark.and_then(|mark| mark.get("width")).unwrap_or_default();
            let expected = if number.is_empty() {
                String::new()
            } else {
                format!("{number}%")
            };
            assert_eq!(width, expected, "{name}: {title}");
            assert!(bar.texts().concat().contains(title), "{name}: {title}");
        }
    }
}

#[test]
fn petals_reach_as_far_as_their_numbers() {
    for (name, figures) in figures() {
        let rows = table(&figures[0]);
        for wheel in figures[0].named("svg") {
            let petals: Vec<_> = wheel
                .named("path")
                .into_iter()
                .filter(|path| path.has_class("mark"))
                .collect();
            assert_eq!(petals.len(), 12, "{name}");
            for ((title, number), petal) in rows.iter().zip_eq(petals) {
                // What has no score is drawn in full, and hatched.
                let score: i32 = number.parse().unwrap_or(100);
                let radius = (score.max(1) * 2).to_string();
                let path = petal.get("d").unwrap_or_default();
                assert!(
                    path.contains(&format!("A{radius} {radius} ")),
                    "{name}: {title}: {path}"
                );
                assert_eq!(
                    petal.has_class("mark--unknown"),
                    number.is_empty(),
                    "{name}: {title}"
                );
            }
        }
    }
}
