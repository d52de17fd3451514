//! The one door to the browser: does what `app` asks for.

use yew::Callback;

use super::durable::Store;
use super::outside::{self, Page};
use super::storage::{self, Deleted};
use super::{clipboard, download, focus, location, share};
use crate::app::{Effect, Message};

/// What effects need from one to the next.
pub(crate) struct Door {
    page: Page,
    local: storage::Local,
    durable: Option<Box<dyn Store>>,
    /// What was deleted before the durable store was here.
    deleted: Option<Deleted>,
    send: Callback<Message>,
}

impl Door {
    /// A door whose answers go to `send`.
    pub(crate) fn open(page: Page, local: storage::Local, send: Callback<Message>) -> Self {
        Self {
            page,
            local,
            durable: None,
            deleted: None,
            send,
        }
    }

    /// Does what `app` asks for.
    pub(crate) fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Save {
                text,
                number,
                durable,
            } => {
                if let Some(other) = self.local.changed_elsewhere() {
                    self.send.emit(Message::FoundElsewhere(other));
                    return;
                }
                let result = self.local.write(&text);
                self.page.set_held(result.is_err().then_some(text.as_str()));
                self.send.emit(Message::LocalSaved(number, result));
                if durable && let Some(store) = &self.durable {
                    store.save(number, text);
                }
            }
            Effect::SetAside(text) => self
                .send
                .emit(Message::SetAside(storage::Local::set_aside(&text))),
            Effect::ReadDurable => {
                // Where the store is not here yet, it is read when it arrives.
                if let Some(store) = &self.durable {
                    store.read();
                }
            }
            Effect::Hold(text) => self.page.set_held(text.as_deref()),
            Effect::DeleteAll => self.delete(Deleted::All),
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

    /// Takes the durable store, which comes with the second module, and reads it.
    pub(crate) fn take_store(&mut self, store: Box<dyn Store>) {
        if let Some(what) = self.deleted.take() {
            store.delete(what);
        }
        store.read();
        self.durable = Some(store);
    }

    fn delete(&mut self, what: Deleted) {
        self.local.delete(what);
        match &self.durable {
            Some(store) => store.delete(what),
            None => self.deleted = Some(what),
        }
    }

    /// Another tab deleted everything. What this tab wrote before it heard of that goes too; what another tab has
    /// written since stays.
    pub(crate) fn deleted_elsewhere(&mut self) {
        if self.local.is_ours() {
            self.delete(Deleted::Own);
        }
    }

    /// Looks at `localStorage` again after the page was away: other tabs may have written to it or deleted it.
    pub(crate) fn look_again(&mut self) -> Message {
        let (known, found) = self.local.look_again();
        Message::CameBack { known, found }
    }

    /// What another tab wrote that nobody has told us of: a tab that sleeps hears nothing.
    pub(crate) fn written_elsewhere(&mut self) -> Option<String> {
        self.local.changed_elsewhere()
    }

    /// Remembers what another tab wrote, so that the next save knows it.
    pub(crate) fn noticed(&mut self, text: &str) {
        self.local.noticed(text);
    }
}
