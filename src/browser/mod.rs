//! The one door to the browser: runs the effects of `app`, and tells `app` what happened outside.
//!
//! Where to start: `root` holds the state and calls `perform`, which has one arm an effect.

mod clipboard;
mod download;
mod durable;
mod focus;
mod later;
mod location;
mod outside;
mod root;
mod share;
mod storage;

use yew::Callback;

use crate::app::{Effect, Message};
pub use outside::found;
pub use root::{Props, Root};

/// What effects need from one to the next.
pub(crate) struct Door {
    local: storage::Local,
    durable: durable::Durable,
    send: Callback<Message>,
}

impl Door {
    /// A door whose answers go to `send`. Starts to read the durable store.
    pub(crate) fn open(local: storage::Local, send: Callback<Message>) -> Self {
        let durable = durable::Durable::new(send.clone());
        durable.read();
        Self { local, durable, send }
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
                self.send.emit(Message::LocalSaved(number, result));
                if durable {
                    self.durable.save(number, text);
                }
            }
            Effect::SetAside(text) => self.send.emit(Message::SetAside(self.local.set_aside(&text))),
            Effect::DeleteAll => {
                self.local.delete_all();
                self.durable.delete();
            }
            Effect::Navigate { fragment, replace } => location::navigate(&fragment, replace),
            Effect::Focus(id) => focus::focus(id),
            Effect::ShowTop => focus::show_top(),
            Effect::Copy(text) => clipboard::copy(text, self.send.clone()),
            Effect::ShareSheet { title, address } => share::share(&title, &address, self.send.clone()),
            Effect::Print => outside::print(),
            // The root keeps what arrives, so it starts this itself.
            Effect::LoadLater => {}
            Effect::Download { name, text } => download::download(name, &text),
        }
    }

    /// Looks at `localStorage` again after the page was away: another tab may have written to it.
    pub(crate) fn look_again(&mut self) {
        if let Some(other) = self.local.changed_elsewhere() {
            self.send.emit(Message::FoundElsewhere(other));
        }
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
