//! The start screen: what the check is, checks on this device, and the settings of a new one.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{button, link, on_click, title};
use super::settings;
use crate::app::opening::BEGIN;
use crate::app::state::Piece;
use crate::app::{Message, State};
use crate::content::{Key, Texts, keys};
use crate::formats::decimal::decimal;
use crate::present::checks::{self, Entry, NEWEST};
use crate::present::spoken;

/// What visitors want to know before they start.
fn points(state: &State) -> [&'static str; 3] {
    let texts = state.texts;
    [
        spoken::promise(state),
        spoken::sees(state),
        texts.get(keys::start::ALONE),
    ]
}

/// Where whoever chairs begins: fragments and names.
const DOORS: [(&str, Key); 2] = [("invite", keys::start::INVITE), ("compare", keys::start::COMPARE)];

/// Where whoever was here before learns what brings a check back that the browser has cleared. Who has checks here finds
/// them at the top.
const BACK: (&str, Key) = ("earlier", keys::start::BRING_BACK);

/// Draws the start screen.
pub(super) fn start(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let in_progress = checks::in_progress(texts, &state.record);
    let mut finished = checks::finished(texts, &state.record);
    let has_more = finished.len() > NEWEST;
    finished.truncate(NEWEST);
    let again = !in_progress.is_empty() || !finished.is_empty();
    html! {
        <>
            { title(texts, texts.get(keys::start::TITLE)) }
            { entries(send, in_progress, texts.get(keys::checks::PROGRESS_TITLE), texts.get(keys::checks::GO_ON), true) }
            { entries(send, finished, texts.get(keys::checks::FINISHED_TITLE), texts.get(keys::checks::SEE), false) }
            if has_more {
                <p>{ link(send, Message::LinkFollowed, "earlier", "link", texts.get(keys::checks::ALL)) }</p>
            }
            <p class="lead">{ texts.get(keys::start::LEAD) }</p>
            if state.draws(Piece::Points) {
                <ul class="points">
                    { for points(state).into_iter().map(|point| html! { <li>{ point }</li> }) }
                    <li>{ link(send, Message::LinkFollowed, "definition", "", texts.get(keys::start::WHAT)) }</li>
                </ul>
                if again {
                    <h2 class="heading">{ texts.get(keys::start::CHOOSE_AGAIN) }</h2>
                }
            }
            // An invitation says how the check is.
            if state.draws(Piece::Length) && state.invitation.is_none() {
                { settings::problem(state, send) }
                { settings::form(state, send) }
            }
            if state.draws(Piece::Ways) {
                { ways(send, texts, again) }
            }
        </>
    }
}

/// The Start button, and links to other screens.
fn ways(send: &Dispatch, texts: Texts, again: bool) -> Html {
    html! {
        <>
            <p class="acts">
                <a Class="button start__go" href={BEGIN} onclick={on_click(send, Message::StartPressed)}>
                    { texts.get(keys::start::GO) }
                </a>
            </p>
            <ul class="foot__links">{ for DOORS.into_iter().chain((!again).then_some(BACK)).map(|(fragment, label)| html! {
                <li>{ link(send, Message::LinkFollowed, fragment, "link", texts.get(label)) }</li>
            }) }</ul>
        </>
    }
}

/// Checks on this device; nothing where there are none.
fn entries(
    send: &Dispatch,
    entries: Vec<Entry>,
    heading: &'static str,
    open: &'static str,
    first: bool,
) -> Html {
    if entries.is_empty() {
        return html! {};
    }
    let class = if first { "button" } else { "button button--quiet" };
    html! {
        <section class="checks">
            <h2 class="heading">{ heading }</h2>
            <ul class="checks__list">{ for entries.into_iter().map(|entry| html! {
                <li class="checks__entry" key={decimal(entry.id as usize)}>
                    <p class="checks__name"><bdi>{ entry.name }</bdi></p>
                    <p class="checks__about">{ entry.about }</p>
                    { button(send, Message::CheckOpened(entry.id), class, open) }
                </li>
            }) }</ul>
        </section>
    }
}
