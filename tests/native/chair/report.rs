//! What a comparison says: the worked example of `content.md` section 3.6, mixed lengths and kinds.

use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::StageChoice;
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Sector, Side, StatementId};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::present::chair::comparison::{NAMED, Report, Row, marks, report};
use partnership_health_check::present::date::date;

use super::support::{TODAY, all, named, with};

fn compare(summaries: Vec<Summary>) -> Comparison {
    let mut comparison = Comparison::new(TODAY);
    for summary in summaries {
        let organisation = comparison.free_number();
        comparison.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation,
            summary,
        });
    }
    comparison
}

fn told(comparison: &Comparison) -> Report {
    report(Texts::english(), comparison, true).expect("two organisations")
}

fn row<'a>(report: &'a Report, id: &str) -> &'a Row {
    let mut rows = report.groups.iter().flat_map(|group| &group.rows);
    rows.find(|row| row.bar.id == id).expect("a row")
}

fn scores(row: &Row) -> Vec<String> {
    row.scores().collect()
}

fn only(answers: &[(&str, &str)], name: &str) -> Summary {
    let mut summary = named(all("3"), name);
    summary.sheet = AnswerSheet::default();
    with(summary, answers)
}

/// A quick check in which every statement has this answer.
fn quick(number: &str) -> Summary {
    let mut quick = all(number);
    quick.length = Length::Quick;
    quick.stage = None;
    let asked = Length::Quick.statements(quick.kind);
    for statement in StatementId::all() {
        if !asked.contains(&statement) {
            quick.sheet.set(statement, None);
        }
    }
    quick
}

#[test]
fn the_worked_example() {
    let report = told(&compare(vec![
        only(&[("A2.1", "4"), ("A2.2", "2"), ("A2.3", "3")], "Charity X"),
        only(&[("A2.1", "5"), ("A2.2", "4"), ("A2.3", "4")], "Council Y"),
        only(&[("A2.1", "4"), ("A2.2", "3"), ("A2.3", "dk")], "Charity Z"),
    ]));
    let row = row(&report, "A2");
    assert_eq!((row.bar.shown, row.bar.words), (Some(65), "Getting there"));
    assert_eq!(
        scores(row),
        ["50", "83", "63"],
        "one organisation, one vote; 62.5 rounds up"
    );
    assert_eq!(row.label, "Mixed");
    assert_eq!(row.opposite, "Opposite sides on one statement");
    let labels: Vec<_> = row.statements.iter().map(|one| one.label).collect();
    assert_eq!(
        labels,
        [
            "Similar views",
            "Opposite sides – talk about this",
            "Similar views"
        ]
    );
    assert_eq!(row.statements[2].answers[2], "Do not know");
    let groups: Vec<_> = report
        .groups
        .iter()
        .map(|group| (group.name, group.rows.len()))
        .collect();
    assert_eq!(
        groups,
        [
            ("How we get on", 4),
            ("How we run things", 4),
            ("What we achieve", 4),
            ("Is the sum greater than the parts?", 1)
        ]
    );
    let bands: Vec<_> = row.cells.iter().map(|cell| cell.words).collect();
    assert_eq!(bands, ["Getting there", "Strong", "Getting there"]);
    assert_eq!(
        report.title,
        "There is no subject that all partners agree on. Talk first about Trust and honesty."
    );
    let card = &report.cards[0];
    assert_eq!(card.what, "Talk first, then fix: Trust and honesty");
    assert_eq!(
        card.why,
        "Trust and honesty: 65 of 100, Getting there. Partners differ."
    );
}

#[test]
fn one_organisation_is_no_comparison() {
    assert!(report(Texts::english(), &compare(vec![all("3")]), true).is_none());
    let mut comparison = compare(vec![all("3"), all("4")]);
    comparison.partners[1].organisation = 0;
    assert!(report(Texts::english(), &comparison, true).is_none());
}

#[test]
fn a_quick_check_counts_in_what_it_asks() {
    let report = told(&compare(vec![all("5"), all("5"), quick("1")]));
    assert_eq!(
        report.left_out,
        [concat!(
            "One partner took the quick check. Its answers count statement by statement. ",
            "They count in a score only with a full check from the same organisation."
        )]
    );
    let row = row(&report, "A1");
    assert_eq!(scores(row), ["100", "100", "no score"]);
    assert_eq!(row.bar.shown, Some(100));
    assert_eq!(row.opposite, "Opposite sides on one statement");
}

