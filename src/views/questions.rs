//! A page of questions: its statements, or the stage question, with Next and Back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{self, Radio, button, link, on_clear, on_input, on_scale, title_of};
use super::stage;
use crate::app::pages::{Asked, PageTopic};
use crate::app::{Message, State};
use crate::content::keys;
use crate::domain::answer::Response;
use crate::domain::check::{Check, NoteId};
use crate::domain::ids::StatementId;
use crate::formats::decimal::decimal;
use crate::present::page as present;

/// Draws the page with this number, counted from 0.
pub(super) fn questions(state: &State, number: usize, send: &Dispatch) -> Html {
    let texts = state.texts;
    let pages = state.pages();
    let (Some(check), Some(page)) = (state.check(), pages.get(number)) else {
        return html! {};
    };
    let last = number + 1 == pages.len();
    let step = present::step(texts, number, pages.len());
    html! {
        // What stays from page to page keeps its elements: taking away the button that was pressed, which has the focus, would
        // make the browser lay out both pages.
        <div class="questions" key="questions">
            // Who listens has it in the heading, which gets the focus.
            <p class="step" aria-hidden="true">{ &*step }</p>
            <progress class="progress" max={decimal(pages.len())} value={decimal(number + 1)} aria-hidden="true"></progress>
            { title_of(&step, present::heading(texts, &pages, number)) }
            if page.topic == PageTopic::Stage {
                { stage::stage(state, check, send) }
            } else {
                if page.topic == PageTopic::Extra {
                    <p class="lead">{ texts.get(keys::questions::EXTRA_LEAD) }</p>
                }
                <p class="stem">{ texts.get(keys::questions::STEM) }</p>
                <div onkeydown={(!state.keys_off).then(on_key)}>
                    { for page.statements.iter().map(|statement| question(state, check, *statement, send)) }
                    if page.topic == PageTopic::Extra {
                        { for (0..check.extra_statements().len()).map(|position| extra(state, check, position, send)) }
                    }
                </div>
                { for page.note.map(|id| note(state, check, id, send)) }
            }
            <p class="answered">{ present::answered(state) }</p>
            <div class="acts acts--split">
                { button(send, Message::PreviousPressed, "button button--quiet", texts.get(keys::questions::PREVIOUS)) }
                { button(send, Message::NextPressed, "button", texts.get(if last { keys::questions::TO_ANSWERS } else { keys::questions::NEXT })) }
            </div>
            if page.topic != PageTopic::Stage {
                <p class="hint">
                    { texts.get(keys::questions::SKIP_HINT) }
                    // Who listens has other keys of the same digits.
                    if !state.keys_off {
                        <span class="hint__keys" aria-hidden="true">{ " " }{ texts.get(keys::questions::KEYS_HINT) }</span>
                    }
                </p>
                <p class="acts keys">
                    { button(send, Message::KeysSwitched, "textual", texts.get(if state.keys_off { keys::questions::KEYS_ON } else { keys::questions::KEYS_OFF })) }
                </p>
            }
            if !last {
                <p>{ link(send, Message::LinkFollowed, "answers", "", texts.get(keys::questions::TO_ANSWERS)) }</p>
            }
        </div>
    }
}

/// One statement of the check.
fn question(state: &State, check: &Check, statement: StatementId, send: &Dispatch) -> Html {
    let words = state.texts.statement(statement, check.setup.value.side);
    let chosen = check.responses[statement.index()].value;
    let says = |response| Message::Answered(statement, response);
    choices(state, Asked::Statement(statement), words, chosen, says, send)
}

/// One statement of whoever invited, by its position.
fn extra(state: &State, check: &Check, position: usize, send: &Dispatch) -> Html {
    let words = check.extra_statements().get(position).map_or("", String::as_str);
    let chosen = check.extra_responses.get(position).and_then(|field| field.value);
    let says = |response| Message::ExtraAnswered(position, response);
    choices(state, Asked::Extra(position), words, chosen, says, send)
}

