//! The controls of the builder's options.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::typing::{self, Typed};
use crate::app::chair::builder::{Change, Message as Builder};
use crate::app::chair::field::TextField;
use crate::app::chair::{Message, State};
use crate::content::Key;
use crate::views::parts::{Group, Radio, radio_group};

/// The message for a changed option.
pub(super) fn changed(change: Change) -> Message {
    Message::Builder(Builder::Changed(change))
}

/// One choice of a group.
pub(super) fn option(value: &'static str, label: Html, checked: bool, change: Change) -> Radio<Message> {
    Radio {
        value,
        label,
        hint: "",
        checked,
        message: changed(change),
    }
}

/// A group of choices.
pub(super) fn group(
    send: &Dispatch,
    name: &'static str,
    legend: &'static str,
    mut radios: impl Iterator<Item = Radio<Message>>,
) -> Html {
    let group = Group {
        name,
        legend,
        ..Group::default()
    };
    radio_group(send, group, &mut radios)
}

/// A text option.
pub(super) struct Text<'a> {
    pub(super) field: TextField,
    pub(super) label: Key,
    pub(super) hint: Key,
    /// Its error.
    pub(super) wrong: Option<Key>,
    pub(super) value: &'a str,
}

/// A field for code or an address, which no language translates or turns round, with its error.
pub(super) fn text(state: &State, send: &Dispatch, field: &Text) -> Html {
    let texts = state.context.texts;
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typing::typed(state, send, field.field, field.value);
    let hint_id = [&id, "-hint"].concat();
    let problem_id = [&id, "-problem"].concat();
    let wrong = field.wrong.is_some();
    let described = if wrong {
        [&hint_id, " ", &problem_id].concat()
    } else {
        hint_id.clone()
    };
    html! {
        <div class={if wrong { "field group--problem" } else { "field" }}>
            <label class="field__label field__label--strong" for={id.clone()}>{ texts.get(field.label) }</label>
            <p class="group__hint" id={hint_id}>{ texts.get(field.hint) }</p>
            if let Some(problem) = field.wrong {
                <p class="group__problem" id={problem_id}>{ texts.get(problem) }</p>
            }
            <input class="field__input" type="text" {id} {value} dir="ltr"
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby={described} aria-invalid={wrong.then_some("true")} {oninput} {onchange} {onblur} />
        </div>
    }
}
