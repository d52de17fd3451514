//! What is kept on this device: one thing is deleted and brought back, and two checks are compared.

use partnership_health_check::app::Message;
use partnership_health_check::app::chair::Message as Chair;
use partnership_health_check::app::chair::earlier::{Message as Kept, Thing, Told};
use partnership_health_check::content::Texts;
use partnership_health_check::domain::check::Check;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::plan::Plan;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::import::ImportFault;
use partnership_health_check::formats::{export, stored};
use partnership_health_check::present::chair::earlier::{compare, lines, pair};

use super::support::{Device, day};
use crate::both::Both;

/// Takes messages of the list of what is kept in. Returns what was focused.
fn say(both: &mut Both, messages: impl IntoIterator<Item = Kept>) -> Vec<String> {
    both.focused();
    for message in messages {
        both.chair(Chair::Earlier(message));
    }
    both.focused()
}

fn ids(both: &Both) -> Vec<u32> {
    let checks = &both.device.state.record.checks;
    checks.iter().map(|check| check.id).collect()
}

/// A device with a finished check and one in progress, whose id is returned.
fn two_checks() -> (Both, u32) {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer_all("4").finish();
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.answer("A1.2", "3");
    let id = device.check().id;
    (Both::on(device), id)
}

#[test]
fn answers_that_nobody_can_have_given_are_left_out_and_told() {
    let (both, _) = two_checks();
    let file = stored::save(&both.device.state.record);
    let strange = file.replacen("\":\"4@", "\":\"9@", 2);
    assert_ne!(file, strange);
    let mut other = Both::on(Device::new());
    other.chair(Chair::FilesRead(vec![strange]));
    let told = Told::Imported {
        new: 2,
        known: 0,
        left_out: 2,
        apart: 0,
    };
    assert_eq!(other.chair.earlier.told, Some(told));
}

#[test]
fn one_check_is_deleted_after_a_question_and_stays_deleted() {
    let (mut both, id) = two_checks();
    let focused = say(
        &mut both,
        [Kept::DeletePressed(Thing::Check(id)), Kept::DeleteCancelled],
    );
    assert_eq!(
        focused,
        ["phc-earlier-question".to_owned(), format!("phc-delete-{id}")]
    );
    assert_eq!(ids(&both).len(), 2);
    say(
        &mut both,
        [Kept::DeletePressed(Thing::Check(id)), Kept::DeleteConfirmed],
    );
    assert!(!ids(&both).contains(&id));
    // The other one is open now, and the text that is kept knows of the deletion.
    assert_ne!(both.device.state.open, Some(id));
    assert!(both.device.state.check().is_some());
    assert_eq!(both.device.saved().removed, [id]);
    let lists = lines(&both.chair);
    assert_eq!(lists.map(|lines| lines.len()), [0, 1, 0, 0, 0]);
}

#[test]
fn a_deleted_check_is_brought_back_with_its_plan_under_another_id() {
    let (mut both, id) = two_checks();
    let before = both.device.check().clone();
    let plan = Plan::default();
    both.chair.folder.set(
        9,
        Item::Plan {
            of: id,
            plan: plan.clone(),
        },
    );
    say(
        &mut both,
        [Kept::DeletePressed(Thing::Check(id)), Kept::DeleteConfirmed],
    );
    assert_eq!(both.chair.folder.plan(id), None);
    say(&mut both, [Kept::UndoPressed]);
    let record = &both.device.state.record;
    let back = record
        .checks
        .iter()
        .find(|check| check.responses == before.responses);
    let back = back.expect("it is back");
    assert_ne!(back.id, id);
    assert_eq!(
        *back,
        Check {
            id: back.id,
            ..before
        }
    );
    assert_eq!(both.chair.folder.plan(back.id), Some((9, &plan)));
    assert_eq!(both.chair.earlier.undo, None);
    // Once more does nothing.
    say(&mut both, [Kept::UndoPressed]);
    assert_eq!(ids(&both).len(), 2);
}

#[test]
fn the_last_check_can_be_deleted() {
    let device = Device::begun(Length::Quick, Kind::Other, Side::First);
    let mut both = Both::on(device);
    let id = ids(&both)[0];
    say(
        &mut both,
        [Kept::DeletePressed(Thing::Check(id)), Kept::DeleteConfirmed],
    );
    assert_eq!(both.device.state.open, None);
    assert!(ids(&both).is_empty());
}

#[test]
fn a_check_is_opened_where_it_was() {
    let (mut both, id) = two_checks();
    both.device.take([Message::LinkFollowed("earlier")]);
    say(&mut both, [Kept::Opened(Thing::Check(id))]);
    assert_eq!(both.device.gone_to(), ["#q-1"]);
}

