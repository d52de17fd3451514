//! Links as text: pasted from an e-mail, or typed.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use super::Send;
use super::parts::button;
use crate::app::together::comparing::Message as Act;
use crate::app::together::{Message, State};
use crate::content::keys;

/// Bytes of a pasted text from which it is read at once, in place of standing in the field: a browser takes longer to
/// lay out thousands of lines, and to take them away again, than it takes to read them.
const LONG: usize = 100_000;

/// The field for links and its button.
pub(super) fn paste(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                send.emit(Message::Comparing(Act::Typed(field.value())));
            }
        })
    };
    let onpaste = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let pasted = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
            let text = pasted.and_then(|data| data.get_data("text").ok());
            let field = event.target_dyn_into::<HtmlTextAreaElement>();
            if let (Some(text), Some(field)) = (text, field)
                && text.len() > LONG
            {
                event.prevent_default();
                send.emit(Message::Comparing(Act::LongPasted(field.value(), text)));
            }
        })
    };
    html! {
        <>
            <label class="field__label" for="phc-links">{ texts.get(keys::compare::PASTE) }</label>
            <p class="group__hint" id="phc-links-hint">{ texts.get(keys::compare::PASTE_HINT) }</p>
            <textarea class="field__input" id="phc-links" rows="6" spellcheck="false" aria-describedby="phc-links-hint"
                value={state.comparing.typed.clone()} {onchange} {onpaste} />
            <p class="acts">{ button(send, Message::Comparing(Act::TakePressed), "button", texts.get(keys::compare::TAKE)) }</p>
        </>
    }
}
