//! Steps are taken up, written, moved, removed and put back.

use partnership_health_check::app::Message as Check;
use partnership_health_check::app::chair::field::{StepField, TextField, step_id};
use partnership_health_check::app::chair::plan::{Message as Plan, News, UNDO};
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::plan::{MOST_PLANNED, PlannedStep};
use partnership_health_check::formats::folder;

use super::support::{COMPARED, OWN, Table, day, taken, topic};

fn three() -> Table {
    let mut table = Table::at(Place::Plan);
    table.plan(["one", "two", "three"].map(|what| taken("A1", what)));
    table
}

#[test]
fn nothing_is_kept_before_the_first_step() {
    let mut table = Table::at(Place::Plan);
    table.plan([
        Plan::OwnStepWritten("  ".to_owned()),
        Plan::OwnStepAdded,
        Plan::LinkChosen(true),
        Plan::Removed(0),
        Plan::PutBackPressed,
        Plan::Moved(0, true),
        Plan::DoneChosen(0, true),
    ]);
    table.write(0, StepField::Owner, "Sam");
    assert_eq!(table.state.folder, Folder::default());
}

#[test]
fn a_step_that_was_taken_needs_an_owner_next() {
    let mut table = Table::at(Place::Plan);
    table.plan([taken("B2", "List your five main decisions.")]);
    let step = table.steps().remove(0);
    assert_eq!(step.topic, Some(topic("B2")));
    assert_eq!(step.what, "List your five main decisions.");
    assert_eq!(
        table.focus(),
        Some(&*TextField::Step(step.id, StepField::Owner).id())
    );
    assert_eq!(table.state.plan.news, Some(News::Added(step.id)));
    assert_eq!(table.kept(OWN).map(|plan| plan.steps.len()), Some(1));
}

#[test]
fn a_step_of_ones_own_has_no_topic() {
    let mut table = Table::at(Place::Plan);
    table.plan([
        Plan::OwnStepWritten("  Buy   a kettle ".to_owned()),
        Plan::OwnStepAdded,
    ]);
    assert_eq!(table.whats(), ["Buy a kettle"]);
    assert_eq!(table.steps()[0].topic, None);
    assert_eq!(table.state.plan.own_step, "");
}

#[test]
fn a_step_without_words_is_not_added() {
    let mut table = Table::at(Place::Plan);
    table.plan([Plan::OwnStepWritten(" \u{200B} ".to_owned()), Plan::OwnStepAdded]);
    assert!(table.steps().is_empty());
    assert_eq!(table.state.plan.news, Some(News::NoWords));
    assert_eq!(table.focus(), Some("step-own"));
    let told = |refused| Effect::Tell(Check::ChairRefused(refused));
    assert!(table.effects.contains(&told(true)), "an error of the page");
    table.plan([Plan::OwnStepWritten("Meet".to_owned()), Plan::OwnStepAdded]);
    assert!(table.effects.contains(&told(false)));
}

#[test]
fn fields_are_kept_when_they_are_left() {
    let mut table = three();
    let before = table.state.folder.clone();
    table.type_into(1, StepField::Owner, "Sa");
    table.type_into(1, StepField::Owner, "Sam");
    assert_eq!(table.state.folder, before, "kept at a key");
    table
        .write(1, StepField::Owner, " Sam\n")
        .write(1, StepField::Sign, "Fewer  calls")
        .write(1, StepField::What, "Go");
    let step = &table.steps()[1];
    assert_eq!(
        (&*step.owner, &*step.sign, &*step.what),
        ("Sam", "Fewer calls", "Go")
    );
    assert_eq!(table.state.typing, None);
}

#[test]
fn a_step_keeps_its_words_when_they_are_emptied() {
    let mut table = three();
    table.write(0, StepField::What, "  ");
    assert_eq!(table.whats()[0], "one");
    assert_eq!(table.state.plan.news, Some(News::Emptied(table.step(0))));
}

#[test]
fn a_long_text_is_shortened_and_the_person_is_told() {
    let mut table = three();
    table.write(2, StepField::Sign, &"ab ".repeat(200));
    assert_eq!(table.steps()[2].sign.chars().count(), 200);
    assert_eq!(
        table.state.plan.news,
        Some(News::Shortened(table.step(2), StepField::Sign))
    );
    table.plan([taken("A1", &"é".repeat(300))]);
    assert_eq!(table.steps()[3].what.chars().count(), 200);
    assert_eq!(
        table.state.plan.news,
        Some(News::Shortened(table.step(3), StepField::What))
    );
}

