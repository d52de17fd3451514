//! The element that other websites use, in our own page: its script and its looks.

use std::cell::Cell;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleSheet, Event};

use super::outside;

thread_local! {
    /// Whether somebody listens to what is deleted in the preview.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// "Delete everything" in the preview deletes our answers too, and the browser tells other tabs alone of it.
fn listen() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document
        && !LISTENS.replace(true)
    {
        let deleted = Closure::<dyn Fn()>::new(outside::removed).into_js_value();
        let _ = document.add_event_listener_with_callback("phc-delete", deleted.unchecked_ref());
    }
}

/// Lets `boot.js` fetch the element's script: the policy of the page lets no text become the address of one.
pub(crate) fn load() {
    listen();
    let document = web_sys::window().and_then(|window| window.document());
    if let (Some(document), Ok(event)) = (document, Event::new("phc-preview")) {
        let _ = document.dispatch_event(&event);
    }
}

/// Gives the element the looks that a site would give it, by the same rule, and takes away those from before. The
/// rule is handed to the browser as a sheet: the policy of the page allows no style in its markup.
pub(crate) fn paint(rule: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let (Some(document), Ok(sheet)) = (document, CssStyleSheet::new()) {
        let _ = sheet.replace_sync(rule);
        document.set_adopted_style_sheets(&Array::of1(&sheet));
    }
}
