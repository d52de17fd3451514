//! The database of the durable store: opened when it is first needed, and removed with the last text.
//!
//! A browser may put a page aside whenever somebody leaves it, in the middle of anything, and nothing in it runs until
//! they come back. Whatever it holds of a database then keeps the next page waiting. So the connection is closed when the
//! page is left, a transaction that has still something to ask is ended (`Asking`), and each other one has been told that
//! nothing more is asked. Whoever comes back has another connection.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent as _, Error, Event as _, Factory, ObjectStore, ObjectStoreParams, Request as _,
    Transaction, TransactionMode,
};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

const DATABASE: &str = "phc";
/// Its one object store: texts under their keys.
const STORE: &str = "record";

#[wasm_bindgen]
extern "C" {
    /// The browser's databases. `idb` has no list of them.
    type Databases;

    /// Names and versions. Older browsers have no such list.
    #[wasm_bindgen(method, catch, structural)]
    fn databases(this: &Databases) -> Result<Promise, JsValue>;
}

thread_local! {
    /// The connection, until somebody else wants to remove the database, the system closes it, or the page is left.
    static CONNECTION: RefCell<Option<Database>> = const { RefCell::new(None) };
    /// What is still to be asked of: for each transaction its store, and whether it was ended because the page was left.
    static ASKING: RefCell<Vec<(ObjectStore, Rc<Cell<bool>>)>> = const { RefCell::new(Vec::new()) };
    /// Whether somebody listens for the page to be left.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// What opening does if there is no database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// Creates it, with its one object store.
    Make,
    /// Creates nothing: a database is made only once there is something to keep.
    Leave,
}

/// Begins a transaction on the store.
pub(super) async fn begin(
    missing: Missing,
    mode: TransactionMode,
) -> Result<(Transaction, ObjectStore), Error> {
    let begun = CONNECTION.with_borrow(|connection| connection.as_ref().map(|open| begin_on(open, mode)));
    match begun {
        Some(Ok(begun)) => return Ok(begun),
        // The system has closed it, or it gave way.
        Some(Err(_)) => close(),
        None => {}
    }
    let database = gives_way(open(missing).await?)?;
    if !LISTENS.replace(true) {
        listen();
    }
    let begun = begin_on(&database, mode);
    // Two may have opened it at the same time.
    if let Some(other) = CONNECTION.replace(Some(database)) {
        other.close();
    }
    begun
}

fn begin_on(database: &Database, mode: TransactionMode) -> Result<(Transaction, ObjectStore), Error> {
    let transaction = database.transaction(&[STORE], mode)?;
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

/// Nothing more is asked in the transaction of this store. A browser that has no such call finds out by itself.
pub(super) fn nothing_more(store: &ObjectStore) {
    let _ = store.transaction().commit();
}

/// Has the connection close when somebody else wants to remove the database. The browser's own function does it, so that
/// it is done even after this program has failed and another instance has taken its place.
fn gives_way(database: Database) -> Result<Database, Error> {
    let connection = JsValue::from(database);
    let close = Reflect::get(&connection, &JsValue::from_str("close"))
        .and_then(JsCast::dyn_into::<Function>)
        .map(|close| close.bind0(&connection));
    if let Ok(close) = close {
        let _ = Reflect::set(&connection, &JsValue::from_str("onversionchange"), &close);
    }
    Database::try_from(connection)
}

/// Closes the connection once what was begun has ended.
fn close() {
    if let Some(database) = CONNECTION.take() {
        database.close();
    }
}

fn listen() {
    let leave = Closure::<dyn Fn()>::new(|| {
        for (store, left) in ASKING.take() {
            left.set(store.transaction().abort().is_ok());
        }
        close();
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("pagehide", leave.as_ref().unchecked_ref());
    }
    // For as long as the page lives.
    leave.forget();
}

/// A transaction in which something is asked later: it ends if the page is left before.
pub(super) struct Asking(Rc<Cell<bool>>);

impl Asking {
    pub(super) fn begin(store: &ObjectStore) -> Self {
        let left = Rc::new(Cell::new(false));
        ASKING.with_borrow_mut(|asking| asking.push((store.clone(), Rc::clone(&left))));
        Self(left)
    }

    /// Whether the page was left, and the transaction ended.
    pub(super) fn was_left(&self) -> bool {
        self.0.get()
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        ASKING.with_borrow_mut(|asking| asking.retain(|(_, left)| !Rc::ptr_eq(left, &self.0)));
    }
}

async fn open(missing: Missing) -> Result<Database, Error> {
    match open_once(missing).await {
        // Somebody who looked and left at the same moment may have ended it: `Leave`, in this tab or in another.
        Err(error) if missing == Missing::Make && is_missing(&error) => open_once(missing).await,
        opened => opened,
    }
}

/// Whether it was not opened because there is none.
pub(super) fn is_missing(error: &Error) -> bool {
    matches!(error, Error::DomException(error) if error.name() == "AbortError")
}

/// Whether the browser says that there is no database. To ask opens nothing, whereas a page that is left while it opens one
/// that is not there, and ends its making, may keep the next page waiting.
async fn is_none() -> bool {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name));
    let is_ours = |listed: JsValue| get(&listed, "name").is_ok_and(|name| name == *DATABASE);
    // Where storage is forbidden there may be no such thing, or looking for it fails.
    let all = get(&js_sys::global(), "indexedDB").map(JsCast::unchecked_into::<Databases>);
    let Ok(asked) = all.and_then(|all| all.databases()) else {
        return false;
    };
    let listed = JsFuture::from(asked).await;
    listed.is_ok_and(|listed| !Array::from(&listed).iter().any(is_ours))
}

async fn open_once(missing: Missing) -> Result<Database, Error> {
    if missing == Missing::Leave && is_none().await {
        // What ending its making would say.
        let none = DomException::new_with_message_and_name("", "AbortError");
        return Err(none.map_or_else(Error::IndexedDbOpenFailed, Error::DomException));
    }
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

/// Everything in the store: keys and texts.
pub(super) async fn texts(missing: Missing) -> Result<Vec<(String, String)>, Error> {
    let (_, store) = begin(missing, TransactionMode::ReadOnly).await?;
    let (keys, texts) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    nothing_more(&store);
    let (keys, texts) = (keys.await?, texts.await?);
    let pair = |(key, text): (JsValue, JsValue)| Some((key.as_string()?, text.as_string()?));
    Ok(keys.into_iter().zip(texts).filter_map(pair).collect())
}

/// Removes the database.
pub(super) async fn delete() -> Result<(), Error> {
    close();
    Factory::new()?.delete(DATABASE)?.await
}
