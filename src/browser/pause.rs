//! Continuing later: before the browser does anything else, once it has painted, or after a delay.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;

/// Calls back before the browser does anything else. For a component that is updating or drawing, that is once it is drawn:
/// Yew lets the browser go on between a drawing that takes longer than 16 ms and `rendered`, but not before the drawing.
pub(super) fn within_this_task(go_on: impl FnOnce() + 'static) {
    spawn_local(async { go_on() });
}

/// Calls back in a task of its own, so that the browser can paint first.
pub(super) fn then(go_on: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let call = Closure::once_into_js(go_on);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), 0);
}

/// A timer that calls back once, unless it is dropped before. A check that is taken out of a page is freed only when
/// nothing in the browser can call it any more.
pub(super) struct Timer {
    id: Option<i32>,
    _call: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls back after this many milliseconds.
    pub(super) fn start(milliseconds: i32, call: impl FnOnce() + 'static) -> Self {
        let call = Closure::once(call);
        let id = web_sys::window().and_then(|window| {
            let function = call.as_ref().unchecked_ref();
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
                .ok()
        });
        Self { id, _call: call }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
            window.clear_timeout_with_handle(id);
        }
    }
}
