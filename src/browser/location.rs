//! The address of the page. A guest's screens have none: the address is the host's.

use std::cell::Cell;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::host;
use crate::app::address::for_everybody;
use crate::app::opening::BEGIN;

/// The fragment of the start.
const START: &str = "#start";

/// The fragment, with `#`, or empty.
pub(crate) fn fragment() -> String {
    if host::is_guest() {
        return host::fragment();
    }
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address without fragment and query: tracking parameters that others added to the address must not travel with a
/// summary. A guest's comes from `widget.js`, because a host may need part of its query.
pub(crate) fn address() -> String {
    if let Some(address) = host::attribute("data-address") {
        return address;
    }
    let mut address = web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    if let Some(end) = address.find(['#', '?']) {
        address.truncate(end);
    }
    let everybody = for_everybody(&address).len();
    address.truncate(everybody);
    address
}

/// Shows a fragment in the address bar without scrolling to it.
pub(crate) fn navigate(fragment: &str, replace: bool, open: Option<u32>) {
    let Some(window) = web_sys::window() else { return };
    let here = self::fragment() == fragment;
    if here && (host::is_guest() || open_check() == open) {
        return;
    }
    // An entry that is not of a check yet becomes one of it.
    let replace = replace || here && open_check().is_none();
    if host::is_guest() {
        // A restart, after a failure or with new attributes, resumes there.
        host::set_fragment(fragment);
        return;
    }
    let Ok(history) = window.history() else { return };
    let mark = mark(open);
    // Where the history API is refused (a page opened from a file), only the screen changes.
    let _ = if replace {
        history.replace_state_with_url(&mark, "", Some(fragment))
    } else {
        history.push_state_with_url(&mark, "", Some(fragment))
    };
}

/// The state of an entry: how many deletions there were before it, and the check that is open, if any.
fn mark(open: Option<u32>) -> JsValue {
    let mark = Array::of1(&JsValue::from(DELETIONS.get()));
    if let Some(open) = open {
        mark.push(&JsValue::from(open));
    }
    mark.into()
}

/// A number in the state of the current entry. Other pages of this site may have written something else there.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the page wrote it, or it is out of range and saturates"
)]
fn marked(index: u32) -> Option<u32> {
    let state = web_sys::window()?.history().ok()?.state().ok()?;
    let mark = state.dyn_into::<Array>().ok()?;
    Some(mark.get(index).as_f64()? as u32)
}

/// Id of the check that was open at the current entry of the own page's history.
pub(crate) fn open_check() -> Option<u32> {
    marked(1).filter(|_| !host::is_guest())
}

thread_local! {
    /// How many deletions there were before the current entry of the own page's history. Each entry has the number in
    /// its state, so that Back to an older one, perhaps with somebody's summary in its address, does not show it.
    static DELETIONS: Cell<u32> = const { Cell::new(0) };
}

/// The own page came to an entry of its history. If that is older than the last deletion, the start takes its place.
pub(super) fn arrived(starting: bool) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let Some(history) = history.filter(|_| !host::is_guest()) else {
        return;
    };
    let before = marked(0);
    if starting {
        DELETIONS.set(before.unwrap_or(0));
    }
    // Where the history API is refused, nothing was marked either.
    let _ = match before {
        // The start takes the place of this entry at once, and is marked then: each change of the history takes milliseconds.
        None if starting && fragment() == BEGIN => Ok(()),
        // A link was opened.
        None => history.replace_state(&mark(None), ""),
        Some(before) if before < DELETIONS.get() => {
            history.replace_state_with_url(&mark(None), "", Some(START))
        }
        Some(_) => Ok(()),
    };
}

/// Everything was deleted: older entries of the history are not shown any more.
pub(super) fn forget() {
    DELETIONS.set(DELETIONS.get() + 1);
}
