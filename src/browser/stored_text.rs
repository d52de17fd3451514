//! The one door to a stored text, in `localStorage` and in the durable store.

use yew::Callback;

use super::durable::{Delete, DurableStore};
use super::outside::Page;
use super::storage::{self, Local};
use crate::app::effect::Extent;
use crate::app::store::{Heard, Task};

/// One stored text.
pub(crate) struct StoredText {
    local: Local,
    /// The page, which holds the text while `localStorage` does not have it.
    page: Option<Page>,
    /// How it holds this text.
    hold: fn(&Page, Option<&str>),
    /// The durable store, once it is here.
    durable: Option<Box<dyn DurableStore>>,
    /// Reads that were requested before it was here.
    reads: u32,
    /// A deletion that was requested before it was here.
    delete: Option<Delete>,
    send: Callback<Heard>,
}

impl StoredText {
    /// Opens the text that `local` has read. Replies go to `send`; `page` holds the text, by `hold`, while `localStorage`
    /// does not have it.
    pub(crate) fn open(
        local: Local,
        page: Option<Page>,
        hold: fn(&Page, Option<&str>),
        send: Callback<Heard>,
    ) -> Self {
        Self {
            local,
            page,
            hold,
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
                self.forget_held();
                self.delete(Delete::Ours);
            }
            Task::Hold(text) => self.hold(text.as_deref()),
        }
    }

    fn hold(&self, text: Option<&str>) {
        if let Some(page) = &self.page {
            (self.hold)(page, text);
        }
    }

    /// Everything was deleted: nothing of it is held.
    fn forget_held(&self) {
        if let Some(page) = &self.page {
            page.set_held(None);
            page.set_held_folder(None);
        }
    }

    fn delete(&mut self, what: Delete) {
        match &self.durable {
            Some(store) => store.delete(what),
            None => self.delete = Some(what),
        }
    }

    /// Removes everything of this check, or of ours, from both stores.
    pub(crate) fn delete_all(&mut self, extent: Extent) {
        let local = storage::delete_all(extent);
        self.forget_held();
        self.local.forget();
        self.delete(Delete::Everything { extent, local });
    }

    /// Calls `found` if checks with other storage keys keep something in either store. Until the durable store is here
    /// it cannot be asked; a deletion takes only what this check keeps unless somebody saw the question.
    pub(crate) fn look_for_others(&self, found: Callback<()>) {
        if storage::has_others() {
            found.emit(());
        } else if let Some(store) = &self.durable {
            store.look_for_others(found);
        }
    }

    /// Takes the durable store, which is in the second module, and makes the reads that were requested.
    pub(crate) fn take_durable(&mut self, store: Box<dyn DurableStore>) {
        if let Some(what) = self.delete.take() {
            store.delete(what);
        }
        for _ in 0..std::mem::take(&mut self.reads) {
            store.read();
        }
        self.durable = Some(store);
    }

    /// The durable store did not load, and is requested again.
    pub(crate) fn expect_durable(&mut self) {
        self.reads = 1;
    }

    /// What another tab wrote and no event has reported yet.
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
