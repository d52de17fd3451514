//! Going on later: once the browser has drawn, or after some time.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back once the browser has had time to draw.
pub(super) fn then(go_on: impl FnOnce() + 'static) {
    for_long(0, go_on);
}

/// Calls back after so many milliseconds.
pub(super) fn for_long(milliseconds: i32, go_on: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let call = Closure::once_into_js(go_on);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
}
