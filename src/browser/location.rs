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

/// The address without its fragment and without its query: what others hung on the address, such as the
/// marks of a mailing, must not travel on with a summary. A guest is told it: the host may need some of its query.
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

/// Shows a fragment in the address bar, without the jump that a browser makes for it.
pub(crate) fn navigate(fragment: &str, replace: bool) {
    let Some(window) = web_sys::window() else { return };
    if self::fragment() == fragment {
        return;
    }
    if host::is_guest() {
        // The next start goes on there, after a failure or with other settings.
        host::set_attribute("data-fragment", fragment);
        return;
    }
    let Ok(history) = window.history() else { return };
    // Where history is refused (a page opened from a file), the screen changes without it.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
}
