//! Texts found in either store: merged, kept aside, or, from a newer version, left alone.

use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::store::{Heard, Kept, SaveError, Task};
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::formats::stored;

use super::support::{Device, quick_text};

const NEWER: &str = r#"{"phc":"stored","v":2,"answers":{}}"#;
const BROKEN: &str = r#"{"phc":"stored","v":1,"che"#;

fn aside(text: &str) -> Effect {
    Effect::Store(Task::SetAside(text.to_owned()))
}

#[test]
fn of_both_stores_the_higher_revision_wins_answer_by_answer() {
    for (local, durable, winner) in [(2, 3, "5"), (3, 2, "4")] {
        let mut device = Device::with_stored(&quick_text("4", local));
        assert_eq!(device.response("A1.2"), Some("4"));
        device.take([Message::Stored(Heard::DurableRead(Ok(Some(quick_text(
            "5", durable,
        )))))]);
        assert_eq!(device.response("A1.2"), Some(winner));
        assert_eq!(stored::save(&device.state.record), stored::save(&after(&device)));
    }
    // Answers that only one of them has are all there.
    let text = quick_text("4", 2).replace("\"A1.2\":\"4@2\"", "\"A2.2\":\"1@9\"");
    let mut device = Device::with_stored(&quick_text("4", 2));
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(text))))]);
    assert_eq!(
        (device.response("A1.2"), device.response("A2.2")),
        (Some("4"), Some("1"))
    );
    assert_eq!(device.saved(), device.state.record);
}

/// What both stores hold after the durable one was read: the newest save, or the text that needed none.
fn after(device: &Device) -> partnership_health_check::domain::record::Record {
    if device.saves().is_empty() {
        device.state.record.clone()
    } else {
        device.saved()
    }
}

#[test]
fn an_answer_given_while_the_durable_store_is_read_wins() {
    let mut device = Device::with_stored(&quick_text("4", 2));
    device.answer("A1.2", "1");
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(quick_text("4", 2)))))]);
    assert_eq!(device.response("A1.2"), Some("1"));
    assert_eq!(device.saved(), device.state.record);
}

#[test]
fn answers_that_local_storage_lost_come_back_from_the_durable_store() {
    let mut device = Device::started(Found::default());
    assert!(device.state.check().is_none());
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(quick_text("4", 2)))))]);
    assert_eq!(device.response("A1.2"), Some("4"));
    assert_eq!(
        device.saved(),
        device.state.record,
        "`localStorage` gets them too"
    );
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}

#[test]
fn equal_stores_are_saved_without_writing() {
    let text = stored::save(&stored::load(&quick_text("4", 2)).expect("a text").record);
    let mut device = Device::with_stored(&text);
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(text))))]);
    assert!(device.effects.is_empty());
    assert_eq!(device.kept(), Kept::Saved);
}

#[test]
fn an_unreadable_text_is_set_aside_and_offered() {
    let mut device = Device::with_stored(BROKEN);
    assert_eq!(device.effects, [aside(BROKEN)]);
    assert_eq!(device.state.notices, [Notice::Unreadable]);
    assert!(Notice::Unreadable.offers_aside());
    device.take([
        Message::Stored(Heard::SetAside(Ok(()))),
        Message::DownloadAsidePressed,
    ]);
    // What could be read, nothing, takes the text's place, so that it is met only once.
    let [Effect::Store(Task::Save { .. }), Effect::Download(file)] = &device.effects[..] else {
        panic!("{:?}", device.effects);
    };
    assert_eq!(file.name, "partnership-health-check-unreadable.txt");
    assert_eq!(file.text, BROKEN);
}

#[test]
fn nothing_is_written_before_an_unreadable_text_is_aside() {
    let mut device = Device::with_stored(BROKEN);
    device.begin(Length::Quick, Kind::Other, Side::First);
    device.answer("A1.2", "4");
    device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
    device.answer("A1.2", "5");
    assert!(device.saves().is_empty());
    assert_eq!(device.kept(), Kept::Pending);
    device.take([Message::Stored(Heard::SetAside(Ok(())))]);
    assert_eq!(device.saves().len(), 1);
    assert_eq!(device.saved(), device.state.record);
    device.local(Ok(())).durable(Ok(()));
    assert_eq!(device.kept(), Kept::Saved);
}

#[test]
fn an_unreadable_text_that_cannot_be_set_aside_is_never_written_over() {
    for error in [SaveError::Refused, SaveError::Full] {
        let mut device = Device::with_stored(BROKEN);
        device.take([Message::Stored(Heard::SetAside(Err(error)))]);
        assert_eq!(device.kept(), Kept::Not(error));
        device.begin(Length::Quick, Kind::Other, Side::First);
        device.take([Message::Stored(Heard::DurableRead(Ok(None)))]);
        device.answer("A1.2", "4");
        assert!(device.saves().is_empty());
        assert_eq!(device.kept(), Kept::Not(error));
    }
}

