//! A text of a newer release stands where this one would write: it can be downloaded as it is, and one can begin afresh
//! beside it without losing it.

use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, SaveError, Task};
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::formats::stored;

use super::support::{Device, quick_text};

const NEWER: &str = r#"{"phc":"stored","v":999}"#;

fn aside(text: &str) -> Effect {
    Effect::Store(Task::SetAside(text.to_owned()))
}

#[test]
fn what_a_newer_release_saved_is_downloaded_as_it_is() {
    let mut device = Device::with_stored(NEWER);
    assert!(Notice::NewerVersion.offers_aside());
    device.take([Message::DownloadAsidePressed]);
    let [Effect::Download(file)] = &device.effects[..] else {
        panic!("{:?}", device.effects);
    };
    assert_eq!(file.text, NEWER);
}

#[test]
fn one_begins_afresh_beside_it_and_nothing_is_lost() {
    let mut device = Device::with_stored(NEWER);
    // The durable store has another one of the newer release.
    let other = r#"{"phc":"stored","v":999,"more":1}"#;
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(other.to_owned()))))]);
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.take([Message::BesidePressed]);
    assert!(device.effects.starts_with(&[aside(NEWER), aside(other)]));
    assert_eq!(device.state.notices, [Notice::Beside]);
    device.take([Message::Stored(Heard::SetAside(Ok(())))]);
    assert!(device.saves().is_empty(), "one is not aside yet");
    device.take([Message::Stored(Heard::SetAside(Ok(())))]);
    assert_eq!(device.saved(), device.state.record);
    // The durable store says what is in the way there, and is written over then.
    let number = device.number();
    device.take([Message::Stored(Heard::DurableFound(number, other.to_owned()))]);
    assert_eq!(device.saved(), device.state.record);
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
    // At the next visit it is no news.
    let next = Device::started(Found {
        stored: Some(stored::save(&device.state.record)),
        aside: vec![NEWER.to_owned(), other.to_owned()],
        ..Found::default()
    });
    assert!(next.state.notices.is_empty());
    assert_eq!(next.state.record, device.state.record);
    assert_eq!(next.state.store.unread(), format!("{NEWER}\n\n{other}"));
}

#[test]
fn where_there_is_no_room_to_keep_it_aside_it_stays() {
    let mut device = Device::with_stored(NEWER);
    device.take([
        Message::BesidePressed,
        Message::Stored(Heard::SetAside(Err(SaveError::Full))),
    ]);
    device.begin(Length::Quick, Kind::Other, Side::First);
    assert!(device.saves().is_empty());
    assert_eq!(device.kept(), Kept::Not(SaveError::Full));
    assert!(device.told(Notice::StorageFull));
}

#[test]
fn the_newer_release_shows_it_again_beside_what_was_begun() {
    let mut begun = Device::begun(Length::Quick, Kind::Grant, Side::First);
    let own = begun.check().id;
    begun.answer("A2.2", "2");
    let mut device = Device::started(Found {
        stored: Some(stored::save(&begun.state.record)),
        // This release can read it.
        aside: vec![quick_text("4", 2), "{".to_owned()],
        ..Found::default()
    });
    let ids: Vec<_> = device.state.record.checks.iter().map(|check| check.id).collect();
    assert!(ids.contains(&own) && ids.contains(&5), "{ids:?}");
    assert!(device.state.notices.is_empty());
    device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    assert_eq!(device.saved(), device.state.record);
}

/// One text of the newer release was kept aside, and the page closed before anything stood in its place.
#[test]
fn only_the_text_that_is_kept_aside_is_written_over() {
    let begun_on = |text: &str| {
        let mut device = Device::started(Found {
            stored: Some(text.to_owned()),
            aside: vec![NEWER.to_owned()],
            ..Found::default()
        });
        let told = device.told(Notice::NewerVersion);
        device.begin(Length::Quick, Kind::Other, Side::First);
        (told, device.saves().len())
    };
    assert_eq!(begun_on(NEWER), (false, 1));
    assert_eq!(begun_on(r#"{"phc":"stored","v":999,"more":1}"#), (true, 0));
}

#[test]
fn one_answer_that_is_left_out_is_one() {
    let device = Device::with_stored(&quick_text("9", 2));
    assert_eq!(device.state.notices, [Notice::OutOfRange(1)]);
    let words = |notice| partnership_health_check::present::spoken::notice(&device.state, notice);
    assert!(words(Notice::OutOfRange(1)).starts_with("One saved answer could not be read"));
    assert!(words(Notice::OutOfRange(2)).starts_with("2 saved answers could not be read"));
}
