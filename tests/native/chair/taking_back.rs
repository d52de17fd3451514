//! Taking back what was done last: it is as it was, and what was changed since stays.

use partnership_health_check::app::chair::Message;
use partnership_health_check::app::chair::compare::Message as Compare;
use partnership_health_check::app::chair::earlier::Told;
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Heard;
use partnership_health_check::domain::check::{Check, Revised};
use partnership_health_check::domain::comparison::Partner;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::{folder, stored};

use super::in_and_out::{finished, open, record, undo};
use super::support::{address, all, named, plan};
use crate::both::Both;

#[test]
fn two_files_with_the_same_check_are_taken_back_as_one() {
    let before = record(vec![finished(5, "2", 3)]);
    let [older, newer] =
        [("3", 4), ("4", 5)].map(|(number, at)| stored::save(&record(vec![finished(5, number, at)])));
    let mut both = Both::new(before.clone());
    open(&mut both, &[&older, &newer]);
    assert_eq!(both.device.state.record.checks, [finished(5, "4", 5)]);
    undo(&mut both);
    let found: Vec<_> = both.device.state.record.checks.iter().map(Check::sheet).collect();
    assert_eq!(found, [before.checks[0].sheet()], "as it was before, and once");
    // Taken back is not deleted: the same file opened again brings the same.
    assert_eq!(open(&mut both, &[&older, &newer]).0, 2);
    assert_eq!(both.device.state.record.checks.len(), 1);
}

#[test]
fn what_was_changed_since_is_not_taken_back() {
    let mut both = Both::new(Record::default());
    let file = stored::save(&record(vec![finished(5, "2", 3), finished(6, "3", 3)]));
    assert_eq!(open(&mut both, &[&file]), (2, 0));
    both.device.state.record.checks[0].notes[0] = Revised {
        revision: 9,
        value: "Mine".to_owned(),
    };
    undo(&mut both);
    assert_eq!(both.chair.earlier.told, Some(Told::Undone { partly: true }));
    let ids: Vec<_> = both
        .device
        .state
        .record
        .checks
        .iter()
        .map(|check| check.id)
        .collect();
    assert_eq!(ids, [5], "the one with the note stays");
    // So does one that got a plan.
    let file = stored::save(&record(vec![finished(7, "2", 3)]));
    open(&mut both, &[&file]);
    both.chair.folder.set(
        50,
        Item::Plan {
            of: 7,
            plan: plan(&["Meet"]),
        },
    );
    undo(&mut both);
    assert_eq!(both.chair.earlier.told, Some(Told::Undone { partly: true }));
    assert!(both.device.state.record.check(7).is_some());
}

#[test]
fn the_first_partners_taken_back_leave_nothing_kept() {
    let mut both = Both::new(Record::default());
    both.go(Place::Compare);
    both.chair(Message::Compare(Compare::LinksWritten(address(&all("4")))));
    both.chair(Message::Compare(Compare::TakePressed));
    assert_eq!(both.chair.folder.comparisons().count(), 1);
    both.chair(Message::Compare(Compare::UndoPressed));
    assert_eq!(both.chair.folder.comparisons().count(), 0);
    // They can come in again.
    both.chair(Message::Compare(Compare::LinksWritten(address(&all("4")))));
    both.chair(Message::Compare(Compare::TakePressed));
    assert_eq!(
        both.chair.comparison().map(|(_, found)| found.partners.len()),
        Some(1)
    );
}

#[test]
fn a_change_is_not_taken_back_over_one_that_another_tab_made() {
    let mut both = Both::new(Record::default());
    both.go(Place::Compare);
    both.chair(Message::Compare(Compare::LinksWritten(address(&all("4")))));
    both.chair(Message::Compare(Compare::TakePressed));
    assert!(both.chair.compare.can_undo(&both.chair.folder));
    let mut elsewhere: Folder = both.chair.folder.clone();
    let (id, mut found) = both
        .chair
        .comparison()
        .map(|(id, found)| (id, found.clone()))
        .expect("a comparison");
    found.partners.push(Partner {
        id: 2,
        label: String::new(),
        organisation: 1,
        summary: named(all("2"), "Theirs"),
    });
    elsewhere.set(id, Item::Comparison(found.clone()));
    both.chair(Message::Stored(Heard::FoundElsewhere(folder::save(&elsewhere))));
    assert!(!both.chair.compare.can_undo(&both.chair.folder));
    both.chair(Message::Compare(Compare::UndoPressed));
    assert_eq!(both.chair.folder.comparison(id), Some(&found));
}
