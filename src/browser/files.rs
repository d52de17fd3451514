//! Reading files that were chosen or dropped. Nothing of them leaves the browser.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::FileList;
use yew::Callback;

/// Reads the texts of the files, in their order, and hands them on together. A file that the browser does not
/// let be read is an empty text.
pub(super) fn read(files: &FileList, send: Callback<Vec<String>>) {
    let files: Vec<_> = (0..files.length())
        .filter_map(|position| files.get(position))
        .collect();
    spawn_local(async move {
        let mut texts = Vec::new();
        for file in files {
            let text = JsFuture::from(file.text()).await;
            texts.push(text.ok().and_then(|text| text.as_string()).unwrap_or_default());
        }
        send.emit(texts);
    });
}
