//! Listens for the page being hidden: another tab is shown, or this one is closed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Callback;

use super::host;

/// The event for a page that is shown or hidden. It also precedes the closing of a page.
const EVENT: &str = "visibilitychange";

/// Listens until it is dropped.
pub(super) struct Hiding {
    listener: Closure<dyn Fn()>,
}

impl Hiding {
    /// Reports each time the page is hidden.
    pub(super) fn listen(tell: Callback<()>) -> Self {
        let listener = Closure::<dyn Fn()>::new(move || {
            let document = web_sys::window().and_then(|window| window.document());
            if document.is_some_and(|document| document.hidden()) {
                tell.emit(());
            }
        });
        if let Some(news) = host::news() {
            let _ = news.add_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref());
        }
        Self { listener }
    }
}

impl Drop for Hiding {
    fn drop(&mut self) {
        if let Some(news) = host::news() {
            let _ = news.remove_event_listener_with_callback(EVENT, self.listener.as_ref().unchecked_ref());
        }
    }
}
