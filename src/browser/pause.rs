//! Letting the browser draw before something long goes on.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back once the browser has had time to draw.
pub(super) fn then(go_on: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::once_into_js(go_on);
    let _ = window.set_timeout_with_callback(closure.unchecked_ref());
}
