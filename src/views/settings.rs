//! The settings form: on the start screen for a new check, and on a screen of its own for the open one.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{Group, Radio, button, on_click, on_input, radio_group, title, words};
use crate::app::form::{Change, Missing};
use crate::app::state::Piece;
use crate::app::{Message, Screen, State};
use crate::content::{Key, keys};
use crate::domain::ids::{Kind, Length, Sector, Side};

/// The screen that changes the settings of the open check.
pub(super) fn setup(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    html! {
        <>
            { title(texts, texts.get(keys::answers::SETUP_TITLE)) }
            { problem(state, send) }
            { form(state, send) }
            <p class="acts">{ button(send, Message::SetupPressed, "button", texts.get(keys::answers::SAVE_SETUP)) }</p>
        </>
    }
}

/// The error summary of missing settings; nothing if none is missing.
pub(super) fn problem(state: &State, send: &Dispatch) -> Html {
    let Some(missing) = state.missing else {
        return html! {};
    };
    let texts = state.texts;
    let target = match missing {
        Missing::Kind => "kind-consortium",
        Missing::Side => "side-first",
    };
    html! {
        <div class="problem" id="phc-problem" tabindex="-1" role="group" aria-labelledby="phc-problem-title phc-problem-link">
            <h2 class="problem__title" id="phc-problem-title">{ texts.get(keys::start::PROBLEM) }</h2>
            <a id="phc-problem-link" href={["#", target].concat()} onclick={on_click(send, Message::ErrorFollowed(target))}>
                { texts.get(missing_words(missing)) }
            </a>
        </div>
    }
}

const fn missing_words(missing: Missing) -> Key {
    match missing {
        Missing::Kind => keys::start::PROBLEM_KIND,
        Missing::Side => keys::start::PROBLEM_SIDE,
    }
}

/// The form itself.
pub(super) fn form(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let form = &state.form;
    let mut lengths = Length::ALL.into_iter().map(|length| Radio {
        value: length.id(),
        label: words(texts.length(length)),
        hint: texts.get(match length {
            Length::Full => keys::start::LENGTH_FULL,
            Length::Quick => keys::start::LENGTH_QUICK,
        }),
        checked: form.length == length,
        message: Message::FormChanged(Change::Length(length)),
    });
    let mut kinds = Kind::ALL.into_iter().map(|kind| Radio {
        value: kind.id(),
        label: words(texts.kind(kind)),
        hint: "",
        checked: form.kind == Some(kind),
        message: Message::FormChanged(Change::Kind(kind)),
    });
    let kind = Group {
        name: "kind",
        legend: texts.get(keys::start::KIND),
        hint: texts.get(keys::start::KIND_HINT),
        problem: (state.missing == Some(Missing::Kind)).then(|| texts.get(keys::start::PROBLEM_KIND)),
    };
    html! {
        <div class="settings">
            { radio_group(send, Group { name: "length", legend: texts.get(keys::start::LENGTH), ..Group::default() }, &mut lengths) }
            if state.draws(Piece::Kind) {
                { radio_group(send, kind, &mut kinds) }
                { sides(state, send) }
            }
            if state.draws(Piece::About) {
                { about(state, send) }
            }
        </div>
    }
}

/// Sector and names, which are optional: closed, but where the settings of a check are changed.
fn about(state: &State, send: &Dispatch) -> Html {
    html! {
        <details class="disclosure" open={state.screen == Screen::Setup}>
            <summary class="disclosure__label">{ state.texts.get(keys::start::ABOUT) }</summary>
            <div class="disclosure__inside">
                { sectors(state, send) }
                { names(state, send) }
            </div>
        </details>
    }
}

fn names(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    html! {
            <fieldset Class="group">
                <legend class="group__name">{ texts.get(keys::start::NAMES) }</legend>
                <p class="group__hint" id="names-hint">{ texts.get(keys::start::NAMES_HINT) }</p>
                { partnership(state, send) }
                { organisation(state, send) }
            </fieldset>
    }
}

/// The partnership's name.
pub(super) fn partnership(state: &State, send: &Dispatch) -> Html {
    let label = state.texts.get(keys::start::PARTNERSHIP);
    name(
        send,
        "partnership",
        label,
        &state.form.partnership,
        Change::Partnership,
    )
}

/// The organisation's name.
pub(super) fn organisation(state: &State, send: &Dispatch) -> Html {
    let label = state.texts.get(keys::start::ORGANISATION);
    name(
        send,
        "organisation",
        label,
        &state.form.organisation,
        Change::Organisation,
    )
}

/// The sectors to choose from.
fn sectors(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let mut sectors = Sector::ALL.into_iter().map(|sector| Radio {
        value: sector.id(),
        label: words(texts.sector(sector)),
        hint: "",
        checked: state.form.sector == Some(sector),
        message: Message::FormChanged(Change::Sector(sector)),
    });
    let group = Group {
        name: "sector",
        legend: texts.get(keys::start::SECTOR),
        ..Group::default()
    };
    radio_group(send, group, &mut sectors)
}

/// The two sides of the chosen kind; nothing unless it has sides.
pub(super) fn sides(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let Some(kind) = state.form.kind.filter(|kind| kind.has_pairs()) else {
        return html! {};
    };
    let mut sides = Side::ALL.into_iter().map(|side| Radio {
        value: side.id(),
        label: words(texts.side(kind, side)),
        hint: "",
        checked: state.form.side == Some(side),
        message: Message::FormChanged(Change::Side(side)),
    });
    let group = Group {
        name: "side",
        legend: texts.get(keys::start::SIDE),
        hint: texts.get(keys::start::SIDE_HINT),
        problem: (state.missing == Some(Missing::Side)).then(|| texts.get(keys::start::PROBLEM_SIDE)),
    };
    radio_group(send, group, &mut sides)
}

/// A text field for a name.
fn name(
    send: &Dispatch,
    name: &'static str,
    label: &'static str,
    value: &str,
    change: fn(String) -> Change,
) -> Html {
    let oninput = on_input(send, move |name| Message::FormChanged(change(name)));
    html! {
        <p class="field">
            <label class="field__label" for={name}>{ label }</label>
            <input class="field__input" type="text" id={name} {name} value={value.to_owned()} autocomplete="off"
                aria-describedby="names-hint" dir="auto" {oninput} />
        </p>
    }
}
