//! The system's share sheet.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;
use yew::Callback;

use crate::app::Message;

/// Whether the browser offers one.
pub(crate) fn is_there() -> bool {
    web_sys::window().is_some_and(|window| {
        Reflect::get(&window.navigator(), &JsValue::from_str("share")).is_ok_and(|found| found.is_function())
    })
}

/// Opens it; answers with `SheetClosed`.
pub(crate) fn share(title: &str, address: &str, send: Callback<Message>) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return;
    };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let shared = navigator.share_with_data(&data);
    spawn_local(async move {
        send.emit(Message::SheetClosed(JsFuture::from(shared).await.is_ok()));
    });
}
