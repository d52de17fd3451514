//! A link in a field from which it can be selected, for browsers that do not let the page copy it.

use yew::prelude::*;

/// Draws the field.
pub(crate) fn link_field(id: &'static str, label: &'static str, link: String) -> Html {
    html! {
        <p class="field">
            <label class="field__label" for={id}>{ label }</label>
            <input class="field__input field__input--link" type="text" {id} readonly=true dir="ltr" value={link} />
        </p>
    }
}
