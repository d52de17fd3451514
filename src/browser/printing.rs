//! Listens to `beforeprint` and `afterprint`. A guest listens on its own element: nothing that outlives the element may
//! hold its program.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue, throw_val};
use yew::Callback;

use super::host;

/// What a browser says before and after it prints.
const EVENTS: [(&str, bool); 2] = [("beforeprint", true), ("afterprint", false)];

/// Acts, and runs at once what is put off to the end of the browser's turn, where Yew renders: Firefox takes the page to
/// paper before that end.
fn at_once(act: impl Fn()) {
    let name = JsValue::from_str("queueMicrotask");
    let global = js_sys::global();
    let put_off = Array::new();
    let own = Reflect::get(&global, &name);
    let push = Reflect::get(&put_off, &JsValue::from_str("push")).map(Function::from);
    let (Ok(own), Ok(push)) = (own, push) else {
        return act();
    };
    // Where it is refused, the end of the turn is the next best.
    let _ = Reflect::set(&global, &name, &push.bind0(&put_off));
    act();
    let _ = Reflect::set(&global, &name, &own);
    for task in put_off {
        if let Err(error) = Function::from(task).call0(&JsValue::UNDEFINED) {
            throw_val(error);
        }
    }
}

/// Listens until it is dropped.
pub(super) struct Printing {
    /// One for each of [`EVENTS`].
    listeners: [Closure<dyn Fn()>; 2],
}

impl Printing {
    /// Reports whether the page is being printed, each time that changes. The screen is rendered again before the
    /// listener ends.
    pub(super) fn listen(tell: &Callback<bool>) -> Self {
        let listeners = EVENTS.map(|(name, begins)| {
            let tell = tell.clone();
            let listener = Closure::<dyn Fn()>::new(move || at_once(|| tell.emit(begins)));
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
