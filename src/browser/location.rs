//! The address of the page.

use wasm_bindgen::JsValue;

/// The fragment, with `#`, or empty.
pub(crate) fn fragment() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address without its fragment.
pub(crate) fn address() -> String {
    let address = web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    match address.split_once('#') {
        Some((address, _)) => address.to_owned(),
        None => address,
    }
}

/// Shows a fragment in the address bar, without the jump that a browser makes for it.
pub(crate) fn navigate(fragment: &str, replace: bool) {
    let Some(window) = web_sys::window() else { return };
    if self::fragment() == fragment {
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
