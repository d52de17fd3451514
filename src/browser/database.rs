//! The database of the durable store: opened for each operation, and removed with the last text.
//!
//! A browser may put a page aside whenever somebody leaves it, in the middle of anything, and nothing in it runs until
//! they come back. Whatever it holds of a database then keeps the next page waiting. So a connection is closed as soon as
//! its transaction has begun, which ends first; a transaction is told when nothing more is asked of it; and one that has
//! still something to ask is ended when the page is left (`Asking`).

use std::cell::Cell;
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent as _, Error, Event as _, Factory, ObjectStore, ObjectStoreParams, Request as _,
    Transaction, TransactionMode,
};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "phc";
/// Its one object store: texts under their keys.
const STORE: &str = "record";

/// What opening does if there is no database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// Creates it, with its one object store.
    Make,
    /// Creates nothing: a database is made only once there is something to keep.
    Leave,
}

pub(super) async fn open(missing: Missing) -> Result<idb::Database, Error> {
    match open_once(missing).await {
        // Somebody who looked and left at the same moment may have ended it: `Leave`, in this tab or in another.
        Err(error) if missing == Missing::Make && is_missing(&error) => open_once(missing).await,
        opened => opened,
    }
}

/// Whether it was not opened because there is none: [`Missing::Leave`] ends its making.
pub(super) fn is_missing(error: &Error) -> bool {
    matches!(error, Error::DomException(error) if error.name() == "AbortError")
}

async fn open_once(missing: Missing) -> Result<idb::Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(move |event| match missing {
        Missing::Make => {
            if let Ok(database) = event.database() {
                let _ = database.create_object_store(STORE, ObjectStoreParams::new());
            }
        }
        // Aborting the upgrade undoes the creation.
        Missing::Leave => {
            if let Some(making) = event.target().ok().and_then(|request| request.transaction()) {
                let _ = making.abort();
            }
        }
    });
    request.await
}

/// A transaction on the store, the only one on this connection.
pub(super) fn begin(database: &Database, mode: TransactionMode) -> Result<(Transaction, ObjectStore), Error> {
    let transaction = database.transaction(&[STORE], mode);
    database.close();
    let transaction = transaction?;
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

/// Nothing more is asked in the transaction of this store. A browser that has no such call finds out by itself.
pub(super) fn nothing_more(store: &ObjectStore) {
    let _ = store.transaction().commit();
}

/// Ends a transaction if the page is left, for as long as this is there.
pub(super) struct Asking {
    listener: Closure<dyn Fn()>,
    left: Rc<Cell<bool>>,
}

impl Asking {
    const LEFT: &str = "pagehide";

    pub(super) fn begin(store: &ObjectStore) -> Self {
        let left = Rc::new(Cell::new(false));
        let (store, leave) = (store.clone(), Rc::clone(&left));
        let listener = Closure::<dyn Fn()>::new(move || leave.set(store.transaction().abort().is_ok()));
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback(Self::LEFT, listener.as_ref().unchecked_ref());
        }
        Self { listener, left }
    }

    /// Whether the page was left meanwhile, and the transaction ended.
    pub(super) fn was_left(&self) -> bool {
        self.left.get()
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window
                .remove_event_listener_with_callback(Self::LEFT, self.listener.as_ref().unchecked_ref());
        }
    }
}

/// Everything in the store: keys and texts. Closes the connection.
pub(super) async fn texts(database: &Database) -> Result<Vec<(String, String)>, Error> {
    let (_, store) = begin(database, TransactionMode::ReadOnly)?;
    let (keys, texts) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    nothing_more(&store);
    let (keys, texts) = (keys.await?, texts.await?);
    let pair = |(key, text): (JsValue, JsValue)| Some((key.as_string()?, text.as_string()?));
    Ok(keys.into_iter().zip(texts).filter_map(pair).collect())
}

/// Removes the database.
pub(super) async fn delete() -> Result<(), Error> {
    Factory::new()?.delete(DATABASE)?.await
}
