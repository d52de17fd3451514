//! Files that come in beside what is here, and go again: no plan goes to another thing, and nothing is lost.

use partnership_health_check::app::Message as Check;
use partnership_health_check::app::chair::earlier::{Message as Kept, Thing, Told};
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::Place;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::Revised;
use partnership_health_check::domain::comparison::{Comparison, MOST_PARTNERS};
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::extra::Extra;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::import::ImportFault;
use partnership_health_check::formats::{export, folder, stored};

use super::in_and_out::{comparison, delete, finished, open, record, undo, whats};
use super::support::{Device, TODAY, context, plan};
use crate::both::Both;

/// Puts a plan of one step under this id.
fn put_plan(folder: &mut Folder, id: u32, of: u32, what: &str) {
    let plan = plan(&[what]);
    folder.set(id, Item::Plan { of, plan });
}

fn summary_of(check: &partnership_health_check::domain::check::Check) -> String {
    export::json::summary(&check.summary(TODAY, true, true), None)
}

/// The ids of the comparisons that are here.
fn comparisons(both: &Both) -> Vec<u32> {
    both.chair.folder.comparisons().map(|(id, _)| id).collect()
}

#[test]
fn a_comparison_that_becomes_another_one_takes_its_place_and_its_plan() {
    let whole = comparison(&["2", "4", "5"]);
    let mut both = Both::new(record(vec![finished(5, "1", 1)]));
    let put = |both: &mut Both, id, numbers: &[&str]| {
        both.chair.folder.set(id, Item::Comparison(comparison(numbers)));
    };
    put(&mut both, 70, &["2", "4", "5"]);
    let newer = folder::save(&both.chair.folder);
    put(&mut both, 70, &["2", "4"]);
    // Only a part of it.
    put(&mut both, 60, &["2", "5"]);
    put_plan(&mut both.chair.folder, 51, 5, "Mine");
    // A file without ids comes in beside, and gets a plan.
    assert_eq!(
        open(&mut both, &[&export::json::comparison(&whole, true)]),
        (1, 0)
    );
    let twin = comparisons(&both).into_iter().find(|id| ![60, 70].contains(id));
    let twin = twin.expect("it is here");
    put_plan(&mut both.chair.folder, 50, twin, "Meet");
    let before = both.chair.folder.clone();
    assert_eq!(open(&mut both, &[&newer]), (1, 0));
    assert_eq!(comparisons(&both), [60, 70]);
    assert_eq!(both.chair.folder.comparison(70), Some(&whole));
    assert_eq!((whats(&both, 70), whats(&both, 5)), (vec!["Meet"], vec!["Mine"]));
    undo(&mut both);
    assert_eq!(both.chair.folder.comparison(twin), before.comparison(twin));
    assert_eq!((whats(&both, twin), whats(&both, 70)), (vec!["Meet"], vec![]));
}

#[test]
fn a_comparison_that_says_something_else_comes_in_beside() {
    let mut mine = comparison(&["2", "4", "5"]);
    "Tea for all".clone_into(&mut mine.name);
    let changes: [fn(&mut Comparison); 4] = [
        |other| "Harbour".clone_into(&mut other.name),
        |other| other.day.0 -= 1,
        |other| "Alder".clone_into(&mut other.partners[0].label),
        |other| other.partners[1].organisation = 0,
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut other = mine.clone();
        change(&mut other);
        let file = export::json::comparison(&other, true);
        let mut both = Both::new(Record::default());
        both.chair.folder.set(70, Item::Comparison(mine.clone()));
        assert_eq!(open(&mut both, &[&file]), (1, 0), "{at}");
        assert_eq!(open(&mut both, &[&file]), (0, 1), "{at}");
    }
    // What it does not say is no difference.
    let mut other = mine.clone();
    other.name.clear();
    let mut both = Both::new(Record::default());
    both.chair.folder.set(70, Item::Comparison(mine));
    assert_eq!(
        open(&mut both, &[&export::json::comparison(&other, true)]),
        (0, 1)
    );
}

