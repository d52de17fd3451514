//! The second module: the screens that nobody needs before the first answer.

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;

use crate::views::{Later, LATER};

/// Where the module is cut: everything that only these screens reach goes into the second one.
#[wasm_split(later, fallible)]
fn screens() -> Result<Box<Later>, SplitLoaderError> {
    Ok(Box::new(LATER))
}

/// Fetches the second module, and hands its screens to `arrived`, or nothing if it did not come.
pub(super) fn load(arrived: Callback<Option<Later>>) {
    spawn_local(async move {
        arrived.emit(screens().await.ok().map(|later| *later));
    });
}
