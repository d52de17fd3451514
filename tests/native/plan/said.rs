//! What the plan's screen says.

use partnership_health_check::app::chair::field::StepField;
use partnership_health_check::app::chair::plan::Message as PlanMessage;
use partnership_health_check::app::screen::Place;
use partnership_health_check::content::Texts;
use partnership_health_check::domain::plan::{Plan, PlannedStep};
use partnership_health_check::present::chair::plan::{field_date, head, lines, problem, said, suggestions};

use super::support::{Table, day, summary, taken};

fn step(owner: &str, due: u8, done: bool) -> PlannedStep {
    PlannedStep {
        what: "x".to_owned(),
        owner: owner.to_owned(),
        due: (due > 0).then(|| day(due, 11)),
        done,
        ..PlannedStep::default()
    }
}

fn headed(steps: Vec<PlannedStep>) -> (String, String) {
    let head = head(Texts::english(), &Plan { steps }, day(22, 11));
    (head.title, head.lead)
}

#[test]
fn the_heading_says_how_much_there_is_to_do() {
    let (title, lead) = headed(vec![]);
    assert_eq!(title, "What will you do next?");
    assert!(lead.starts_with("Take a step below"));
    assert_eq!(
        headed(vec![step("Sam", 0, false)]),
        ("1 step to take".to_owned(), String::new())
    );
    let many = vec![
        step("Sam", 21, false),
        step("", 22, false),
        step("", 0, false),
        step("", 1, true),
    ];
    assert_eq!(
        headed(many),
        (
            "3 steps to take".to_owned(),
            "1 is done. 2 have no owner yet. 1 is past its date.".to_owned()
        )
    );
    assert_eq!(
        headed(vec![step("", 1, true)]),
        ("Every step is done".to_owned(), String::new())
    );
}

#[test]
fn a_day_is_written_as_a_date_field_takes_it() {
    assert_eq!(field_date(None), "");
    assert_eq!(field_date(Some(day(3, 6))), "2026-06-03");
    assert_eq!(field_date(Some(day(24, 12))), "2026-12-24");
}

#[test]
fn the_cards_of_the_result_are_suggested() {
    let table = Table::at(Place::Plan);
    let found = suggestions(&table.state, &Plan::default());
    // Everything is "not true", so the stage is forming, and A1 and B1 come first.
    let ids: Vec<_> = found.iter().map(|one| one.topic.id()).collect();
    assert_eq!(ids, ["A1", "B1", "A2"]);
    assert_eq!(
        found[0].what,
        "Write the aim in one sentence. Change it until every partner would sign it."
    );
    assert!(found.iter().all(|one| !one.taken));
}

#[test]
fn a_suggestion_that_was_taken_says_so() {
    let mut table = Table::at(Place::Plan);
    let wanted = suggestions(&table.state, &Plan::default())[1].clone();
    table.plan([taken(wanted.topic.id(), &wanted.what)]);
    let plan = Plan { steps: table.steps() };
    let taken: Vec<_> = suggestions(&table.state, &plan)
        .into_iter()
        .map(|one| one.taken)
        .collect();
    assert_eq!(taken, [false, true, false]);
}

#[test]
fn where_partners_differ_the_step_is_still_what_to_do() {
    let one = summary("5", &[("B2.1", "1"), ("B2.2", "1"), ("B2.3", "2")], "norming");
    let two = summary("5", &[("B2.3", "4"), ("B2.2", "3")], "norming");
    let table = Table::compare(Place::ComparisonPlan, vec![one, two]);
    let found = suggestions(&table.state, &Plan::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].what, "List your five main decisions and who makes each.");
    assert!(found[0].why.ends_with("Partners differ."), "{}", found[0].why);
}

#[test]
fn each_change_is_said_once() {
    let mut table = Table::at(Place::Plan);
    let says = |table: &mut Table, message| {
        table.plan([message]);
        said(&table.state)
    };
    assert_eq!(says(&mut table, taken("A1", "one")), "Added as step 1.");
    assert_eq!(says(&mut table, taken("A2", "two")), "Added as step 2.");
    let two = table.step(1);
    assert_eq!(
        says(&mut table, PlanMessage::Moved(two, true)),
        "Now step 1 of 2."
    );
    assert_eq!(
        says(&mut table, PlanMessage::Removed(two)),
        "Removed. You can put it back."
    );
    assert_eq!(says(&mut table, PlanMessage::PutBackPressed), "Put back.");
    table.type_into(0, StepField::Owner, "S");
    assert_eq!(said(&table.state), "");
}

#[test]
fn what_is_wrong_stands_beside_its_field() {
    let mut table = Table::at(Place::Plan);
    table.plan([taken("A1", "one"), taken("A2", "two")]);
    let (one, two) = (table.step(0), table.step(1));
    table.write(0, StepField::What, "");
    assert!(problem(&table.state, one, StepField::What).starts_with("A step needs words"));
    assert_eq!(problem(&table.state, one, StepField::Owner), "");
    assert_eq!(problem(&table.state, two, StepField::What), "");
    table.write(0, StepField::Due, "0001-01-01");
    assert!(problem(&table.state, one, StepField::Due).starts_with("That date"));
    table.write(0, StepField::Owner, &"x".repeat(300));
    assert!(problem(&table.state, one, StepField::Owner).starts_with("That was longer"));
}

#[test]
fn on_paper_what_is_not_given_is_empty() {
    let plan = Plan {
        steps: vec![step("Sam", 3, false), step("", 0, true)],
    };
    let lines = lines(Texts::english(), &plan);
    assert_eq!(
        lines[0].facts,
        [
            ("Who", "Sam".to_owned()),
            ("By when", "3 November 2026".to_owned()),
            ("We will know by", String::new())
        ]
    );
    assert!(lines[1].facts.iter().all(|(_, words)| words.is_empty()));
    assert!(lines[1].done);
}
