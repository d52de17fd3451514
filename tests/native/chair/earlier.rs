//! What is kept on a device: ids that tell things apart, and files that come in beside what is here.

use partnership_health_check::app::Message as Check;
use partnership_health_check::app::chair::earlier::{Message as Kept, OUTCOME, Thing, Told};
use partnership_health_check::app::chair::{Effect, Message};
use partnership_health_check::app::screen::Place;
use partnership_health_check::app::store::Task;
use partnership_health_check::domain::answer::Response;
use partnership_health_check::domain::check::{Check as OneCheck, Revised};
use partnership_health_check::domain::day::Day;
use partnership_health_check::domain::entry::Item;
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::plan::MOST_PLANNED;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::import::{ImportError, ImportFault, MOST_KEPT_BYTES, first_too_long};
use partnership_health_check::formats::{export, folder};

use super::support::{Device, TODAY, address, all, context, plan};

const PLAN: u32 = 50;

/// A comparison of two partners, with a plan; the device, and the comparison's id.
fn with_a_plan(steps: &[&str]) -> (Device, u32) {
    let mut device = Device::new();
    device.paste(&format!("{} {}", address(&all("4")), address(&all("2"))));
    let of = device.state.compare.open.expect("a comparison");
    let plan = plan(steps);
    device.state.folder.set(PLAN, Item::Plan { of, plan });
    (device, of)
}

fn steps(folder: &Folder, of: u32) -> Vec<String> {
    let plan = folder.plan(of).map(|(_, plan)| plan.clone());
    let steps = plan.unwrap_or_default().steps.into_iter();
    steps.map(|step| step.what).collect()
}

fn opened(device: &mut Device, file: String) {
    device.take([Message::ContextChanged(context(Place::Earlier))]);
    device.take([Message::FilesRead(vec![file])]);
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let half = MOST_KEPT_BYTES / 2;
    for (sizes, number) in [
        (&[half, half][..], None),
        (&[half, half, 1], Some(3)),
        (&[20_000_000, 1], Some(1)),
        (&[1, usize::MAX, usize::MAX], Some(2)),
        (&[1; 40], None),
    ] {
        assert_eq!(first_too_long(sizes.iter().copied()), number, "{sizes:?}");
    }
    let mut device = Device::new();
    device.take([Message::FilesRefused(3, ImportFault::TooLong)]);
    let taken = device.state.compare.taken.as_ref().expect("what became of them");
    let (number, error) = &taken.files[0];
    assert_eq!((*number, error.fault), (3, ImportFault::TooLong));
    let told = Effect::Tell(partnership_health_check::app::Message::ChairRefused(true));
    assert_eq!(
        device.effects,
        [Effect::Focus("phc-taken".to_owned()), told.clone()]
    );
    device.take([Message::ContextChanged(context(Place::Earlier))]);
    device.take([Message::FilesRefused(2, ImportFault::NotRead)]);
    let not_read = ImportError {
        line: 1,
        field: String::new(),
        fault: ImportFault::NotRead,
    };
    assert_eq!(device.state.earlier.told, Some(Told::Refused(2, not_read)));
    assert_eq!(device.effects, [Effect::Focus(OUTCOME.to_owned()), told]);
}

#[test]
fn deleting_a_check_leaves_a_comparison_with_its_id() {
    let (mut device, of) = with_a_plan(&["Tea"]);
    let mut told = context(Place::Earlier);
    told.record = Record {
        checks: vec![OneCheck::new(PLAN, TODAY), OneCheck::new(of, TODAY)],
        removed: Vec::new(),
    };
    device.take([Message::ContextChanged(told)]);
    for (id, plans) in [(PLAN, 1), (of, 0)] {
        let pressed = Kept::DeletePressed(Thing::Check(id));
        device.take([Message::Earlier(pressed), Message::Earlier(Kept::DeleteConfirmed)]);
        assert_eq!(device.state.folder.comparisons().count(), 1);
        assert_eq!(steps(&device.state.folder, of).len(), plans, "plans of {of}");
    }
}

#[test]
fn an_older_file_changes_neither_a_comparison_nor_its_plan() {
    let (mut device, of) = with_a_plan(&["Tea"]);
    let older = folder::save(&device.state.folder);
    device.paste(&address(&all("3")));
    let before = device.state.folder.clone();
    opened(&mut device, older);
    assert_eq!(device.state.folder, before);
    assert_eq!(steps(&device.state.folder, of), ["Tea"]);
    assert!(matches!(
        device.state.earlier.told,
        Some(Told::Imported { new: 0, known: 2, .. })
    ));
    assert_eq!(device.state.earlier.undo, None);
}

