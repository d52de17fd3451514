//! The talk list: what is on it, and in which order.

use partnership_health_check::content::Texts;
use partnership_health_check::domain::summary::Summary;
use partnership_health_check::domain::talk::{Talk, talk_list};
use partnership_health_check::present::chair::talk as words;

use super::support::{comparison, summary};

/// The list as ids, each with the number of its statements on opposite sides.
fn list(summaries: Vec<Summary>) -> Vec<String> {
    talk_list(&comparison(summaries))
        .into_iter()
        .map(|talk| match talk {
            Talk::Topic { topic, opposites } => format!("{} {}", topic.id(), opposites.len()),
            Talk::Stage => "stage".to_owned(),
        })
        .collect()
}

#[test]
fn there_is_nothing_to_talk_about_alone() {
    assert!(list(vec![]).is_empty());
    assert!(list(vec![summary("1", &[], "norming")]).is_empty());
    let alike = || summary("4", &[], "norming");
    assert!(list(vec![alike(), alike(), alike()]).is_empty());
}

#[test]
fn opposite_sides_come_first_and_value_and_the_stage_last() {
    let one = summary("5", &[], "norming");
    // A1 apart without opposite sides, A2 one, C4 two, V one.
    let other = [
        ("A1.1", "3"),
        ("A1.2", "3"),
        ("A1.3", "3"),
        ("A2.2", "1"),
        ("C4.1", "2"),
        ("C4.3", "1"),
        ("V2", "2"),
    ];
    let two = summary("5", &other, "storming");
    assert_eq!(list(vec![one, two]), ["C4 2", "A2 1", "A1 0", "V 1", "stage"]);
}

#[test]
fn equals_stand_in_the_order_of_the_check() {
    let one = summary("5", &[], "norming");
    let two = summary("5", &[("C1.1", "1"), ("A3.1", "1"), ("B2.1", "1")], "norming");
    assert_eq!(list(vec![one, two]), ["A3 1", "B2 1", "C1 1"]);
}

#[test]
fn not_sure_of_the_stage_differs_from_nothing() {
    let stages = |one, two| list(vec![summary("4", &[], one), summary("4", &[], two)]);
    assert!(stages("norming", "unsure").is_empty());
    assert!(stages("", "norming").is_empty());
    assert_eq!(stages("norming", "forming"), ["stage"]);
}

#[test]
fn people_of_one_organisation_do_not_differ() {
    let mut comparison = comparison(vec![summary("1", &[], "norming"), summary("5", &[], "norming")]);
    for partner in &mut comparison.partners {
        partner.organisation = 3;
    }
    assert!(talk_list(&comparison).is_empty());
}

#[test]
fn a_thing_to_talk_about_names_nobody() {
    let mut one = summary("5", &[("B3.2", "2")], "norming");
    one.organisation = "Tea Trust".to_owned();
    let two = summary("5", &[], "norming");
    let items = words::talk_list(Texts::english(), &comparison(vec![one, two]));
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].label, "Opposite sides on one statement");
    assert_eq!(items[0].question, "What do we send that nobody reads?");
    assert_eq!(
        items[0].statements[0].range,
        "Answers run from “Mostly not true” to “Completely true”."
    );
    assert!(!format!("{items:?}").contains("Tea Trust"));
}

#[test]
fn an_answer_between_two_is_told_as_the_nearest() {
    let mut comparison = comparison(vec![
        summary("5", &[("A1.1", "1")], "norming"),
        summary("5", &[("A1.1", "2")], "norming"),
        summary("5", &[], "norming"),
    ]);
    // The first two are one organisation: 1.5 is told as 2.
    comparison.partners[1].organisation = 0;
    let items = words::talk_list(Texts::english(), &comparison);
    assert_eq!(
        items[0].statements[0].range,
        "Answers run from “Mostly not true” to “Completely true”."
    );
}

#[test]
fn the_stages_chosen_are_told_without_a_verdict() {
    let comparison = comparison(vec![
        summary("4", &[], "norming"),
        summary("4", &[], "storming"),
        summary("4", &[], "norming"),
    ]);
    let items = words::talk_list(Texts::english(), &comparison);
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].notes[0], "Storming: chosen by 1");
    assert_eq!(items[0].notes[1], "Norming: chosen by 2");
    assert!(items[0].notes[2].starts_with("The answers look like"));
    assert!(items[0].notes[3].starts_with("No stage is right or wrong"));
}