#[test]
fn a_date_is_kept_when_its_field_is_left() {
    let mut table = three();
    // A year that is being typed is a year long ago at first.
    for text in ["0002-12-24", "0020-12-24", "0202-12-24", "2026-12-24"] {
        table.type_into(0, StepField::Due, text);
        assert_eq!(table.steps()[0].due, None, "{text}");
        let field = TextField::Step(table.step(0), StepField::Due);
        assert_eq!(table.state.typed(field), Some(text), "it stays in the field");
        assert_eq!(table.state.plan.news, None, "{text}: told too early");
    }
    table.write(0, StepField::Due, "2026-12-24");
    assert_eq!(table.steps()[0].due, Some(day(24, 12)));
    assert_eq!((&table.state.typing, table.state.plan.news), (&None, None));
    table.write(0, StepField::Due, "");
    assert_eq!(table.steps()[0].due, None);
}

#[test]
fn a_date_that_cannot_be_kept_is_told_when_its_field_is_left() {
    let wrong = [
        "1969-12-31",
        "2150-01-01",
        "2026-02-30",
        "2026-13-01",
        "275760-01-01",
        "2026-1",
        "2026-01-01-01",
        "-",
        "soon",
    ];
    for text in wrong {
        let mut table = three();
        table
            .write(0, StepField::Due, "2026-12-24")
            .write(0, StepField::Due, text);
        let told = Some(News::NotADate(table.step(0)));
        assert_eq!(table.state.plan.news, told, "{text}");
        assert_eq!(
            table.steps()[0].due,
            Some(day(24, 12)),
            "{text}: the old one stays"
        );
    }
}

#[test]
fn a_moved_step_takes_the_focus_along() {
    let mut table = three();
    let [one, _, three] = [0, 1, 2].map(|at| table.step(at));
    table.plan([Plan::Moved(three, true)]);
    assert_eq!(table.whats(), ["one", "three", "two"]);
    assert_eq!(table.focus(), Some(&*step_id(three, "up")));
    table.plan([Plan::Moved(three, true)]);
    assert_eq!(table.whats(), ["three", "one", "two"]);
    assert_eq!(
        table.focus(),
        Some(&*step_id(three, "down")),
        "there is no way further up"
    );
    table.plan([Plan::Moved(three, false)]);
    assert_eq!(table.focus(), Some(&*step_id(three, "down")));
    table.plan([Plan::Moved(three, true)]);
    table.plan([Plan::Moved(one, false)]);
    assert_eq!(table.whats(), ["three", "two", "one"]);
    assert_eq!(table.focus(), Some(&*step_id(one, "up")));
    for (at, up) in [(0, true), (2, false), (7, true)] {
        table.plan([Plan::Moved(table.step(at), up)]);
        assert_eq!(table.whats(), ["three", "two", "one"], "{at} {up}");
        assert_eq!(table.focus(), None);
    }
}

#[test]
fn a_removed_step_can_be_put_back_where_it_was() {
    let mut table = three();
    table.write(1, StepField::Owner, "Sam");
    let two = table.step(1);
    table.plan([Plan::Removed(two)]);
    assert_eq!(table.whats(), ["one", "three"]);
    assert_eq!(table.focus(), Some(UNDO));
    table.plan([Plan::PutBackPressed]);
    assert_eq!(table.whats(), ["one", "two", "three"]);
    assert_eq!(table.steps()[1].owner, "Sam");
    assert_eq!(table.focus(), Some(&*TextField::Step(two, StepField::What).id()));
    table.plan([Plan::PutBackPressed]);
    assert_eq!(table.steps().len(), 3, "it comes back once");
}

#[test]
fn the_last_step_can_be_put_back_too() {
    let mut table = Table::at(Place::Plan);
    table.plan([taken("A1", "one")]);
    table.plan([Plan::Removed(table.step(0))]);
    assert_eq!(table.kept(OWN), None, "an empty plan is not kept");
    table.plan([Plan::PutBackPressed]);
    assert_eq!(table.whats(), ["one"]);
}

#[test]
fn what_was_removed_is_forgotten_on_another_screen() {
    let mut table = three();
    table.plan([Plan::Removed(table.step(0)), Plan::LinkChosen(true)]);
    table.go(Place::Earlier).go(Place::Plan);
    table.plan([Plan::PutBackPressed]);
    assert_eq!(table.whats(), ["two", "three"]);
    assert!(
        !table.state.plan.in_link,
        "each link with a plan is asked for anew"
    );
}

#[test]
fn a_plan_does_not_grow_without_end() {
    let mut table = Table::at(Place::Plan);
    for number in 0..MOST_PLANNED {
        table.plan([taken("A1", &number.to_string())]);
    }
    table.plan([
        taken("A1", "too much"),
        Plan::OwnStepWritten("y".to_owned()),
        Plan::OwnStepAdded,
    ]);
    assert_eq!(table.steps().len(), MOST_PLANNED);
    table.plan([
        Plan::Removed(table.step(3)),
        taken("A1", "x"),
        Plan::PutBackPressed,
    ]);
    assert_eq!(table.steps().len(), MOST_PLANNED);
}

