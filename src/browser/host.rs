//! Where the program runs: on the own page, or as a guest in a host's page. Each instance of the module runs one
//! program in its own memory, so one thread-local holds this.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, EventTarget};

/// What every storage key of ours starts with.
pub(super) const PREFIX: &str = "phc.";

thread_local! {
    static ROOT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Sets the root element. `src/embed/widget.js` passes the rest as attributes of it:
///
/// | attribute | means |
/// |---|---|
/// | `data-guest` | the page around it is somebody else's |
/// | `data-key` | the widget's storage key; none for the usual one |
/// | `data-invitation` | the payload of the invitation that a check here begins with |
/// | `data-words` | what the page says in its own words; the own page may have it too |
/// | `data-address` | what links start with |
/// | `data-scores` | the page may be told scores |
/// | `data-speechless` | the words of the language did not arrive |
///
/// The screen that is shown, or the link of ours that was in the page's address, is the property `phcFragment`.
/// Settings that are chosen beforehand are radios inside, as in the first screen of the own page.
pub(super) fn settle(root: &Element) {
    ROOT.set(Some(root.clone()));
}

/// The element in which the program runs.
pub(super) fn root() -> Option<Element> {
    ROOT.with_borrow(Option::clone)
}

/// The value of an attribute of that element.
pub(super) fn attribute(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

#[wasm_bindgen]
extern "C" {
    /// A guest's element.
    type Guest;

    #[wasm_bindgen(method, getter, structural, js_name = phcFragment)]
    fn fragment(this: &Guest) -> Option<String>;

    #[wasm_bindgen(method, setter, structural, js_name = phcFragment)]
    fn set_fragment(this: &Guest, fragment: &str);

    /// Tells whoever made the page what it gets wrong.
    #[wasm_bindgen(js_namespace = console)]
    pub(super) fn warn(sentence: &str);
}

/// Names a guest's element, which `widget.js` has named in the check's words.
pub(super) fn set_name(name: &str) {
    if let Some(root) = root().filter(|_| is_guest()) {
        let _ = root.set_attribute("aria-label", name);
    }
}

/// The fragment of the screen that a guest shows, with `#`, or empty. No attribute: recorders in the host's page read those.
pub(super) fn fragment() -> String {
    let root = root().map(JsCast::unchecked_into::<Guest>);
    root.and_then(|root| root.fragment()).unwrap_or_default()
}

/// Changes it.
pub(super) fn set_fragment(fragment: &str) {
    if let Some(root) = root() {
        root.unchecked_into::<Guest>().set_fragment(fragment);
    }
}

/// Whether that element is still in the page.
pub(super) fn is_there() -> bool {
    root().is_some_and(|root| root.is_connected())
}

/// Whether the page around the program is somebody else's: then its address, its title and its scrolling are not ours.
pub(super) fn is_guest() -> bool {
    attribute("data-guest").is_some()
}

/// The storage key of this name. Checks with different storage keys do not share texts.
pub(super) fn key(name: &str) -> String {
    match attribute("data-key") {
        Some(key) => [PREFIX, &key, ".", name].concat(),
        None => [PREFIX, name].concat(),
    }
}

/// The event target for events of the page. A guest listens on its own element: `widget.js` forwards window events to
/// it until the element is removed.
pub(super) fn news() -> Option<EventTarget> {
    if is_guest() {
        root().map(JsCast::unchecked_into)
    } else {
        web_sys::window().map(JsCast::unchecked_into)
    }
}
