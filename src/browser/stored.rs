//! The one door to a stored text: its part in `localStorage`, and its part in the durable store.

use yew::Callback;

use super::durable::{Delete, Store};
use super::outside::Page;
use super::storage::{self, Local};
use crate::app::store::{Heard, Task};

/// One stored text.
pub(crate) struct Stored {
    local: Local,
    /// What holds the text while `localStorage` does not have it.
    page: Option<Page>,
    /// The durable store, once it is here.
    durable: Option<Box<dyn Store>>,
    /// How often it was asked to be read before.
    reads: u32,
    /// What was to be deleted there before.
    delete: Option<Delete>,
    send: Callback<Heard>,
}

impl Stored {
    /// The text that `local` has read. What is said of it goes to `send`; `page` holds it while `localStorage` does not
    /// have it.
    pub(crate) fn open(local: Local, page: Option<Page>, send: Callback<Heard>) -> Self {
        Self {
            local,
            page,
            durable: None,
            reads: 1,
            delete: None,
            send,
        }
    }

    /// Does what the store asks for.
    pub(crate) fn perform(&mut self, task: Task) {
        match task {
            Task::Save {
                text,
                number,
                durable,
            } => {
                if let Some(heard) = self.news() {
                    self.send.emit(heard);
                    return;
                }
                let result = self.local.write(&text);
                self.hold(result.is_err().then_some(text.as_str()));
                self.send.emit(Heard::LocalSaved(number, result));
                if durable && let Some(store) = &self.durable {
                    store.save(number, text);
                }
            }
            Task::SetAside(text) => self.send.emit(Heard::SetAside(storage::set_aside(&text))),
            Task::ReadDurable => match &self.durable {
                Some(store) => store.read(),
                None => self.reads += 1,
            },
            Task::Remove => {
                self.local.remove();
                self.delete(Delete::Ours);
            }
            Task::Hold(text) => self.hold(text.as_deref()),
        }
    }

    fn hold(&self, text: Option<&str>) {
        if let Some(page) = &self.page {
            page.set_held(text);
        }
    }

    fn delete(&mut self, what: Delete) {
        match &self.durable {
            Some(store) => store.delete(what),
            None => self.delete = Some(what),
        }
    }

    /// Removes everything of ours from both stores.
    pub(crate) fn delete_all(&mut self) {
        storage::delete_all();
        self.local.forget();
        self.delete(Delete::All);
    }

    /// Takes the durable store, which comes with the second module, and reads it as often as it was asked for.
    pub(crate) fn take_durable(&mut self, store: Box<dyn Store>) {
        if let Some(what) = self.delete.take() {
            store.delete(what);
        }
        for _ in 0..std::mem::take(&mut self.reads) {
            store.read();
        }
        self.durable = Some(store);
    }

    /// The durable store did not come, and is asked for once more.
    pub(crate) fn expect_durable(&mut self) {
        self.reads = 1;
    }

    /// What another tab wrote that nobody has told us of.
    pub(crate) fn news(&mut self) -> Option<Heard> {
        self.local.news().map(Heard::FoundElsewhere)
    }

    /// The text was removed by another tab.
    pub(crate) fn removed(&mut self, old: Option<String>) -> Heard {
        let (_, found) = self.local.look_again();
        Heard::Removed { old, found }
    }

    /// The page is in view again.
    pub(crate) fn came_back(&mut self) -> Heard {
        let (known, found) = self.local.look_again();
        Heard::CameBack { known, found }
    }
}
