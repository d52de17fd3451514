//! Does what only the screens after the questions ask of the browser.

use super::door::Door;
use super::{clipboard, host, location, outside, picture, share};
use crate::app::{Effect, Message};

/// Does what [`Door::perform`] leaves to the second module.
pub(super) fn perform(door: &mut Door, effect: Effect) {
    match effect {
        Effect::LookForOthers => {
            let found = door.send.reform(|()| Message::OthersFound);
            door.record.look_for_others(found);
        }
        Effect::Delete(extent) => {
            location::forget();
            if !host::is_guest()
                && let Some(page) = outside::page()
            {
                page.forget_page();
            }
            door.record.delete_all(extent);
        }
        Effect::Copy(text) => clipboard::copy(&text, door.send.clone()),
        Effect::ShareSheet { title, address } => share::share(&title, &address, door.send.clone()),
        Effect::Print => outside::print(door.send.reform(|()| Message::PrintRefused)),
        Effect::TellWords { name, faults } => {
            host::set_name(name);
            for fault in faults {
                host::warn(&["<partnership-health-check> words: ", &fault].concat());
            }
        }
        Effect::DownloadPicture(picture) => {
            picture::download(&picture);
            door.send.emit(Message::Handed(picture.as_text()));
        }
        Effect::Store(_)
        | Effect::KeepChoices(_)
        | Effect::KeepLanguage(_)
        | Effect::Speak(_)
        | Effect::KeepKeys(_)
        | Effect::SayKept
        | Effect::Navigate { .. }
        | Effect::Focus(_)
        | Effect::FocusFromTop(_)
        | Effect::ShowTop
        | Effect::Tell(_)
        | Effect::Download(_)
        | Effect::LoadSecondModule => {}
    }
}
