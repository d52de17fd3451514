//! No answer to a statement of the chair's changes anything of the published check, and two sets never meet.

use std::collections::BTreeSet;

use partnership_health_check::content::Texts;
use partnership_health_check::domain::agreement::{Agreement, Views};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::extra_compared::{ExtraSaid, compared};
use partnership_health_check::domain::organisation::Said;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::talk::talk_list;
use partnership_health_check::formats::export::tables;
use partnership_health_check::present::chair::comparison::{Report, report};
use partnership_health_check::present::report;
use proptest::prelude::*;

use super::support::{THREE, answers, set};
use crate::formats::any::{comparison, summary};
use crate::plan::support::summary as plain;
use crate::plays::plays;

fn without(summary: &Summary) -> Summary {
    Summary {
        extra: None,
        ..summary.clone()
    }
}

fn of(people: Vec<(u8, Summary)>) -> Comparison {
    let mut comparison = Comparison::new(Day(20_779));
    for (organisation, summary) in people {
        comparison.partners.push(Partner {
            id: 0,
            label: String::new(),
            organisation,
            summary,
        });
    }
    comparison
}

/// Somebody who gave these answers to a set.
fn somebody(organisation: u8, statements: &[&str], values: &[&str]) -> (u8, Summary) {
    let summary = Summary {
        extra: Some(answers(&set(statements), values)),
        ..plain("4", &[], "norming")
    };
    (organisation, summary)
}

proptest! {
    #![proptest_config(plays(100))]

    #[test]
    fn own_statements_never_change_a_result(summary in summary()) {
        let texts = Texts::english();
        prop_assert_eq!(report::report(texts, &summary), report::report(texts, &without(&summary)));
        prop_assert_eq!(report::shared_report(texts, &summary), report::shared_report(texts, &without(&summary)));
    }

    #[test]
    fn own_statements_never_change_a_comparison(comparison in comparison(), names in any::<bool>()) {
        let texts = Texts::english();
        let mut plain = comparison.clone();
        plain.sets.clear();
        for partner in &mut plain.partners {
            partner.summary.extra = None;
        }
        prop_assert_eq!(Agreement::of(&comparison.organisations()), Agreement::of(&plain.organisations()));
        prop_assert_eq!(talk_list(&comparison), talk_list(&plain));
        prop_assert_eq!(tables::comparison(&comparison, &[]), tables::comparison(&plain, &[]));
        let bare = |mut report: Report| {
            report.extra.clear();
            report
        };
        let (with, without) = (report(texts, &comparison, names), report(texts, &plain, names));
        if let Some(without) = &without {
            prop_assert!(without.extra.is_empty());
        }
        prop_assert_eq!(with.map(bare), without);
    }

    #[test]
    fn two_sets_never_meet(comparison in comparison()) {
        let all = compared(&comparison);
        let sets: BTreeSet<_> = all.iter().map(|found| found.set).collect();
        prop_assert_eq!(sets.len(), all.len());
        let numbers = comparison.organisation_numbers();
        for found in &all {
            // Without everybody who answered another set, this one is as it was.
            let mut alone = comparison.clone();
            for partner in &mut alone.partners {
                partner.summary.extra.take_if(|extra| extra.set() != found.set);
            }
            prop_assert_eq!(compared(&alone), [found.clone()]);
            for statement in &found.statements {
                prop_assert_eq!(statement.said.len(), numbers.len());
                prop_assert_eq!(statement.answers.len(), numbers.len());
            }
        }
        let answered = comparison.partners.iter().filter(|partner| partner.summary.extra.is_some()).count();
        prop_assert_eq!(all.is_empty(), answered == 0);
    }
}

#[test]
fn the_rules_for_statements_hold_for_own_ones() {
    let found = compared(&of(vec![
        somebody(0, &THREE, &["2", "4", "dk"]),
        somebody(1, &THREE, &["4", "4", "na"]),
        somebody(1, &THREE, &["5", "", ""]),
        somebody(2, &["Something else."], &["1"]),
        (3, plain("3", &[], "norming")),
    ]));
    let [three, other] = &found[..] else {
        panic!("two sets expected: {found:?}");
    };
    let views: Vec<_> = three.statements.iter().map(|statement| statement.views).collect();
    assert_eq!(views, [Some(Views::Opposite), Some(Views::Similar), None]);
    let said = &three.statements[0].said;
    assert!(matches!(said[0], ExtraSaid::Asked(Some(Said::Response(_)))));
    assert!(matches!(said[1], ExtraSaid::Asked(Some(Said::Mean(_)))));
    assert_eq!(said[2..], [ExtraSaid::NotAsked, ExtraSaid::NotAsked]);
    assert_eq!(
        other.statements[0].views, None,
        "one organisation has nobody to differ from"
    );
    assert_eq!(
        three.statements[2].said[1],
        ExtraSaid::Asked(Some(Said::Response(
            partnership_health_check::domain::answer::Response::NotYet
        )))
    );
}

#[test]
fn a_changed_word_is_another_set_on_screen_too() {
    let changed = [THREE[0], THREE[1], "The kitchen is open in time."];
    let mut comparison = of(vec![
        somebody(0, &THREE, &["2", "4", "1"]),
        somebody(1, &THREE, &["4", "4", "5"]),
        somebody(2, &changed, &["1", "1", "1"]),
    ]);
    comparison.sets = vec![set(&THREE)];
    let report = report(Texts::english(), &comparison, true).expect("partners");
    let [known, unknown] = &report.extra[..] else {
        panic!("two sets expected: {:?}", report.extra);
    };
    assert_eq!(known.rows[0].words, THREE[0]);
    assert_eq!(
        known.rows[0].answers,
        ["Mostly not true", "Mostly true", "Not asked"]
    );
    assert!(known.lead[0].contains("2 of 3 organisations"), "{:?}", known.lead);
    // Where the words are not known nothing is guessed, although two of the three are the same.
    assert_eq!(unknown.rows[0].words, "Statement 1");
    let told = unknown.lead.last().expect("a paragraph");
    assert!(told.contains(&set(&changed).fingerprint().to_string()), "{told}");
    assert!(told.contains("Paste"), "{told}");
}