#[test]
fn partners_of_a_file_come_in_as_long_as_there_is_room() {
    let mut both = Both::new(Record::default());
    let mut put = |numbers: &[&str]| {
        both.chair.folder.set(70, Item::Comparison(comparison(numbers)));
        folder::save(&both.chair.folder)
    };
    let file = put(&["1", "2"]);
    put(&["4"; MOST_PARTNERS - 2]);
    assert_eq!(open(&mut both, &[&file]), (1, 0));
    assert_eq!(comparisons(&both), [70]);
    let full = both.chair.folder.comparison(70).expect("it is here");
    assert_eq!(full.partners.len(), MOST_PARTNERS);
}

#[test]
fn a_check_that_came_as_a_summary_elsewhere_is_the_whole_one_that_is_here() {
    let check = finished(5, "4", 3);
    let mut elsewhere = Both::new(Record::default());
    open(&mut elsewhere, &[&summary_of(&check)]);
    let file = stored::save(&elsewhere.device.state.record);
    let mut both = Both::new(record(vec![check.clone()]));
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    assert_eq!(both.device.state.record.checks, [check]);
}

#[test]
fn what_comes_in_takes_no_plan_of_another_thing() {
    let mut both = Both::new(record(vec![finished(5, "1", 3)]));
    let folder = &mut both.chair.folder;
    folder.set(70, Item::Comparison(comparison(&["2", "4"])));
    put_plan(folder, 50, 5, "Meet");
    put_plan(folder, 51, 70, "Tea");
    let files = [
        stored::save(&record(vec![finished(6, "2", 3)])),
        summary_of(&finished(7, "3", 3)),
    ];
    for file in &files {
        assert_eq!(open(&mut both, &[file]), (1, 0));
        assert_eq!((whats(&both, 5), whats(&both, 70)), (vec!["Meet"], vec!["Tea"]));
    }
    assert_eq!(both.device.state.record.checks.len(), 3);
}

#[test]
fn a_plan_comes_in_with_its_own_check_among_others() {
    let mut folder = Folder::default();
    put_plan(&mut folder, 50, 5, "Meet");
    let checks = stored::save(&record(vec![finished(5, "1", 3), finished(6, "2", 3)]));
    let mut both = Both::new(Record::default());
    assert_eq!(open(&mut both, &[&checks, &folder::save(&folder)]), (3, 0));
    assert_eq!(whats(&both, 5), ["Meet"]);
}

#[test]
fn statements_that_are_here_already_come_in_once() {
    let set = Extra::new(vec!["The kitchen opens on time.".to_owned()]).expect("a set");
    let mut both = Both::new(Record::default());
    both.chair.folder.set(30, Item::Statements(set));
    let file = folder::save(&both.chair.folder);
    assert_eq!(open(&mut both, &[&file]), (0, 1));
    assert_eq!(both.chair.folder.statements().len(), 1);
}

/// The words of own statements are not in a summary. The whole check has them, and is the same.
#[test]
fn a_whole_check_with_own_statements_takes_the_place_of_its_summary() {
    let mut check = finished(5, "4", 3);
    check.extra = Revised {
        revision: 2,
        value: Extra::new(vec!["The kitchen opens on time.".to_owned()]),
    };
    check.extra_responses[0] = Revised {
        revision: 3,
        value: Response::parse("5"),
    };
    let (summary, whole) = (summary_of(&check), stored::save(&record(vec![check.clone()])));
    let mut both = Both::new(Record::default());
    let left_out = |both: &mut Both| {
        open(both, &[&summary]);
        match both.chair.earlier.told {
            Some(Told::Imported { left_out, .. }) => left_out,
            ref told => panic!("{told:?}"),
        }
    };
    assert_eq!(left_out(&mut both), 1, "nobody here knows the words");
    open(&mut both, &[&whole]);
    assert_eq!(both.device.state.record.checks, [check]);
    // What is known already leaves nothing out, even if it was changed here since.
    let mut both = Both::new(Record::default());
    left_out(&mut both);
    both.device.state.record.checks[0].responses[0] = Revised {
        revision: 9,
        value: Response::parse("1"),
    };
    assert_eq!(left_out(&mut both), 0);
}

