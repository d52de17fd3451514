//! Files in and out, deleting and taking back: nothing comes twice, and what is here stays as it is.

use itertools::Itertools as _;
use partnership_health_check::app::chair::Message;
use partnership_health_check::app::chair::compare::Message as Compare;
use partnership_health_check::app::chair::earlier::{Message as Kept, Thing, Told};
use partnership_health_check::app::chair::plan::Message as Planning;
use partnership_health_check::app::screen::Place;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::{Check, NoteId, Revised};
use partnership_health_check::domain::comparison::{Comparison, MOST_PARTNERS, Partner};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::{export, folder, link, stored};

use super::support::{Device, TODAY, address, all, plan, without_ids};
use crate::both::Both;

/// A finished check with this answer everywhere, set at this revision.
pub(super) fn finished(id: u32, number: &str, revision: u32) -> Check {
    let mut check = Check::new(id, Day(20_000));
    check.setup.revision = 1;
    for statement in check.statements() {
        check.responses[statement.index()] = Revised {
            revision,
            value: Response::parse(number),
        };
    }
    check.finished = Revised {
        revision,
        value: Some(Day(20_001)),
    };
    check
}

pub(super) fn record(checks: Vec<Check>) -> Record {
    Record {
        checks,
        removed: Vec::new(),
    }
}

pub(super) fn comparison(numbers: &[&str]) -> Comparison {
    let mut comparison = Comparison::new(TODAY);
    for (organisation, number) in (0..).zip(numbers) {
        comparison.partners.push(Partner {
            id: u32::from(organisation) + 1,
            label: String::new(),
            organisation,
            summary: all(number),
        });
    }
    comparison
}

pub(super) fn whats(both: &Both, of: u32) -> Vec<&str> {
    let plan = both.chair.folder.plan(of).map(|(_, plan)| plan);
    let steps = plan.into_iter().flat_map(|plan| &plan.steps);
    steps.map(|step| step.what.as_str()).collect()
}

pub(super) fn open(both: &mut Both, files: &[&str]) -> (usize, usize) {
    both.go(Place::Earlier);
    both.chair(Message::FilesRead(
        files.iter().map(|file| (*file).to_owned()).collect(),
    ));
    match both.chair.earlier.told {
        Some(Told::Imported { new, known, .. }) => (new, known),
        ref told => panic!("{told:?}"),
    }
}

pub(super) fn delete(both: &mut Both, thing: Thing) {
    both.chair(Message::Earlier(Kept::DeletePressed(thing)));
    both.chair(Message::Earlier(Kept::DeleteConfirmed));
}

pub(super) fn undo(both: &mut Both) {
    both.chair(Message::Earlier(Kept::UndoPressed));
}

#[test]
fn a_deleted_check_comes_back_once_however_often_its_file_is_opened() {
    let check = finished(5, "4", 3);
    let file = stored::save(&record(vec![check.clone()]));
    let mut both = Both::new(record(vec![check]));
    delete(&mut both, Thing::Check(5));
    assert_eq!(both.device.state.record.checks.len(), 0);
    assert_eq!(open(&mut both, &[&file]), (1, 0));
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    assert_eq!(both.device.state.record.checks.len(), 1);
    // Also after it was deleted and brought back again, and changed.
    let id = both.device.state.record.checks[0].id;
    delete(&mut both, Thing::Check(id));
    undo(&mut both);
    let check = &mut both.device.state.record.checks[0];
    check.responses[0] = Revised {
        revision: 9,
        value: Response::parse("1"),
    };
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    let checks = &both.device.state.record.checks;
    assert_eq!(checks.len(), 1);
    assert_eq!(checks[0].responses[0].value, Response::parse("1"), "ours stays");
}

#[test]
fn an_older_file_of_a_plan_repeats_no_step() {
    let mut both = Both::new(record(vec![finished(5, "1", 1)]));
    both.go(Place::Plan);
    for what in ["Write the aim", "Meet", "Meet"] {
        both.chair(Message::Plan(Planning::OwnStepWritten(what.to_owned())));
        both.chair(Message::Plan(Planning::OwnStepAdded));
    }
    let file = folder::save(&both.chair.folder);
    let (id, mut plan) = both
        .chair
        .folder
        .plan(5)
        .map(|(id, plan)| (id, plan.clone()))
        .expect("a plan");
    plan.steps[0].done = true;
    plan.steps[1].owner = "Ann".to_owned();
    both.chair.folder.set(
        id,
        Item::Plan {
            of: 5,
            plan: plan.clone(),
        },
    );
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    assert_eq!(both.chair.folder.plan(5).map(|(_, plan)| plan), Some(&plan));
}