#[test]
fn an_unreadable_durable_text_is_set_aside_before_it_is_written_over() {
    let mut device = Device::with_stored(&quick_text("4", 2));
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(BROKEN.to_owned()))))]);
    assert_eq!(device.effects, [aside(BROKEN)]);
    device.take([Message::Stored(Heard::SetAside(Ok(())))]);
    assert_eq!(device.saved(), device.state.record);
}

#[test]
fn the_same_unreadable_text_is_set_aside_once() {
    let mut device = Device::started(Found {
        stored: Some(BROKEN.to_owned()),
        aside: vec![BROKEN.to_owned()],
        ..Found::default()
    });
    assert!(device.effects.is_empty());
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(BROKEN.to_owned()))))]);
    assert!(device.effects.is_empty());
    assert_eq!(device.state.notices, [Notice::Unreadable]);
}

#[test]
fn nothing_is_written_over_a_newer_version() {
    let found = Device::with_stored(NEWER);
    let mut read = Device::with_stored(&quick_text("4", 2));
    read.take([Message::Stored(Heard::DurableRead(Ok(Some(NEWER.to_owned()))))]);
    let mut elsewhere = Device::begun(Length::Quick, Kind::Other, Side::First);
    elsewhere.local(Ok(())).durable(Ok(()));
    assert_eq!(elsewhere.kept(), Kept::Saved);
    elsewhere.take([Message::Stored(Heard::FoundElsewhere(NEWER.to_owned()))]);
    for mut device in [found, read, elsewhere] {
        assert!(device.saves().is_empty(), "{:?}", device.effects);
        assert_eq!(device.state.notices, [Notice::NewerVersion]);
        let number = device.number();
        device.begin(Length::Quick, Kind::Other, Side::First);
        let mut effects = device.effects.clone();
        device.answer("A1.2", "4");
        effects.append(&mut device.effects);
        device.take([
            Message::Stored(Heard::FoundElsewhere(quick_text("1", 9))),
            Message::Stored(Heard::DurableRead(Ok(Some(quick_text("1", 9))))),
            Message::Stored(Heard::LocalSaved(number, Ok(()))),
            Message::Stored(Heard::DurableSaved(number, Ok(()))),
        ]);
        effects.append(&mut device.effects);
        device.effects = effects;
        assert!(device.saves().is_empty());
        assert!(
            !device
                .effects
                .iter()
                .any(|effect| matches!(effect, Effect::Store(Task::SetAside(_))))
        );
        assert_ne!(
            device.kept(),
            Kept::Saved,
            "what is not written is not called saved"
        );
    }
}

/// What may not be written outlives at least a failure of the program.
#[test]
fn the_page_holds_what_may_not_be_written() {
    let mut newer = Device::with_stored(NEWER);
    newer.begin(Length::Quick, Kind::Other, Side::First);
    newer.answer("A1.2", "4");
    let mut no_room = Device::with_stored("nonsense");
    no_room.begin(Length::Quick, Kind::Other, Side::First);
    no_room.take([Message::Stored(Heard::SetAside(Err(SaveError::Full)))]);
    for device in [newer, no_room] {
        let text = stored::save(&device.state.record);
        assert_eq!(device.effects, [Effect::Store(Task::Hold(Some(text)))]);
    }
}

#[test]
fn unknown_statements_are_counted_kept_and_written_back() {
    let text = quick_text("4", 2).replace("\"A1.2\"", "\"Z9.9\":\"4@7\",\"A1.2\"");
    let mut device = Device::with_stored(&text);
    assert_eq!(device.state.notices, [Notice::UnknownStatements(1)]);
    assert!(device.effects.is_empty());
    device.answer("A1.2", "5");
    assert!(device.saves()[0].0.contains(r#""Z9.9":"4@7""#));
}

#[test]
fn answers_out_of_range_are_left_out_and_their_text_kept_aside() {
    let text = quick_text("9", 2);
    let mut device = Device::with_stored(&text);
    assert_eq!(device.state.notices, [Notice::OutOfRange(1)]);
    assert_eq!(device.effects, [aside(&text)]);
    assert_eq!(device.response("A1.2"), None);
    // What could be read stood only in the text that is no longer under our key.
    device.take([
        Message::Stored(Heard::SetAside(Ok(()))),
        Message::Stored(Heard::DurableRead(Err(SaveError::Refused))),
    ]);
    assert_eq!(device.saved(), device.state.record);
}
