//! The own page's program: reads what the page holds, then takes its place.

use partnership_health_check::browser::{Props, Root, found};
use partnership_health_check::content::Texts;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// An allocator for WebAssembly that is 7 kB smaller than the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// Starts the check in `root`, whose markup it replaces. `texts` is a language file, or nothing for
/// English; `recovered` says that this start follows a failure.
#[wasm_bindgen]
pub fn start(root: Element, texts: Option<String>, recovered: bool) {
    yew::set_custom_panic_hook(Box::new(|_| {
        // The page starts the program afresh when it hears this; see src/page/boot.js.
        if let Some(document) = web_sys::window().and_then(|window| window.document())
            && let Ok(event) = web_sys::Event::new("phc-panic")
        {
            let _ = document.dispatch_event(&event);
        }
    }));
    let texts = texts
        .and_then(|texts| Texts::from_file(&texts).ok())
        .unwrap_or_else(Texts::first_of_english);
    let (state, found) = found(&root, texts, recovered);
    let _ = root.set_attribute("data-started", "");
    yew::Renderer::<Root>::with_root_and_props(root, Props { state, found }).render();
}