/// What a file saved on this screen holds.
fn saved(both: &mut Both, message: Kept) -> String {
    let file = both.chair(Chair::Earlier(message)).expect("a file");
    assert!(file.name.strip_suffix(".json").is_some() && file.kind == "application/json");
    file.text
}

#[test]
fn everything_goes_out_as_files_and_comes_in_on_another_device() {
    let (mut both, id) = two_checks();
    both.chair.folder.set(
        9,
        Item::Plan {
            of: id,
            plan: Plan::default(),
        },
    );
    let files = vec![
        saved(&mut both, Kept::SaveChecksPressed),
        saved(&mut both, Kept::SaveFolderPressed),
    ];
    let mut other = Both::on(Device::fresh());
    other.chair(Chair::FilesRead(files.clone()));
    assert_eq!(
        other.chair.earlier.told,
        Some(Told::Imported {
            new: 3,
            known: 0,
            left_out: 0,
            apart: 0,
        })
    );
    assert_eq!(other.device.state.record, both.device.state.record);
    assert!(other.chair.folder.plan(id).is_some());
    // The same again adds nothing.
    other.chair(Chair::FilesRead(files));
    assert_eq!(
        other.chair.earlier.told,
        Some(Told::Imported {
            new: 0,
            known: 3,
            left_out: 0,
            apart: 0,
        })
    );
    assert_eq!(other.device.state.record, both.device.state.record);
}

#[test]
fn what_was_taken_in_can_be_taken_back() {
    let (mut both, id) = two_checks();
    let before = both.device.state.record.clone();
    // The same check with one answer more, and another one.
    let mut newer = both.device.check().clone();
    newer.responses[4] = full(3, "4", "4", (22, 11, 2026)).responses[4];
    newer.responses[4].revision = 900;
    let record = Record {
        checks: vec![newer.clone(), full(3, "4", "4", (22, 11, 2026))],
        removed: vec![before.checks[0].id, before.checks[1].id],
    };
    let mut text = stored::save(&Record {
        removed: Vec::new(),
        ..record
    });
    both.chair(Chair::FilesRead(vec![std::mem::take(&mut text)]));
    assert_eq!(
        both.chair.earlier.told,
        Some(Told::Imported {
            new: 2,
            known: 0,
            left_out: 0,
            apart: 0,
        })
    );
    assert_eq!(both.device.state.record.check(id), Some(&newer));
    say(&mut both, [Kept::UndoPressed]);
    let now = &both.device.state.record;
    assert_eq!(now.checks.len(), 2);
    for was in &before.checks {
        let same = |check: &&Check| {
            Check {
                id: was.id,
                ..(*check).clone()
            } == *was
        };
        assert_eq!(now.checks.iter().filter(same).count(), 1);
    }
}

#[test]
fn a_deleted_check_comes_back_from_its_file() {
    let (mut both, id) = two_checks();
    let file = saved(&mut both, Kept::SavePressed(Thing::Check(id)));
    say(
        &mut both,
        [Kept::DeletePressed(Thing::Check(id)), Kept::DeleteConfirmed],
    );
    both.chair(Chair::FilesRead(vec![file]));
    assert_eq!(ids(&both).len(), 2);
    assert!(!ids(&both).contains(&id));
}

#[test]
fn a_file_that_is_wrong_changes_nothing_and_is_named() {
    let (mut both, id) = two_checks();
    let good = saved(&mut both, Kept::SavePressed(Thing::Check(id)));
    let before = both.device.state.record.clone();
    let mut other = Both::on(Device::fresh());
    let summary = full(3, "4", "4", (22, 11, 2026)).summary(day(22, 11, 2026), true, true);
    let changed = export::json::summary(&summary, None).replacen("\"A1.1\":\"4\"", "\"A1.1\":\"5\"", 1);
    assert_ne!(changed, export::json::summary(&summary, None));
    other.chair(Chair::FilesRead(vec![good, changed, "nonsense".to_owned()]));
    assert!(other.device.state.record.is_empty());
    let Some(Told::Refused(2, error)) = &other.chair.earlier.told else {
        panic!("{:?}", other.chair.earlier.told);
    };
    assert_eq!(error.fault, ImportFault::Differs);
    assert!(error.field.ends_with("A1.1"), "{}", error.field);
    assert_eq!(both.device.state.record, before);
}

#[test]
fn a_summary_file_becomes_a_finished_check_once() {
    let check = full(3, "4", "4", (22, 11, 2026));
    let text = export::json::summary(&check.summary(day(22, 11, 2026), true, true), None);
    let mut both = Both::on(Device::fresh());
    both.chair(Chair::FilesRead(vec![text.clone(), text]));
    assert_eq!(
        both.chair.earlier.told,
        Some(Told::Imported {
            new: 1,
            known: 1,
            left_out: 0,
            apart: 0,
        })
    );
    let found = &both.device.state.record.checks[0];
    assert_eq!(found.finished.value, Some(day(22, 11, 2026)));
    assert_eq!(found.sheet(), check.sheet());
    say(&mut both, [Kept::UndoPressed]);
    assert!(ids(&both).is_empty());
}