#[test]
fn a_quick_check_takes_no_score_away() {
    let unsure = with(quick("4"), &[("A1.2", "dk"), ("V2", "dk")]);
    let report = told(&compare(vec![all("5"), unsure.clone()]));
    assert_eq!(row(&report, "A1").bar.shown, Some(100));
    assert_eq!(row(&report, "V").bar.shown, Some(100));
    assert_eq!(report.cards[0].what, "Keep and prove Shared purpose");
    assert_eq!(report.cards.len(), 1, "{:?}", report.cards);

    // Nor does it say that too little is known where nobody was asked enough.
    let report = told(&compare(vec![quick("5"), unsure]));
    let words: Vec<_> = report.rows().map(|row| row.bar.words).collect();
    assert_eq!(words, ["Too few answers for a score"; 13]);
}

#[test]
fn a_quick_check_counts_in_a_score_beside_a_full_one_of_its_organisation() {
    let mut comparison = compare(vec![all("5"), all("5"), quick("1")]);
    comparison.partners[2].organisation = 0;
    let report = told(&comparison);
    // 5, 3 and 5: a mean of 4.33.
    assert_eq!(scores(row(&report, "A1")), ["83", "100"]);
}

#[test]
fn things_are_alike_only_where_most_are() {
    // Two steps apart on everything: all is mixed.
    let report = told(&compare(vec![all("1"), named(all("1"), "B"), all("3")]));
    let labels: Vec<_> = report.rows().map(|row| row.label).collect();
    assert_eq!(labels, ["Mixed"; 13]);
    assert_eq!(report.title, "There is no subject that all partners agree on.");

    let apart = |topics: &[&str]| {
        let mut other = all("1");
        for topic in topics {
            for number in ["1", "2", "3"] {
                other = with(other, &[(&[topic, ".", number].concat(), "3")]);
            }
        }
        told(&compare(vec![all("1"), all("1"), other])).title
    };
    assert_eq!(apart(&[]), "Partners agree on every subject.");
    let topics = ["A1", "A2", "A3", "A4", "B1", "B2", "B3"];
    assert_eq!(apart(&topics[..6]), "Partners agree on 7 of 13 subjects.");
    assert_eq!(apart(&topics), "Partners agree on 6 of 13 subjects.");
}

#[test]
fn the_headline_counts_what_the_rows_mark_and_says_what_it_leaves_out() {
    // Four agree and one stands against them on a statement: close, and yet on opposite sides.
    let mut summaries = vec![all("4"); 5];
    summaries.push(with(all("4"), &[("A1.1", "2")]));
    for summary in &mut summaries {
        *summary = with(summary.clone(), &[("C3.1", "dk"), ("C3.2", "dk")]);
    }
    let report = told(&compare(summaries));
    let first = row(&report, "A1");
    assert_eq!((first.label, first.opposites, first.agreed), ("Close", 1, false));
    assert_eq!(report.rows().filter(|row| row.agreed).count(), 11);
    assert_eq!(
        report.title,
        "Partners agree on 11 of 12 subjects. Talk first about Shared purpose."
    );
    assert_eq!(
        report.left_out,
        ["These have too few answers to compare, so they are not counted: Learning."]
    );
}

#[test]
fn the_headline_names_three_subjects_at_most() {
    let report = told(&compare(vec![all("1"), named(all("5"), "B")]));
    assert!(report.talk.len() > 12);
    assert_eq!(
        report.title,
        "There is no subject that all partners agree on. Talk first about Shared purpose; Trust and honesty; Respect and \
         independence."
    );
}

#[test]
fn value_that_is_held_back_is_not_to_be_kept_and_proved() {
    let held = with(all("5"), &[("V1", "1")]);
    let report = told(&compare(vec![held.clone(), held]));
    assert_eq!(report.value.verdict, "Not yet.");
    let cards: Vec<_> = report.cards.iter().map(|card| card.what.as_str()).collect();
    assert_eq!(cards, ["Keep and prove Shared purpose"]);
}

#[test]
fn different_kinds_are_compared_on_what_everybody_is_asked() {
    let mut grant = all("2");
    grant.kind = Kind::Grant;
    grant.side = Side::Second;
    grant.sheet = AnswerSheet::default();
    for statement in Length::Full.statements(Kind::Grant) {
        grant.sheet.set(statement, all("4").sheet.get(StatementId::V1));
    }
    let report = told(&compare(vec![all("5"), grant]));
    assert_eq!(report.left_out.len(), 1, "{:?}", report.left_out);
    let kinds: Vec<_> = report
        .pairs
        .iter()
        .map(|pairs| (pairs.both, pairs.rows.len()))
        .collect();
    assert_eq!(kinds, [(false, 7), (false, 7)], "each kind's pairs stand apart");
}

