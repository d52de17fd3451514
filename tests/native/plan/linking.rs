//! A plan goes into a link only when that is ticked, and comes out of it as it was.

use partnership_health_check::app::chair::field::StepField;
use partnership_health_check::app::chair::plan::Message as Plan;
use partnership_health_check::app::chair::{Effect, Message, compare};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::{self, Message as Check};
use partnership_health_check::content::Texts;
use partnership_health_check::formats::link as format;
use partnership_health_check::present::chair::plan::preview;

use super::support::{Table, summary, taken, without_ids};

fn planned(mut table: Table) -> Table {
    table.plan([taken("B2", "List your five main decisions.")]);
    table
        .write(0, StepField::Owner, "Sam")
        .write(0, StepField::Due, "2027-01-15");
    table
}

#[test]
fn the_plan_goes_into_a_link_only_when_ticked() {
    let mut table = planned(Table::at(Place::Plan));
    table.plan([Plan::CopyPressed]);
    assert_eq!(table.state.plan_link(), None);
    assert!(table.effects.is_empty());
    table.plan([Plan::LinkChosen(true), Plan::CopyPressed]);
    let copied = table.effects.clone();
    assert_eq!(copied, [Effect::Copy(table.state.plan_link().expect("a link"))]);
    table.plan([Plan::LinkChosen(false)]);
    assert_eq!(table.state.plan_link(), None);
}

#[test]
fn an_empty_plan_has_no_link() {
    let mut table = Table::at(Place::Plan);
    table.plan([Plan::LinkChosen(true)]);
    assert_eq!(table.state.plan_link(), None);
}

#[test]
fn the_link_of_a_check_holds_its_summary_without_names_and_the_plan() {
    let mut table = Table::at(Place::Plan);
    table.state.context.record.checks[0].setup.value.organisation = "Tea Trust".to_owned();
    let mut table = planned(table);
    table.plan([Plan::LinkChosen(true)]);
    let link = table.state.plan_link().expect("a link");
    assert!(link.starts_with("https://check.example/#phc="), "{link}");
    let summary = format::decode(&link).expect("a summary");
    assert_eq!(summary.organisation, "");
    let plan = format::decode_plan(&link)
        .expect("a plan")
        .expect("a plan that can be read");
    assert_eq!(plan.steps, without_ids(table.steps()));
}

#[test]
fn the_link_of_a_comparison_holds_it_without_names_and_the_plan() {
    let mut one = summary("4", &[], "norming");
    one.organisation = "Tea Trust".to_owned();
    let summaries = vec![one, summary("2", &[], "norming")];
    let mut table = planned(Table::compare(Place::ComparisonPlan, summaries));
    table.plan([Plan::LinkChosen(true)]);
    let link = table.state.plan_link().expect("a link");
    assert!(link.starts_with("https://check.example/#phc-compare="), "{link}");
    let comparison = format::decode_comparison(&link).expect("a comparison");
    assert_eq!(comparison.partners.len(), 2);
    assert!(
        comparison
            .partners
            .iter()
            .all(|partner| partner.summary.organisation.is_empty())
    );
    let plan = format::decode_plan(&link)
        .expect("a plan")
        .expect("a plan that can be read");
    assert_eq!(plan.steps, without_ids(table.steps()));
}

#[test]
fn a_comparison_that_is_kept_keeps_its_plan() {
    let summaries = vec![summary("4", &[], "norming"), summary("2", &[], "norming")];
    let mut table = planned(Table::compare(Place::ComparisonPlan, summaries));
    table.plan([Plan::LinkChosen(true)]);
    let steps = table.steps();
    let link = table.state.plan_link().expect("a link");
    let (_, fragment) = link.split_once('#').expect("a fragment");
    let mut reader = Table::at(Place::Received(fragment.to_owned()));
    reader.go(Place::Compare).go(Place::Received(fragment.to_owned()));
    assert_eq!(reader.state.folder.entries, [], "reading keeps nothing");
    reader.take([Message::Compare(compare::Message::KeepPressed)]);
    reader.go(Place::ComparisonPlan);
    assert_eq!(without_ids(reader.steps()), without_ids(steps));
}

#[test]
fn the_preview_lists_names_as_left_out() {
    let mut table = planned(Table::at(Place::Plan));
    table.state.context.record.checks[0].setup.value.partnership = "Tea for all".to_owned();
    let plan = table.state.plan_shown();
    let lines = preview(&table.state, &plan);
    assert!(
        lines.contains(&("Partnership", "Not in the link".to_owned())),
        "{lines:?}"
    );
    assert!(
        lines.contains(&("Plan", "1 step, as you see it below".to_owned())),
        "{lines:?}"
    );
}

