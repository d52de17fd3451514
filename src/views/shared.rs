//! What the receiver of a link sees: somebody's result, read-only, or why it could not be opened.

use yew::prelude::*;

use super::chair::came_with;
use super::dispatch::Dispatch;
use super::parts::{button, title};
use super::result;
use crate::app::{Message, State};
use crate::content::{Key, keys};
use crate::formats::link::LinkError;
use crate::present::report::shared_report;

/// Draws the screen.
pub(super) fn shared(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let take = || {
        button(
            send,
            Message::TakeItPressed,
            "button",
            texts.get(keys::shared::TAKE),
        )
    };
    let add = || {
        button(
            send,
            Message::AddPressed,
            "button button--quiet",
            texts.get(keys::shared::ADD),
        )
    };
    match &state.shared {
        Some(Ok(summary)) => {
            let report = shared_report(texts, summary);
            let who = if summary.organisation.is_empty() {
                texts.get(keys::shared::WHO_UNKNOWN).to_owned()
            } else {
                texts.fill(keys::shared::WHO, &[("organisation", &summary.organisation)])
            };
            html! {
                <div class={result::class(&report)}>
                    <div class="banner">
                        <p class="banner__name">{ texts.get(keys::shared::TITLE) }{ ": " }<bdi>{ who }</bdi></p>
                        <p>{ texts.get(keys::shared::LEAD) }</p>
                        <p class="acts">{ take() }{ add() }</p>
                    </div>
                    { result::top(texts, summary, &report, Some(send), html! {}, came_with(texts, state.shared_plan.as_ref())) }
                    { result::body(texts, summary, &report, state.extra_words(summary)) }
                    <p class="caveat">{ texts.get(keys::share::PROOF) }</p>
                    <section class="onward">
                        <h2 class="heading">{ texts.get(keys::onward::TITLE) }</h2>
                        <p class="acts">{ take() }{ add() }</p>
                    </section>
                </div>
            }
        }
        Some(Err(error)) => html! {
            <>
                { title(texts, texts.get(keys::shared::ERROR_TITLE)) }
                <p class="lead">{ texts.get(fault(*error)) }</p>
                <p class="acts">{ take() }</p>
            </>
        },
        None => html! {},
    }
}

/// What happened to a link, what is safe and what to do next.
pub(super) const fn fault(error: LinkError) -> Key {
    match error {
        LinkError::NotALink => keys::shared::NOT_A_LINK,
        LinkError::TooLong => keys::shared::TOO_LONG,
        LinkError::CutOff => keys::shared::CUT_OFF,
        LinkError::Damaged => keys::shared::DAMAGED,
        LinkError::NewerVersion => keys::shared::NEWER,
        LinkError::OtherQuestions => keys::shared::OTHER_QUESTIONS,
        LinkError::Impossible => keys::shared::IMPOSSIBLE,
    }
}
