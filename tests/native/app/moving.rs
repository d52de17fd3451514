//! Screens and the fragment of the address: back, forward, links, and what is not ours.

use itertools::Itertools as _;
use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::{NOTICE, Notice};
use partnership_health_check::app::screen::Info;
use partnership_health_check::app::store::{Heard, SaveError};
use partnership_health_check::app::{Effect, Message, Screen};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::formats::stored;
use proptest::prelude::*;

use crate::plays::plays;

use super::support::Device;

fn fragment(text: &str) -> Message {
    Message::FragmentChanged(text.to_owned(), None)
}

#[test]
fn every_screen_has_its_fragment() {
    let mut screens = vec![
        (Screen::Start, "#start"),
        (Screen::Setup, "#setup"),
        (Screen::Questions(0), "#q-1"),
        (Screen::Questions(16), "#q-17"),
        (Screen::CheckAnswers, "#answers"),
        (Screen::Result, "#result"),
        (Screen::Share, "#share"),
        (Screen::Shared("phc=AQ".to_owned()), "#phc=AQ"),
    ];
    let infos = ["#definition", "#scoring", "#privacy", "#accessibility", "#about"];
    screens.extend(Info::ALL.into_iter().map(Screen::Info).zip_eq(infos));
    for (screen, text) in screens {
        assert_eq!(screen.fragment(), text);
        assert_eq!(Screen::parse(text), Some(screen));
    }
    assert_eq!(Screen::parse(""), Some(Screen::Start));
    assert_eq!(Screen::parse("#"), Some(Screen::Start));
    // What a program wrote before a link is no part of its name.
    let behind = "tea~phc=AQ";
    assert_eq!(Screen::parse(behind), Some(Screen::Shared(behind.to_owned())));
}

#[test]
fn back_and_forward_move_between_screens_and_write_no_history() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.take([Message::NextPressed, Message::LinkFollowed("privacy")]);
    for (text, screen) in [
        ("#q-2", Screen::Questions(1)),
        ("#q-1", Screen::Questions(0)),
        ("#start", Screen::Start),
        ("#q-1", Screen::Questions(0)),
        ("#answers", Screen::CheckAnswers),
    ] {
        device.take([fragment(text)]);
        assert_eq!(*device.screen(), screen);
        assert_eq!(device.effects, [Effect::ShowTop], "{text}");
    }
}

#[test]
fn a_fragment_that_is_not_ours_changes_nothing() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    for text in [
        "#phc-title",
        "#begin",
        "#q-0",
        "#q-x",
        "#q-",
        "#Start",
        "#result/",
        "#phc",
        "#kind-consortium",
    ] {
        let before = device.state.clone();
        device.take([fragment(text)]);
        assert_eq!(device.state, before, "{text}");
        assert!(device.effects.is_empty(), "{text}");
    }
}

#[test]
fn the_screen_that_is_shown_already_is_left_alone() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.take([fragment("#q-1")]);
    assert!(device.effects.is_empty());
}

#[test]
fn pages_past_the_last_lead_to_the_answers() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    for text in ["#q-4", "#q-9999", "#q-4294967295"] {
        device.take([fragment("#start"), fragment(text)]);
        assert_eq!(*device.screen(), Screen::CheckAnswers, "{text}");
    }
    // More than a number can be is no page at all.
    device.take([fragment("#start"), fragment("#q-99999999999999999999999")]);
    assert_eq!(*device.screen(), Screen::Start);
}

#[test]
fn without_a_check_there_is_only_the_start() {
    for text in ["#setup", "#q-1", "#answers", "#result", "#share"] {
        let device = Device::started(Found {
            fragment: text.to_owned(),
            ..Found::default()
        });
        assert_eq!(*device.screen(), Screen::Start, "{text}");
        let mut device = Device::fresh();
        device.take([fragment("#privacy"), fragment(text)]);
        assert_eq!(*device.screen(), Screen::Start, "{text}");
    }
}

fn replaced(text: &str, open: Option<u32>) -> Effect {
    Effect::Navigate {
        fragment: text.to_owned(),
        replace: true,
        open,
    }
}

#[test]
fn the_address_names_the_screen_that_is_shown_instead() {
    let mut device = Device::fresh();
    for text in ["#setup", "#q-1", "#answers", "#result", "#share"] {
        device.take([fragment("#privacy"), fragment(text)]);
        assert_eq!(
            device.effects[1..],
            [replaced("#start", None), Effect::ShowTop],
            "{text}"
        );
    }
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    for text in ["#result", "#share", "#q-4"] {
        device.take([fragment(text)]);
        assert_eq!(
            device.effects,
            [replaced("#answers", device.state.open), Effect::ShowTop],
            "{text}"
        );
        device.take([fragment("#q-1")]);
    }
}

