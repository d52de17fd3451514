//! The durable store: texts in `IndexedDB`, each under its key, which a killed browser does not lose. `localStorage` alone
//! can lose a minute of answers.
//!
//! Each operation opens the database and closes it again. That costs a few milliseconds and spares every
//! question of connections that another tab, or the system, closes.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use idb::{DatabaseEvent as _, Error, Event as _, Factory, ObjectStoreParams, Request as _};
use idb::{TransactionMode, TransactionResult};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::host::key;
use super::storage::{Deleted, RECORD};
use crate::app::Message;
use crate::app::message::SaveError;

const DATABASE: &str = "phc";
const STORE: &str = "record";

/// Something to do, in the order in which it was asked for.
enum Task {
    Read,
    Save { number: u32, text: String },
    Delete(Deleted),
}

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Task>,
    running: bool,
}

/// The durable store, as the first module knows it.
pub(crate) trait Store {
    /// Reads the text; answers with `DurableRead`.
    fn read(&self);
    /// Keeps a text; answers with `DurableSaved`. A save that has not begun gives way to a newer one.
    fn save(&self, number: u32, text: String);
    /// Removes the database, or the text alone.
    fn delete(&self, what: Deleted);
}

/// Opens the durable store of the record.
pub(crate) fn open_store(send: Callback<Message>) -> Box<dyn Store> {
    Box::new(Durable::new(key(RECORD), send))
}

/// The durable store of the text under one key.
pub(crate) struct Durable {
    key: Rc<str>,
    queue: Rc<RefCell<Queue>>,
    send: Callback<Message>,
}

impl Store for Durable {
    fn read(&self) {
        self.add(Task::Read);
    }

    fn save(&self, number: u32, text: String) {
        self.queue
            .borrow_mut()
            .tasks
            .retain(|task| !matches!(task, Task::Save { .. }));
        self.add(Task::Save { number, text });
    }

    fn delete(&self, what: Deleted) {
        self.queue.borrow_mut().tasks.clear();
        self.add(Task::Delete(what));
    }
}

impl Durable {
    /// The store of the text under this key; its answers go to `send`.
    pub(crate) fn new(key: String, send: Callback<Message>) -> Self {
        Self {
            key: key.into(),
            queue: Rc::default(),
            send,
        }
    }

    fn add(&self, task: Task) {
        let mut queue = self.queue.borrow_mut();
        queue.tasks.push_back(task);
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

/// Does one task after the other until none is left.
async fn work(key: Rc<str>, queue: Rc<RefCell<Queue>>, send: Callback<Message>) {
    loop {
        let task = {
            let mut queue = queue.borrow_mut();
            let task = queue.tasks.pop_front();
            queue.running = task.is_some();
            task
        };
        match task {
            Some(Task::Read) => send.emit(Message::DurableRead(
                read(&key).await.map_err(|error| why(&error)),
            )),
            Some(Task::Save { number, text }) => {
                send.emit(Message::DurableSaved(number, save(&key, &text).await));
            }
            Some(Task::Delete(what)) => {
                // Nothing can be done where the browser refuses: then it also kept nothing.
                let _ = match what {
                    Deleted::All => delete().await,
                    Deleted::Own => forget(&key).await,
                };
            }
            None => return,
        }
    }
}

/// Reads the text. Nothing is made where there is no database.
async fn read(key: &str) -> Result<Option<String>, Error> {
    let database = match open(Missing::Leave).await {
        // There is none, and none was made.
        Err(Error::DomException(error)) if error.name() == "AbortError" => return Ok(None),
        opened => opened?,
    };
    let text = get(&database, key).await;
    database.close();
    Ok(text?.and_then(|text| text.as_string()))
}

async fn get(database: &idb::Database, key: &str) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    transaction
        .object_store(STORE)?
        .get(JsValue::from_str(key))?
        .await
}

/// Returns only after the transaction's `complete` event: then a killed browser no longer loses the text.
async fn save(key: &str, text: &str) -> Result<(), SaveError> {
    let database = open(Missing::Make).await.map_err(|error| why(&error))?;
    let saved = put(&database, key, text).await;
    database.close();
    saved
}

async fn put(database: &idb::Database, key: &str, text: &str) -> Result<(), SaveError> {
    // In one turn: by the next one the browser may have ended a transaction that has nothing to do.
    let begun = || -> Result<_, Error> {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let put = store.put(&JsValue::from_str(text), Some(&JsValue::from_str(key)))?;
        Ok((put.into_future(), transaction.commit()?))
    };
    let (put, transaction) = begun().map_err(|error| why(&error))?;
    let ended = transaction.await;
    put.await.map_err(|error| why(&error))?;
    match ended {
        Ok(TransactionResult::Committed) => Ok(()),
        // A device without room lets the text in and then aborts, without an error.
        Ok(TransactionResult::Aborted) => Err(SaveError::Full),
        Err(error) => Err(why(&error)),
    }
}

async fn delete() -> Result<(), Error> {
    Factory::new()?.delete(DATABASE)?.await
}

/// Removes a text, and the database with it if nothing else is in there.
async fn forget(key: &str) -> Result<(), Error> {
    let database = open(Missing::Leave).await?;
    let left = remove(&database, key).await;
    database.close();
    if left? == 0 { delete().await } else { Ok(()) }
}

/// How many texts are left without this one.
async fn remove(database: &idb::Database, key: &str) -> Result<u32, Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    store.delete(JsValue::from_str(key))?;
    store.count(None)?.await
}

/// What opening does where there is no database.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// Makes it, with its one store.
    Make,
    /// Leaves the device as it is: nothing is made before there is something to keep.
    Leave,
}

async fn open(missing: Missing) -> Result<idb::Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(move |event| match missing {
        Missing::Make => {
            if let Ok(database) = event.database() {
                let _ = database.create_object_store(STORE, ObjectStoreParams::new());
            }
        }
        // A database whose making is aborted never was.
        Missing::Leave => {
            if let Some(making) = event.target().ok().and_then(|request| request.transaction()) {
                let _ = making.abort();
            }
        }
    });
    request.await
}

fn why(error: &Error) -> SaveError {
    match error {
        Error::DomException(error) if error.name() == "QuotaExceededError" => SaveError::Full,
        _ => SaveError::Refused,
    }
}
