//! The embed code: what the site says in its own words.

use yew::prelude::*;

use super::code::source;
use super::dispatch::Dispatch;
use super::typing::{Typed, typed};
use crate::app::chair::State;
use crate::app::chair::field::TextField;
use crate::content::{OwnWords, Texts, keys};
use crate::present::own_words::lines;
use crate::views::parts::disclosure;

const HINT: &str = "builder-words-hint";
const PROBLEM: &str = "builder-words-problem";

/// Draws the field, what is wrong in it, and what the check will say.
pub(super) fn own_words(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let kept = &state.builder.form.words;
    let own = texts.read_own_words(kept);
    let wrong = !own.faults.is_empty();
    let described = if wrong {
        [HINT, " ", PROBLEM].concat()
    } else {
        HINT.to_owned()
    };
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typed(state, send, TextField::OwnWords, kept);
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::words::TITLE) }</h2>
            <div class={if wrong { "field group--problem" } else { "field" }}>
                <label class="field__label field__label--strong" for={id.clone()}>{ texts.get(keys::words::LABEL) }</label>
                <p class="group__hint" id={HINT}>{ texts.get(keys::words::HINT) }</p>
                { example(texts.in_its_words()) }
                if wrong {
                    <div id={PROBLEM}>{ for own.faults.iter().map(|fault| html! {
                        <p class="group__problem"><bdi>{ fault.sentence(texts) }</bdi></p>
                    }) }</div>
                }
                <textarea class="field__input" rows="5" {id} {value} dir="auto" autocomplete="off" autocapitalize="none"
                    aria-describedby={described} aria-invalid={wrong.then_some("true")} {oninput} {onchange} {onblur} />
            </div>
            <div class="builder__outcome">
                { outcome(texts, &own) }
                <p>{ texts.get(keys::words::READ) }</p>
            </div>
            { disclosure(texts.get(keys::words::LIST), named(texts)) }
        </section>
    }
}

/// A named word and a whole text.
fn example(texts: Texts) -> Html {
    let named = keys::words::NAMED.iter().next().map_or("", |key| texts.get(key));
    let line = |from: &str, to| [from, " = ", texts.get(to)].concat();
    html! {
        <p class="group__hint">
            { texts.get(keys::words::EXAMPLE) }{ " " }
            <span class="builder__lines">
                { source(&line(named, keys::words::EXAMPLE_WORD)) }
                { source(&line(texts.get(keys::start::GO), keys::words::EXAMPLE_TEXT)) }
            </span>
        </p>
    }
}

/// What will be said for what, and what cannot be looked at here.
fn outcome(texts: Texts, own: &OwnWords) -> Html {
    let lines = lines(texts, &own.renamed);
    html! {
        <>
            if !lines.is_empty() {
                <p>{ texts.get(keys::words::CHANGED) }</p>
                <ul class="points">{ for lines.into_iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            }
            if own.elsewhere > 0 {
                <p>{ texts.count(keys::words::ELSEWHERE, own.elsewhere) }</p>
            }
        </>
    }
}

fn named(texts: Texts) -> Html {
    let words: Vec<&str> = keys::words::NAMED.iter().map(|key| texts.get(key)).collect();
    html! { <p>{ words.join(", ") }</p> }
}
