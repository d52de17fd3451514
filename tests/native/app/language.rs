//! Another language is chosen: the same state in other words, kept by the browser, and what is said where they do not come.

use partnership_health_check::app::message::Found;
use partnership_health_check::app::notice::Notice;
use partnership_health_check::app::settings::Settings;
use partnership_health_check::app::{Effect, Message};
use partnership_health_check::content::{LANGUAGES, NAMES, Texts};
use partnership_health_check::domain::ids::{Kind, Length, Side};
use partnership_health_check::present::spoken;

use super::support::Device;

fn welsh() -> Texts {
    let (_, file) = LANGUAGES.iter().find(|(tag, _)| *tag == "cy").expect("Welsh");
    Texts::from_file(file).expect("a language")
}

#[test]
fn a_choice_is_kept_and_fetched() {
    let mut device = Device::fresh();
    for (tag, _) in NAMES {
        device.take([Message::LanguageChosen(tag)]);
        assert_eq!(device.effects, [Effect::KeepLanguage(tag), Effect::Speak(tag)]);
        // It was heard of here first.
        device.take([Message::SettingsRead(chosen(tag))]);
        assert_eq!(device.effects, []);
    }
}

fn chosen(tag: &'static str) -> Settings {
    Settings {
        language: Some(tag),
        ..Settings::default()
    }
}

#[test]
fn a_choice_in_another_tab_is_followed_and_not_kept_again() {
    let mut device = Device::fresh();
    // Before the words of the one are here, the other tab has gone back.
    for tag in ["cy", "en", "cy"] {
        device.take([Message::SettingsRead(chosen(tag))]);
        assert_eq!(device.effects, [Effect::Speak(tag)]);
    }
    // Everything was deleted there, or this browser keeps nothing.
    device.take([Message::SettingsRead(Settings::default())]);
    assert_eq!(device.effects, []);
}

#[test]
fn the_words_change_and_nothing_else() {
    let mut device = Device::begun(Length::Full, Kind::Other, Side::First);
    device.answer("A1.1", "4");
    let before = device.state.clone();
    device.take([Message::WordsCame(Some(welsh()))]);
    assert_eq!(device.effects, []);
    assert_eq!(spoken::status(&device.state), "Mae’r gwiriad yn Gymraeg nawr.");
    assert_eq!(device.state.texts.language(), "cy");
    device.take([Message::WordsCame(Some(Texts::first_of_english()))]);
    assert_eq!(spoken::status(&device.state), "The check is in English now.");
    // Whole again, although the page hands over the first part alone.
    assert_eq!(device.state.texts, Texts::english());
    device.state.status = before.status;
    assert_eq!(device.state, before);
}

#[test]
fn words_that_do_not_come_leave_the_language_with_a_sentence() {
    let mut device = Device::begun(Length::Full, Kind::Other, Side::First);
    device.take([Message::WordsCame(None)]);
    assert_eq!(device.state.texts, Texts::english());
    assert_eq!(device.state.notices, [Notice::Speechless]);
    assert!(spoken::notice(&device.state, Notice::Speechless).contains("Choose your language again"));
    device.take([Message::WordsCame(Some(welsh()))]);
    assert_eq!(device.state.notices, []);

    let late = Device::started(Found {
        speechless: true,
        ..Found::default()
    });
    assert_eq!(late.state.notices, [Notice::Speechless]);
}
