//! The durable store: texts in `IndexedDB`, each under its key, which a killed browser does not lose. `localStorage`
//! alone can lose a minute of answers.
//!
//! Each operation is a transaction of its own on the connection of `database`, which is opened anew where another tab or
//! the system has closed it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use idb::{Error, Event as _, ObjectStore, Request as _};
use idb::{TransactionMode, TransactionResult};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::database::{Asking, Missing, begin, delete, is_missing, nothing_more, texts};
use super::emptying;
use super::host::key;
use super::pause::Timer;
use super::storage::{FOLDER, RECORD};
use crate::app::effect::Extent;
use crate::app::store::{Heard, SaveError};

/// What is deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Delete {
    /// Everything, down to traces; answers with `Emptied`. See `emptying`.
    Everything {
        /// Of this widget, or of each one.
        extent: Extent,
        /// What was in `localStorage`: keys and texts.
        local: Vec<(String, String)>,
    },
    /// The text under our own key, if this page wrote it.
    Ours,
}

/// Something to do, in the order in which it was asked for.
enum Job {
    Read,
    Save { number: u32, text: String },
    Delete(Delete),
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    running: bool,
    /// What this page last read or wrote, and whether it wrote it. The browser's own text: to compare two of them nothing is
    /// copied.
    known: Option<JsString>,
    is_ours: bool,
    /// Whether the store has answered.
    worked: bool,
    /// Until traces are removed.
    traces: Option<Timer>,
}

impl Queue {
    fn know(&mut self, text: Option<JsString>, is_ours: bool) {
        self.worked = true;
        self.known = text;
        self.is_ours = is_ours;
    }

    fn forget(&mut self) {
        self.known = None;
        self.is_ours = false;
    }

    /// Drops queued saves: a later job supersedes them.
    fn drop_saves(&mut self) {
        self.jobs.retain(|job| !matches!(job, Job::Save { .. }));
    }
}

/// The durable store, as the first module knows it.
pub(crate) trait DurableStore {
    /// Reads the text; answers with `DurableRead`.
    fn read(&self);
    /// Keeps a text; answers with `DurableSaved`, or with `DurableFound` where another tab wrote first.
    fn save(&self, number: u32, text: String);
    /// Removes the database, or the text alone.
    fn delete(&self, what: Delete);
    /// Calls `found` if the database holds a text of a check with another storage key.
    fn look_for_others(&self, found: Callback<()>);
}

/// Opens the durable store of the record.
pub(crate) fn open_store(send: Callback<Heard>) -> Box<dyn DurableStore> {
    Box::new(IndexedDb::new(key(RECORD), send))
}

/// The durable store of the text under one key.
pub(crate) struct IndexedDb {
    key: Rc<str>,
    queue: Rc<RefCell<Queue>>,
    send: Callback<Heard>,
}

impl DurableStore for IndexedDb {
    fn read(&self) {
        self.add(Job::Read);
    }

    fn save(&self, number: u32, text: String) {
        self.add(Job::Save { number, text });
    }

    fn delete(&self, what: Delete) {
        self.add(Job::Delete(what));
    }

    /// Only reads, so it waits for no job and supersedes none.
    fn look_for_others(&self, found: Callback<()>) {
        spawn_local(async move {
            if matches!(has_others().await, Ok(true)) {
                found.emit(());
            }
        });
    }
}

impl IndexedDb {
    /// The store of the text under this key; its answers go to `send`.
    pub(crate) fn new(key: String, send: Callback<Heard>) -> Self {
        Self {
            key: key.into(),
            queue: Rc::default(),
            send,
        }
    }

    fn add(&self, job: Job) {
        let mut queue = self.queue.borrow_mut();
        queue.drop_saves();
        queue.jobs.push_back(job);
        if !queue.running {
            queue.running = true;
            spawn_local(work(
                Rc::clone(&self.key),
                Rc::clone(&self.queue),
                self.send.clone(),
            ));
        }
    }
}

/// Timeout for an answer of the store, in milliseconds. Some browsers have had an `open` that never answers.
const PATIENCE: i32 = 5_000;

/// Works off the queue, one job at a time.
async fn work(key: Rc<str>, queue: Rc<RefCell<Queue>>, send: Callback<Heard>) {
    loop {
        let job = {
            let mut queue = queue.borrow_mut();
            let job = queue.jobs.pop_front();
            queue.running = job.is_some();
            job
        };
        let Some(job) = job else { return };
        let silent = send.clone();
        let timer = Timer::start(PATIENCE, move || silent.emit(Heard::DurableSilent));
        let heard = perform(&key, &queue, job).await;
        drop(timer);
        if let Some(heard) = heard {
            send.emit(heard);
        }
    }
}