/// A statement with its seven choices and the way to clear it.
fn choices(
    state: &State,
    asked: Asked,
    words: &str,
    chosen: Option<Response>,
    says: impl Fn(Option<Response>) -> Message,
    send: &Dispatch,
) -> Html {
    let (texts, id) = (state.texts, asked.id());
    let legend = match asked {
        Asked::Statement(_) => html! { words.to_owned() },
        // A person's words may go the other way.
        Asked::Extra(_) => html! { <bdi>{ words.to_owned() }</bdi> },
    };
    let one = |response: Response| {
        on_scale(
            send,
            id,
            Radio {
                value: response.value(),
                label: parts::words(texts.response(response)),
                hint: "",
                checked: chosen == Some(response),
                message: says(Some(response)),
            },
        )
    };
    let (scale, apart) = Response::ALL.split_at(5);
    let clear = texts.fill(keys::questions::CLEAR_OF, &[("statement", words)]);
    html! {
        <fieldset Class="statement" key={id} {id} tabindex="-1">
            <legend class="statement__words">{ legend }</legend>
            { for meaning(state, asked, words) }
            <div class="scale">{ for scale.iter().copied().map(&one) }</div>
            <div class="scale scale--apart">{ for apart.iter().copied().map(&one) }</div>
            <button type="button" Class="textual statement__clear" hidden={chosen.is_none()} aria-label={clear}
                onclick={on_clear(send, says(None))}>
                { texts.get(keys::questions::CLEAR) }
            </button>
        </fieldset>
    }
}

/// What a statement of the check means, folded. Its words come with the second module.
fn meaning(state: &State, asked: Asked, words: &str) -> Option<Html> {
    let (texts, Asked::Statement(statement)) = (state.texts, asked) else {
        return None;
    };
    let side = state.check()?.setup.value.side;
    let inside = match texts.meaning(statement, side) {
        "" if state.second_module_failed => texts.get(keys::app::LATER_FAILED).to_owned(),
        "" => texts.get(keys::app::LOADING).to_owned(),
        what => [what, texts.example(statement, side)].join(" "),
    };
    Some(html! {
        <details class="disclosure">
            <summary class="disclosure__label">
                { texts.get(keys::questions::MEANS) }<span class="visually-hidden">{ " " }{ words.to_owned() }</span>
            </summary>
            <p class="disclosure__inside">{ inside }</p>
        </details>
    })
}

/// Keys 1 to 5 answer the statement that has the focus, and no other (WCAG 2.1.4).
fn on_key() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let key = event.key();
        if event.ctrl_key()
            || event.alt_key()
            || event.meta_key()
            || !matches!(key.as_str(), "1" | "2" | "3" | "4" | "5")
        {
            return;
        }
        let Some(target) = event.target().map(JsCast::unchecked_into::<Element>) else {
            return;
        };
        let Ok(Some(group)) = target.closest("fieldset") else {
            return;
        };
        if let Ok(Some(input)) = group.query_selector(&["input[value='", &key, "']"].concat()) {
            let input: HtmlElement = input.unchecked_into();
            // A click chooses the radio button as a user would; the focus moves to it, as with arrow keys.
            input.click();
            let _ = input.focus();
        }
    })
}

/// The note that can be added to a page. It is kept as it is typed.
fn note(state: &State, check: &Check, id: NoteId, send: &Dispatch) -> Html {
    let texts = state.texts;
    let oninput = on_input(send, move |text| Message::NoteWritten(id, text));
    let open = !check.note(id).is_empty();
    html! {
        <details class="disclosure" key={decimal(id.index())} {open}>
            <summary class="disclosure__label">{ texts.get(keys::questions::NOTE) }</summary>
            <div class="disclosure__inside field">
                <label class="group__hint" for="phc-note">{ texts.get(keys::questions::NOTE_HINT) }</label>
                <textarea class="field__input" id="phc-note" name="note" rows="4" dir="auto"
                    defaultvalue={check.note(id).to_owned()} {oninput} />
            </div>
        </details>
    }
}