#[test]
fn a_gap_of_a_full_step_is_flagged() {
    let mut provider = with(all("4"), &[]);
    let mut commissioner = all("4");
    for summary in [&mut provider, &mut commissioner] {
        summary.kind = Kind::Commissioning;
        for statement in Kind::Commissioning.pairs() {
            summary.sheet.set(statement, all("4").sheet.get(StatementId::V1));
        }
    }
    provider.side = Side::Second;
    provider = with(provider, &[("CP3", "3"), ("CP4", "dk")]);
    let report = told(&compare(vec![commissioner, provider]));
    let pairs = &report.pairs[0];
    assert!(pairs.both && pairs.flagged);
    let gaps: Vec<_> = pairs
        .rows
        .iter()
        .map(|row| (row.flagged, row.gap.as_str()))
        .collect();
    assert_eq!(gaps[0], (false, "No gap"));
    assert_eq!(gaps[2], (true, "A gap of 25: Commissioner is higher"));
    assert_eq!(gaps[3], (false, "No gap can be shown"));
    assert_eq!(pairs.rows[3].second_says, "Do not know");
    let (largest, rest) = pairs.largest_and_rest();
    assert_eq!(largest, [&pairs.rows[2]]);
    assert_eq!(rest.len(), 6);
}

#[test]
fn the_three_largest_gaps_come_before_all_pairs() {
    let side = |side, others: &[(&str, &str)]| {
        let mut summary = all("4");
        summary.kind = Kind::Commissioning;
        summary.side = side;
        for statement in Kind::Commissioning.pairs() {
            summary.sheet.set(statement, all("5").sheet.get(StatementId::V1));
        }
        with(summary, others)
    };
    let provider = side(
        Side::Second,
        &[("CP1", "4"), ("CP3", "2"), ("CP5", "1"), ("CP6", "2")],
    );
    let report = told(&compare(vec![side(Side::First, &[]), provider]));
    let pairs = &report.pairs[0];
    let (largest, rest) = pairs.largest_and_rest();
    assert_eq!(largest, [&pairs.rows[4], &pairs.rows[2], &pairs.rows[5]]);
    assert!(rest[0].flagged, "a smaller gap stands with the others");
    assert_eq!(
        rest.iter().map(|row| row.first).collect::<Vec<_>>(),
        [0, 1, 3, 6].map(|place| pairs.rows[place].first)
    );
}

#[test]
fn letters_hide_every_name() {
    let comparison = compare(vec![named(all("5"), "Tea for all"), named(all("1"), "Council")]);
    let report = report(Texts::english(), &comparison, false).expect("two organisations");
    let names: Vec<_> = report.marks.iter().map(|mark| mark.name.as_str()).collect();
    assert_eq!(names, ["Partner A", "Partner B"]);
    let said = format!("{report:?}");
    assert!(
        !said.contains("Tea for all") && !said.contains("Council"),
        "{said}"
    );
}

#[test]
fn all_together_is_not_strong_while_a_criterion_is_weak() {
    let weak = |name| {
        with(
            named(all("5"), name),
            &[("B4.1", "2"), ("B4.2", "2"), ("B4.3", "2")],
        )
    };
    let report = told(&compare(vec![weak("Charity X"), weak("Council Y")]));
    assert!(
        report
            .about
            .contains(&"All together: 94, Getting there".to_owned()),
        "{:?}",
        report.about
    );
}

#[test]
fn the_most_different_come_first_where_that_is_wanted() {
    let mut comparison = compare(vec![
        named(all("5"), "A"),
        // Opposite on two statements of C1 and on one of A3; one step apart on B1; alike elsewhere.
        named(
            with(
                all("5"),
                &[("C1.1", "1"), ("C1.2", "1"), ("A3.1", "1"), ("B1.1", "4")],
            ),
            "B",
        ),
    ]);
    let order = |comparison: &Comparison| -> Vec<&'static str> {
        told(comparison).rows().map(|row| row.bar.id).collect()
    };
    let of_the_check = order(&comparison);
    comparison.by_difference = true;
    let by_difference = order(&comparison);
    assert_eq!(by_difference[..2], ["C1", "A3"]);
    let rest: Vec<_> = of_the_check
        .iter()
        .filter(|id| !["C1", "A3"].contains(*id))
        .collect();
    assert_eq!(
        by_difference[2..].iter().collect::<Vec<_>>(),
        rest,
        "equals keep the order of the check"
    );
    assert_eq!(told(&comparison).groups.len(), 1);
}

