//! The door to the browser: does what `app` asks for. What only the screens after the questions ask for is in `requests`.

use yew::Callback;

use super::outside::Page;
use super::stored_text::StoredText;
use super::{download, focus, location, storage};
use crate::app::{Effect, Message};

/// What effects need from one to the next.
pub(crate) struct Door {
    page: Page,
    /// The door to the record.
    pub(super) record: StoredText,
    /// Where answers go.
    pub(super) send: Callback<Message>,
}

impl Door {
    /// A door whose answers go to `send`.
    pub(crate) fn open(page: Page, record: StoredText, send: Callback<Message>) -> Self {
        Self { page, record, send }
    }

    /// Does what `app` asks for. Returns the effect if it is one for `requests`, in the second module.
    pub(crate) fn perform(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Store(task) => self.record.perform(task),
            Effect::Navigate {
                fragment,
                replace,
                open,
            } => location::navigate(&fragment, replace, open),
            Effect::KeepChoices(text) => storage::keep_choices(&text),
            Effect::KeepLanguage(tag) => storage::keep_language(tag),
            Effect::Speak(tag) => self.page.speak(tag),
            Effect::KeepKeys(off) => storage::keep_keys(off),
            Effect::Focus(id) => {
                focus::focus(id);
            }
            Effect::FocusFromTop(id) => focus::focus_from_top(id),
            Effect::ShowTop => focus::show_top(),
            Effect::Tell(event) => self.page.tell(
                event.name,
                event.statement,
                event.answered,
                event.of,
                &event.scores,
            ),
            Effect::Download(file) => {
                download::download(&file);
                self.send.emit(Message::Handed(file));
            }
            // The root does these: it keeps what arrives, and knows what is drawn.
            Effect::LoadSecondModule | Effect::SayKept => {}
            Effect::LookForOthers
            | Effect::Delete(_)
            | Effect::Copy(_)
            | Effect::ShareSheet { .. }
            | Effect::Print
            | Effect::TellWords { .. }
            | Effect::DownloadPicture(_) => return Some(effect),
        }
        None
    }
}
