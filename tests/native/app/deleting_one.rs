//! One check is deleted: no other copy brings it back, and a tab that has it open leaves it.

use partnership_health_check::app::notice::{NOTICE, Notice};
use partnership_health_check::app::store::Heard;
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::domain::check::Check;
use partnership_health_check::domain::record::Record;
use partnership_health_check::formats::stored;

use super::support::{Device, quick_text, today};

/// A copy of the device's text that another tab has written after it deleted this check.
fn without(text: &str, id: u32) -> String {
    let mut record = stored::load(text).expect("readable").record;
    record.merge(Record {
        removed: vec![id],
        ..Record::default()
    });
    stored::save(&record)
}

#[test]
fn an_older_copy_does_not_bring_it_back() {
    let old = quick_text("4", 2);
    let mut device = Device::with_stored(&without(&old, 5));
    assert!(device.state.record.checks.is_empty());
    // The durable copy was not written yet when the browser was killed.
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(old.clone()))))]);
    assert!(device.state.record.checks.is_empty());
    assert_eq!(device.saved().removed, [5]);
    // Another tab answers in it, having heard of nothing.
    device.take([Message::Stored(Heard::FoundElsewhere(quick_text("5", 9)))]);
    assert!(device.state.record.checks.is_empty());
    assert_eq!(device.saved().removed, [5]);
}

#[test]
fn a_tab_that_has_it_open_goes_to_the_start_and_says_so() {
    let text = quick_text("4", 2);
    let mut device = Device::with_stored(&text);
    device.take([
        Message::Stored(Heard::DurableRead(Ok(Some(text.clone())))),
        Message::LinkFollowed("answers"),
        Message::Stored(Heard::FoundElsewhere(without(&text, 5))),
    ]);
    assert_eq!(*device.screen(), Screen::Start);
    assert!(device.told(Notice::CheckDeleted));
    assert!(
        device.effects.contains(&Effect::FocusFromTop(NOTICE)),
        "who listens hears why the screen changed"
    );
    assert_eq!(device.state.open, None);
}

#[test]
fn a_tab_that_reads_something_else_is_not_disturbed() {
    let text = quick_text("4", 2);
    let mut device = Device::with_stored(&text);
    device.take([
        Message::Stored(Heard::DurableRead(Ok(Some(text.clone())))),
        Message::LinkFollowed("about"),
        Message::Stored(Heard::FoundElsewhere(without(&text, 5))),
    ]);
    assert!(matches!(device.screen(), Screen::Info(_)));
    assert!(!device.told(Notice::CheckDeleted));
}

#[test]
fn it_does_not_matter_which_copy_takes_in_which() {
    let one = Record {
        checks: vec![Check::new(1, today()), Check::new(2, today())],
        removed: vec![9],
    };
    let other = Record {
        checks: vec![Check::new(9, today())],
        removed: vec![2],
    };
    let (mut here, mut there) = (one.clone(), other.clone());
    assert!(here.merge(other));
    assert!(there.merge(one));
    assert_eq!(here, there);
    assert_eq!(here.checks.len(), 1);
    assert_eq!(here.removed, [2, 9]);
    assert!(!here.clone().merge(here));
}
