//! The chair's own statements as a partner will meet them, to be looked at: nothing can be chosen.

use yew::prelude::*;

use crate::content::{Texts, keys};
use crate::domain::answer::Response;
use crate::domain::extra::{Extra, IDS};
use crate::views::parts::{self, Radio, radio};

/// Draws the page that partners answer them on.
pub(super) fn as_asked(texts: Texts, extra: &Extra) -> Html {
    let statements = IDS.into_iter().zip(extra.statements());
    html! {
        <>
            <h4 class="heading">{ texts.get(keys::questions::EXTRA) }</h4>
            <p>{ texts.get(keys::questions::EXTRA_LEAD) }</p>
            <p class="stem">{ texts.get(keys::questions::STEM) }</p>
            { for statements.map(|(id, words)| statement(texts, id, words)) }
        </>
    }
}

fn statement(texts: Texts, name: &'static str, words: &str) -> Html {
    let one = |response: &Response| {
        let shown = Radio {
            value: response.value(),
            label: parts::words(texts.response(*response)),
            hint: "",
            checked: false,
            message: (),
        };
        radio(&Callback::noop(), name, shown)
    };
    let (scale, apart) = Response::ALL.split_at(5);
    html! {
        <fieldset Class="statement" disabled=true key={name}>
            <legend class="statement__words"><bdi>{ words.to_owned() }</bdi></legend>
            <div class="scale">{ for scale.iter().map(one) }</div>
            <div class="scale scale--apart">{ for apart.iter().map(one) }</div>
        </fieldset>
    }
}
