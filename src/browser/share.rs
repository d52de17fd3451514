//! The system's share sheet.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DomException, ShareData};
use yew::Callback;

use crate::app::Message;
use crate::app::status::Sheet;

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
        let sheet = match JsFuture::from(shared).await {
            Ok(_) => Sheet::Shared,
            Err(error) if was_closed(&error) => Sheet::Closed,
            Err(_) => Sheet::Refused,
        };
        send.emit(Message::SheetClosed(sheet));
    });
}

/// Whether the person closed the sheet. Everything else is a refusal.
fn was_closed(error: &JsValue) -> bool {
    error
        .dyn_ref::<DomException>()
        .is_some_and(|error| error.name() == "AbortError")
}
