//! The address of the page. A guest's screens have none: the address is the host's.

use wasm_bindgen::JsValue;

use super::host;

/// The fragment, with `#`, or empty.
pub(crate) fn fragment() -> String {
    if host::is_guest() {
        return host::attribute("data-fragment").unwrap_or_default();
    }
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address without fragment and query: tracking parameters that others added to the address must not travel with a
/// summary. A guest's comes from `widget.js`, because a host may need part of its query.
pub(crate) fn address() -> String {
    if let Some(address) = host::attribute("data-address") {
        return address;
    }
    let mut address = web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    if let Some(end) = address.find(['#', '?']) {
        address.truncate(end);
    }
    address
}

/// Shows a fragment in the address bar without scrolling to it.
pub(crate) fn navigate(fragment: &str, replace: bool) {
    let Some(window) = web_sys::window() else { return };
    if self::fragment() == fragment {
        return;
    }
    if host::is_guest() {
        // A restart, after a failure or with new attributes, resumes there.
        host::set_attribute("data-fragment", fragment);
        return;
    }
    let Ok(history) = window.history() else { return };
    // Where the history API is refused (a page opened from a file), only the screen changes.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
}
