//! Putting the check on another website: what to choose, a preview, code to copy, what the site's policy needs.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Send;
use super::colours::colours;
use super::parts::{button, on_typed};
use crate::app::together::building::{Change, Code, Message as Building};
use crate::app::together::{Message, State};
use crate::content::{Key, keys};
use crate::domain::ids::{Kind, Length, Side};
use crate::present::together::snippet::{self, attributes, exceeds_shortcode};
use crate::present::together::spoken;
use crate::views::parts::title;

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
            { colours(state, send) }
            { preview(state) }
            { codes(state, send) }
            { policy(state, send) }
        </div>
    }
}

pub(super) fn changed(change: Change) -> Message {
    Message::Building(Building::Changed(change))
}

/// One of several to choose from.
struct Choice {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    checked: bool,
    change: Change,
}

fn asks(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let form = &state.building.form;
    let people = |checked: bool, change: Change| Choice {
        id: "people",
        label: texts.get(keys::builder::PEOPLE),
        hint: "",
        checked,
        change,
    };
    let kinds = Kind::ALL.into_iter().map(|kind| Choice {
        id: kind.id(),
        label: texts.kind(kind),
        hint: "",
        checked: form.kind == Some(kind),
        change: Change::Kind(Some(kind)),
    });
    let lengths = Length::ALL.into_iter().map(|length| Choice {
        id: length.id(),
        label: texts.length(length),
        hint: "",
        checked: form.length == Some(length),
        change: Change::Length(Some(length)),
    });
    let sides = form.kind.filter(|kind| kind.has_pairs()).map(|kind| {
        let sides = Side::ALL.into_iter().map(move |side| Choice {
            id: side.id(),
            label: texts.side(kind, side),
            hint: "",
            checked: form.side == Some(side),
            change: Change::Side(Some(side)),
        });
        std::iter::once(people(form.side.is_none(), Change::Side(None))).chain(sides)
    });
    let kinds = std::iter::once(people(form.kind.is_none(), Change::Kind(None))).chain(kinds);
    let lengths = std::iter::once(people(form.length.is_none(), Change::Length(None))).chain(lengths);
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::ASKS) }</h2>
            { group(send, "builder-kind", texts.get(keys::answers::KIND), kinds) }
            if let Some(sides) = sides {
                { group(send, "builder-side", texts.get(keys::builder::SIDE), sides) }
            }
            { group(send, "builder-length", texts.get(keys::answers::LENGTH), lengths) }
            <p class="hint">{ texts.get(keys::builder::LANGUAGE) }</p>
        </section>
    }
}

fn fits(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let form = &state.building.form;
    let choice = |id, label, hint: Option<Key>, checked, change| Choice {
        id,
        label: texts.get(label),
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
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::FITS) }</h2>
            { level(state, send) }
            { storage_key(state, send) }
            { group(send, "builder-links", texts.get(keys::builder::LINKS), links.into_iter()) }
            { group(send, "builder-loading", texts.get(keys::builder::LOADING), loading.into_iter()) }
            { input(send, "builder", "checkbox", scores) }
        </section>
    }
}

fn level(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let chosen = state.building.form.level;
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

fn storage_key(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let form = &state.building.form;
    let wrong = form.storage_key_is_wrong();
    let described = if wrong {
        "builder-key-hint builder-key-problem"
    } else {
        "builder-key-hint"
    };
    let onchange = on_typed(send, |text| changed(Change::StorageKey(text)));
    html! {
        <div class={if wrong { "field group--problem" } else { "field" }}>
            <label class="field__label field__label--strong" for="builder-key">{ texts.get(keys::builder::STORAGE_KEY) }</label>
            <p class="group__hint" id="builder-key-hint">{ texts.get(keys::builder::STORAGE_KEY_HINT) }</p>
            if wrong {
                <p class="group__problem" id="builder-key-problem">{ texts.get(keys::builder::STORAGE_KEY_WRONG) }</p>
            }
            <input class="field__input" type="text" id="builder-key" value={form.storage_key.clone()} dir="ltr"
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby={described} aria-invalid={wrong.then_some("true")} {onchange} />
        </div>
    }
}

/// A group of radio buttons.
fn group(
    send: &Send,
    name: &'static str,
    legend: &'static str,
    choices: impl Iterator<Item = Choice>,
) -> Html {
    html! {
        <fieldset class="group">
            <legend class="group__name">{ legend }</legend>
            <div class="choices">{ for choices.map(|choice| input(send, name, "radio", choice)) }</div>
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

/// The element itself. It reads its attributes when it starts, so with others it is a new one; its colours are set
/// from outside, as an attribute is not allowed to.
fn preview(state: &State) -> Html {
    let texts = state.context.texts;
    let all = attributes(&state.building.form, snippet::own_page(state));
    let value = |name| {
        let found = all.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone())
    };
    let key: String = all
        .iter()
        .flat_map(|(name, value)| [*name, "=", value, " "])
        .collect();
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::PREVIEW) }</h2>
            <p>{ texts.get(keys::builder::PREVIEW_LEAD) }</p>
            <div class="builder__preview">
                <partnership-health-check {key} kind={value("kind")} side={value("side")} length={value("length")}
                    storage-key="preview" heading-level="3" link-base={value("link-base")}
                    own-page={value("own-page")} loading={value("loading")} scores={value("scores")}>
                    <p>{ texts.get(keys::builder::PREVIEW_WAITING) }</p>
                </partnership-health-check>
            </div>
        </section>
    }
}

