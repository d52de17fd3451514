//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use crate::app::Message;

/// Copies a text; answers with `Copied`.
pub(crate) fn copy(text: &str, send: Callback<Message>) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return;
    };
    // Only secure contexts have a clipboard.
    let exists =
        Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|found| found.is_object());
    if !exists {
        send.emit(Message::Copied(false));
        return;
    }
    let copied = navigator.clipboard().write_text(text);
    spawn_local(async move {
        send.emit(Message::Copied(JsFuture::from(copied).await.is_ok()));
    });
}
