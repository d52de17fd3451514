//! Focus and scroll position.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};

use super::{caret, host};

/// Id of every screen's heading.
const TITLE: &str = "phc-title";

thread_local! {
    /// What [`focus`] gave the focus last: a part of the screen may have asked for it before the heading's turn comes.
    static GIVEN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

fn element(id: &str) -> Option<HtmlElement> {
    // Ids may contain dots, so they are not valid selectors.
    let selector = ["[id=\"", id, "\"]"].concat();
    host::root()?.query_selector(&selector).ok()??.dyn_into().ok()
}

/// Focuses the element with this id; the browser scrolls it into view. What stands in a field that nobody can write into is
/// selected. Returns whether the element is there.
pub(crate) fn focus(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    // Whoever is led to a fold sees what is in it.
    if let Ok(Some(fold)) = element.query_selector(":scope > details:only-child") {
        let _ = fold.set_attribute("open", "");
    }
    caret::put_before(&element);
    let _ = element.focus();
    GIVEN.set(Some(element.clone().into()));
    // A link or code that is to be copied by hand.
    if element.has_attribute("readonly") {
        element.unchecked_ref::<HtmlInputElement>().select();
    }
    true
}

/// What has the focus in the program's element.
pub(super) fn focused() -> Option<Element> {
    host::root()?.query_selector(":focus").ok()?
}

/// Whether somebody has put the focus elsewhere in the program's element.
pub(super) fn has_left(before: Option<&Element>) -> bool {
    let now = focused();
    now.is_some() && now.as_ref() != before && now != GIVEN.with_borrow(Option::clone)
}

/// Focuses the element with this id, unless somebody has moved on from the heading.
pub(crate) fn focus_from_top(id: &str) {
    let title = ["#", TITLE, ":focus"].concat();
    let is_there = host::root().is_some_and(|root| matches!(root.query_selector(&title), Ok(Some(_))));
    // The caret stays before the heading: what is led to stands above it.
    if is_there && let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Puts the caret before the heading that is going to have the focus.
pub(super) fn caret_to_top() {
    if let Some(element) = element(TITLE) {
        caret::put_before(&element);
    }
}

/// Focuses the heading and scrolls to the top of the page; for a guest, to its own top.
pub(crate) fn show_top() {
    if let Some(element) = element(TITLE) {
        // The browser would scroll the page around a frame as well.
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = element.focus_with_options(&still);
    }
    if host::is_guest() {
        if let Some(root) = host::root() {
            root.scroll_into_view();
        }
    } else if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
