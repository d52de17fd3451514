//! "Delete everything on this device": asked first, then nothing is left, and nothing late brings it back.

use partnership_health_check::app::effect::Extent;
use partnership_health_check::app::form::Change;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::{NOTICE, Notice};
use partnership_health_check::app::store::{Heard, Kept, SaveError, Task};
use partnership_health_check::app::{Effect, Message, Screen, State};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::domain::record::Record;

use super::support::{Device, quick_text};

fn full_device() -> Device {
    let mut device = Device::fresh();
    device.take([
        Message::Stored(Heard::FoundElsewhere("nonsense".to_owned())),
        Message::Stored(Heard::SetAside(Ok(()))),
        Message::FormChanged(Change::Partnership("Tea for all".to_owned())),
    ]);
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.answer_all("4").finish();
    device.take([
        Message::SharePartnershipChosen(true),
        Message::ShareOrganisationChosen(true),
        Message::Copied(true),
        Message::FormChanged(Change::Kind(Kind::Grant)),
    ]);
    device
}

fn assert_forgotten(state: &State, notice: Notice) {
    let mut expected = state.clone();
    expected.record = Record::default();
    expected.open = None;
    expected.form = partnership_health_check::app::form::Form::default();
    assert!(state.store.unread().is_empty());
    expected.notices = vec![notice];
    expected.screen = Screen::Start;
    expected.share_partnership = false;
    expected.share_organisation = false;
    expected.confirm_delete = false;
    expected.status = partnership_health_check::app::status::Status::Quiet;
    assert_eq!(*state, expected);
    assert_eq!(state.store.kept(), Kept::Nothing);
    assert_eq!(state.store.locked(), None);
}

#[test]
fn deleting_is_asked_first() {
    let mut device = full_device();
    device.take([Message::DeletePressed]);
    assert!(device.state.confirm_delete);
    assert_eq!(
        device.effects,
        [Effect::LookForOthers, Effect::Focus("phc-delete")]
    );
    device.take([Message::DeleteCancelled]);
    assert!(!device.state.confirm_delete);
    assert_eq!(device.effects, [Effect::Focus("phc-delete-ask")]);
    device.take([
        Message::DeletePressed,
        Message::FragmentChanged("#about".to_owned(), None),
    ]);
    assert!(
        !device.state.confirm_delete,
        "the question does not wait on another screen"
    );
}

#[test]
fn whether_others_keep_something_is_looked_up_for_each_question() {
    let mut device = full_device();
    device.take([Message::DeletePressed, Message::OthersFound]);
    assert!(device.state.others);
    device.take([Message::DeleteCancelled, Message::DeletePressed]);
    assert!(!device.state.others, "another tab may have deleted it since");
}

#[test]
fn deleting_forgets_all() {
    let mut device = full_device();
    device.take([Message::DeletePressed, Message::DeleteConfirmed(Extent::Site)]);
    assert_eq!(
        device
            .effects
            .iter()
            .filter(|effect| **effect == Effect::Delete(Extent::Site))
            .count(),
        1
    );
    assert!(device.saves().is_empty());
    assert!(device.effects.contains(&Effect::Store(Task::Hold(None))));
    assert_eq!(device.gone_to(), ["#start"]);
    assert_eq!(
        device.state.notices,
        [],
        "it is not called deleted while a killed browser could bring it back"
    );
    device.take([Message::Stored(Heard::DurableSilent)]);
    assert_eq!(device.state.notices, [Notice::DeletionUnsure]);
    device.take([Message::Stored(Heard::Emptied)]);
    assert_forgotten(&device.state, Notice::Deleted);
}

#[test]
fn late_answers_bring_nothing_back() {
    let mut device = full_device();
    let number = device.number();
    device.take([Message::DeleteConfirmed(Extent::Site)]);
    device.take([
        Message::Stored(Heard::LocalSaved(number, Ok(()))),
        Message::Stored(Heard::DurableSaved(number, Ok(()))),
        Message::Stored(Heard::LocalSaved(number, Err(SaveError::Full))),
        Message::Stored(Heard::SetAside(Err(SaveError::Full))),
        Message::Stored(Heard::Emptied),
    ]);
    assert_forgotten(&device.state, Notice::Deleted);
    assert_eq!(
        device.effects,
        [Effect::FocusFromTop(NOTICE)],
        "who listens hears it"
    );
}

#[test]
fn a_durable_store_that_is_read_late_brings_nothing_back() {
    for message in [
        Message::DeleteConfirmed(Extent::Site),
        Message::Stored(Heard::Removed {
            old: None,
            found: None,
        }),
    ] {
        for begun_meanwhile in [false, true] {
            let mut device = Device::with_stored(&quick_text("4", 2));
            device.take([message.clone()]);
            if begun_meanwhile {
                device.begin(Length::Quick, Kind::Other, Side::First);
                assert!(
                    device.saves().iter().all(|(_, durable)| !durable),
                    "not before it is there"
                );
            }
            // What was being read, and what is read again since.
            device.take([
                Message::Stored(Heard::DurableRead(Ok(Some(quick_text("4", 2))))),
                Message::Stored(Heard::DurableRead(Ok(None))),
            ]);
            assert_eq!(device.state.record.checks.len(), usize::from(begun_meanwhile));
            assert!(device.state.record.check(5).is_none());
            assert_eq!(device.saves().len(), usize::from(begun_meanwhile));
            // The next answers are kept as any other.
            device.begin(Length::Quick, Kind::Other, Side::First);
            assert!(device.saves().iter().all(|(_, durable)| *durable));
            device.local(Ok(())).durable(Ok(()));
            assert_eq!(device.kept(), Kept::Saved);
        }
    }
}