async fn perform(key: &str, queue: &RefCell<Queue>, job: Job) -> Option<Heard> {
    match job {
        Job::Read => {
            let mut read = read(key).await.map_err(|error| why(&error));
            if let Ok(Some(text)) = &read
                && emptying::is_done(key, text)
            {
                queue.borrow_mut().traces = Some(emptying::later());
                read = Ok(None);
            }
            if let Ok(text) = &read {
                let text = text.as_deref().map(JsString::from);
                queue.borrow_mut().know(text, false);
            }
            Some(Heard::DurableRead(read))
        }
        Job::Save { number, text } => {
            let known = queue.borrow().known.clone();
            let text = JsString::from(text);
            let saved = save(key, &text, known.as_ref()).await;
            let mut queue = queue.borrow_mut();
            Some(match saved {
                Ok(None) => {
                    queue.know(Some(text), true);
                    Heard::DurableSaved(number, Ok(()))
                }
                Ok(Some(found)) => {
                    // Queued saves do not know of it.
                    queue.drop_saves();
                    let text = String::from(&found);
                    queue.know(Some(found), false);
                    Heard::DurableFound(number, text)
                }
                Err(error) => Heard::DurableSaved(number, Err(error)),
            })
        }
        Job::Delete(Delete::Everything { extent, local }) => {
            let worked = queue.borrow().worked;
            queue.borrow_mut().forget();
            let emptied = emptying::empty(extent, &local, worked).await;
            queue.borrow_mut().traces = Some(emptying::later());
            // A store that fails at this has not said that it is empty.
            Some(emptied.map_or(Heard::DurableSilent, |()| Heard::Emptied))
        }
        Job::Delete(Delete::Ours) => {
            let known = queue.borrow().known.clone().filter(|_| queue.borrow().is_ours);
            queue.borrow_mut().forget();
            if let Some(known) = known {
                let _ = forget(key, known).await;
            }
            None
        }
    }
}

/// Reads the text. Does not create a missing database.
async fn read(key: &str) -> Result<Option<String>, Error> {
    let store = match begin(Missing::Leave, TransactionMode::ReadOnly).await {
        // There is no database, and none was created.
        Err(error) if is_missing(&error) => return Ok(None),
        begun => begun?.1,
    };
    let text = store.get(JsValue::from_str(key))?;
    nothing_more(&store);
    Ok(text.await?.and_then(|text| text.as_string()))
}

/// Writes a text over the known one, or returns the text that another tab wrote. Returns only after the transaction's
/// `complete` event: from then on a killed browser does not lose the text.
async fn save(key: &str, text: &JsString, known: Option<&JsString>) -> Result<Option<JsString>, SaveError> {
    loop {
        // Somebody who left the page and came back is where they were: it is saved again.
        if let Some(saved) = put(key, text, known).await.transpose() {
            return saved;
        }
    }
}

/// Compares and writes in one transaction, so that no other tab can write in between. Without a result the page was left.
async fn put(
    key: &str,
    text: &JsString,
    known: Option<&JsString>,
) -> Result<Option<Option<JsString>>, SaveError> {
    let (key, text) = (JsValue::from_str(key), text.clone());
    let known = known.cloned();
    let under = key.clone();
    let compare_and_put = move |store: &ObjectStore, found: Option<JsString>| {
        if found.is_some() && found != known {
            return Ok(found);
        }
        store.put(&text, Some(&under)).map(|_| None)
    };
    match with_text(Missing::Make, key, compare_and_put).await {
        Ok(Some((found, TransactionResult::Committed))) => Ok(Some(found)),
        // On a full device the write succeeds and the transaction then aborts without an error.
        Ok(Some((_, TransactionResult::Aborted))) => Err(SaveError::Full),
        Ok(None) => Ok(None),
        Err(error) => Err(why(&error)),
    }
}

/// Reads the text under a key and passes it to `act`, in one transaction. Returns what `act` returned, and how the
/// transaction ended; nothing if the page was left before. `act` runs inside the event that brings the text: by the next
/// task the transaction may be over, because it has no request left.
async fn with_text<T: 'static>(
    missing: Missing,
    key: JsValue,
    act: impl FnOnce(&ObjectStore, Option<JsString>) -> Result<T, Error> + 'static,
) -> Result<Option<(T, TransactionResult)>, Error> {
    let (transaction, store) = begin(missing, TransactionMode::ReadWrite).await?;
    let mut get = store.get(key)?;
    let asking = Asking::begin(&store);
    let acted = Rc::new(RefCell::new(None));
    let returned = Rc::clone(&acted);
    get.on_success(move |event| {
        let found = event.target().and_then(|request| request.result());
        *returned.borrow_mut() = Some(found.and_then(|found| act(&store, found.dyn_into().ok())));
        nothing_more(&store);
    });
    let ended = transaction.await;
    if asking.was_left() {
        return Ok(None);
    }
    let returned = acted.borrow_mut().take();
    match returned {
        Some(returned) => Ok(Some((returned?, ended?))),
        // It was aborted before the text came.
        None => Err(Error::TransactionOpenFailed(JsValue::NULL)),
    }
}

/// Whether there is something of another widget.
async fn has_others() -> Result<bool, Error> {
    let found = texts(Missing::Leave).await?;
    let own = [key(RECORD), key(FOLDER)];
    let is_other =
        |(key, text): &(String, String)| !own.contains(key) && !emptying::has_only_traces(key, text);
    Ok(found.iter().any(is_other))
}

/// Removes a text if it is the known one, and the database too if that leaves it empty. Whoever leaves the page leaves it
/// at that.
async fn forget(key: &str, known: JsString) -> Result<(), Error> {
    let key = JsValue::from_str(key);
    let under = key.clone();
    let remove = move |store: &ObjectStore, found: Option<JsString>| {
        if found.as_ref() == Some(&known) {
            store.delete(under)?;
        }
        Ok(())
    };
    with_text(Missing::Leave, key, remove).await?;
    if texts(Missing::Leave).await?.is_empty() {
        delete().await
    } else {
        Ok(())
    }
}

fn why(error: &Error) -> SaveError {
    match error {
        Error::DomException(error) if error.name() == "QuotaExceededError" => SaveError::Full,
        _ => SaveError::Refused,
    }
}
