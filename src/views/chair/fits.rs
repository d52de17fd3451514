//! How the check fits another website: options that most people leave at their defaults.

use yew::prelude::*;

use super::code::source;
use super::dispatch::Dispatch;
use super::field::{Field, Holds, field};
use super::options::{changed, group, option};
use crate::app::chair::State;
use crate::app::chair::builder::{Change, EVENTS};
use crate::app::chair::field::TextField;
use crate::content::keys;
use crate::present::chair::snippet::{EVENT_WORDS, proposed_key};
use crate::views::parts::{Checkbox, Radio, Select, button, checkbox, disclosure, select, words};

/// Draws what makes the check fit another site: heading level, key, links, loading, events.
pub(super) fn fits(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let one = |value, label, checked, change| option(value, words(texts.get(label)), checked, change);
    let links = [
        one(
            "host",
            keys::builder::LINKS_HOST,
            !form.own_links,
            Change::OwnLinks(false),
        ),
        one(
            "own",
            keys::builder::LINKS_OWN,
            form.own_links,
            Change::OwnLinks(true),
        ),
    ];
    let counts = [
        one(
            "no",
            keys::builder::COUNTS_NO,
            form.counts == Some(false),
            Change::Counts(false),
        ),
        Radio {
            hint: texts.get(keys::builder::COUNTS_YES_HINT),
            ..one(
                "yes",
                keys::builder::COUNTS_YES,
                form.counts == Some(true),
                Change::Counts(true),
            )
        },
    ];
    let keep = Field {
        text: TextField::Keep,
        holds: Holds::Code,
        label: texts.get(keys::builder::KEEP),
        hint: texts.get(keys::builder::KEEP_HINT),
        problem: form.keep_is_wrong().then(|| texts.get(keys::builder::KEEP_WRONG)),
        kept: &form.keep,
    };
    let lazy = one(
        "lazy",
        keys::builder::LOADING_LAZY,
        !form.eager,
        Change::Eager(false),
    );
    let loading = [
        Radio {
            hint: texts.get(keys::builder::LOADING_LAZY_HINT),
            ..lazy
        },
        one(
            "eager",
            keys::builder::LOADING_EAGER,
            form.eager,
            Change::Eager(true),
        ),
    ];
    let scores = Checkbox {
        id: "builder-scores".to_owned(),
        label: words(texts.get(keys::builder::SCORES)),
        hint: texts.get(keys::builder::SCORES_HINT),
        checked: form.scores,
    };
    let key = Field {
        text: TextField::StorageKey,
        holds: Holds::Code,
        label: texts.get(keys::builder::STORAGE_KEY),
        hint: texts.get(keys::builder::STORAGE_KEY_HINT),
        problem: form
            .storage_key_is_wrong()
            .then(|| texts.get(keys::builder::STORAGE_KEY_WRONG)),
        kept: &form.storage_key,
    };
    let inside = html! {
        <>
            { level(state, send) }
            { field(state, send, key) }
            { proposal(state, send) }
            { group(send, "builder-links", texts.get(keys::builder::LINKS), links.into_iter()) }
            { field(state, send, keep) }
            { group(send, "builder-loading", texts.get(keys::builder::LOADING), loading.into_iter()) }
            { checkbox(send, scores, |on| changed(Change::Scores(on))) }
            { events(state, send) }
        </>
    };
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::FITS) }</h2>
            { group(send, "builder-counts", texts.get(keys::builder::COUNTS), counts.into_iter()) }
            <p>{ texts.get(keys::builder::FITS_LEAD) }</p>
            { disclosure(texts.get(keys::builder::FITS_OPEN), inside) }
        </section>
    }
}

/// A name for what is kept, where other organisations may share the site.
fn proposal(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let Some(key) = proposed_key(&state.context.address) else {
        return html! {};
    };
    if !state.builder.form.storage_key.is_empty() {
        return html! {};
    }
    let shown = source(&key);
    let take = changed(Change::StorageKey(key));
    html! {
        <div class="field">
            <p class="group__hint">{ texts.get(keys::builder::STORAGE_KEY_SHARED) }{ " " }{ shown }</p>
            <p class="acts">{ button(send, take, "button button--quiet", texts.get(keys::builder::STORAGE_KEY_TAKE)) }</p>
        </div>
    }
}

fn level(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let chosen = state.builder.form.level;
    let entry = |level: u8| {
        let words = texts.fill(keys::builder::LEVEL_ONE, &[("n", &level.to_string())]);
        (level.to_string(), words, level == chosen)
    };
    let levels = Select {
        id: "builder-level".to_owned(),
        class: "field__input field__input--short",
        described_by: Some("builder-level-hint"),
        entries: (1..=6).map(entry).collect(),
    };
    html! {
        <div class="field">
            <label class="field__label field__label--strong" for="builder-level">{ texts.get(keys::builder::LEVEL) }</label>
            <p class="group__hint" id="builder-level-hint">{ texts.get(keys::builder::LEVEL_HINT) }</p>
            { select(send, levels, |level| level.parse().ok().map(|level| changed(Change::Level(level)))) }
        </div>
    }
}

/// The events that the site can listen to.
fn events(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let heard = state.builder.form.events;
    let boxes = (0..EVENTS.len()).map(|event| {
        let heard = Checkbox {
            id: ["builder-event-", EVENTS[event]].concat(),
            label: source(EVENTS[event]),
            hint: texts.get(EVENT_WORDS[event]),
            checked: heard[event],
        };
        checkbox(send, heard, move |on| changed(Change::Event(event, on)))
    });
    html! {
        <fieldset Class="group">
            <legend class="group__name">{ texts.get(keys::builder::EVENTS) }</legend>
            <p class="group__hint">{ texts.get(keys::builder::EVENTS_LEAD) }</p>
            <div class="choices">{ for boxes }</div>
        </fieldset>
    }
}