#[test]
fn a_check_with_a_plan_that_was_changed_since_stays() {
    let check = finished(5, "4", 3);
    let mut both = Both::new(Record::default());
    open(&mut both, &[&summary_of(&check)]);
    let id = both.device.state.record.checks[0].id;
    put_plan(&mut both.chair.folder, 50, id, "Meet");
    open(&mut both, &[&stored::save(&record(vec![check]))]);
    assert_eq!(whats(&both, 5), ["Meet"]);
    put_plan(&mut both.chair.folder, 50, 5, "Meet on Monday");
    undo(&mut both);
    assert_eq!(both.chair.earlier.told, Some(Told::Undone { partly: true }));
    assert!(both.device.state.record.check(5).is_some());
    assert_eq!(whats(&both, 5), ["Meet on Monday"]);
}

#[test]
fn what_came_in_goes_again_as_a_whole() {
    let mut folder = Folder::default();
    folder.set(70, Item::Comparison(comparison(&["2", "4"])));
    put_plan(&mut folder, 50, 5, "Meet");
    put_plan(&mut folder, 51, 70, "Tea");
    let files = [
        stored::save(&record(vec![finished(5, "1", 3)])),
        folder::save(&folder),
    ];
    let mut both = Both::new(Record::default());
    assert_eq!(open(&mut both, &files.each_ref().map(String::as_str)), (4, 0));
    undo(&mut both);
    assert_eq!(both.chair.earlier.told, Some(Told::Undone { partly: false }));
    assert_eq!(both.device.state.record.checks, []);
    assert!(
        both.chair
            .folder
            .entries
            .iter()
            .all(|entry| entry.item == Item::Removed)
    );
}

#[test]
fn a_deleted_check_comes_back_with_its_own_plan_alone() {
    let mut both = Both::new(record(vec![finished(5, "1", 3), finished(6, "2", 3)]));
    put_plan(&mut both.chair.folder, 50, 5, "Meet");
    put_plan(&mut both.chair.folder, 51, 6, "Tea");
    delete(&mut both, Thing::Check(5));
    // The trace of what was deleted goes into no file.
    let file = both
        .chair(Message::Earlier(Kept::SaveChecksPressed))
        .expect("a file");
    let saved = stored::load(&file.text).expect("a text of ours").record;
    assert_eq!(saved, record(vec![finished(6, "2", 3)]));
    undo(&mut both);
    let ids = both.device.state.record.checks.iter().map(|check| check.id);
    let back = ids.into_iter().find(|id| *id != 6).expect("it is back");
    assert_eq!((whats(&both, back), whats(&both, 6)), (vec!["Meet"], vec!["Tea"]));
}

#[test]
fn a_file_with_more_than_a_device_keeps_is_refused() {
    let file = |count| {
        let mut folder = Folder::default();
        for id in 1..=count {
            folder.set(id, Item::Removed);
        }
        folder::save(&folder)
    };
    let mut both = Both::new(Record::default());
    assert_eq!(open(&mut both, &[&file(2_000)]), (0, 0));
    both.chair(Message::FilesRead(vec![file(2_001)]));
    let Some(Told::Refused(1, error)) = &both.chair.earlier.told else {
        panic!("{:?}", both.chair.earlier.told);
    };
    assert_eq!(error.fault, ImportFault::TooLong);
}

#[test]
fn a_plan_opens_beside_what_it_belongs_to() {
    let mut device = Device::new();
    let folder = &mut device.state.folder;
    for id in [70, 71] {
        folder.set(id, Item::Comparison(comparison(&["2", "4"])));
    }
    put_plan(folder, 50, 5, "Meet");
    put_plan(folder, 51, 70, "Tea");
    let mut told = context(Place::Earlier);
    told.record = record(vec![finished(5, "1", 3)]);
    device.take([Message::ContextChanged(told)]);
    let mut opened = |id| {
        device.take([Message::Earlier(Kept::Opened(Thing::Plan(id)))]);
        let effects = std::mem::take(&mut device.effects).into_iter();
        let told: Vec<_> = effects
            .filter_map(|effect| match effect {
                Effect::Tell(message) => Some(message),
                _ => None,
            })
            .collect();
        (told, device.state.compare.open)
    };
    let own = vec![Check::CheckOpened(5), Check::LinkFollowed("plan")];
    assert_eq!(opened(50), (own, Some(71)));
    let (told, open) = opened(51);
    assert_eq!(
        (told.last(), open),
        (Some(&Check::LinkFollowed("compare-plan")), Some(70))
    );
}
