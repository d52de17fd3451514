//! A text field with its label, a hint and its error.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::typing::{Typed, cut, typed};
use crate::app::chair::State;
use crate::app::chair::field::TextField;

/// What is typed into a field.
pub(super) enum Holds {
    /// Words, whichever way they run.
    Words,
    /// An e-mail address.
    Email,
    /// A day, this one at the earliest, in ISO 8601.
    Day(String),
    /// Code or an address, which no language translates or turns round.
    Code,
    /// A colour as code, with the browser's own picker beside it.
    Colour(Html),
}

/// A text field.
pub(super) struct Field<'a> {
    /// Which of the chair's fields it is.
    pub(super) text: TextField,
    /// What is typed into it.
    pub(super) holds: Holds,
    /// Its label.
    pub(super) label: &'static str,
    /// A hint below the label.
    pub(super) hint: &'static str,
    /// Its error.
    pub(super) problem: Option<&'static str>,
    /// Its kept text.
    pub(super) kept: &'a str,
}

/// Draws a text field.
pub(super) fn field(state: &State, send: &Dispatch, field: Field) -> Html {
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typed(state, send, field.text, field.kept);
    let cut = Some(cut(state, field.text)).filter(|words| !words.is_empty());
    let problem = field.problem.or(cut);
    let wrong = problem.is_some();
    let hint_id = [&id, "-hint"].concat();
    let problem_id = [&id, "-problem"].concat();
    let described = if wrong {
        [&hint_id, " ", &problem_id].concat()
    } else {
        hint_id.clone()
    };
    let (kind, class) = match &field.holds {
        Holds::Words | Holds::Code => ("text", "field__input"),
        Holds::Email => ("email", "field__input"),
        Holds::Day(_) => ("date", "field__input field__input--date"),
        Holds::Colour(_) => ("text", "field__input field__input--short"),
    };
    let is_code = matches!(field.holds, Holds::Code | Holds::Colour(_));
    let is_words = matches!(field.holds, Holds::Words);
    let (least, picker) = match field.holds {
        Holds::Day(least) => (Some(least), None),
        Holds::Colour(picker) => (None, Some(picker)),
        Holds::Words | Holds::Email | Holds::Code => (None, None),
    };
    let input = html! {
        <input {class} type={kind} id={id.clone()} {value} min={least} dir={if is_words { "auto" } else { "ltr" }}
            autocomplete={if kind == "email" { "email" } else { "off" }}
            autocapitalize={is_code.then_some("none")} spellcheck={is_code.then_some("false")}
            aria-describedby={described} aria-invalid={wrong.then_some("true")} {oninput} {onchange} {onblur} />
    };
    html! {
        <div class={if wrong { "field group--problem" } else { "field" }}>
            <label class="field__label field__label--strong" for={id}>{ field.label }</label>
            <p class="group__hint" id={hint_id}>{ field.hint }</p>
            if let Some(problem) = problem {
                <p class="group__problem" id={problem_id}>{ problem }</p>
            }
            if let Some(picker) = picker {
                <div class="builder__colour">{ input }{ picker }</div>
            } else {
                { input }
            }
        </div>
    }
}
