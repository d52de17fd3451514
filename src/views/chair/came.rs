//! What became of the last text or change of a comparison, with what is asked and the way to undo it.

use yew::prelude::*;

use super::claims::claims;
use super::dispatch::Dispatch;
use super::faults::{cut_address, problem};
use super::told::refused;
use crate::app::chair::compare::{Message as Act, Said, Taken};
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::present::chair::compare::{asked, cut_words, taken_words};
use crate::views::parts::on_click;

/// Ids of what became of the last text, of the links in it that could not be read, and of what was done.
const SAID: &str = "phc-said";
const PROBLEMS: &str = "phc-said-problems";
const DONE: &str = "phc-done";
/// At most so many links that could not be read are heard at once; the others are in the list.
const MOST_SAID: usize = 3;

/// Draws it.
pub(super) fn came(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let compare = &state.compare;
    let asked = asked(state);
    let quiet = compare.reading.is_none()
        && compare.taken.is_none()
        && asked.is_empty()
        && !compare.can_undo(&state.folder)
        && compare.said.is_none();
    let mut named = Vec::new();
    if compare.reading.is_some() || compare.taken.is_some() {
        named.push(SAID);
    }
    if compare
        .taken
        .as_ref()
        .is_some_and(|taken| matches!(taken.problems.len(), 1..=MOST_SAID))
    {
        named.push(PROBLEMS);
    }
    if compare.said.is_some() {
        named.push(DONE);
    }
    let name = (!named.is_empty()).then(|| named.join(" "));
    html! {
        // It takes the focus, and is heard by its name: what happened and why.
        <div id="phc-taken" class={if quiet { "came" } else { "came came--told" }} tabindex="-1"
            role={name.is_some().then_some("group")} aria-labelledby={name}>
            if let Some(reading) = &state.compare.reading {
                <p id={SAID}>{ texts.fill(keys::compare::READING, &[
                    ("percent", &reading.percent().to_string()), ("n", &reading.found().to_string()),
                ]) }</p>
                <progress class="reading" max="100" value={reading.percent().to_string()} />
            }
            if let Some(taken) = &state.compare.taken {
                <div id={SAID} class="came__said">
                    { for taken_words(texts, taken).into_iter().map(|words| html! { <p><bdi>{ words }</bdi></p> }) }
                    { for taken.files.iter().map(|(number, error)| html! { <p>{ refused(texts, *number, error) }</p> }) }
                </div>
                { problems(texts, taken) }
                { cut_addresses(texts, taken) }
            }
            { claims(texts, asked, send) }
            if let Some(said) = compare.said {
                <p id={DONE}>{ texts.get(match said {
                    Said::Removed => keys::compare::SAID_REMOVED,
                    Said::Joined => keys::compare::SAID_JOINED,
                    Said::KeptApart => keys::compare::SAID_KEPT_APART,
                    Said::Undone => keys::compare::SAID_UNDONE,
                }) }</p>
            }
            // The table of many summaries does not change the comparison.
            if compare.can_undo(&state.folder) && state.compare.many.is_none() {
                <p><button type="button" Class="textual" id="phc-undo" onclick={on_click(send, Message::Compare(Act::UndoPressed))}>
                    { texts.get(keys::compare::UNDO) }
                </button></p>
            }
        </div>
    }
}

/// A line for each link that could not be read.
fn problems(texts: Texts, taken: &Taken) -> Html {
    if taken.problems.is_empty() {
        return html! {};
    }
    html! {
        <ul class="problems" id={PROBLEMS}>{ for taken.problems.iter().map(|found| html! {
            <li>{ problem(texts, found) }</li>
        }) }</ul>
    }
}

/// A line for each address that came without its link.
fn cut_addresses(texts: Texts, taken: &Taken) -> Html {
    let Some(words) = cut_words(texts, taken) else {
        return html! {};
    };
    html! {
        <>
            <p>{ words }</p>
            <ul class="problems">{ for taken.cut_addresses.iter().map(|place| html! {
                <li>{ cut_address(texts, place) }</li>
            }) }</ul>
        </>
    }
}
