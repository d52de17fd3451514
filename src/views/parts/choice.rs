//! The row of a radio button or checkbox: the control, its label, which is the whole row, and a hint.

use yew::prelude::*;

/// What a row is drawn from.
pub(super) struct Choice {
    /// `radio` or `checkbox`.
    pub(super) kind: &'static str,
    pub(super) id: String,
    /// Name of the group, and the value in it.
    pub(super) name: Option<&'static str>,
    pub(super) value: Option<&'static str>,
    pub(super) label: Html,
    /// A smaller second line; empty if there is none.
    pub(super) hint: &'static str,
    pub(super) checked: bool,
    pub(super) onchange: Callback<Event>,
}

/// Draws a row.
pub(super) fn choice(choice: Choice) -> Html {
    let Choice {
        kind,
        id,
        name,
        value,
        label,
        hint,
        checked,
        onchange,
    } = choice;
    let hint_id = [&id, "-hint"].concat();
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    html! {
        <div class="choice">
            <input class="choice__input" type={kind} {name} {value} id={id.clone()} {checked} aria-describedby={described}
                {onchange} />
            <label class="choice__label" for={id}>{ label }</label>
            if !hint.is_empty() {
                <span class="choice__hint" id={hint_id}>{ hint }</span>
            }
        </div>
    }
}
