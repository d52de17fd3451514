//! Listens to `beforeprint` and `afterprint`. A guest listens on its own element: nothing that outlives the element may
//! hold its program.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Callback;

use super::host;

/// What a browser says before and after it prints.
const EVENTS: [(&str, bool); 2] = [("beforeprint", true), ("afterprint", false)];

/// Listens until it is dropped.
pub(super) struct Printing {
    /// One for each of [`EVENTS`].
    listeners: [Closure<dyn Fn()>; 2],
}

impl Printing {
    /// Reports whether the page is being printed, each time that changes. The screen is rendered again before the
    /// browser lays out the pages, because it runs microtasks after each listener.
    pub(super) fn listen(tell: &Callback<bool>) -> Self {
        let listeners = EVENTS.map(|(name, begins)| {
            let tell = tell.clone();
            let listener = Closure::<dyn Fn()>::new(move || tell.emit(begins));
            if let Some(news) = host::news() {
                let _ = news.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
            listener
        });
        Self { listeners }
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        for ((name, _), listener) in EVENTS.iter().zip(&self.listeners) {
            if let Some(news) = host::news() {
                let _ = news.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
    }
}
