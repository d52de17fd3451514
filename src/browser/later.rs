//! The second module: the screens that nobody needs before the first answer, with their texts, links, and
//! the durable store, which is only needed once there is something to keep.

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, Html};

use super::durable::{self, Store};
use super::{chair, download, picture};
use crate::app::later::Effect;
use crate::app::{Message, State};
use crate::views::{self, Draw};

/// What the second module brings.
pub(crate) struct Later {
    /// Draws the later screens.
    pub(crate) draw: Draw,
    /// Adds their texts, and links, to the state.
    pub(crate) complete: fn(&mut State),
    /// Does what they ask for.
    pub(crate) perform: fn(&Effect),
    /// Opens the durable store.
    pub(crate) open_store: fn(Callback<Message>) -> Box<dyn Store>,
}

/// Draws whichever of the later screens is shown.
fn draw(state: &State, send: &Callback<Message>) -> Html {
    chair::draw(state, send).unwrap_or_else(|| views::later(state, send))
}

/// Does what a later screen asks for.
fn perform(effect: &Effect) {
    match effect {
        Effect::Download(file) => download::download_as(&file.name, file.kind, &file.text),
        Effect::DownloadPicture(picture) => picture::download(picture),
    }
}

/// Where the module is cut: everything that only these reach goes into the second one.
#[wasm_split(later, fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the error is that of a module that does not arrive"
)]
fn parts() -> Result<Box<Later>, SplitLoaderError> {
    Ok(Box::new(Later {
        draw,
        perform,
        complete: State::complete,
        open_store: durable::open_store,
    }))
}

/// Fetches the second module, and hands it to `arrived`, or nothing if it did not come.
pub(crate) fn load(arrived: Callback<Option<Box<Later>>>) {
    spawn_local(async move {
        arrived.emit(parts().await.ok());
    });
}