#[test]
fn a_plan_follows_its_check_when_both_come_back_from_two_files() {
    let mut both = Both::new(record(vec![finished(5, "1", 3)]));
    both.chair.folder.set(
        50,
        Item::Plan {
            of: 5,
            plan: plan(&["Meet"]),
        },
    );
    let checks = stored::save(&both.device.state.record);
    let plans = folder::save(&both.chair.folder);
    delete(&mut both, Thing::Check(5));
    // The plan first, then its check, in two visits.
    open(&mut both, &[&plans]);
    open(&mut both, &[&checks]);
    let id = both.device.state.record.checks[0].id;
    assert_eq!(whats(&both, id), ["Meet"]);
    assert_eq!(open(&mut both, &[&checks, &plans]), (0, 2));
}

#[test]
fn a_deleted_comparison_comes_back_with_its_plan_once() {
    let mut both = Both::new(Record::default());
    both.chair
        .folder
        .set(70, Item::Comparison(comparison(&["2", "4"])));
    both.chair.folder.set(
        50,
        Item::Plan {
            of: 70,
            plan: plan(&["Meet"]),
        },
    );
    let before = both.chair.folder.clone();
    let file = folder::save(&before);
    delete(&mut both, Thing::Comparison(70));
    assert_eq!(open(&mut both, &[&file]), (2, 0));
    assert_eq!(open(&mut both, &[&file]), (0, 2));
    let items = |folder: &Folder| {
        folder
            .entries
            .iter()
            .map(|entry| (entry.id, entry.item.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(items(&both.chair.folder), items(&before));
}

#[test]
fn two_plans_of_one_thing_stay_two_when_their_own_file_is_opened() {
    let mut both = Both::new(record(vec![finished(5, "1", 3)]));
    both.chair.folder.set(
        50,
        Item::Plan {
            of: 5,
            plan: plan(&["First"]),
        },
    );
    both.chair.folder.set(
        40,
        Item::Plan {
            of: 5,
            plan: plan(&["Second"]),
        },
    );
    let file = folder::save(&both.chair.folder);
    assert_eq!(open(&mut both, &[&file]), (0, 2));
    assert_eq!(whats(&both, 5), ["Second"]);
}

#[test]
fn an_older_file_of_a_comparison_changes_nothing_and_a_newer_one_brings_partners() {
    let mut both = Both::new(Record::default());
    both.chair
        .folder
        .set(70, Item::Comparison(comparison(&["2", "4"])));
    let older = folder::save(&both.chair.folder);
    both.chair
        .folder
        .set(70, Item::Comparison(comparison(&["2", "4", "5"])));
    let newer = folder::save(&both.chair.folder);
    assert_eq!(open(&mut both, &[&older]), (0, 1));
    both.chair
        .folder
        .set(70, Item::Comparison(comparison(&["2", "4"])));
    assert_eq!(open(&mut both, &[&newer, &older]), (1, 1));
    assert_eq!(
        both.chair.folder.comparison(70),
        Some(&comparison(&["2", "4", "5"]))
    );
    undo(&mut both);
    assert_eq!(both.chair.folder.comparison(70), Some(&comparison(&["2", "4"])));
}

#[test]
fn a_comparison_without_room_for_the_partners_of_a_file_comes_in_beside() {
    let mut both = Both::new(Record::default());
    let numbers = ["4"; MOST_PARTNERS];
    let mut other = comparison(&["1", "2"]);
    other.name = "Tea".to_owned();
    both.chair.folder.set(70, Item::Comparison(other.clone()));
    let file = folder::save(&both.chair.folder);
    both.chair.folder.set(70, Item::Comparison(comparison(&numbers)));
    assert_eq!(open(&mut both, &[&file]), (1, 0));
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    let found: Vec<_> = both.chair.folder.comparisons().map(|(_, found)| found).collect();
    assert_eq!(found.len(), 2);
    assert!(found.contains(&&other));
}

#[test]
fn the_file_of_one_comparison_is_here_already() {
    let mut mine = comparison(&["2", "4", "4"]);
    // Numbers as they are after partners were grouped and one was removed: the file counts from 0 again.
    for (partner, organisation) in mine.partners.iter_mut().zip_eq([4, 1, 4]) {
        partner.organisation = organisation;
    }
    mine.partners[0].label = "Ours".to_owned();
    let mut both = Both::new(Record::default());
    both.chair.folder.set(70, Item::Comparison(mine.clone()));
    let file = export::json::comparison(&mine, true);
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    delete(&mut both, Thing::Comparison(70));
    assert_eq!(open(&mut both, &[&file]), (1, 0));
    assert_eq!(open(&mut both, &[&file, &file]), (0, 2));
}

#[test]
fn a_check_in_full_takes_the_place_of_its_summary() {
    let mut check = finished(5, "4", 3);
    check.notes[NoteId::VALUE.index()] = Revised {
        revision: 2,
        value: "Tea".to_owned(),
    };
    let summary = export::json::summary(&check.summary(TODAY, true, true), None);
    let full = stored::save(&record(vec![check.clone()]));
    for files in [[&summary, &full], [&full, &summary]] {
        let mut both = Both::new(Record::default());
        for file in files {
            open(&mut both, &[file]);
        }
        assert_eq!(both.device.state.record.checks, std::slice::from_ref(&check));
        let mut both = Both::new(Record::default());
        open(&mut both, &files.map(String::as_str));
        assert_eq!(both.device.state.record.checks, std::slice::from_ref(&check));
    }
    // A plan that was made for the summary stays with it, and both are taken back.
    let mut both = Both::new(Record::default());
    open(&mut both, &[&summary]);
    let id = both.device.state.record.checks[0].id;
    both.chair.folder.set(
        50,
        Item::Plan {
            of: id,
            plan: plan(&["Meet"]),
        },
    );
    open(&mut both, &[&full]);
    assert_eq!(whats(&both, 5), ["Meet"]);
    undo(&mut both);
    let checks = &both.device.state.record.checks;
    assert_eq!(checks.len(), 1);
    assert_eq!(checks[0].note(NoteId::VALUE), "");
    assert_eq!(whats(&both, checks[0].id), ["Meet"]);
}

#[test]
fn two_people_who_answered_alike_stay_two() {
    let file = stored::save(&record(vec![finished(5, "4", 3), finished(6, "4", 3)]));
    let mut both = Both::new(Record::default());
    assert_eq!(open(&mut both, &[&file]), (2, 0));
    assert_eq!(open(&mut both, &[&file]), (0, 2));
}

#[test]
fn a_comparison_that_came_by_a_link_is_kept_once() {
    let sent = comparison(&["2", "4"]);
    let fragment = [
        link::COMPARISON_PREFIX,
        &link::encode_comparison(&sent, true),
        link::PLAN_PREFIX,
        &link::encode_plan(&plan(&["Meet"])),
    ]
    .concat();
    let mut both = Both::new(Record::default());
    for _ in 0..2 {
        both.go(Place::Received(fragment.clone()));
        both.chair(Message::Compare(Compare::KeepPressed));
        both.go(Place::Compare);
        let (id, open) = both.chair.comparison().expect("it is open");
        assert_eq!(
            without_ids(open.partners.clone()),
            without_ids(sent.partners.clone())
        );
        assert_eq!(whats(&both, id), ["Meet"]);
    }
    assert_eq!(both.chair.folder.comparisons().count(), 1);
}

/// A plan that came damaged is a link of another kind, as one that can be read is: the summary before it counts.
#[test]
fn a_damaged_plan_takes_nothing_from_the_summary_before_it() {
    let payload = link::encode_plan(&plan(&["Meet"]));
    for plan in [&*payload, &payload[..payload.len() - 3]] {
        let mut device = Device::new();
        device.paste(&[&address(&all("4")), link::PLAN_PREFIX, plan].concat());
        let taken = device.state.compare.taken.clone().expect("told");
        assert_eq!((taken.added, taken.other), (1, 1), "{plan}");
        assert!(taken.problems.is_empty() && !taken.refused(), "{plan}");
    }
}
