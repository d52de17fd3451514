//! The table of a comparison against the rules, for invented partnerships: each number, word and mark in the markup is what
//! the domain says.

use itertools::Itertools as _;
use partnership_health_check::charts::underline::COLUMN;
use partnership_health_check::domain::agreement::{Agreement, Closeness};
use partnership_health_check::domain::organisation::Organisation;
use partnership_health_check::domain::score::{Band, Score};
use partnership_health_check::domain::scoring::Finding;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::topic::Topic;

use crate::chair::{compared, summary};
use crate::html::{Element, parse};

/// Numbers that look like chance, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// A partnership of so many, whose members see most things alike and some not.
fn partnership(chance: &mut Chance, count: usize) -> Vec<Summary> {
    const ANSWERS: [&str; 8] = ["1", "2", "3", "4", "5", "dk", "na", ""];
    let common: Vec<usize> = (0..47).map(|_| chance.below(ANSWERS.len())).collect();
    (0..count)
        .map(|_| {
            let answer = |usual: &usize| {
                if chance.below(3) == 0 {
                    ANSWERS[chance.below(8)]
                } else {
                    ANSWERS[*usual]
                }
            };
            summary(&common.iter().map(answer).collect::<Vec<_>>(), "norming")
        })
        .collect()
}

fn number(score: Option<Score>) -> Option<String> {
    score.map(|score| score.shown().to_string())
}

/// The bands as classes name them; the last stands for none.
const BANDS: [&str; 5] = ["strong", "getting-there", "needs-work", "act-now", "none"];

const fn band(band: Option<Band>) -> &'static str {
    match band {
        Some(Band::Strong) => "strong",
        Some(Band::GettingThere) => "getting-there",
        Some(Band::NeedsWork) => "needs-work",
        Some(Band::ActNow) => "act-now",
        None => "none",
    }
}

/// The columns under which a row of many has a line of each band, by the drawing in its first cell.
fn drawn(row: &Element) -> Vec<(&'static str, Vec<usize>)> {
    let columns = |band| {
        let path = with_class(row, &format!("underline--{band}"));
        let path = path.first().and_then(|path| path.get("d")).unwrap_or_default();
        let begins = path.split('M').skip(1);
        let column = |begin: &str| begin.split(' ').next()?.parse::<usize>().ok().map(|x| x / COLUMN);
        let mut columns: Vec<usize> = begins.map(|begin| column(begin).expect("a number")).collect();
        columns.sort_unstable();
        columns.dedup();
        (band, columns)
    };
    BANDS.map(columns).into()
}

const fn words(band: Option<Band>) -> &'static str {
    match band {
        Some(Band::Strong) => "Strong",
        Some(Band::GettingThere) => "Getting there",
        Some(Band::NeedsWork) => "Needs work",
        Some(Band::ActNow) => "Act now",
        None => "no score",
    }
}

fn with_class<'a>(element: &'a Element, class: &str) -> Vec<&'a Element> {
    element
        .all()
        .into_iter()
        .filter(|found| found.has_class(class))
        .collect()
}

/// The letter in the head of a column, which is text or, where there are many, the name of a picture.
fn letter_of(head: &Element) -> Option<String> {
    let name = head.named("span")[0];
    let name = name
        .get("aria-label")
        .map_or_else(|| name.texts().concat(), str::to_owned);
    Some(name.split_once(':')?.0.to_owned())
}

