//! Links as text: pasted from an e-mail, or typed.

use js_sys::{Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, HtmlTextAreaElement, TextEncoder};
use yew::prelude::*;

use super::dispatch::{Dispatch, Files, Source};
use super::typing::{Typed, typed};
use crate::app::chair::compare::{Message as Act, Taken};
use crate::app::chair::field::{TextField, Typing};
use crate::app::chair::{Message, State};
use crate::content::keys;
use crate::views::parts::button;

/// A pasted text of at least this many characters is read at once instead of being put into the field: laying out
/// thousands of lines, and removing them again, takes a browser longer than reading them.
const LONG: u32 = 100_000;

/// The field for links and its button.
pub(super) fn paste(state: &State, send: &Dispatch, files: &Files) -> Html {
    let texts = state.context.texts;
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typed(state, send, TextField::Links, &state.compare.typed);
    let onpaste = {
        let (send, files) = (send.clone(), files.clone());
        Callback::from(move |event: Event| {
            let field = event.target_dyn_into::<HtmlTextAreaElement>();
            if let (Some(pasted), Some(field)) = (long(event.unchecked_ref()), field) {
                event.prevent_default();
                let typed = JsString::from(field.value());
                if typed.length() > 0 {
                    let emptied = Typing {
                        field: TextField::Links,
                        text: String::new(),
                    };
                    send.emit(Message::Typed(emptied.clone()));
                    send.emit(Message::Left(emptied));
                }
                let texts = [typed, pasted].into_iter().filter(|text| text.length() > 0);
                files.emit(
                    texts
                        .filter_map(|text| encoded(&text))
                        .map(Source::Pasted)
                        .collect(),
                );
            }
        })
    };
    // The field is empty once its text was read. What is typed next is not wrong yet.
    let wrong = state.compare.taken.as_ref().is_some_and(Taken::refused) && value.is_empty();
    let described = if wrong {
        "phc-links-hint phc-said"
    } else {
        "phc-links-hint"
    };
    html! {
        <>
            <label class="field__label" for={id.clone()}>{ texts.get(keys::compare::PASTE) }</label>
            <p class="group__hint" id="phc-links-hint">{ texts.get(keys::compare::PASTE_HINT) }</p>
            <textarea class="field__input" {id} rows="6" spellcheck="false" aria-describedby={described} aria-invalid={wrong.then_some("true")}
                {value} {oninput} {onchange} {onblur} {onpaste} />
            <p class="acts">{ button(send, Message::Compare(Act::TakePressed), "button", texts.get(keys::compare::TAKE)) }</p>
        </>
    }
}

/// The text being pasted, if it is long. It stays a JavaScript string; only its bytes are copied into the module.
fn long(event: &ClipboardEvent) -> Option<JsString> {
    let pasted = event.clipboard_data()?;
    let text: JsString = call(&pasted, "getData", &"text".into())?;
    (text.length() > LONG).then_some(text)
}

fn encoded(text: &JsString) -> Option<Uint8Array> {
    let encoder = TextEncoder::new().ok()?;
    call(&encoder, "encode", text)
}

/// Calls a method with a JavaScript string as argument or result, which `web_sys` would convert to a Rust one.
fn call<T: JsCast>(object: &JsValue, method: &str, argument: &JsValue) -> Option<T> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()?.dyn_into().ok()
}
