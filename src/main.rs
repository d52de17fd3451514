//! The own page's program.

use js_sys::Function;
use partnership_health_check::browser;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// An allocator for WebAssembly that is 7 kB smaller than the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// Asks whether the program is alive, after an error that was no trap: see [`browser::ask`].
#[wasm_bindgen]
pub fn ask(answer: Function) {
    browser::ask(answer);
}

/// Starts the check in `root`: see [`browser::start`]. A panic is a trap; `src/page/boot.js` receives it as an error
/// event and restarts the program.
#[wasm_bindgen]
#[allow(
    clippy::needless_pass_by_value,
    reason = "a text from JavaScript comes by value"
)]
pub fn start(root: Element, texts: Option<String>, recovered: bool) {
    browser::start(root, texts.as_deref(), recovered);
}
