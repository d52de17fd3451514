//! Reading files that were chosen or dropped, and long texts that were pasted. Nothing of them leaves the browser.

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::pause;
use crate::app::chair::Message;
use crate::app::chair::earlier::first_too_long;
use crate::views::chair::Source;

/// Reads the texts, in their order, and hands them on together, unless they are too large: that is asked first, while
/// nothing of them is in memory. A file that the browser does not let be read is an empty text.
pub(super) fn read(sources: Vec<Source>, send: Callback<Message>) {
    if let Some(number) = first_too_long(sources.iter().map(length)) {
        send.emit(Message::FilesTooLarge(number));
        return;
    }
    // A long text takes a while, and so does what was done with it before.
    pause::then(|| {
        spawn_local(async move {
            let mut texts = Vec::new();
            for source in sources {
                texts.push(bytes(source).await.map(text).unwrap_or_default());
            }
            pause::then(move || send.emit(Message::FilesRead(texts)));
        });
    });
}

/// How many bytes a text has.
fn length(source: &Source) -> usize {
    match source {
        // Far below what a whole number can be in a browser, and never negative.
        #[allow(clippy::cast_sign_loss)]
        Source::File(file) => file.size() as usize,
        Source::Pasted(bytes) => bytes.length() as usize,
    }
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
