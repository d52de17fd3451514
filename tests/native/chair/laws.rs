//! What holds for every comparison: the order of partners never matters, a copy of a partner in the same
//! organisation changes nothing, and a name never changes a number.

use partnership_health_check::content::Texts;
use partnership_health_check::domain::answer::{Response, StageChoice};
use partnership_health_check::domain::comparison::{Comparison, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::ids::{Kind, Length, Side, StatementId};
use partnership_health_check::domain::sheet::AnswerSheet;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::present::chair::comparison::{Report, Row, differ_in_names_alone, report};
use proptest::prelude::*;

use crate::plays::plays;

fn summary() -> impl Strategy<Value = Summary> {
    let responses = proptest::collection::vec(0_usize..9, StatementId::COUNT);
    (responses, any::<bool>(), 0_usize..5, any::<bool>(), 0_usize..6).prop_map(
        |(responses, quick, kind, second, stage)| {
            let kind = Kind::ALL[kind];
            let length = if quick { Length::Quick } else { Length::Full };
            let mut sheet = AnswerSheet::default();
            for statement in length.statements(kind) {
                let response = responses[statement.index()].checked_sub(1);
                sheet.set(statement, response.and_then(|at| Response::ALL.get(at).copied()));
            }
            let side = if second && kind.has_pairs() {
                Side::Second
            } else {
                Side::First
            };
            Summary {
                length,
                kind,
                side,
                sector: None,
                day: Day(20_000),
                sheet,
                stage: StageChoice::ALL.get(stage).copied().filter(|_| !quick),
                partnership: String::new(),
                organisation: String::new(),
                extra: None,
            }
        },
    )
}

fn comparison() -> impl Strategy<Value = Comparison> {
    proptest::collection::vec((summary(), 0_u8..4), 2..9).prop_map(|people| {
        let mut comparison = Comparison::new(Day(20_000));
        for (summary, organisation) in people {
            comparison.partners.push(Partner {
                id: 0,
                label: String::new(),
                organisation,
                summary,
            });
        }
        comparison
    })
}

/// What a report says of all partners together: no letters, and nothing on single partners.
fn chair(comparison: &Comparison) -> Option<Vec<String>> {
    let Report {
        title,
        groups,
        value,
        pairs,
        cards,
        ..
    } = report(Texts::english(), comparison, true)?;
    let mut lines = vec![
        title,
        format!("{value:?}"),
        format!("{pairs:?}"),
        format!("{cards:?}"),
    ];
    for group in &groups {
        lines.push(format!("{} {}", group.name, group.score));
    }
    for row in groups.iter().flat_map(|group| &group.rows) {
        lines.push(words(row));
    }
    Some(lines)
}

fn words(row: &Row) -> String {
    let mut dots: Vec<u8> = row.line.dots.iter().map(|(_, at)| *at).collect();
    dots.sort_unstable();
    let labels: Vec<_> = row.statements.iter().map(|one| one.label).collect();
    format!("{:?} {dots:?} {} {} {labels:?}", row.bar, row.label, row.opposite)
}

proptest! {
    #![proptest_config(plays(200))]

    #[test]
    fn the_order_of_partners_never_matters(comparison in comparison(), turn in 0_usize..8) {
        let mut turned = comparison.clone();
        let count = turned.partners.len();
        turned.partners.rotate_left(turn % count);
        prop_assert_eq!(chair(&comparison), chair(&turned));
        turned.partners.reverse();
        prop_assert_eq!(chair(&comparison), chair(&turned));
    }

    #[test]
    fn a_copy_of_a_lone_partner_in_its_organisation_changes_nothing(comparison in comparison()) {
        let mut doubled = comparison.clone();
        let lone = doubled.partners.iter().find(|partner| doubled.people(partner.organisation).count() == 1);
        if let Some(lone) = lone.cloned() {
            doubled.partners.push(lone);
            prop_assert_eq!(chair(&comparison), chair(&doubled));
        }
    }

    #[test]
    fn a_name_never_changes_a_number(comparison in comparison(), name in "\\PC{0,20}") {
        let mut renamed = comparison.clone();
        for partner in &mut renamed.partners {
            partner.label.clone_from(&name);
            partner.summary.organisation.clone_from(&name);
        }
        renamed.name.clone_from(&name);
        prop_assert_eq!(chair(&comparison), chair(&renamed));

        // What is worked out again for other names is what would be worked out from the beginning.
        prop_assert!(differ_in_names_alone(&comparison, &renamed));
        let texts = Texts::english();
        for names in [true, false] {
            let before = report(texts, &comparison, true);
            let again = before.map(|report| report.renamed(texts, &renamed, names));
            prop_assert_eq!(again, report(texts, &renamed, names));
        }
        let mut other = comparison.clone();
        if let Some(partner) = other.partners.first_mut() {
            partner.organisation += 1;
            prop_assert!(!differ_in_names_alone(&comparison, &other));
        }
    }
}
