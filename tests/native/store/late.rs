//! What a page hears late: of a deletion elsewhere, of saves from before one, and of a durable store that was silent.

use partnership_health_check::app::effect::Extent;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, SaveError, Task, has_only_traces, traces};
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::domain::folder::Folder;
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::stored;

use super::sample::Sample;
use crate::app::support::{Device, quick_text, refusing};

/// A quick check with this id, A1.2 answered with 4 at the revision 2.
fn check(id: u32) -> Record {
    let text = quick_text("4", 2).replace("\"id\":5", &format!("\"id\":{id}"));
    stored::load(&text).expect("a text of ours").record
}

/// The text of these checks together.
fn text(records: impl IntoIterator<Item = Record>) -> String {
    let mut all = Record::default();
    for record in records {
        all.merge(record);
    }
    stored::save(&all)
}

fn hear(device: &mut Device, heard: impl IntoIterator<Item = Heard>) {
    device.take(heard.into_iter().map(Message::Stored));
}

/// Both stores answer the newest save, if it was asked for.
fn saved(device: &mut Device) {
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}

/// A page that found this text in both stores.
fn ready(text: &str) -> Device {
    let mut device = Device::with_stored(text);
    hear(&mut device, [Heard::DurableRead(Ok(Some(text.to_owned())))]);
    assert_eq!(device.kept(), Kept::Saved);
    device
}

fn delete(device: &mut Device) {
    device.take([Message::DeleteConfirmed(Extent::Site)]);
}

/// Begins a check; gives its id.
fn begin(device: &mut Device) -> u32 {
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.check().id
}

fn ids(device: &Device) -> Vec<u32> {
    let mut ids: Vec<_> = device.state.record.checks.iter().map(|check| check.id).collect();
    ids.sort_unstable();
    ids
}

fn sorted<const N: usize>(mut ids: [u32; N]) -> [u32; N] {
    ids.sort_unstable();
    ids
}

/// The durable store answers each read that was asked for last.
fn read(device: &mut Device, found: Option<&str>) {
    let is_read = |effect: &&Effect| **effect == Effect::Store(Task::ReadDurable);
    let reads = device.effects.iter().filter(is_read).count();
    let found = Heard::DurableRead(Ok(found.map(str::to_owned)));
    hear(device, vec![found; reads]);
}

/// The page was out of sight, and what it knew of in `localStorage` is missing.
fn missing(known: Option<String>) -> Heard {
    Heard::CameBack { known, found: None }
}

/// Everything is deleted and a check begun. The durable store answers the save with this number from before, or after, and
/// then has what another tab wrote before it heard of the deletion, and begun since.
fn deleted_stays_deleted(answers_old: bool, answer: Result<(), SaveError>) {
    let mut device = ready(&text([check(5)]));
    device.answer("A1.2", "1");
    let old = device.number();
    delete(&mut device);
    let own = begin(&mut device);
    let new = device.number();
    hear(
        &mut device,
        [
            Heard::LocalSaved(new, Ok(())),
            Heard::DurableSaved(if answers_old { old } else { new }, answer),
        ],
    );
    device.answer("A1.2", "2");
    let number = device.number();
    let found = text([check(5), check(6)]);
    hear(&mut device, [Heard::DurableFound(number, found)]);
    assert_eq!(ids(&device), sorted([own, 6]), "what was begun there stays");
    assert_eq!(device.saved(), device.state.record);
}

#[test]
fn a_late_answer_from_before_a_deletion_brings_nothing_back() {
    deleted_stays_deleted(true, Ok(()));
}

#[test]
fn a_save_that_failed_after_a_deletion_brings_nothing_back() {
    deleted_stays_deleted(false, Err(SaveError::Full));
}

/// The same check may come again from a file.
#[test]
fn what_is_found_once_this_tab_has_saved_again_stays() {
    let mut device = ready(&text([check(5)]));
    delete(&mut device);
    let own = begin(&mut device);
    saved(&mut device);
    device.answer("A1.2", "2");
    let found = text([check(5), device.state.record.clone()]);
    let number = device.number();
    hear(&mut device, [Heard::DurableFound(number, found)]);
    assert_eq!(ids(&device), sorted([own, 5]));
}

#[test]
fn answers_to_saves_from_before_a_deletion_do_not_call_anything_saved() {
    let mut device = ready(&text([check(5)]));
    for value in ["1", "2", "3", "4", "5", "dk"] {
        device.answer("A1.2", value);
    }
    let old = device.number();
    delete(&mut device);
    begin(&mut device);
    for number in 0..=old {
        hear(
            &mut device,
            [
                Heard::LocalSaved(number, Ok(())),
                Heard::DurableSaved(number, Ok(())),
            ],
        );
        assert_eq!(device.kept(), Kept::Pending);
    }
    saved(&mut device);
}