#[test]
fn the_check_and_the_comparison_have_a_plan_each() {
    let mut table = Table::compare(Place::ComparisonPlan, Vec::new());
    table.plan([taken("A1", "together")]);
    table.go(Place::Plan).plan([taken("A1", "alone")]);
    assert_eq!(
        table.kept(COMPARED).map(|plan| &*plan.steps[0].what),
        Some("together")
    );
    assert_eq!(table.kept(OWN).map(|plan| &*plan.steps[0].what), Some("alone"));
    table.go(Place::Meeting);
    assert_eq!(table.whats(), ["together"], "the meeting fills in the same plan");
}

#[test]
fn without_a_check_or_a_comparison_nothing_is_planned() {
    for place in [Place::ComparisonPlan, Place::Meeting, Place::Earlier] {
        let mut table = Table::at(place);
        table.plan([taken("A1", "one")]);
        assert_eq!(table.state.folder, Folder::default());
        assert_eq!(table.focus(), None);
    }
    let mut table = Table::at(Place::Plan);
    table.state.context.record.checks[0].finished.value = None;
    table.plan([taken("A1", "one")]);
    assert_eq!(table.state.folder, Folder::default(), "the check is not finished");
}

#[test]
fn a_change_that_changes_nothing_is_not_kept_anew() {
    let mut table = three();
    let before = table.state.folder.clone();
    table
        .write(0, StepField::What, "one")
        .write(0, StepField::Owner, "")
        .write(9, StepField::Owner, "Sam");
    table.plan([Plan::DoneChosen(table.step(0), false)]);
    assert_eq!(table.state.folder, before);
}

/// Changes the plan in another tab, whose text this tab finds before what is pressed here, as the browser does.
fn changed_elsewhere(table: &mut Table, change: impl FnOnce(&mut Vec<PlannedStep>)) {
    let mut elsewhere = table.state.folder.clone();
    let (entry, mut plan) = elsewhere
        .plan(OWN)
        .map(|(entry, plan)| (entry, plan.clone()))
        .expect("a plan");
    change(&mut plan.steps);
    elsewhere.set(entry, Item::Plan { of: OWN, plan });
    table.take([Message::Stored(Heard::FoundElsewhere(folder::save(&elsewhere)))]);
}

#[test]
fn a_press_changes_the_step_beside_which_it_was_shown() {
    let mut table = three();
    let [one, two, three] = [0, 1, 2].map(|at| table.step(at));
    changed_elsewhere(&mut table, |steps| steps.swap(0, 1));
    table.plan([Plan::DoneChosen(one, true)]);
    let done = |table: &Table| -> Vec<bool> { table.steps().iter().map(|step| step.done).collect() };
    assert_eq!(table.whats(), ["two", "one", "three"]);
    assert_eq!(done(&table), [false, true, false]);
    changed_elsewhere(&mut table, |steps| drop(steps.remove(1)));
    table.plan([
        Plan::Moved(three, true),
        Plan::Removed(one),
        Plan::DoneChosen(one, false),
    ]);
    assert_eq!(table.whats(), ["three", "two"]);
    assert_eq!(table.state.plan.removed, None, "it was removed already");
    table.plan([Plan::Removed(two)]);
    assert_eq!(table.whats(), ["three"]);
}

#[test]
fn what_is_typed_stays_with_its_step_when_another_tab_removes_one_before() {
    let mut table = three();
    table.type_into(1, StepField::Owner, "Ann");
    let two = table.step(1);
    changed_elsewhere(&mut table, |steps| drop(steps.remove(0)));
    assert_eq!(table.step(0), two);
    table.write(0, StepField::Owner, "Ann");
    let owners: Vec<_> = table.steps().into_iter().map(|step| step.owner).collect();
    assert_eq!(owners, ["Ann", ""]);
}

#[test]
fn a_step_that_two_tabs_take_up_comes_in_once() {
    let mut table = Table::at(Place::Plan);
    table.plan([taken("A1", "one"), taken("A1", "one")]);
    assert_eq!(table.whats(), ["one"]);
    assert_eq!(
        table.focus(),
        Some(&*TextField::Step(table.step(0), StepField::Owner).id())
    );
}

#[test]
fn the_same_words_may_be_planned_twice_by_oneself_and_for_another_topic() {
    let mut table = Table::at(Place::Plan);
    let own = || [Plan::OwnStepWritten("Meet".to_owned()), Plan::OwnStepAdded];
    table.plan(own()).plan(own());
    table.plan([taken("A1", "Meet"), taken("B2", "Meet")]);
    assert_eq!(table.whats(), ["Meet"; 4]);
}
