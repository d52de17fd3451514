//! What is said to people who listen: each thing once, and again when it happens again.

use partnership_health_check::app::message::Found;
use partnership_health_check::app::pages::PageTopic;
use partnership_health_check::app::settings::Settings;
use partnership_health_check::app::store::SaveError;
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::present::checks::finished;
use partnership_health_check::present::spoken::{said, title};

use super::support::{Device, response, statement};

#[test]
fn the_first_save_is_said_once() {
    let mut device = Device::begun(Length::Quick, Kind::Grant, Side::First);
    assert_eq!(said(&device.state), "", "nothing is saved yet");
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(said(&device.state), "Saved on this device");
    device.take([Message::NextPressed]);
    assert_eq!(said(&device.state), "");
    device.answer("A1.2", "3").local(Ok(())).durable(Ok(()));
    assert_eq!(said(&device.state), "", "not after each answer");
}

#[test]
fn what_is_not_saved_is_never_said_to_be() {
    let mut device = Device::begun(Length::Quick, Kind::Grant, Side::First);
    let refused = Err(SaveError::Refused);
    device.local(refused).durable(refused);
    assert_eq!(said(&device.state), "");
}

#[test]
fn each_cleared_answer_is_said() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.local(Ok(())).durable(Ok(()));
    let clear = |id| Message::Answered(statement(id), None);
    device.take([clear("A1.1")]);
    let first = said(&device.state);
    assert_eq!(first, "The answer is cleared.");
    device.take([clear("A1.2")]);
    let second = said(&device.state);
    assert_eq!(second.trim_end(), first);
    assert_ne!(second, first, "a live region says nothing of the same text");
    device.take([Message::Answered(statement("A1.2"), Some(response("3")))]);
    assert_eq!(said(&device.state), "");
}

#[test]
fn two_pages_of_one_subject_have_different_names() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    let mut titles = Vec::new();
    for _ in 0..device.state.pages().len() {
        titles.push(title(&device.state));
        device.take([Message::NextPressed]);
    }
    assert_eq!(
        titles[12],
        "Step 13 of 17: Value, 1 of 2 – Partnership health check"
    );
    assert_eq!(
        titles[13],
        "Step 14 of 17: Value, 2 of 2 – Partnership health check"
    );
    assert_eq!(
        titles[0],
        "Step 1 of 17: Shared purpose – Partnership health check"
    );
}

#[test]
fn number_keys_are_switched_off_and_on_and_it_is_said() {
    let mut device = Device::begun(Length::Quick, Kind::Grant, Side::First);
    device.take([Message::KeysSwitched]);
    assert!(device.state.keys_off);
    assert_eq!(device.effects, [Effect::KeepKeys(true)]);
    assert_eq!(said(&device.state), "The number keys are off.");
    device.take([Message::KeysSwitched]);
    assert!(!device.state.keys_off);
    assert_eq!(device.effects, [Effect::KeepKeys(false)]);
    assert_eq!(said(&device.state), "The number keys are on.");
    let settings = Settings {
        keys_off: true,
        ..Settings::default()
    };
    let found = Found {
        settings,
        ..Found::default()
    };
    let mut device = Device::started(found);
    assert!(device.state.keys_off, "as it was left on this device");
    device.take([Message::SettingsRead(Settings::default())]);
    assert!(!device.state.keys_off, "as another tab has it");
    // What this browser does not keep lasts as long as the page.
    device.take([Message::KeysSwitched, Message::SettingsRead(Settings::default())]);
    assert!(device.state.keys_off);
}

#[test]
fn both_pages_of_a_subject_have_its_note() {
    let device = Device::begun(Length::Full, Kind::Grant, Side::First);
    for page in device.state.pages() {
        assert_eq!(page.note.is_some(), page.topic != PageTopic::Stage, "{page:?}");
    }
}

#[test]
fn a_check_is_called_after_its_organisation_and_finished_only_if_it_is() {
    let mut device = Device::begun(Length::Full, Kind::Grant, Side::First);
    device.answer("A1.1", "3").finish();
    let words = |device: &Device| {
        let entry = finished(device.state.texts, &device.state.record).remove(0);
        format!("{}: {}", entry.name, entry.about)
    };
    assert_eq!(
        words(&device),
        "Check without a name · Full check: 1 of 49 statements answered, on 22 November 2026"
    );
    let check = device.state.record.checks.first_mut().expect("a check");
    check.setup.value.organisation = "Oak Trust".to_owned();
    device.answer_all("4");
    assert_eq!(
        words(&device),
        "Oak Trust · Full check: Finished on 22 November 2026"
    );
}