/// `localStorage` is refused, and two saves were on their way at once.
#[test]
fn what_was_in_the_durable_store_alone_is_deleted_with_it() {
    let mut device = refusing();
    hear(&mut device, [Heard::DurableRead(Ok(None))]);
    let mut numbers = Vec::new();
    for _ in [1, 2] {
        begin(&mut device);
        device.local(Err(SaveError::Refused));
        numbers.push(device.number());
    }
    hear(
        &mut device,
        numbers
            .into_iter()
            .map(|number| Heard::DurableSaved(number, Ok(()))),
    );
    assert_eq!(device.kept(), Kept::Saved);
    hear(&mut device, [missing(None)]);
    read(&mut device, None);
    assert!(ids(&device).is_empty());
    assert!(device.saves().is_empty());
    assert!(device.told(Notice::DeletedElsewhere));
}

/// Nobody can have deleted what is in no store.
#[test]
fn what_neither_store_took_stays_and_is_saved_when_the_rest_is_deleted_elsewhere() {
    for begun_elsewhere in [false, true] {
        let mut device = Device::fresh();
        let deleted = begin(&mut device);
        device.local(Ok(()));
        let old = device.state.record.clone();
        let first = device.number();
        let own = begin(&mut device);
        let second = device.number();
        hear(
            &mut device,
            [
                Heard::LocalSaved(second, Err(SaveError::Full)),
                Heard::DurableSaved(first, Ok(())),
                Heard::DurableSaved(second, Err(SaveError::Full)),
            ],
        );
        assert_eq!(device.kept(), Kept::Not(SaveError::Full));
        // A tab that had not heard of the deletion wrote it again.
        let found = begun_elsewhere.then(|| text([old.clone(), check(6)]));
        let old = Some(text([old]));
        hear(&mut device, [Heard::Removed { old, found }]);
        let there = if begun_elsewhere {
            Vec::from(sorted([own, 6]))
        } else {
            vec![own]
        };
        assert_eq!(ids(&device), there);
        assert_eq!(device.saved(), device.state.record);
        assert_eq!(device.saved().was_removed(deleted), begun_elsewhere);
    }
}

