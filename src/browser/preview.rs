//! The element that other websites use, in our own page: its script and its looks.

use std::cell::Cell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleSheet, Event};

use super::outside;

thread_local! {
    /// Whether a listener for deletions in the preview is installed.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// "Delete everything" in the preview may delete our answers too, and storage events reach other tabs only.
fn listen() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document
        && !LISTENS.replace(true)
    {
        let deleted = Closure::<dyn Fn(Event)>::new(|event: Event| {
            let detail = Reflect::get(&event, &"detail".into());
            let all = detail.and_then(|detail| Reflect::get(&detail, &"all".into()));
            if all.is_ok_and(|all| all.is_truthy()) {
                outside::removed();
            }
        })
        .into_js_value();
        let _ = document.add_event_listener_with_callback("phc-delete", deleted.unchecked_ref());
    }
}

/// Lets `boot.js` fetch the element's script: under the page's policy no text may become a script address.
pub(crate) fn load() {
    listen();
    let document = web_sys::window().and_then(|window| window.document());
    if let (Some(document), Ok(event)) = (document, Event::new("phc-preview")) {
        let _ = document.dispatch_event(&event);
    }
}

/// Applies the looks to the element by the same CSS rule that a site would use, in place of the previous one. The rule
/// is a constructed style sheet, because the page's policy allows no inline style.
pub(crate) fn paint(rule: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let (Some(document), Ok(sheet)) = (document, CssStyleSheet::new()) {
        let _ = sheet.replace_sync(rule);
        document.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}
