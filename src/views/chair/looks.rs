//! How the check looks on another website: colours to pick and to type, whether they can be read, corners and fonts.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dispatch::Dispatch;
use super::options::{Typed, changed, group, option, typed};
use super::parts::{field_value, on_typed};
use crate::app::chair::State;
use crate::app::chair::builder::{Change, Corners, Role};
use crate::content::{Key, keys};
use crate::domain::colour::Colour;
use crate::present::chair::looks::{own, verdicts};
use crate::views::parts::words;

/// Draws the looks.
pub(super) fn looks(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let verdicts = verdicts(texts, form);
    let corners = Corners::ALL.into_iter().map(|corners| {
        let (id, label) = match corners {
            Corners::Own => ("own", keys::builder::CORNERS_OWN),
            Corners::Square => ("square", keys::builder::CORNERS_SQUARE),
            Corners::Round => ("round", keys::builder::CORNERS_ROUND),
        };
        option(
            id,
            words(texts.get(label)),
            form.corners == corners,
            Change::Corners(corners),
        )
    });
    let font = Typed {
        id: "builder-font",
        label: keys::builder::FONT,
        hint: keys::builder::FONT_HINT,
        wrong: form.font_is_wrong().then_some(keys::builder::FONT_WRONG),
        value: &form.font,
        change: Change::Font,
    };
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::LOOKS) }</h2>
            <p>{ texts.get(keys::builder::LOOKS_LEAD) }</p>
            <div class="builder__colours">{ for Role::ALL.into_iter().map(|role| field(state, role, send)) }</div>
            if !verdicts.is_empty() {
                <h3 class="builder__name">{ texts.get(keys::builder::CONTRAST) }</h3>
                <ul class="builder__verdicts">{ for verdicts.into_iter().map(|verdict| html! {
                    <li class={if verdict.enough { "builder__verdict" } else { "builder__verdict builder__verdict--low" }}>{ verdict.words }</li>
                }) }</ul>
            }
            { group(send, "builder-corners", texts.get(keys::builder::CORNERS), corners) }
            { typed(state, send, &font) }
        </section>
    }
}

const fn role_words(role: Role) -> (Key, &'static str, &'static str) {
    match role {
        Role::Accent => (keys::builder::ACCENT, "builder-accent", "builder-accent-pick"),
        Role::Paper => (keys::builder::PAPER, "builder-paper", "builder-paper-pick"),
        Role::Ink => (keys::builder::INK, "builder-ink", "builder-ink-pick"),
    }
}

/// A field to type a colour, and one of the browser to pick it. The second always shows a colour: while none is
/// chosen, the check's own.
fn field(state: &State, role: Role, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let (label, id, pick_id) = role_words(role);
    let label = texts.get(label);
    let wrong = form.colour_is_wrong(role);
    let hint_id = [id, "-hint"].concat();
    let problem_id = [id, "-problem"].concat();
    let described = if wrong {
        [&hint_id, " ", &problem_id].concat()
    } else {
        hint_id.clone()
    };
    let shown = form
        .colour(role)
        .map_or_else(|| own(role).to_owned(), Colour::hex);
    let typed = on_typed(send, move |text| changed(Change::Colour(role, text)));
    let send = send.clone();
    // While it is picked, not only when the field is left.
    let oninput = Callback::from(move |event: InputEvent| {
        let picked = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
        if let Some(picked) = picked {
            send.emit(changed(Change::Colour(role, picked.value())));
        }
    });
    html! {
        <div class={if wrong { "field group--problem" } else { "field" }}>
            <label class="field__label field__label--strong" for={id}>{ label }</label>
            <p class="group__hint" id={hint_id}>{ texts.get(keys::builder::COLOUR_HINT) }</p>
            if wrong {
                <p class="group__problem" id={problem_id}>{ texts.get(keys::builder::COLOUR_WRONG) }</p>
            }
            <div class="builder__colour">
                <input class="field__input field__input--short" type="text" {id} value={field_value(state, id, &form.colours[role as usize])} dir="ltr"
                    autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-describedby={described} aria-invalid={wrong.then_some("true")} oninput={typed.oninput} onchange={typed.onchange} onblur={typed.onblur} />
                <label class="builder__pick" for={pick_id}>
                    <span class="visually-hidden">{ texts.fill(keys::builder::PICK, &[("role", label)]) }</span>
                    <input class="builder__well" type="color" id={pick_id} value={shown} {oninput} />
                </label>
            </div>
        </div>
    }
}