/// Words around a piece of code.
struct Words {
    lead: Key,
    label: Key,
    copy: Key,
}

fn codes(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let form = &state.building.form;
    let css = Words {
        lead: keys::builder::CSS_LEAD,
        label: keys::builder::CSS_LABEL,
        copy: keys::builder::CSS_COPY,
    };
    let html_words = Words {
        lead: keys::builder::HTML_LEAD,
        label: keys::builder::HTML_LABEL,
        copy: keys::builder::HTML_COPY,
    };
    let shortcode = Words {
        lead: keys::builder::SHORTCODE_LEAD,
        label: keys::builder::SHORTCODE_LABEL,
        copy: keys::builder::SHORTCODE_COPY,
    };
    let block = Words {
        lead: keys::builder::BLOCK_LEAD,
        label: keys::builder::BLOCK_LABEL,
        copy: keys::builder::BLOCK_COPY,
    };
    let frame = Words {
        lead: keys::builder::FRAME_LEAD,
        label: keys::builder::FRAME_LABEL,
        copy: keys::builder::FRAME_COPY,
    };
    let colours = !snippet::code(state, Code::Colours).is_empty();
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::CODE) }</h2>
            <h3 class="builder__name">{ texts.get(keys::builder::HTML) }</h3>
            { code(state, send, Code::Html, html_words) }
            if colours {
                { code(state, send, Code::Colours, css) }
            }
            <h3 class="builder__name">{ texts.get(keys::builder::WORDPRESS) }</h3>
            { code(state, send, Code::Shortcode, shortcode) }
            if exceeds_shortcode(form) {
                <p>{ texts.get(keys::builder::SHORTCODE_LESS) }</p>
            }
            { code(state, send, Code::Block, block) }
            <h3 class="builder__name">{ texts.get(keys::builder::FRAME) }</h3>
            { code(state, send, Code::Frame, frame) }
            <p class="hint">{ texts.get(keys::builder::FRAME_KEPT) }</p>
        </section>
    }
}

const fn code_id(code: Code) -> &'static str {
    match code {
        Code::Html => "builder-html",
        Code::Colours => "builder-css",
        Code::Shortcode => "builder-shortcode",
        Code::Block => "builder-block",
        Code::Frame => "builder-frame",
        Code::Policy => "builder-policy",
    }
}

/// A piece of code in a field from which it can be copied by hand too, and the button that copies it.
fn code(state: &State, send: &Send, which: Code, words: Words) -> Html {
    let texts = state.context.texts;
    let text = snippet::code(state, which);
    let rows = text.lines().count().clamp(2, 8) + 1;
    let copied = state.building.copied == Some(which);
    let message = Message::Building(Building::CopyPressed(which, text.clone()));
    html! {
        <div class="builder__code">
            <p>{ texts.get(words.lead) }</p>
            <label class="field__label" for={code_id(which)}>{ texts.get(words.label) }</label>
            <textarea class="field__input builder__field" id={code_id(which)} rows={rows.to_string()} readonly=true dir="ltr"
                translate="no" spellcheck="false" value={text} />
            <div class="acts">
                { button(send, message, "button button--quiet", texts.get(words.copy)) }
                if copied {
                    <span class="builder__copied" aria-hidden="true">{ spoken::status(state) }</span>
                }
            </div>
        </div>
    }
}

/// What a site with a policy of its own has to add.
fn policy(state: &State, send: &Send) -> Html {
    let texts = state.context.texts;
    let origin = snippet::origin(&state.context.address);
    let line = |parts: &[&str], words: Key| {
        html! { <li><code class="builder__source" translate="no" dir="ltr">{ parts.concat() }</code>{ " " }{ texts.get(words) }</li> }
    };
    let words = Words {
        lead: keys::builder::POLICY_LEAD,
        label: keys::builder::POLICY_LABEL,
        copy: keys::builder::POLICY_COPY,
    };
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::POLICY) }</h2>
            { code(state, send, Code::Policy, words) }
            <ul class="points">
                { line(&["script-src ", origin, " 'wasm-unsafe-eval'"], keys::builder::POLICY_SCRIPT) }
                { line(&["connect-src ", origin], keys::builder::POLICY_CONNECT) }
                <li>{ texts.get(keys::builder::POLICY_STYLE) }</li>
                { line(&["img-src data:"], keys::builder::POLICY_PICTURE) }
                { line(&["frame-src ", origin], keys::builder::POLICY_FRAME) }
            </ul>
            <p>{ texts.get(keys::builder::POLICY_CORS) }{ " " }
                <code class="builder__source" translate="no" dir="ltr">{ "Access-Control-Allow-Origin: *" }</code></p>
        </section>
    }
}
