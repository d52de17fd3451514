//! The browser: runs the effects of `app`, and tells `app` what happened outside.
//!
//! Where to start: `root` holds the state and calls `door::Door::perform`, which has one arm per effect; `requests` has the
//! effects of the second module.

mod caret;
mod chair;
mod clipboard;
mod clock;
mod database;
mod door;
mod download;
mod drawing;
mod durable;
mod emptying;
mod files;
mod focus;
mod hiding;
mod host;
mod location;
mod outside;
mod pause;
mod picture;
mod preview;
mod printing;
mod requests;
mod root;
mod second;
mod share;
mod storage;
mod stored_text;

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::content::Texts;
use crate::views::before_each;
use root::{Props, Root};

pub use outside::ask;

/// Starts the check in `root`, whose markup it replaces. `texts` is a language file, or nothing for English;
/// `recovered` says that this start follows a failure.
pub fn start(root: Element, texts: Option<&str>, recovered: bool) {
    let texts = texts
        .and_then(|texts| Texts::from_file(texts).ok())
        .unwrap_or_else(Texts::first_of_english);
    let start = Rc::new(Cell::new(Some(outside::found(&root, texts, recovered))));
    let _ = root.set_attribute("data-started", "");
    before_each(drawing::begin);
    let page = root.clone().unchecked_into();
    yew::Renderer::<Root>::with_root_and_props(root, Props { start, page }).render();
}
