//! How the check looks on another website: colours to pick and to type, whether they can be read, corners and fonts.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::field::{Field, Holds, field};
use super::options::{changed, group, option};
use crate::app::chair::State;
use crate::app::chair::builder::{Change, Corners, Role};
use crate::app::chair::field::TextField;
use crate::content::{Key, keys};
use crate::domain::colour::Colour;
use crate::present::chair::looks::{own, verdicts};
use crate::views::parts::{on_input, words};

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
    let font = Field {
        text: TextField::Font,
        holds: Holds::Code,
        label: texts.get(keys::builder::FONT),
        hint: texts.get(keys::builder::FONT_HINT),
        problem: form.font_is_wrong().then(|| texts.get(keys::builder::FONT_WRONG)),
        kept: &form.font,
    };
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::LOOKS) }</h2>
            <p>{ texts.get(keys::builder::LOOKS_LEAD) }</p>
            <div class="builder__colours">{ for Role::ALL.into_iter().map(|role| colour(state, role, send)) }</div>
            if !verdicts.is_empty() {
                <h3 class="builder__name">{ texts.get(keys::builder::CONTRAST) }</h3>
                <ul class="builder__verdicts">{ for verdicts.into_iter().map(|verdict| html! {
                    <li class={if verdict.enough { "builder__verdict" } else { "builder__verdict builder__verdict--low" }}>{ verdict.words }</li>
                }) }</ul>
            }
            { group(send, "builder-corners", texts.get(keys::builder::CORNERS), corners) }
            { field(state, send, font) }
        </section>
    }
}

const fn of_role(role: Role) -> (Key, TextField) {
    match role {
        Role::Accent => (keys::builder::ACCENT, TextField::Accent),
        Role::Paper => (keys::builder::PAPER, TextField::Paper),
        Role::Ink => (keys::builder::INK, TextField::Ink),
    }
}

/// A text field for a colour, and the browser's colour picker. The picker always shows a colour: the check's own, if
/// none is chosen.
fn colour(state: &State, role: Role, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let (label, text) = of_role(role);
    let label = texts.get(label);
    let pick_id = [&text.id(), "-pick"].concat();
    let shown = form
        .colour(role)
        .map_or_else(|| own(role).to_owned(), Colour::hex);
    // On `input`, so that the preview follows while a colour is being picked.
    let picked = on_input(send, move |colour| changed(Change::Colour(role, colour)));
    let well = html! {
        <label class="builder__pick" for={pick_id.clone()}>
            <span class="visually-hidden">{ texts.fill(keys::builder::PICK, &[("role", label)]) }</span>
            <input class="builder__well" type="color" id={pick_id} value={shown} oninput={picked} />
        </label>
    };
    let problem = form
        .colour_is_wrong(role)
        .then(|| texts.get(keys::builder::COLOUR_WRONG));
    field(
        state,
        send,
        Field {
            text,
            holds: Holds::Colour(well),
            label,
            hint: texts.get(keys::builder::COLOUR_HINT),
            problem,
            kept: &form.colours[role as usize],
        },
    )
}
