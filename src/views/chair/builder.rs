//! Putting the check on another website: what to choose. The code that comes of it is in `code`.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Send;
use super::code::{codes, policy, preview, source};
use super::looks::looks;
use super::parts::{Listeners, field_value, on_typed};
use crate::app::chair::builder::{Change, EVENTS, Message as Builder};
use crate::app::chair::{Message, State};
use crate::content::{Key, NAMES, keys};
use crate::domain::ids::{Kind, Length, Side};
use crate::present::chair::snippet::EVENT_WORDS;
use crate::views::parts::{disclosure, title};

/// Draws the screen.
pub(super) fn builder(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    html! {
        <div class="builder">
            { title(texts.get(keys::builder::TITLE)) }
            <p class="lead">{ texts.get(keys::builder::LEAD) }</p>
            <p>{ texts.get(keys::builder::KEPT) }</p>
            { asks(state, send) }
            { fits(state, send) }
            { looks(state, send) }
            { preview(state) }
            { codes(state, send) }
            { policy(state, send) }
        </div>
    }
}

pub(super) fn changed(change: Change) -> Message {
    Message::Builder(Builder::Changed(change))
}

/// One of several to choose from.
pub(super) struct Choice {
    pub(super) id: &'static str,
    pub(super) label: Html,
    pub(super) hint: &'static str,
    pub(super) checked: bool,
    pub(super) change: Change,
}

/// Words of the language in use.
pub(super) fn plain(words: &'static str) -> Html {
    html! { { words } }
}

/// A text to type.
pub(super) struct Typed<'a> {
    pub(super) id: &'static str,
    pub(super) label: Key,
    pub(super) hint: Key,
    /// What is wrong with it.
    pub(super) wrong: Option<Key>,
    pub(super) value: &'a str,
    pub(super) change: fn(String) -> Change,
}

fn asks(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let people = |checked: bool, change: Change| Choice {
        id: "people",
        label: plain(texts.get(keys::builder::PEOPLE)),
        hint: "",
        checked,
        change,
    };
    let kinds = Kind::ALL.into_iter().map(|kind| Choice {
        id: kind.id(),
        label: plain(texts.kind(kind)),
        hint: "",
        checked: form.kind == Some(kind),
        change: Change::Kind(Some(kind)),
    });
    let lengths = Length::ALL.into_iter().map(|length| Choice {
        id: length.id(),
        label: plain(texts.length(length)),
        hint: "",
        checked: form.length == Some(length),
        change: Change::Length(Some(length)),
    });
    let sides = form.kind.filter(|kind| kind.has_pairs()).map(|kind| {
        let sides = Side::ALL.into_iter().map(move |side| Choice {
            id: side.id(),
            label: plain(texts.side(kind, side)),
            hint: "",
            checked: form.side == Some(side),
            change: Change::Side(Some(side)),
        });
        std::iter::once(people(form.side.is_none(), Change::Side(None))).chain(sides)
    });
    let kinds = std::iter::once(people(form.kind.is_none(), Change::Kind(None))).chain(kinds);
    let lengths = std::iter::once(people(form.length.is_none(), Change::Length(None))).chain(lengths);
    let languages = NAMES.iter().map(|(tag, name)| Choice {
        id: tag,
        label: html! { <span lang={*tag} translate="no">{ *name }</span> },
        hint: "",
        checked: form.language == Some(*tag),
        change: Change::Language(Some(tag)),
    });
    let around = Choice {
        id: "around",
        label: plain(texts.get(keys::builder::LANGUAGE_AROUND)),
        hint: texts.get(keys::builder::LANGUAGE_AROUND_HINT),
        checked: form.language.is_none(),
        change: Change::Language(None),
    };
    let languages = std::iter::once(around).chain(languages);
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::ASKS) }</h2>
            { group(send, "builder-kind", texts.get(keys::answers::KIND), kinds) }
            if let Some(sides) = sides {
                { group(send, "builder-side", texts.get(keys::builder::SIDE), sides) }
            }
            { group(send, "builder-length", texts.get(keys::answers::LENGTH), lengths) }
            { group(send, "builder-language", texts.get(keys::builder::LANGUAGE), languages) }
        </section>
    }
}

