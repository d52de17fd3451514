//! "Delete everything" in the durable store. What a browser has removed from `localStorage` may stay on its disk for a
//! minute; if it is killed within that time, the old text is back. So the durable store first keeps a trace of each thing
//! that was deleted, its random number, which drops it when both copies are merged. After two minutes the traces go, too.

use idb::{Error, TransactionMode, TransactionResult};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::database::{Missing, begin, delete, is_missing, nothing_more, texts};
use super::host::key;
use super::pause::Timer;
use super::storage::{self, FOLDER, RECORD, text_now};
use crate::app::effect::Extent;
use crate::app::store;
use crate::domain::folder::Folder;
use crate::domain::record::Record;

/// How long traces stay, in milliseconds.
const STAY: i32 = 120_000;

/// Empties the store, down to traces of what was in it and of what `local` held: keys and texts. `worked` says whether
/// it has answered this page before. An error means that something may still be there.
pub(super) async fn empty(extent: Extent, local: &[(String, String)], worked: bool) -> Result<(), Error> {
    // Without a text in `localStorage` nothing can come back but what is here.
    let missing = if local.is_empty() {
        Missing::Leave
    } else {
        Missing::Make
    };
    match empty_all(extent, local, missing).await {
        // There is none, or the browser has refused it from the start.
        Err(error) if is_missing(&error) || !worked => Ok(()),
        emptied => emptied,
    }
}

async fn empty_all(extent: Extent, local: &[(String, String)], missing: Missing) -> Result<(), Error> {
    let mut emptied = empty_this(extent, Some(local), missing).await;
    if !matches!(emptied, Ok(TransactionResult::Committed)) {
        // A full device may have no room for traces; what is deleted must go all the same.
        emptied = empty_this(extent, None, missing).await;
    }
    match emptied? {
        TransactionResult::Committed => {
            if texts(missing).await?.is_empty() {
                // Nobody need wait until the browser has removed what holds nothing.
                spawn_local(async { drop(delete().await) });
            }
            Ok(())
        }
        TransactionResult::Aborted => Err(Error::TransactionOpenFailed(JsValue::NULL)),
    }
}

/// Leaves traces of what was there and in `local`, or removes all if there is none.
async fn empty_this(
    extent: Extent,
    local: Option<&[(String, String)]>,
    missing: Missing,
) -> Result<TransactionResult, Error> {
    let found = texts(missing).await?;
    let mut keys: Vec<&String> = found
        .iter()
        .chain(local.unwrap_or_default())
        .map(|(key, _)| key)
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let own = [key(RECORD), key(FOLDER)];
    let (transaction, store) = begin(missing, TransactionMode::ReadWrite).await?;
    for key in keys {
        if extent == Extent::Check && !own.contains(key) {
            continue;
        }
        let text_in = |texts: &[(String, String)]| {
            let found = texts.iter().find(|(other, _)| other == key);
            found.map(|(_, text)| text.clone())
        };
        let name = JsValue::from_str(key);
        let left = local.and_then(|local| traces(key, text_in(&found).as_deref(), text_in(local).as_deref()));
        match left {
            Some(text) => drop(store.put(&JsValue::from_str(&text), Some(&name))?),
            None => drop(store.delete(name)?),
        }
    }
    nothing_more(&store);
    transaction.await
}

/// Removes traces later, unless the timer is dropped before.
pub(super) fn later() -> Timer {
    Timer::start(STAY, || {
        spawn_local(async {
            let _ = remove_traces().await;
        });
    })
}

/// Removes what holds nothing but traces, where `localStorage` holds nothing; and the database if that leaves it empty.
async fn remove_traces() -> Result<(), Error> {
    let found = texts(Missing::Leave).await?;
    let mut left = found.len();
    let (transaction, store) = begin(Missing::Leave, TransactionMode::ReadWrite).await?;
    for (key, text) in found {
        if is_done(&key, &text) {
            drop(store.delete(JsValue::from_str(&key))?);
            left -= 1;
        }
    }
    nothing_more(&store);
    transaction.await?;
    if left == 0 { delete().await } else { Ok(()) }
}

/// Whether the text under a key is only there for an older copy in `localStorage`, and there is none.
pub(super) fn is_done(key: &str, text: &str) -> bool {
    has_only_traces(key, text) && storage::is_missing(key)
}

/// Whether a text under this key holds nothing but traces.
pub(super) fn has_only_traces(key: &str, text: &str) -> bool {
    if key.ends_with(FOLDER) {
        store::has_only_traces::<Folder>(text)
    } else {
        store::has_only_traces::<Record>(text)
    }
}

fn traces(key: &str, durable: Option<&str>, local: Option<&str>) -> Option<String> {
    let now = text_now(key);
    let now = now.as_deref();
    if key.ends_with(FOLDER) {
        store::traces::<Folder>(durable, local, now)
    } else {
        store::traces::<Record>(durable, local, now)
    }
}
