//! Tables and files of comparisons: what stands in which cell.

use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::extra::{Extra, ExtraAnswers};
use partnership_health_check::domain::ids::StatementId;
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::formats::export::{json, tables};

use super::vectors::links;

/// Someone of an organisation with these responses.
fn partner(organisation: u8, responses: &[(&str, &str)]) -> Partner {
    let mut summary = Summary {
        sheet: AnswerSheet::default(),
        extra: None,
        ..links()[0].summary.clone()
    };
    for (statement, response) in responses {
        let statement = StatementId::parse(statement).expect("a statement");
        summary.sheet.set(statement, Response::parse(response));
    }
    Partner {
        id: 0,
        label: String::new(),
        organisation,
        summary,
    }
}

/// Two organisations: of the first, ten people.
fn example() -> Comparison {
    let mut comparison = Comparison::new(Day(20_734));
    for place in 0..10 {
        let first = if place == 0 { "3" } else { "4" };
        let said = [("A1.1", first), ("A1.2", "5"), ("A1.3", "1")];
        comparison.partners.push(partner(0, &said));
    }
    let said = [("A1.1", "4"), ("A1.2", "1"), ("A1.3", "5")];
    comparison.partners.push(partner(1, &said));
    comparison
}

#[test]
fn the_table_of_statements_has_means_in_tenths_and_the_words_of_own_statements() {
    let mut comparison = example();
    let set = Extra::new(vec!["We meet, and talk.".to_owned()]).expect("a set");
    for (at, response) in [(0, "4"), (10, "2")] {
        let responses = vec![Response::parse(response)];
        comparison.partners[at].summary.extra = ExtraAnswers::new(set.fingerprint().sum, responses);
    }
    let table = |comparison: &Comparison| tables::statements(comparison, &[]);
    let lines = |table: &str| -> Vec<String> { table.lines().map(str::to_owned).collect() };
    let without = lines(&table(&comparison));
    assert_eq!(without[1], "A1.1,A1,similar,,3.9,4");
    assert!(
        without.last().expect("a line").contains(",opposite,,4"),
        "{without:?}"
    );
    comparison.sets.push(set);
    let with = lines(&table(&comparison));
    assert!(
        with.last()
            .expect("a line")
            .contains(",opposite,\"We meet, and talk.\",4"),
        "{with:?}"
    );
}

#[test]
fn statements_on_opposite_sides_are_told_apart_by_a_space() {
    let table = tables::comparison(&example(), &[]);
    assert!(table.contains(",2,A1.2 A1.3,"), "{table}");
}

#[test]
fn files_tell_their_day_as_others_read_it() {
    let comparison = example();
    let summary = Summary {
        day: Day(20_734),
        ..comparison.partners[0].summary.clone()
    };
    let day = Day(20_734).date();
    let wanted = format!("\"day\":\"{}-{:02}-{:02}\"", day.year, day.month, day.day);
    for file in [
        json::summary(&summary, None),
        json::line(1, &summary),
        json::comparison(&comparison, true),
    ] {
        assert!(file.contains(&wanted), "{wanted} in {file}");
    }
}

#[test]
fn respondents_are_counted_from_one_to_the_last() {
    let summaries = vec![example().partners[0].summary.clone(); 120];
    let table = tables::wide(&summaries);
    let numbers: Vec<_> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .collect();
    let wanted: Vec<_> = (1..=120).map(|number| number.to_string()).collect();
    assert_eq!(numbers, wanted);
}