fn fits(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let choice = |id, label, hint: Option<Key>, checked, change| Choice {
        id,
        label: plain(texts.get(label)),
        hint: hint.map_or("", |hint| texts.get(hint)),
        checked,
        change,
    };
    let links = [
        choice(
            "host",
            keys::builder::LINKS_HOST,
            None,
            !form.own_links,
            Change::OwnLinks(false),
        ),
        choice(
            "own",
            keys::builder::LINKS_OWN,
            None,
            form.own_links,
            Change::OwnLinks(true),
        ),
    ];
    let hint = Some(keys::builder::LOADING_LAZY_HINT);
    let loading = [
        choice(
            "lazy",
            keys::builder::LOADING_LAZY,
            hint,
            !form.eager,
            Change::Eager(false),
        ),
        choice(
            "eager",
            keys::builder::LOADING_EAGER,
            None,
            form.eager,
            Change::Eager(true),
        ),
    ];
    let scores = choice(
        "scores",
        keys::builder::SCORES,
        Some(keys::builder::SCORES_HINT),
        form.scores,
        Change::Scores(!form.scores),
    );
    let key = Typed {
        id: "builder-key",
        label: keys::builder::STORAGE_KEY,
        hint: keys::builder::STORAGE_KEY_HINT,
        wrong: form
            .storage_key_is_wrong()
            .then_some(keys::builder::STORAGE_KEY_WRONG),
        value: &form.storage_key,
        change: Change::StorageKey,
    };
    let inside = html! {
        <>
            { level(state, send) }
            { typed(state, send, &key) }
            { group(send, "builder-links", texts.get(keys::builder::LINKS), links.into_iter()) }
            { group(send, "builder-loading", texts.get(keys::builder::LOADING), loading.into_iter()) }
            { input(send, "builder", "checkbox", scores) }
            { events(state, send) }
        </>
    };
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::FITS) }</h2>
            <p>{ texts.get(keys::builder::FITS_LEAD) }</p>
            { disclosure(texts.get(keys::builder::FITS_OPEN), inside) }
        </section>
    }
}

fn level(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let chosen = state.builder.form.level;
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        // A select has a value as an input has one, and read so it needs no JavaScript of its own.
        let field = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
        if let Some(level) = field.and_then(|field| field.value().parse().ok()) {
            send.emit(changed(Change::Level(level)));
        }
    });
    html! {
        <div class="field">
            <label class="field__label field__label--strong" for="builder-level">{ texts.get(keys::builder::LEVEL) }</label>
            <p class="group__hint" id="builder-level-hint">{ texts.get(keys::builder::LEVEL_HINT) }</p>
            <select class="field__input field__input--short" id="builder-level" aria-describedby="builder-level-hint" {onchange}>
                { for (1..=6u8).map(|level| html! {
                    <option value={level.to_string()} selected={level == chosen}>
                        { texts.fill(keys::builder::LEVEL_ONE, &[("n", &level.to_string())]) }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// What the site can listen to.
fn events(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let heard = state.builder.form.events;
    let choices = (0..EVENTS.len()).map(|event| Choice {
        id: EVENTS[event],
        label: source(EVENTS[event]),
        hint: texts.get(EVENT_WORDS[event]),
        checked: heard[event],
        change: Change::Event(event, !heard[event]),
    });
    html! {
        <fieldset class="group">
            <legend class="group__name">{ texts.get(keys::builder::EVENTS) }</legend>
            <p class="group__hint">{ texts.get(keys::builder::EVENTS_LEAD) }</p>
            <div class="choices builder__choices">
                { for choices.map(|choice| input(send, "builder-event", "checkbox", choice)) }
            </div>
        </fieldset>
    }
}

/// A field for code or an address, which is read as it is in every language, and what is wrong with it.
pub(super) fn typed(state: &State, send: &Send, field: &Typed) -> Html {
    let texts = state.context.texts;
    let id = field.id;
    let hint_id = [id, "-hint"].concat();
    let problem_id = [id, "-problem"].concat();
    let wrong = field.wrong.is_some();
    let described = if wrong {
        [&hint_id, " ", &problem_id].concat()
    } else {
        hint_id.clone()
    };
    let change = field.change;
    let Listeners {
        oninput,
        onchange,
        onblur,
    } = on_typed(send, move |text| changed(change(text)));
    html! {
        <div class={if wrong { "field group--problem" } else { "field" }}>
            <label class="field__label field__label--strong" for={id}>{ texts.get(field.label) }</label>
            <p class="group__hint" id={hint_id}>{ texts.get(field.hint) }</p>
            if let Some(problem) = field.wrong {
                <p class="group__problem" id={problem_id}>{ texts.get(problem) }</p>
            }
            <input class="field__input" type="text" {id} value={field_value(state, id, field.value)} dir="ltr"
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby={described} aria-invalid={wrong.then_some("true")} {oninput} {onchange} {onblur} />
        </div>
    }
}

/// A group of radio buttons.
pub(super) fn group(
    send: &Send,
    name: &'static str,
    legend: &'static str,
    choices: impl Iterator<Item = Choice>,
) -> Html {
    html! {
        <fieldset class="group">
            <legend class="group__name">{ legend }</legend>
            <div class="choices builder__choices">{ for choices.map(|choice| input(send, name, "radio", choice)) }</div>
        </fieldset>
    }
}

fn input(send: &Send, name: &'static str, kind: &'static str, choice: Choice) -> Html {
    let id = [name, "-", choice.id].concat();
    let hint_id = [&id, "-hint"].concat();
    let described = (!choice.hint.is_empty()).then(|| hint_id.clone());
    let send = send.clone();
    let change = choice.change;
    let onchange = Callback::from(move |_| send.emit(changed(change.clone())));
    html! {
        <div class="choice">
            <input class="choice__input" type={kind} {name} value={choice.id} id={id.clone()}
                checked={choice.checked} aria-describedby={described} {onchange} />
            <label class="choice__label" for={id}>{ choice.label }</label>
            if !choice.hint.is_empty() {
                <span class="choice__hint" id={hint_id}>{ choice.hint }</span>
            }
        </div>
    }
}
