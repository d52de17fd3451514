//! The questions about people who say that they belong to an organisation that was there before them.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::Message;
use crate::app::chair::compare::Message as Act;
use crate::content::{Texts, keys};
use crate::present::chair::compare::Asked;
use crate::views::parts::on_click;

/// A question for each organisation to which somebody says to belong.
pub(super) fn claims(texts: Texts, asked: Vec<Asked>, send: &Dispatch) -> Html {
    if asked.is_empty() {
        return html! {};
    }
    let answer = |to, yes, class: &'static str, label, name: &str| {
        html! {
            <button type="button" Class={class} onclick={on_click(send, Message::Compare(Act::ClaimAnswered(to, yes)))}>
                { texts.get(label) }<span class="visually-hidden">{ ": " }{ name }</span>
            </button>
        }
    };
    let claim = |Asked { to, name, question }: Asked| {
        html! {
            <li key={to}>
                <p><bdi>{ question }</bdi></p>
                <p class="acts">
                    { answer(to, true, "button", keys::compare::CLAIM_YES, &name) }
                    { answer(to, false, "button button--quiet", keys::compare::CLAIM_NO, &name) }
                </p>
            </li>
        }
    };
    html! {
        <>
            <ul class="claims">{ for asked.into_iter().map(claim) }</ul>
            <p>{ texts.get(keys::share::PROOF) }{ " " }{ texts.get(keys::compare::CLAIM_APART) }</p>
        </>
    }
}