/// A finished full check with this answer to everything but A1, at this day.
fn full(id: u32, a1: &str, others: &str, on: (u8, u8, u16)) -> Check {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer_all(others);
    for statement in ["A1.1", "A1.2", "A1.3"] {
        device.answer(statement, a1);
    }
    device.state.today = day(on.0, on.1, on.2);
    device.finish();
    let mut check = device.check().clone();
    check.id = id;
    check
}

#[test]
fn a_small_change_is_no_clear_change() {
    let earlier = full(1, "3", "4", (1, 5, 2026));
    let mut later = full(2, "3", "4", (22, 11, 2026));
    // One answer by one step: 8 points.
    later.responses[0] = full(3, "4", "4", (22, 11, 2026)).responses[0];
    let compared = compare(Texts::english(), [&earlier, &later]);
    assert_eq!(compared.dates, ["1 May 2026", "22 November 2026"]);
    assert_eq!(compared.rows.len(), 13);
    assert_eq!(compared.rows[0].shown, Some([50, 58]));
    assert!(compared.rows.iter().all(|row| row.words == "No clear change"));
    assert_eq!(compared.says, ["There is no clear change."]);
}

#[test]
fn a_clear_change_is_named_with_its_size() {
    let earlier = full(1, "2", "5", (1, 5, 2026));
    let later = full(2, "4", "3", (22, 11, 2026));
    let compared = compare(Texts::english(), [&earlier, &later]);
    assert_eq!(compared.rows[0].words, "50 points higher");
    assert_eq!(compared.rows[1].words, "50 points lower");
    assert_eq!(compared.says[0], "Higher: A1 Shared purpose.");
    assert!(compared.says[1].starts_with("Lower: A2 "), "{:?}", compared.says);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let earlier = full(1, "dk", "4", (1, 5, 2026));
    let later = full(2, "4", "4", (22, 11, 2026));
    let compared = compare(Texts::english(), [&earlier, &later]);
    assert_eq!(compared.rows[0].shown, None);
    assert_eq!(
        compared.rows[0].words,
        "Cannot be compared: too few shared answers"
    );
    let mut quick = later.clone();
    quick.setup.value.length = Length::Quick;
    let compared = compare(Texts::english(), [&earlier, &quick]);
    assert!(compared.rows.is_empty());
    assert!(compared.says[0].starts_with("A quick check asks one statement"));
    let compared = compare(Texts::english(), [&later, &later]);
    assert_eq!(compared.says, ["Choose two different checks."]);
    let mut other = later.clone();
    other.setup.value.kind = Kind::Prime;
    other.setup.value.partnership = "Tea".to_owned();
    assert_eq!(compare(Texts::english(), [&earlier, &other]).says.len(), 3);
}

#[test]
fn checks_of_different_organisations_and_sides_are_told_apart() {
    let earlier = full(1, "2", "4", (1, 5, 2026));
    let mut later = full(2, "4", "4", (22, 11, 2026));
    let says = |later: &Check| compare(Texts::english(), [&earlier, later]).says;
    let higher = "Higher: A1 Shared purpose.";
    assert_eq!(says(&later), [higher]);
    later.setup.value.organisation = "Council Y".to_owned();
    let organisation = concat!(
        "The two checks do not name the same organisation. ",
        "Make sure that it is the same: what two organisations see differently is not a change."
    );
    assert_eq!(says(&later), [higher, organisation]);
    later.setup.value.side = Side::Second;
    let side = "The two checks are from different sides. What two sides see differently is not a change.";
    assert_eq!(says(&later), [higher, organisation, side]);
    // The sides of two kinds are no two sides of one.
    later.setup.value.organisation.clear();
    later.setup.value.kind = Kind::Prime;
    assert_eq!(says(&later).len(), 2);
}

#[test]
fn the_newest_two_are_compared_until_others_are_chosen() {
    let mut device = Device::fresh();
    device.state.record.checks = vec![
        full(1, "3", "4", (1, 5, 2024)),
        full(2, "3", "4", (1, 5, 2026)),
        full(3, "3", "4", (1, 5, 2025)),
    ];
    let mut both = Both::on(device);
    let found = |both: &Both| pair(&both.chair).map(|pair| pair.map(|check| check.id));
    assert_eq!(found(&both), Some([3, 2]));
    say(&mut both, [Kept::Paired(0, 1)]);
    assert_eq!(found(&both), Some([1, 2]));
    // The earlier one stands first whichever was chosen first.
    say(&mut both, [Kept::Paired(0, 2), Kept::Paired(1, 3)]);
    assert_eq!(found(&both), Some([3, 2]));
}
