//! The second module: the screens that nobody needs before the first answer, what happens on them, and the durable
//! store, which is only needed once there is something to keep.

use js_sys::{Number, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::{Callback, Html};

use super::door::Door;
use super::durable::{self, DurableStore};
use super::{chair, requests};
use crate::app::store::Heard;
use crate::app::{Effect, Message, State, update};
use crate::views::{Draw, after_questions};

/// The functions of the second module, as pointers: a direct call would pull their code into the first.
pub(crate) struct SecondModule {
    /// Takes in everything that can happen.
    pub(crate) update: fn(&mut State, Message) -> Vec<Effect>,
    /// Draws its screens.
    pub(crate) draw: Draw,
    /// Does what only its screens ask of the browser.
    pub(crate) perform: fn(&mut Door, Effect),
    /// Opens the durable store.
    pub(crate) open_store: fn(Callback<Heard>) -> Box<dyn DurableStore>,
    /// Whether fractions begin with a comma here. Only files ask, and the browser takes its time: some 25 ms on a slow phone,
    /// in the one piece in which the program draws.
    pub(crate) decimal_comma: bool,
}

/// Takes in what happened. What only memory holds goes with a deletion, too.
fn take(state: &mut State, message: Message) -> Vec<Effect> {
    let effects = update(state, message);
    if effects.iter().any(|effect| matches!(effect, Effect::Delete(_))) {
        chair::forget_form();
    }
    effects
}

/// Draws the screen that is shown.
fn draw(state: &State, send: &Callback<Message>) -> Html {
    chair::draw(state, send).unwrap_or_else(|| after_questions(state, send))
}

/// Whether fractions begin with a comma, or another sign than a point, in the browser's own language and country. The
/// browser is not asked for that language by its name: some have one that is no language, and then throw.
fn decimal_comma() -> bool {
    let half = Number::from(1.5);
    !String::from(half.unchecked_ref::<Object>().to_locale_string()).contains('.')
}

/// The cut between the modules: code that is reachable only from here goes into the second one.
#[wasm_split(second, fallible)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the error is that of a module that does not arrive"
)]
fn second_module() -> Result<Box<SecondModule>, SplitLoaderError> {
    Ok(Box::new(SecondModule {
        update: take,
        draw,
        perform: requests::perform,
        open_store: durable::open_store,
        decimal_comma: decimal_comma(),
    }))
}

/// Fetches the second module and passes it to `arrived`, or `None` if it could not be loaded.
pub(crate) fn load(arrived: Callback<Option<Box<SecondModule>>>) {
    spawn_local(async move {
        arrived.emit(second_module().await.ok());
    });
}