/// Where `localStorage` is refused or behind, the check comes with the durable copy. Until that was read, the
/// address keeps what was asked for.
#[test]
fn a_screen_that_needs_the_durable_copy_is_shown_when_that_arrives() {
    let started = || {
        let device = Device::started(Found {
            fragment: "#q-2".to_owned(),
            ..Found::default()
        });
        assert_eq!(*device.screen(), Screen::Start);
        assert!(device.gone_to().is_empty());
        device
    };
    let text = super::support::quick_text("4", 2);
    let mut device = started();
    device.take([Message::Stored(Heard::DurableRead(Ok(Some(text.clone()))))]);
    assert_eq!(*device.screen(), Screen::Questions(1));
    assert!(device.gone_to().is_empty());
    assert_eq!(device.effects.last(), Some(&Effect::ShowTop));

    for nothing in [Ok(None), Err(SaveError::Refused)] {
        let mut device = started();
        device.take([Message::Stored(Heard::DurableRead(nothing))]);
        assert_eq!(*device.screen(), Screen::Start);
        assert_eq!(device.effects, [replaced("#start", None)]);
    }

    // Whoever went elsewhere in the meantime stays there.
    for elsewhere in [
        Message::LinkFollowed("about"),
        Message::StartPressed,
        fragment("#start"),
    ] {
        let mut device = started();
        device.take([elsewhere]);
        let screen = device.screen().clone();
        device.take([Message::Stored(Heard::DurableRead(Ok(Some(text.clone()))))]);
        assert_eq!(*device.screen(), screen);
        assert!(device.gone_to().is_empty());
    }
}

#[test]
fn a_page_can_be_opened_by_its_address() {
    let stored = super::support::quick_text("4", 2);
    for (text, screen) in [
        ("#q-2", Screen::Questions(1)),
        ("#answers", Screen::CheckAnswers),
        ("#result", Screen::CheckAnswers),
        ("#about", Screen::Info(Info::About)),
        ("", Screen::Start),
        ("#nonsense", Screen::Start),
    ] {
        let device = Device::started(Found {
            fragment: text.to_owned(),
            stored: Some(stored.clone()),
            ..Found::default()
        });
        assert_eq!(*device.screen(), screen, "{text}");
        assert!(device.saves().is_empty(), "{text}");
    }
}

#[test]
fn a_result_that_is_loaded_again_is_not_another_check() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.take([Message::FinishPressed]);
    let finished = device.state.open;
    device.begin(Length::Quick, Kind::Other, Side::First);
    let begun = device.state.open;
    assert_ne!(begun, finished);
    let stored = stored::save(&device.state.record);
    for (text, screen, open) in [
        ("#result", Screen::Result, finished),
        ("#share", Screen::Share, finished),
        ("#answers", Screen::CheckAnswers, begun),
    ] {
        let device = Device::started(Found {
            fragment: text.to_owned(),
            stored: Some(stored.clone()),
            ..Found::default()
        });
        assert_eq!((device.screen(), device.state.open), (&screen, open), "{text}");
    }
}

proptest! {
    #![proptest_config(plays(256))]

    /// Any fragment: no panic, no change to what is kept, and the same screen again by its own fragment.
    #[test]
    fn any_fragment_is_harmless(text in "#?(q-|phc=|share|result)?[ -~é]{0,12}", finished: bool) {
        let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
        if finished {
            device.finish();
        }
        let record = device.state.record.clone();
        device.take([fragment(&text)]);
        prop_assert_eq!(&device.state.record, &record);
        prop_assert!(device.saves().is_empty());
        let shown = device.screen().clone();
        prop_assert_eq!(Screen::parse(&shown.fragment()), Some(shown));
    }
}

/// Each entry of the history knows its check: the address of two results is the same.
#[test]
fn back_and_forward_between_two_results_show_each() {
    let mut device = Device::begun(Length::Quick, Kind::Other, Side::First);
    device.finish();
    let first = device.state.open;
    device.begin(Length::Full, Kind::Grant, Side::First);
    device.finish();
    let second = device.state.open;
    assert_ne!(first, second);
    device.take([Message::ShareOrganisationChosen(true)]);
    for open in [first, second] {
        device.take([Message::FragmentChanged("#result".to_owned(), open)]);
        assert_eq!((device.screen(), device.state.open), (&Screen::Result, open));
        assert_eq!(device.effects, [Effect::ShowTop]);
        assert!(
            !device.state.share_organisation,
            "ticked for another check's link"
        );
    }
    // A check that was deleted since does not come back; the one that is open stays.
    device.take([Message::FragmentChanged("#result".to_owned(), Some(7))]);
    assert_eq!(device.state.open, second);
    assert!(device.effects.is_empty());
    // The page is loaded again on the first one's result.
    let reloaded = Device::started(Found {
        fragment: "#result".to_owned(),
        open: first,
        stored: Some(partnership_health_check::formats::stored::save(
            &device.state.record,
        )),
        ..Found::default()
    });
    assert_eq!((reloaded.screen(), reloaded.state.open), (&Screen::Result, first));
}

#[test]
fn the_settings_on_screen_are_those_of_the_check_that_is_open() {
    let mut device = Device::begun(Length::Quick, Kind::Grant, Side::Second);
    let first = device.state.open.expect("a check");
    device.begin(Length::Full, Kind::Other, Side::First);
    device.take([Message::CheckOpened(first), Message::LinkFollowed("setup")]);
    let form = &device.state.form;
    let shown = (form.length, form.kind, form.side);
    assert_eq!(shown, (Length::Quick, Some(Kind::Grant), Some(Side::Second)));
}

/// Later screens show their own top, with the notice still above it.
#[test]
fn a_notice_is_led_to_once() {
    let mut device = Device::fresh();
    device.take([Message::PrintRefused, Message::ReleaseCame]);
    let leads = |device: &Device| device.effects.contains(&Effect::FocusFromTop(NOTICE));
    assert!(leads(&device));
    device.take([Message::LinkFollowed("privacy")]);
    assert!(device.told(Notice::NewRelease) && !leads(&device));
    device.take([Message::NoticeClosed(Notice::NewRelease)]);
    assert!(device.effects.contains(&Effect::ShowTop) && !leads(&device));
}
