//! Reading files that were chosen or dropped, and long texts that were pasted. Nothing of them leaves the browser.

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::pause;
use crate::app::chair::Message;
use crate::app::chair::earlier::first_too_long;
use crate::formats::import::ImportFault;
use crate::views::chair::Source;

/// Reads the texts in order and passes them on together. If they are too large, nothing is read: their sizes are
/// checked first. Nor is anything read if the browser does not read one of them.
pub(super) fn read(sources: Vec<Source>, send: Callback<Message>) {
    if let Some(number) = first_too_long(sources.iter().map(length)) {
        send.emit(Message::FilesRefused(number, ImportFault::TooLong));
        return;
    }
    // Reading a long text blocks for a while, as the paste before it did: let the browser paint in between.
    pause::then(|| {
        spawn_local(async move {
            let mut texts = Vec::new();
            for source in sources {
                let Some(bytes) = bytes(source).await else {
                    send.emit(Message::FilesRefused(texts.len() + 1, ImportFault::NotRead));
                    return;
                };
                texts.push(text(bytes));
            }
            pause::then(move || send.emit(Message::FilesRead(texts)));
        });
    });
}

/// How many bytes a text has.
fn length(source: &Source) -> usize {
    match source {
        // Far below the largest exact integer of JavaScript, and never negative.
        #[allow(clippy::cast_sign_loss)]
        Source::File(file) => file.size() as usize,
        Source::Pasted(bytes) => bytes.length() as usize,
    }
}

/// The bytes of a text. They are copied into the module in one piece: a JavaScript string is converted letter by
/// letter, and a long one would keep a slow phone busy for a tenth of a second. Nothing if the browser does not read a file,
/// which may have been moved since it was chosen.
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
