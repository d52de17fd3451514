//! What became of the last press: once for the ear, in the screen's live region, and once for the eye, beside what was
//! pressed.

use yew::prelude::*;
use yew::virtual_dom::AttrValue;

/// The live region. It is there before its words, so that what comes is announced.
pub(crate) fn live_region(words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! { <p class="visually-hidden" role="status">{ words }</p> }
}

/// The same words where the eye is. Reading software has them from the live region.
pub(crate) fn outcome(words: &'static str) -> Html {
    html! { <p class="share__outcome" aria-hidden="true">{ words }</p> }
}
