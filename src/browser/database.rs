//! The database of the durable store: opened for each operation, and removed with the last text.

use idb::{
    Database, DatabaseEvent as _, Error, Event as _, Factory, ObjectStoreParams, Request as _,
    TransactionMode,
};
use wasm_bindgen::JsValue;

const DATABASE: &str = "phc";
/// Its one object store: texts under their keys.
pub(super) const STORE: &str = "record";

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
        Err(Error::DomException(error)) if missing == Missing::Make && error.name() == "AbortError" => {
            open_once(missing).await
        }
        opened => opened,
    }
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

/// Everything in the store: keys and texts.
pub(super) async fn texts(database: &Database) -> Result<Vec<(String, String)>, Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(STORE)?;
    let (keys, texts) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, texts) = (keys.await?, texts.await?);
    let pair = |(key, text): (JsValue, JsValue)| Some((key.as_string()?, text.as_string()?));
    Ok(keys.into_iter().zip(texts).filter_map(pair).collect())
}

/// Removes the database.
pub(super) async fn delete() -> Result<(), Error> {
    Factory::new()?.delete(DATABASE)?.await
}
