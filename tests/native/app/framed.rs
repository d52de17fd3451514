//! What a page around the check forbids: no button does nothing in silence.

use partnership_health_check::app::file::{File, Kind, Picture};
use partnership_health_check::app::notice::{NOTICE, Notice};
use partnership_health_check::app::{Effect, Message};

use super::support::Device;

fn device(framed: bool) -> Device {
    let mut device = Device::fresh();
    device.state.framed = framed;
    device
}

#[test]
fn a_file_that_may_not_have_been_saved_is_offered_as_text() {
    let file = File::new("plan", Kind::Table, "a,b\r\n".to_owned());
    for framed in [false, true] {
        let mut device = device(framed);
        device.take([Message::Handed(file.clone())]);
        assert_eq!(device.state.handed.is_some(), framed);
        assert_eq!(device.effects.contains(&Effect::Focus("phc-handed")), framed);
        device.take([Message::LinkFollowed("privacy")]);
        assert_eq!(device.state.handed, None, "another screen");
        device.take([Message::Handed(file.clone()), Message::HandedClosed]);
        assert_eq!(device.state.handed, None, "closed");
    }
    let picture = Picture::new("wheel", "<svg/>".to_owned(), true);
    let text = picture.as_text();
    assert_eq!(
        (text.name.as_str(), text.text.as_str()),
        ("partnership-health-check-wheel.svg", "<svg/>")
    );
}

#[test]
fn a_print_that_does_not_come_is_told_until_one_goes_on() {
    let mut device = device(true);
    device.take([Message::PrintRefused]);
    assert!(device.told(Notice::NotPrinted));
    assert_eq!(
        device.effects,
        [Effect::ShowTop, Effect::FocusFromTop(NOTICE)],
        "it stands at the top"
    );
    device.take([Message::LinkFollowed("privacy")]);
    assert!(!device.told(Notice::NotPrinted));
}
