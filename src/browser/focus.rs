//! Where the keyboard is, and what part of the page is in view.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Id of every screen's heading.
const TITLE: &str = "phc-title";

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// Moves the keyboard to the element with this id; the browser brings it into view.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the keyboard to the heading and shows the top of the page.
pub(crate) fn show_top() {
    focus(TITLE);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
