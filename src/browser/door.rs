//! The one door to the browser: does what `app` asks for.

use yew::Callback;

use super::outside::{self, Page};
use super::stored::Stored;
use super::{clipboard, download, focus, location, share, storage};
use crate::app::{Effect, Message};

/// What effects need from one to the next.
pub(crate) struct Door {
    page: Page,
    /// The door to the record.
    pub(crate) record: Stored,
    send: Callback<Message>,
}

impl Door {
    /// A door whose answers go to `send`.
    pub(crate) fn open(page: Page, record: Stored, send: Callback<Message>) -> Self {
        Self { page, record, send }
    }

    /// Does what `app` asks for.
    pub(crate) fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Store(task) => self.record.perform(task),
            Effect::LookForOthers => self.send.emit(Message::OthersFound(storage::has_others())),
            Effect::Delete(extent) => {
                location::forget();
                self.record.delete_all(extent);
            }
            Effect::Navigate { fragment, replace } => location::navigate(&fragment, replace),
            Effect::Focus(id) => focus::focus(id),
            Effect::ShowTop => focus::show_top(),
            Effect::Copy(text) => clipboard::copy(&text, self.send.clone()),
            Effect::ShareSheet { title, address } => share::share(&title, &address, self.send.clone()),
            Effect::Print => outside::print(),
            Effect::Tell(event) => self.page.tell(
                event.name,
                event.statement,
                event.answered,
                event.of,
                &event.scores,
            ),
            // Both are the root's: it keeps what arrives, and what saves pictures is in the second module.
            Effect::LoadSecondModule | Effect::DownloadPicture(_) => {}
            Effect::Download(file) => download::download(&file),
        }
    }
}