#[test]
fn deleting_elsewhere_closes_a_comparison_though_there_is_no_check() {
    let mut device = Device::fresh();
    device.take([Message::LinkFollowed("compare")]);
    device.take([Message::FolderDeleted]);
    assert_eq!(
        *device.screen(),
        Screen::Start,
        "what the comparison's screen had in mind is gone with it"
    );
    assert!(device.told(Notice::DeletedElsewhere));

    let mut device = Device::fresh();
    device.take([Message::FolderDeleted]);
    assert!(!device.told(Notice::DeletedElsewhere), "nothing was here");
}

#[test]
fn deleting_elsewhere_forgets_all_here() {
    let mut device = full_device();
    device.take([Message::Stored(Heard::Removed {
        old: None,
        found: None,
    })]);
    assert!(!device.effects.contains(&Effect::Delete(Extent::Site)));
    assert!(device.effects.contains(&Effect::Store(Task::Hold(None))));
    assert_forgotten(&device.state, Notice::DeletedElsewhere);
    // Another key that is removed, with nothing here, is no news.
    let mut empty = Device::started(Found::default());
    empty.take([Message::Stored(Heard::Removed {
        old: None,
        found: None,
    })]);
    assert!(empty.effects.is_empty());
    assert!(empty.state.notices.is_empty());
}

/// The page was out of sight; `localStorage` held `known` before and holds `found` now.
fn came_back(known: Option<&str>, found: Option<&str>) -> Message {
    Message::Stored(Heard::CameBack {
        known: known.map(str::to_owned),
        found: found.map(str::to_owned),
    })
}

/// A deletion empties both stores. What both have lost while the page was away is not written again.
#[test]
fn what_was_deleted_while_the_page_was_away_is_forgotten() {
    let text = quick_text("4", 2);
    for read in [Ok(None), Err(SaveError::Refused)] {
        let mut device = Device::with_stored(&text);
        device.take([Message::Stored(Heard::DurableRead(Ok(Some(text.clone()))))]);
        device.take([came_back(Some(&text), None)]);
        assert_eq!(device.effects, [Effect::Store(Task::ReadDurable)]);
        device.answer("A2.2", "2");
        assert!(device.saves().is_empty(), "not before it is known what happened");
        device.take([Message::Stored(Heard::DurableRead(read))]);
        assert!(device.saves().is_empty());
        assert!(!device.effects.contains(&Effect::Delete(Extent::Site)));
        assert_forgotten(&device.state, Notice::DeletedElsewhere);
        device.begin(Length::Quick, Kind::Other, Side::First);
        assert!(!device.saves().is_empty());
    }
    // Without a durable store there is nobody to ask.
    let mut device = Device::with_stored(&text);
    device.take([Message::Stored(Heard::DurableRead(Err(SaveError::Refused)))]);
    device.take([came_back(Some(&text), None)]);
    assert!(device.saves().is_empty());
    assert_forgotten(&device.state, Notice::DeletedElsewhere);
}

/// If the durable store still has its copy, nobody pressed "Delete everything".
#[test]
fn what_only_one_store_has_lost_is_written_again() {
    let text = quick_text("4", 2);
    let mut device = Device::with_stored(&text);
    device.take([
        Message::Stored(Heard::DurableRead(Ok(Some(text.clone())))),
        came_back(Some(&text), None),
    ]);
    device.answer("A2.2", "2");
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(text))))]);
    let check = device.saved().checks.first().cloned().expect("the check");
    assert!(
        check
            .responses
            .iter()
            .filter(|field| field.value.is_some())
            .count()
            == 2
    );
    assert!(device.state.notices.is_empty());
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}

/// A record only grows, unless everything is deleted.
#[test]
fn a_record_without_our_checks_was_begun_after_a_deletion() {
    let text = quick_text("4", 2);
    let other = text.replace("\"id\":5", "\"id\":6");
    let mut device = Device::with_stored(&text);
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(text.clone()))))]);
    device.take([came_back(Some(&text), Some(&other))]);
    assert!(device.saves().is_empty());
    let ids: Vec<_> = device.state.record.checks.iter().map(|check| check.id).collect();
    assert_eq!(ids, [6]);
    assert_eq!(device.state.notices, [Notice::DeletedElsewhere]);
    assert_eq!(*device.screen(), Screen::Start);

    // With one of ours in it, it is another tab's change, as always.
    let both = quick_text("2", 7);
    let mut device = Device::with_stored(&text);
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(text.clone()))))]);
    device.take([came_back(Some(&text), Some(&both))]);
    assert_eq!(device.response("A1.2"), Some("2"));
    assert_eq!(device.state.notices, [Notice::ChangedElsewhere]);
}

#[test]
fn coming_back_to_an_empty_device_is_no_news() {
    let mut device = Device::fresh();
    device.take([came_back(None, None), came_back(Some("nonsense"), None)]);
    assert!(device.effects.is_empty());
    assert!(device.state.notices.is_empty());
}

#[test]
fn a_notice_is_put_away_wherever_it_stands_by_now() {
    let mut device = full_device();
    device.state.notices = vec![Notice::Recovered, Notice::StorageFull];
    // Pressed twice on a slow device.
    let closed = Message::NoticeClosed(Notice::Recovered);
    device.take([closed.clone(), closed]);
    assert_eq!(device.state.notices, [Notice::StorageFull]);
}
