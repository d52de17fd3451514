//! Continuing later: once the browser has painted, or after a delay.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back in a task of its own, so that the browser can paint first.
pub(super) fn then(go_on: impl FnOnce() + 'static) {
    for_long(0, go_on);
}

/// Calls back after this many milliseconds.
pub(super) fn for_long(milliseconds: i32, go_on: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let call = Closure::once_into_js(go_on);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
}