#[test]
fn the_calendar_holds_what_has_a_date_and_is_not_done() {
    let mut table = planned(Table::at(Place::Plan));
    table.plan([taken("A1", "No date.")]);
    table.plan([Plan::CalendarPressed]);
    let [Effect::Download(file)] = &table.effects[..] else {
        panic!("one file: {:?}", table.effects)
    };
    assert_eq!(
        (&*file.name, file.kind),
        ("partnership-health-check-plan.ics", "text/calendar")
    );
    assert!(file.text.contains("SUMMARY:List your five main decisions."));
    assert!(file.text.contains("DESCRIPTION:Who: Sam"), "{}", file.text);
    assert!(!file.text.contains("No date."));
    // A calendar takes an event again only if its number has grown.
    let number = |table: &Table| -> u32 {
        let [Effect::Download(file)] = &table.effects[..] else {
            panic!("one file: {:?}", table.effects)
        };
        let mut lines = file.text.lines();
        let number = lines.find_map(|line| line.strip_prefix("SEQUENCE:"));
        number.and_then(|number| number.parse().ok()).expect("a number")
    };
    let before = number(&table);
    table.write(0, StepField::Due, "2027-01-22");
    table.plan([Plan::CalendarPressed]);
    assert!(number(&table) > before, "{before}");
    table.plan([Plan::DoneChosen(table.step(0), true)]);
    table.plan([Plan::CalendarPressed]);
    assert!(table.effects.is_empty(), "there is nothing for a calendar");
}

#[test]
fn where_fractions_begin_with_a_comma_a_table_has_semicolons() {
    let mut table = planned(Table::at(Place::Plan));
    table.state.context.decimal_comma = true;
    table.plan([Plan::TablePressed]);
    let [Effect::Download(file)] = &table.effects[..] else {
        panic!("one file: {:?}", table.effects)
    };
    assert!(
        file.text.starts_with("\u{feff}number;topic;what;"),
        "{}",
        file.text
    );
    // Nothing else has commas between cells.
    table.plan([Plan::CalendarPressed]);
    let [Effect::Download(file)] = &table.effects[..] else {
        panic!("one file: {:?}", table.effects)
    };
    assert!(file.text.contains("PRODID:-//"), "{}", file.text);
}

#[test]
fn the_table_holds_every_step() {
    let mut table = planned(Table::at(Place::Plan));
    table.plan([taken("A1", "No date.")]);
    table.plan([Plan::TablePressed]);
    let [Effect::Download(file)] = &table.effects[..] else {
        panic!("one file: {:?}", table.effects)
    };
    assert_eq!(
        (&*file.name, file.kind),
        ("partnership-health-check-plan.csv", "text/csv")
    );
    assert!(
        file.text.starts_with("\u{FEFF}number,"),
        "spreadsheets see that it is UTF-8"
    );
    assert_eq!(file.text.lines().count(), 3, "{}", file.text);
}

#[test]
fn whoever_opens_the_link_sees_the_plan() {
    let mut table = planned(Table::at(Place::Plan));
    table.plan([Plan::LinkChosen(true)]);
    let link = table.state.plan_link().expect("a link");
    let (_, fragment) = link.split_once('#').expect("a fragment");
    let mut reader = app::State::new(Texts::english());
    let open = |reader: &mut app::State, fragment: &str| {
        app::update(reader, Check::FragmentChanged(["#", fragment].concat(), None));
    };
    open(&mut reader, fragment);
    assert!(matches!(reader.shared, Some(Ok(_))));
    let plan = reader
        .shared_plan
        .clone()
        .expect("a plan")
        .expect("a plan that can be read");
    assert_eq!(plan.steps, without_ids(table.steps()));

    // A plan that was cut off takes nothing else with it.
    let cut = fragment.strip_suffix(|_: char| true).expect("a shorter one");
    open(&mut reader, cut);
    assert!(matches!(reader.shared, Some(Ok(_))));
    assert!(matches!(reader.shared_plan, Some(Err(_))));

    let (alone, _) = fragment.split_once('&').expect("two parts");
    open(&mut reader, alone);
    assert!(matches!(reader.shared, Some(Ok(_))));
    assert_eq!(reader.shared_plan, None);
}
