//! The second module: the screens that nobody needs before the first answer, what happens on them, and the durable
//! store, which is only needed once there is something to keep.

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, Html};

use super::durable::{self, Store};
use super::{chair, picture};
use crate::app::file::Picture;
use crate::app::store::Heard;
use crate::app::{Effect, Message, State, update};
use crate::views::{Draw, after_questions};

/// What the second module brings, as pointers: a direct call would pull its code into the first.
pub(crate) struct SecondModule {
    /// Takes in everything that can happen.
    pub(crate) update: fn(&mut State, Message) -> Vec<Effect>,
    /// Draws its screens.
    pub(crate) draw: Draw,
    /// Saves a picture.
    pub(crate) download_picture: fn(&Picture),
    /// Opens the durable store.
    pub(crate) open_store: fn(Callback<Heard>) -> Box<dyn Store>,
}

/// Draws whichever of its screens is shown.
fn draw(state: &State, send: &Callback<Message>) -> Html {
    chair::draw(state, send).unwrap_or_else(|| after_questions(state, send))
}

/// Where the module is cut: everything that only these reach goes into the second one.
#[wasm_split(later, fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the error is that of a module that does not arrive"
)]
fn second_module() -> Result<Box<SecondModule>, SplitLoaderError> {
    Ok(Box::new(SecondModule {
        update,
        draw,
        download_picture: picture::download,
        open_store: durable::open_store,
    }))
}

/// Fetches the second module, and hands it to `arrived`, or nothing if it did not come.
pub(crate) fn load(arrived: Callback<Option<Box<SecondModule>>>) {
    spawn_local(async move {
        arrived.emit(second_module().await.ok());
    });
}