/// Where each side is on the line, and the gap, is what the words beside it say.
#[test]
fn a_pair_has_both_sides_on_one_line() {
    let side = |side, number: &str| Summary {
        side,
        kind: Kind::Grant,
        ..of_kind(Kind::Grant, number)
    };
    let report = told(&compare(vec![side(Side::First, "5"), side(Side::Second, "2")]));
    let [pairs] = &report.pairs[..] else {
        panic!("one kind")
    };
    assert!(pairs.both && pairs.flagged);
    for row in &pairs.rows {
        assert_eq!(row.at, [Some(100), Some(25)]);
        assert!(
            row.first_says.contains("100 of 100") && row.second_says.contains("25 of 100"),
            "{row:?}"
        );
        assert!(row.gap.contains("75"), "{}", row.gap);
    }
    // With one side alone nothing is said of the other or of a gap, seven times.
    let report = told(&compare(vec![side(Side::First, "5"), side(Side::First, "2")]));
    let [pairs] = &report.pairs[..] else {
        panic!("one kind")
    };
    assert!(!pairs.both);
    for row in &pairs.rows {
        assert_eq!(
            (row.at[1], row.second_says.as_str(), row.gap.as_str()),
            (None, "", "")
        );
        assert!(!row.first_says.is_empty());
    }
}

/// A full check of this kind in which every statement has this answer.
fn of_kind(kind: Kind, number: &str) -> Summary {
    let mut summary = all(number);
    summary.kind = kind;
    for statement in Length::Full.statements(kind) {
        summary.sheet.set(
            statement,
            partnership_health_check::domain::answer::Response::parse(number),
        );
    }
    summary
}

/// Letters are hard to keep in mind; three of one name differ in what they said of themselves.
#[test]
fn organisations_of_one_name_are_told_apart_by_what_differs() {
    let hall = |side, sector, day: u16| {
        let mut summary = named(all("4"), "Town hall");
        (summary.side, summary.sector, summary.day) = (side, sector, Day(day));
        summary
    };
    let (charity, public) = (Some(Sector::Charity), Some(Sector::PublicBody));
    let texts = Texts::english();
    let day = |day| date(texts, Day(day));
    let cases = [
        (
            vec![hall(Side::First, charity, 9), hall(Side::Second, charity, 9)],
            vec![
                format!("Town hall ({})", texts.side(Kind::Consortium, Side::First)),
                format!("Town hall ({})", texts.side(Kind::Consortium, Side::Second)),
            ],
        ),
        (
            vec![hall(Side::First, public, 9), hall(Side::First, None, 8)],
            vec![
                format!("Town hall ({})", texts.sector(Sector::PublicBody)),
                "Town hall".to_owned(),
            ],
        ),
        (
            vec![
                hall(Side::First, charity, 7),
                hall(Side::First, charity, 8),
                named(hall(Side::Second, public, 9), "TOWN\u{A0}hall"),
            ],
            vec![
                format!("Town hall ({})", day(7)),
                format!("Town hall ({})", day(8)),
                format!("TOWN\u{A0}hall ({})", day(9)),
            ],
        ),
        // Nothing differs but the letters.
        (
            vec![hall(Side::First, None, 9), hall(Side::First, None, 9)],
            vec!["Town hall".to_owned(); 2],
        ),
    ];
    for (summaries, wanted) in cases {
        let mut comparison = Comparison::new(TODAY);
        for (place, summary) in (0..).zip(summaries) {
            comparison.partners.push(Partner {
                id: u32::from(place),
                label: String::new(),
                organisation: place,
                summary,
            });
        }
        let names = |names| {
            let marks = marks(texts, &comparison, names);
            marks.into_iter().map(|mark| mark.name).collect::<Vec<_>>()
        };
        assert_eq!(names(true), wanted);
        assert!(
            names(false).iter().all(|name| name.starts_with("Partner ")),
            "{:?}",
            names(false)
        );
    }
}

#[test]
fn more_than_twelve_organisations_are_told_by_letter_where_their_stage_is_told() {
    let chosen = |count: usize| {
        let name = |number: usize| format!("Organisation {number}");
        let mut comparison = compare((0..count).map(|number| named(all("3"), &name(number))).collect());
        for partner in &mut comparison.partners {
            partner.summary.stage = Some(StageChoice::NotSure);
        }
        // A second person of the first organisation.
        if let Some(first) = comparison.partners.first().cloned() {
            comparison.partners.push(first);
        }
        told(&comparison).stage.words.remove(0)
    };
    let named = chosen(NAMED);
    assert!(
        named.contains("Organisation 0,") && named.contains("Organisation 11"),
        "{named}"
    );
    assert_eq!(
        chosen(NAMED + 1),
        "Not sure: A, B, C, D, E, F, G, H, I, J, K, L and M."
    );
}