#[test]
fn a_text_of_a_newer_version_that_stands_there_after_a_deletion_is_not_written_over() {
    let mut device = ready(&text([check(5)]));
    let old = Some(text([check(5)]));
    let found = Some(r#"{"phc":"stored","v":999}"#.to_owned());
    hear(&mut device, [Heard::Removed { old, found }]);
    assert!(ids(&device).is_empty());
    assert!(device.told(Notice::DeletedElsewhere) && device.told(Notice::NewerVersion));
    begin(&mut device);
    assert!(device.saves().is_empty());
}

#[test]
fn a_refusal_is_not_forgotten_with_what_was_deleted() {
    let mut device = refusing();
    begin(&mut device);
    delete(&mut device);
    hear(&mut device, vec![Heard::DurableRead(Err(SaveError::Refused)); 2]);
    assert_eq!(device.kept(), Kept::Not(SaveError::Refused));
    assert!(device.told(Notice::StorageOff));
}

/// Each read is answered once, and its answer counts.
#[test]
fn after_a_deletion_the_durable_store_is_asked_and_believed_as_before() {
    let mut device = ready(&text([check(5)]));
    delete(&mut device);
    read(&mut device, None);
    begin(&mut device);
    saved(&mut device);
    let known = text([device.state.record.clone()]);
    hear(&mut device, [missing(Some(known.clone()))]);
    assert_eq!(
        device.kept(),
        Kept::Pending,
        "it may be in neither store any more"
    );
    read(&mut device, Some(&known));
    assert_eq!(device.saves(), [(known.as_str(), true)]);
    saved(&mut device);
}

#[test]
fn a_newer_answer_of_another_tab_counts_after_a_deletion_too() {
    let mut device = ready(&text([check(5)]));
    delete(&mut device);
    read(&mut device, None);
    hear(&mut device, [Heard::FoundElsewhere(text([check(6)]))]);
    device.answer("A1.2", "5");
    saved(&mut device);
    let known = text([device.state.record.clone()]);
    hear(&mut device, [missing(Some(known))]);
    let newer = quick_text("3", 9).replace("\"id\":5", "\"id\":6");
    read(&mut device, Some(&newer));
    assert_eq!(device.response("A1.2"), Some("3"));
}

#[test]
fn a_store_that_is_silent_at_a_deletion_is_used_again_once_it_answers() {
    let mut device = ready(&text([check(5)]));
    device.answer("A1.2", "1");
    hear(&mut device, [Heard::DurableSilent]);
    delete(&mut device);
    read(&mut device, None);
    begin(&mut device);
    assert!(device.saves().iter().all(|(_, durable)| *durable));
    saved(&mut device);
}

/// What was being read when the page came back may be from before the deletion.
#[test]
fn a_read_from_before_a_deletion_elsewhere_brings_nothing_back() {
    let old = text([check(5)]);
    let mut device = Device::with_stored(&old);
    hear(
        &mut device,
        [
            missing(Some(old.clone())),
            Heard::DurableRead(Ok(Some(old))),
            Heard::DurableRead(Ok(None)),
        ],
    );
    assert!(ids(&device).is_empty());
    assert!(device.saves().is_empty());
    assert!(device.told(Notice::DeletedElsewhere));
}

#[test]
fn coming_back_to_what_was_left_there_is_no_news() {
    for left in ["{", r#"{"phc":"stored","v":999}"#] {
        let mut device = Device::with_stored(left);
        let told = device.state.notices.clone();
        device.take(told.into_iter().map(Message::NoticeClosed));
        let (known, found) = (Some(left.to_owned()), Some(left.to_owned()));
        hear(&mut device, [Heard::DurableRead(Ok(None))]);
        hear(&mut device, [Heard::CameBack { known, found }]);
        assert!(device.effects.is_empty(), "{:?}", device.effects);
        assert!(device.state.notices.is_empty(), "{:?}", device.state.notices);
    }
}

#[test]
fn a_store_that_falls_silent_holds_nothing_up_and_is_given_what_it_missed() {
    let mut device = ready(&text([check(5)]));
    for misses_one in [true, false] {
        device.answer("A1.2", "1");
        let asked = device.number();
        device.local(Ok(()));
        assert_eq!(device.kept(), Kept::Pending);
        hear(&mut device, [Heard::DurableSilent]);
        assert_eq!(device.kept(), Kept::Saved);
        assert!(
            device.state.notices.is_empty(),
            "nobody deletes anything: {:?}",
            device.state.notices
        );
        if misses_one {
            device.answer("A1.2", "2");
            assert!(device.saves().iter().all(|(_, durable)| !durable));
            device.local(Ok(()));
            assert_eq!(device.kept(), Kept::Saved);
        }
        hear(&mut device, [Heard::DurableSaved(asked, Ok(()))]);
        assert_eq!(device.saves().len(), usize::from(misses_one));
        assert!(device.saves().iter().all(|(_, durable)| *durable));
        if misses_one {
            saved(&mut device);
        }
        assert_eq!(device.kept(), Kept::Saved);
    }
}

#[test]
fn what_is_found_there_already_is_not_written_again() {
    let mut device = ready(&text([check(5)]));
    device.answer("A1.2", "1");
    let (number, same) = (device.number(), text([device.state.record.clone()]));
    hear(&mut device, [Heard::DurableFound(number, same)]);
    assert!(device.saves().is_empty());
    assert_eq!(device.kept(), Kept::Saved);

    // Nor does a tab write that has only looked on.
    let mut other = Device::fresh();
    hear(&mut other, [Heard::FoundElsewhere(text([check(5)]))]);
    assert_eq!(ids(&other), [5]);
    assert!(other.saves().is_empty());
}

#[test]
fn a_deletion_is_told_once() {
    let mut device = ready(&text([check(5)]));
    // Pressed twice on a slow device.
    delete(&mut device);
    delete(&mut device);
    hear(&mut device, [Heard::Emptied]);
    device.take([Message::NoticeClosed(Notice::Deleted)]);
    begin(&mut device);
    hear(&mut device, [Heard::Emptied]);
    assert!(device.state.notices.is_empty());
    assert_ne!(*device.screen(), Screen::Start);
}

/// Where the second module does not come there is no durable store.
#[test]
fn the_first_module_alone_hears_what_local_storage_says() {
    let mut device = Device::with_stored(&text([check(5)]));
    device.take_in_first_module([
        Message::Stored(Heard::DurableRead(Err(SaveError::Refused))),
        Message::Stored(Heard::FoundElsewhere(quick_text("1", 9))),
    ]);
    assert_eq!(device.response("A1.2"), Some("1"));
    assert!(device.told(Notice::ChangedElsewhere));
    assert_eq!(device.kept(), Kept::Saved);
}

fn traces_are_no_copy<T: Sample>() {
    let mut value = T::default();
    value.write(5, "word");
    let text = value.save();
    let traces = traces::<T>(Some(&text), None, None).expect("a trace");
    assert!(has_only_traces::<T>(&traces));
    assert!(!has_only_traces::<T>(&text));
    // What cannot be read here may hold anything.
    for other in ["{", r#"{"phc":"stored","v":999}"#] {
        assert!(!has_only_traces::<T>(other), "{other}");
    }
}

#[test]
fn only_a_text_of_traces_alone_is_removed_as_one() {
    traces_are_no_copy::<Record>();
    traces_are_no_copy::<Folder>();
}
