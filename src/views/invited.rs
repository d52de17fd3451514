//! An invitation from a link: what it says, the choice of a side, and the start of the check.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{button, link, terms, title};
use super::settings;
use crate::app::{Message, State};
use crate::content::{Key, Texts, keys};
use crate::domain::day::Day;
use crate::domain::invitation::Invitation;
use crate::formats::link::LinkError;
use crate::present::chair::invite;
use crate::present::spoken;

/// Draws the screen.
pub(super) fn invited(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    match &state.invited {
        Some(Ok(invitation)) => html! {
            <>
                { title(texts, texts.get(keys::invited::TITLE)) }
                { again(state, invitation, send) }
                { letter(texts, spoken::promise(state), invitation, state.today) }
                { form(state, invitation, send) }
            </>
        },
        Some(Err(error)) => html! {
            <>
                { title(texts, texts.get(keys::invited::ERROR_TITLE)) }
                <p class="lead">{ texts.get(words(*error)) }</p>
                <p class="acts">{ link(send, Message::LinkFollowed, "start", "button", texts.get(keys::invited::OWN_CHECK)) }</p>
            </>
        },
        None => html! {},
    }
}

/// What an invitation says; the chair sees the same before sending it.
pub(super) fn letter(texts: Texts, promise: &str, invitation: &Invitation, today: Day) -> Html {
    html! {
        <>
            <p class="lead">{ texts.get(keys::invited::LEAD) }</p>
            { said(texts, invitation, today) }
            <ul class="points">
                <li>{ promise }</li>
                <li>{ texts.get(keys::invited::DECIDE) }</li>
                <li>{ texts.get(keys::invited::ALONE) }</li>
            </ul>
        </>
    }
}

/// What an invitation asks.
pub(super) fn said(texts: Texts, invitation: &Invitation, today: Day) -> Html {
    html! {
        <>
            { terms(invite::lines(texts, invitation, today)) }
            if let Some(extra) = &invitation.extra {
                <p>{ texts.get(keys::extra::INVITED) }</p>
                <ol class="letter__statements">{ for extra.statements().iter().map(|statement| html! {
                    <li><bdi>{ statement }</bdi></li>
                }) }</ol>
            }
        </>
    }
}

/// A link to the check that was begun from this invitation before; nothing if none was.
fn again(state: &State, invitation: &Invitation, send: &Dispatch) -> Html {
    let Some(check) = invite::begun(state, invitation) else {
        return html! {};
    };
    let (words, label) = if check.finished.value.is_some() {
        (keys::invited::FINISHED, keys::checks::SEE)
    } else {
        (keys::invited::BEGUN, keys::checks::GO_ON)
    };
    html! {
        <div class="banner">
            <p>{ state.texts.get(words) }</p>
            { button(send, Message::CheckOpened(check.id), "button", state.texts.get(label)) }
        </div>
    }
}

/// What only the partner can choose: the side. The invitation sets the rest, and names are asked where they are used.
fn form(state: &State, invitation: &Invitation, send: &Dispatch) -> Html {
    let texts = state.texts;
    // Who has begun goes on; another check is the second thought.
    let class = if invite::begun(state, invitation).is_some() {
        "button button--quiet start__go"
    } else {
        "button start__go"
    };
    html! {
        <>
            { settings::problem(state, send) }
            <div class="settings">{ settings::sides(state, send) }</div>
            <p class="acts">
                { button(send, Message::InvitedPressed, class, texts.get(keys::start::GO)) }
            </p>
            if !state.record.checks.is_empty() {
                <p class="caveat">{ texts.get(keys::invited::OTHERS) }</p>
            }
        </>
    }
}

/// What happened to a link, what is safe and what to do next.
const fn words(error: LinkError) -> Key {
    match error {
        LinkError::NotALink => keys::invited::NOT_A_LINK,
        LinkError::TooLong => keys::invited::TOO_LONG,
        LinkError::CutOff => keys::invited::CUT_OFF,
        LinkError::Damaged => keys::invited::DAMAGED,
        LinkError::NewerVersion => keys::invited::NEWER,
        LinkError::OtherQuestions => keys::invited::OTHER_QUESTIONS,
        LinkError::Impossible => keys::invited::IMPOSSIBLE,
    }
}