#[test]
fn a_plan_gets_the_steps_of_a_file_that_it_lacks() {
    let (mut device, of) = with_a_plan(&["Tea", "Old words"]);
    let older = folder::save(&device.state.folder);
    let newer = plan(&["New words", "Tea"]);
    device.state.folder.set(PLAN, Item::Plan { of, plan: newer });
    // Twice the same file gives nothing more.
    opened(&mut device, older.clone());
    assert_eq!(steps(&device.state.folder, of), ["New words", "Tea", "Old words"]);
    device.take([Message::Earlier(Kept::UndoPressed)]);
    assert_eq!(steps(&device.state.folder, of), ["New words", "Tea"]);
    opened(&mut device, older.clone());
    opened(&mut device, older);
    assert_eq!(steps(&device.state.folder, of), ["New words", "Tea", "Old words"]);
    assert!(matches!(
        device.state.earlier.told,
        Some(Told::Imported { new: 0, .. })
    ));
}

#[test]
fn a_plan_never_has_more_steps_than_there_is_room_for() {
    let names: Vec<_> = (0..2 * MOST_PLANNED).map(|n| n.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let (first, second) = names.split_at(MOST_PLANNED);
    let (mut device, of) = with_a_plan(second);
    let file = folder::save(&device.state.folder);
    device.state.folder.set(
        PLAN,
        Item::Plan {
            of,
            plan: plan(first),
        },
    );
    opened(&mut device, file);
    assert_eq!(steps(&device.state.folder, of), first);
}

#[test]
fn of_two_plans_of_one_thing_the_one_changed_last_counts() {
    let (mut device, of) = with_a_plan(&["First"]);
    device.state.folder.set(
        PLAN + 1,
        Item::Plan {
            of,
            plan: plan(&["Second"]),
        },
    );
    assert_eq!(steps(&device.state.folder, of), ["Second"]);
    device.state.folder.set(
        PLAN,
        Item::Plan {
            of,
            plan: plan(&["First again"]),
        },
    );
    assert_eq!(steps(&device.state.folder, of), ["First again"]);
}

#[test]
fn a_summary_without_names_is_the_check_that_is_here() {
    let mut check = OneCheck::new(5, Day(20_700));
    check.setup.value.organisation = "Tea Trust".to_owned();
    check.setup.value.partnership = "Tea for all".to_owned();
    for statement in check.statements() {
        check.responses[statement.index()] = Revised {
            revision: 1,
            value: Response::parse("4"),
        };
    }
    check.finished.value = Some(Day(20_700));
    let with = |partnership, organisation| {
        export::json::summary(&check.summary(TODAY, partnership, organisation), None)
    };
    let files = [with(false, false), with(true, false), with(true, true)];
    let mut told = context(Place::Earlier);
    told.record.checks.push(check.clone());
    let mut device = Device::new();
    device.take([Message::ContextChanged(told)]);
    for file in files {
        device.take([Message::FilesRead(vec![file])]);
        let found = device.state.earlier.told.take();
        assert!(
            matches!(found, Some(Told::Imported { new: 0, known: 1, .. })),
            "{found:?}"
        );
    }
    assert!(
        device
            .effects
            .iter()
            .all(|effect| !matches!(effect, Effect::Store(Task::Save { .. })))
    );
}

#[test]
fn a_made_up_file_does_no_harm() {
    let file = |responses: &str| {
        format!(
            "{{\"phc\":\"stored\",\"v\":1,\"checks\":[{{\"id\":7,\"started\":1,\"responses\":{{{responses}}},\"notes\":{{}}}}]}}"
        )
    };
    let given = |text: String| {
        let mut device = Device::new();
        opened(&mut device, text);
        let record = device.effects.iter().find_map(|effect| match effect {
            Effect::Tell(Check::RecordGiven(record)) => Some(record.clone()),
            _ => None,
        });
        let Some(Told::Imported { left_out, .. }) = device.state.earlier.told else {
            panic!("{:?}", device.state.earlier.told);
        };
        (record.expect("checks").checks.remove(0), left_out)
    };
    // What is changed later must count as newer.
    let (check, _) = given(file("\"A1.1\":\"4@4294967295\""));
    assert_eq!(check.revision(), 1);
    assert_eq!(check.responses[0].value, Response::parse("4"));
    let (check, _) = given(file("\"A1.1\":\"4@2147483648\""));
    assert_eq!(check.revision(), 2_147_483_648, "which leaves as many");
    // The device would sort them at each start.
    let unknown: Vec<_> = (0..600).map(|at| format!("\"x{at}\":\"\"")).collect();
    let (check, left_out) = given(file(&unknown.join(",")));
    assert_eq!((check.unknown.len(), left_out), (500, 100));
}
