//! The element that other websites use, in our own page: its script and its looks.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::present::together::looks::NAMES;
use crate::present::together::snippet::ELEMENT;

/// Lets `boot.js` fetch the element's script: the policy of the page lets no text become the address of one.
pub(crate) fn load() {
    let document = web_sys::window().and_then(|window| window.document());
    if let (Some(document), Ok(event)) = (document, Event::new("phc-preview")) {
        let _ = document.dispatch_event(&event);
    }
}

/// Sets these properties of the element, and takes away all others of ours. It is done with the style object
/// because the policy of the page allows no style attribute.
pub(crate) fn paint(properties: &[(&'static str, String)]) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(ELEMENT).ok().flatten());
    let Some(Ok(element)) = found.map(JsCast::dyn_into::<HtmlElement>) else {
        return;
    };
    let style = element.style();
    for name in NAMES {
        let _ = style.remove_property(name);
    }
    for (name, value) in properties {
        let _ = style.set_property(name, value);
    }
}