#[test]
fn the_table_has_what_the_rules_say() {
    let mut chance = Chance(7);
    for count in [2, 3, 5, 6, 7, 12, 13, 30] {
        for _ in 0..4 {
            let summaries = partnership(&mut chance, count);
            let organisations: Vec<Organisation> = summaries
                .iter()
                .map(|summary| Organisation::of_summaries(std::iter::once(summary)))
                .collect();
            let agreement = Agreement::of(&organisations).expect("two organisations");
            let page = parse(&compared(summaries.clone()).markup());
            let tables = page.named("table");
            let matrix = tables
                .iter()
                .find(|table| table.has_class("matrix"))
                .expect("the table");
            // "A: Greenway Trust"
            let heads = with_class(matrix, "matrix__who");
            let letters: Vec<String> = heads.iter().filter_map(|head| letter_of(head)).collect();
            let rows = with_class(matrix, "matrix__row");
            assert_eq!(rows.len(), 13);
            for (row, topic) in rows.iter().zip_eq(Topic::all()) {
                let cells = with_class(row, "cell");
                assert_eq!(cells.len(), count);
                let drawn = drawn(row);
                for (at, (cell, organisation)) in cells.iter().zip_eq(&organisations).enumerate() {
                    let score = organisation.score(topic);
                    if let Some(shown) = number(score) {
                        assert_eq!(cell.texts()[0], shown, "{topic:?}");
                    }
                    let band = band(score.map(Score::band));
                    let found: Vec<_> = if count <= 12 {
                        let has = |band: &&str| cell.has_class(&format!("cell--{band}"));
                        BANDS.into_iter().filter(has).collect()
                    } else {
                        let has = |(_, columns): &&(&str, Vec<usize>)| columns.contains(&at);
                        drawn.iter().filter(has).map(|(band, _)| *band).collect()
                    };
                    assert_eq!(found, [band], "{topic:?}");
                }
                let columns = drawn.iter().flat_map(|(_, columns)| columns);
                assert_eq!(columns.count(), if count <= 12 { 0 } else { count }, "{topic:?}");
                // Who listens hears the band in the cell; where there are many, whose it is in one sentence.
                let bands: Vec<_> = organisations
                    .iter()
                    .map(|organisation| words(organisation.score(topic).map(Score::band)))
                    .collect();
                if count <= 12 {
                    for (cell, band) in cells.iter().zip_eq(&bands) {
                        let hidden = with_class(cell, "visually-hidden")[0].texts().concat();
                        assert_eq!(hidden.trim_start_matches(", "), *band, "{topic:?}");
                    }
                } else {
                    let said = with_class(row, "matrix__picture");
                    let said = said.last().and_then(|said| said.get("aria-label"));
                    let said = said.and_then(|said| said.split(". ").next()).expect("a sentence");
                    for (letter, band) in letters.iter().zip_eq(&bands) {
                        let mut parts = said.split("; ").map(|part| part.trim_start_matches(". "));
                        let whose = parts.find_map(|part| part.strip_prefix(band)?.strip_prefix(": "));
                        let mut whose = whose.expect("a band").split(", ");
                        assert!(whose.any(|whose| whose == letter), "{topic:?}: {said}");
                    }
                    assert_eq!(
                        said.matches(", ").count() + said.matches(": ").count(),
                        count,
                        "{topic:?}: {said}"
                    );
                }
                let together = Finding::of(topic, &organisations).outcome.score();
                if let Some(shown) = number(together) {
                    let all = with_class(row, "matrix__all");
                    assert_eq!(all[0].named("b")[0].texts(), [shown], "{topic:?}");
                }
                let found = agreement.topic(topic).expect("a topic");
                let label = found.closeness.map(|closeness| match closeness {
                    Closeness::Close => "Close",
                    Closeness::Mixed => "Mixed",
                    Closeness::Apart => "Apart",
                });
                let labels = with_class(row, "matrix__label");
                let said: Vec<_> = labels.iter().flat_map(|label| label.texts()).collect();
                assert_eq!(said, label.into_iter().collect::<Vec<_>>(), "{topic:?}");
                let marks = with_class(row, "matrix__opposite");
                let marks: String = marks.iter().flat_map(|mark| mark.texts()).collect();
                let wanted = match found.opposites.len() {
                    0 => String::new(),
                    n => format!("⇄ {n}"),
                };
                assert_eq!(marks, wanted, "{topic:?}");
                // The same below the name, for a narrow screen.
                let brief = with_class(row, "matrix__brief");
                let brief: String = brief.iter().flat_map(|brief| brief.texts()).collect();
                let agreed = label == Some("Close") && wanted.is_empty();
                assert_eq!(brief, [label.unwrap_or_default(), &wanted].concat(), "{topic:?}");
                assert_eq!(!with_class(row, "matrix__agreed").is_empty(), agreed, "{topic:?}");
            }
        }
    }
}
