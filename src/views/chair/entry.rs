//! Entering a form that somebody filled in on paper: its settings, then one question at a time, then the list.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::asked;
use super::dispatch::Dispatch;
use super::field::{Field, Holds, field};
use super::problems::{Wrong, problems};
use crate::app::chair::entry::{Act, Message as Entry, Problem, Question, act_of_key};
use crate::app::chair::field::TextField;
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::present::chair::entry::{Choice, choices, row, rows, words};
use crate::views::parts::{Group, button, button_of, on_click, title};

/// Draws the screen.
pub(super) fn entry(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    html! {
        <div class="entry">
            { title(texts, texts.get(keys::entry::TITLE)) }
            { match state.entry.at {
                None => settings(state, send),
                Some(at) => match state.entry.question(at) {
                    Question::End => end(state, at, send),
                    question => ask(state, at, question, send),
                },
            } }
        </div>
    }
}

fn said(act: Act) -> Message {
    Message::Entry(Entry::Act(act))
}

/// Whose form it is, and which.
fn settings(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let entry = &state.entry;
    let wrong = |problem| {
        entry
            .problems
            .contains(&problem)
            .then(|| texts.get(problem_words(problem)))
    };
    let side = Group {
        name: "entry-side",
        legend: texts.get(keys::entry::SIDE),
        hint: "",
        problem: wrong(Problem::Side),
    };
    let begun = entry.answered() > 0;
    html! {
        <>
            <p class="lead">{ texts.get(keys::entry::LEAD) }</p>
            { summary(state, send) }
            <div class="settings">
                { name(state, send) }
                { asked::length(texts, send, "entry-length", entry.length, |length| said(Act::Length(length))) }
                { asked::kind(texts, send, ("entry-kind", wrong(Problem::Kind)), entry.kind, |kind| said(Act::Kind(kind))) }
                { asked::side(texts, send, side, (entry.kind, entry.side), |side| said(Act::Side(side))) }
                { asked::extra(state, send, "entry-extra", entry.extra.as_ref(), |set| Message::Entry(Entry::Extra(set))) }
            </div>
            <p class="acts">{ button(send, said(Act::Begun), "button", texts.get(if begun { keys::entry::GO_ON } else { keys::entry::BEGIN })) }</p>
            <p class="hint">{ texts.get(keys::entry::KEPT) }</p>
            if begun {
                { discard(state, send) }
            }
        </>
    }
}

const fn problem_words(problem: Problem) -> crate::content::Key {
    match problem {
        Problem::Kind => keys::start::PROBLEM_KIND,
        Problem::Side => keys::entry::PROBLEM_SIDE,
    }
}

/// The error summary; nothing without an error.
fn summary(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let wrong = state.entry.problems.iter().map(|problem| Wrong {
        target: problem.target().to_owned(),
        words: texts.get(problem_words(*problem)).to_owned(),
        follow: said(Act::ProblemFollowed(*problem)),
    });
    problems(texts, wrong.collect(), send)
}

fn name(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let name = Field {
        text: TextField::EntryName,
        holds: Holds::Words,
        label: texts.get(keys::entry::NAME),
        hint: texts.get(keys::entry::NAME_HINT),
        problem: None,
        kept: &state.entry.name,
    };
    field(state, send, name)
}

/// Throwing away what was entered: it asks first.
fn discard(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    if !state.entry.asked {
        return html! { <p>{ button(send, said(Act::Discard), "textual", texts.get(keys::entry::DISCARD)) }</p> };
    }
    let yes = said(Act::Discarded(true));
    html! {
        <div class="entry__asked" id="entry-asked" tabindex="-1" role="group" aria-label={texts.get(keys::entry::DISCARD)}>
            <p>{ texts.count(keys::entry::DISCARD_ASK, state.entry.answered()) }</p>
            <p class="acts">
                { button(send, yes, "button button--danger", texts.get(keys::entry::DISCARD_YES)) }
                { button(send, said(Act::Discarded(false)), "button button--quiet", texts.get(keys::entry::DISCARD_NO)) }
            </p>
        </div>
    }
}

