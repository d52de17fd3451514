//! Saving files.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::app::file::File;

/// In milliseconds.
const MINUTE: i32 = 60_000;

/// Saves a file. A browser that does not allow it does nothing.
pub(crate) fn download(file: &File) {
    let _ = try_download(file);
}

fn try_download(file: &File) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(file.kind);
    let text = Array::of1(&JsValue::from_str(&file.text));
    let blob = Blob::new_with_str_sequence_and_options(&text, &properties)?;
    save_blob(&file.name, &blob)
}

/// Saves bytes under this name.
pub(crate) fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else {
        return Ok(());
    };
    let Some(document) = window.document() else {
        return Ok(());
    };
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers read the text only after the click has returned.
    let forget = Closure::once_into_js(move || Url::revoke_object_url(&address));
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), MINUTE)
        .map(drop)
}
