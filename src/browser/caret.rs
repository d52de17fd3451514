//! The caret, which nobody sees in a page, but which Orca goes by in Firefox.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node};

use super::host;

#[wasm_bindgen]
extern "C" {
    /// An element that can tell whether it is drawn. Safari can since version 17.4.
    type Drawn;

    #[wasm_bindgen(method, catch, structural, js_name = checkVisibility)]
    fn is_drawn(this: &Drawn) -> Result<bool, JsValue>;
}

/// Only texts, for a `TreeWalker`.
const TEXTS: u32 = 4;

/// Puts the caret at the last letter before what is going to have the focus.
///
/// When the pressed button has gone, Orca takes the next text from the caret on for the person's place, and says nothing when
/// that text gets the focus. The browser leaves the caret where the button was: often right before the new heading. What is
/// no text, such as a named group, is told in any case, and told once more by the next Tab if the caret is outside it.
pub(super) fn put_before(target: &HtmlElement) {
    let _ = put(target);
}

fn put(target: &HtmlElement) -> Option<()> {
    if !target.matches("h1,h2,p").ok()? {
        return None;
    }
    let window = web_sys::window()?;
    let texts = window
        .document()?
        .create_tree_walker_with_what_to_show(host::root()?.as_ref(), TEXTS)
        .ok()?;
    texts.set_current_node(target);
    while let Some(text) = texts.previous_node().ok()? {
        if let Some(at) = place_in(&text) {
            let selection = window.get_selection().ok()??;
            return selection.collapse_with_offset(Some(&text), at).ok();
        }
    }
    None
}

/// Where in a text the caret goes; nowhere if there is nothing to read.
fn place_in(text: &Node) -> Option<u32> {
    let around = text.parent_element()?;
    let words = text.node_value()?;
    let is_drawn = around.unchecked_ref::<Drawn>().is_drawn().unwrap_or(true);
    if words.trim().is_empty() || !is_drawn {
        return None;
    }
    // Orca takes the words of a button as one thing, and would look behind it.
    if around.closest("button,summary").ok()?.is_some() {
        return Some(0);
    }
    u32::try_from(words.encode_utf16().count() - 1).ok()
}
