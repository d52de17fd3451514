//! The page learns when the program draws: what other programs did to its nodes is undone before, and done again after it,
//! see `src/page/others.js`.

use std::cell::Cell;

use super::{outside, pause};

thread_local! {
    /// Whether the page knows that the program is drawing.
    static IS_DRAWING: Cell<bool> = const { Cell::new(false) };
}

/// A component is about to be drawn. Yew may let the browser go on between a component and those inside it, so each of them
/// says so, and what is drawn ends with the task.
pub(super) fn begin() {
    if IS_DRAWING.replace(true) {
        return;
    }
    if let Some(page) = outside::page() {
        page.drawing();
    }
    pause::within_this_task(end);
}

/// Everything is drawn.
pub(super) fn end() {
    if IS_DRAWING.replace(false)
        && let Some(page) = outside::page()
    {
        page.drawn();
    }
}
