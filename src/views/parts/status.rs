//! The outcome of the last press: in the screen's live region for screen readers, and beside the button for sighted
//! users.

use yew::prelude::*;
use yew::virtual_dom::AttrValue;

/// The live region. It exists before its text, so that screen readers announce the text.
pub(crate) fn live_region(words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! { <p class="visually-hidden" role="status">{ words }</p> }
}

/// The same words beside the button, hidden from screen readers, which have them from the live region.
pub(crate) fn outcome(words: &'static str) -> Html {
    html! { <p class="share__outcome" aria-hidden="true">{ words }</p> }
}
