//! Reading files that were chosen or dropped, and long texts that were pasted. Nothing of them leaves the browser.

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::pause;
use crate::views::chair::Source;

/// Reads the texts, in their order, and hands them on together. A file that the browser does not let be read is an
/// empty text.
pub(super) fn read(sources: Vec<Source>, send: Callback<Vec<String>>) {
    // A long text takes a while, and so does what was done with it before.
    pause::then(|| {
        spawn_local(async move {
            let mut texts = Vec::new();
            for source in sources {
                texts.push(bytes(source).await.map(text).unwrap_or_default());
            }
            pause::then(move || send.emit(texts));
        });
    });
}

/// What a text consists of. Bytes come into the module at once: letter by letter, as texts come otherwise, a long one
/// keeps a slow phone busy for a tenth of a second.
async fn bytes(source: Source) -> Option<Vec<u8>> {
    let bytes = match source {
        Source::File(file) => {
            let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
            Uint8Array::new(&buffer)
        }
        Source::Pasted(bytes) => bytes,
    };
    Some(bytes.to_vec())
}

fn text(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}