/// One question.
fn ask(state: &State, at: usize, question: Question, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let entry = &state.entry;
    let place = texts.fill(
        keys::meeting::PLACE,
        &[
            ("n", &(at + 1).to_string()),
            ("all", &entry.questions().to_string()),
        ],
    );
    let class = if question == Question::Stage {
        "entry__choices entry__choices--stage"
    } else {
        "entry__choices"
    };
    html! {
        <div class="entry__ask" onkeydown={on_key(state, send, question)}>
            <p class="entry__of"><bdi>{ whose(texts, &entry.name) }</bdi></p>
            // A heading of its own for each question: a screen reader reads it when it takes the focus.
            <h2 class="entry__question" id="entry-question" tabindex="-1" key={at}>
                <span class="entry__place">{ place }</span>{ " " }<bdi>{ words(texts, entry, question) }</bdi>
            </h2>
            <div class={class}>{ for choices(texts, entry, question).into_iter().map(|choice| self::choice(state, send, &choice)) }</div>
            <p class="acts">
                { button(send, said(Act::Back), "button button--quiet", texts.get(keys::entry::BACK)) }
                { button(send, said(Act::Settings), "textual", texts.get(keys::entry::TO_SETTINGS)) }
            </p>
            if let Some(before) = at.checked_sub(1).map(|before| row(texts, entry, before)) {
                <p class="entry__before">{ texts.get(keys::entry::BEFORE) }{ " " }{ before.at + 1 }{ ". " }<bdi>{ before.words }</bdi>{ " " }<b>{ before.answer }</b></p>
            }
            if !state.context.keys_off {
                <p class="hint">{ texts.get(keys::entry::KEYS_HINT) }</p>
            }
        </div>
    }
}

fn whose(texts: Texts, name: &str) -> String {
    if name.trim().is_empty() {
        texts.get(keys::entry::NAMELESS).to_owned()
    } else {
        name.to_owned()
    }
}

fn choice(state: &State, send: &Dispatch, choice: &Choice) -> Html {
    let key = (!state.context.keys_off).then_some(choice.key);
    let class = if choice.is_given {
        "entry__choice entry__choice--given"
    } else {
        "entry__choice"
    };
    html! {
        <button type="button" Class={class} aria-keyshortcuts={key} aria-pressed={choice.is_given.to_string()}
            onclick={on_click(send, said(choice.act))}>
            if let Some(key) = key {
                <kbd class="entry__key" aria-hidden="true">{ key }</kbd>
            }
            { choice.words }
        </button>
    }
}

/// Everything that was entered, to be compared with the paper, and the way into the comparison.
fn end(state: &State, at: usize, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let entry = &state.entry;
    let (answered, all) = (entry.answered(), entry.asked());
    let count = texts.fill(
        keys::questions::ANSWERED,
        &[("n", &answered.to_string()), ("all", &all.to_string())],
    );
    html! {
        <div class="entry__ask" onkeydown={on_key(state, send, Question::End)}>
            <p class="entry__of"><bdi>{ whose(texts, &entry.name) }</bdi></p>
            <h2 class="entry__question" id="entry-question" tabindex="-1" key={at}>{ words(texts, entry, Question::End) }</h2>
            <p>{ count }</p>
            <p class="acts">
                if answered > 0 {
                    { button(send, said(Act::Added), "button", texts.get(keys::entry::ADD)) }
                }
                { button(send, said(Act::Back), "button button--quiet", texts.get(keys::entry::BACK)) }
                { button(send, said(Act::Settings), "textual", texts.get(keys::entry::TO_SETTINGS)) }
            </p>
            <ol class="entry__rows">{ for rows(texts, entry).into_iter().map(|row| {
                let name = texts.fill(keys::answers::CHANGE_OF, &[("statement", &row.words)]);
                html! {
                    <li class="entry__row">
                        <div class="entry__line">
                            <bdi>{ row.words }</bdi><b>{ row.answer }</b>
                            { button_of(send, said(Act::Shown(row.at)), texts.get(keys::answers::CHANGE), Some(name), None) }
                        </div>
                    </li>
                }
            }) }</ol>
        </div>
    }
}

/// Keys count while something of the question has the focus, and unless the person switched them off (WCAG 2.1.4).
fn on_key(state: &State, send: &Dispatch, question: Question) -> Option<Callback<KeyboardEvent>> {
    if state.context.keys_off {
        return None;
    }
    let send = send.clone();
    Some(Callback::from(move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if !plain || event.repeat() || event.default_prevented() {
            return;
        }
        let in_field = event
            .target_dyn_into::<HtmlElement>()
            .is_some_and(|element| element.tag_name() == "INPUT");
        if let Some(act) = act_of_key(question, &event.key()).filter(|_| !in_field) {
            event.prevent_default();
            send.emit(said(act));
        }
    }))
}
