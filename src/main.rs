//! The own page's program. A stand-in until the app is here: it starts, counts and can be made to panic.
#![allow(missing_docs, reason = "a stand-in")]

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{Html, function_component, html, use_state};

fn main() {}

#[wasm_bindgen]
pub fn start(root: Element, texts: Option<String>, recovered: bool) {
    yew::set_custom_panic_hook(Box::new(|_| {
        if let Some(document) = web_sys::window().and_then(|window| window.document())
            && let Ok(event) = web_sys::Event::new("phc-panic")
        {
            let _ = document.dispatch_event(&event);
        }
    }));
    let _ = root.set_attribute("data-started", if recovered { "again" } else { "" });
    let _ = root.set_attribute("data-stand-in-texts", &texts.unwrap_or_default());
    yew::Renderer::<Hello>::with_root(root).render();
}

#[function_component(Hello)]
fn hello() -> Html {
    let count = use_state(|| 0);
    let press = {
        let count = count.clone();
        move |_| {
            assert!(*count < 2, "pressed too often");
            count.set(*count + 1);
        }
    };
    html! { <main><h1>{ "Hello" }</h1><button onclick={press}>{ *count }</button></main> }
}
