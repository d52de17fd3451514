//! The logo beside the name.

use yew::prelude::*;

use crate::charts::logo::ARCS;

/// Draws it; it says nothing that the name beside it does not.
pub(super) fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            { for ARCS.into_iter().map(|arc| html! { <path d={arc} /> }) }
        </svg>
    }
}
