//! Where the keyboard is, and what part of the page is in view.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::host;

/// Id of every screen's heading.
const TITLE: &str = "phc-title";

fn element(id: &str) -> Option<HtmlElement> {
    // Ids may have dots, so they are no selectors.
    let selector = ["[id=\"", id, "\"]"].concat();
    host::root()?.query_selector(&selector).ok()??.dyn_into().ok()
}

/// Moves the keyboard to the element with this id; the browser brings it into view.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the keyboard to the heading and shows the top of the page; for a guest, its own top.
pub(crate) fn show_top() {
    focus(TITLE);
    if host::is_guest() {
        if let Some(root) = host::root() {
            root.scroll_into_view();
        }
    } else if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
