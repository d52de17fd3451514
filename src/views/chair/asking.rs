//! The statements that a chair writes for an invitation: fields, their order, and advice.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::typing::{Typed, typed};
use crate::app::chair::field::TextField;
use crate::app::chair::statements::{ADD, Act, Problem};
use crate::app::chair::{Message, State, invite};
use crate::content::{Texts, keys};
use crate::domain::extra::MOST_STATEMENTS;
use crate::present::chair::advice::advice;
use crate::views::parts::button_of;

/// What is wrong with a statement.
pub(super) fn problem(texts: Texts, problem: Problem) -> String {
    let key = match problem {
        Problem::TooLong(_) => keys::asking::TOO_LONG,
        Problem::Twice(_) => keys::asking::TWICE,
    };
    texts.fill(key, &[("n", &(problem.position() + 1).to_string())])
}

/// Draws the group.
pub(super) fn asking(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let statements = &state.invite.form.statements.0;
    html! {
        <fieldset Class="group">
            <legend class="group__name">{ texts.get(keys::asking::TITLE) }</legend>
            <p class="group__hint">{ texts.get(keys::asking::LEAD) }</p>
            if !statements.is_empty() {
                <p class="group__hint" id="invite-statements-hint">{ texts.get(keys::asking::HINT) }</p>
                <ol class="planned-list">
                    { for statements.iter().enumerate().map(|(position, kept)| statement(state, position, kept, send)) }
                </ol>
            }
            <p class="acts">
                if statements.len() < MOST_STATEMENTS {
                    { quiet(send, Act::Added, Some(ADD), texts.get(keys::asking::ADD)) }
                }
                if statements.iter().all(String::is_empty) && state.invite.last(&state.folder).is_some() {
                    { quiet(send, Act::LastTaken, None, texts.get(keys::asking::LAST)) }
                }
            </p>
            if statements.len() == MOST_STATEMENTS {
                <p class="group__hint" id={ADD} tabindex="-1">{ texts.get(keys::asking::FULL) }</p>
            }
        </fieldset>
    }
}

/// A button of the group.
pub(super) fn quiet(send: &Dispatch, act: Act, id: Option<&'static str>, label: &'static str) -> Html {
    let onclick = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| send.emit(said(act)))
    };
    html! { <button type="button" Class="button button--quiet" {id} {onclick}>{ label }</button> }
}

const fn said(act: Act) -> Message {
    Message::Invite(invite::Message::Statements(act))
}

fn statement(state: &State, position: usize, kept: &str, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typed(state, send, TextField::InviteStatement(position), kept);
    let n = (position + 1).to_string();
    let label = texts.fill(keys::extra::NUMBERED, &[("n", &n)]);
    let problems = state.invite.problems.iter().rev();
    let mut wrong = problems.filter_map(|problem| match problem {
        invite::Problem::Statement(problem) if problem.position() == position => Some(*problem),
        _ => None,
    });
    let wrong: Option<Problem> = wrong.next();
    let problem_id = [&id, "-problem"].concat();
    let advice_id = [&id, "-advice"].concat();
    let words = advice(texts, kept);
    let mut described = String::from("invite-statements-hint");
    for (is_there, id) in [(wrong.is_some(), &problem_id), (words.is_some(), &advice_id)] {
        if is_there {
            described.extend([" ", id]);
        }
    }
    let act = |act, label, of| {
        let name = texts.fill(of, &[("what", &[n.as_str(), ". ", kept].concat())]);
        button_of(send, said(act), texts.get(label), Some(name), None)
    };
    let count = state.invite.form.statements.0.len();
    html! {
        <li class="planned" key={position}>
            <div class={if wrong.is_some() { "planned__fields group--problem" } else { "planned__fields" }}>
                <label class="field__label field__label--strong" for={id.clone()}>{ label }</label>
                if let Some(wrong) = wrong {
                    <p class="group__problem" id={problem_id}>{ problem(texts, wrong) }</p>
                }
                <textarea class="field__input planned__lines" rows="2" {id} {value} dir="auto" autocomplete="off"
                    aria-describedby={described} aria-invalid={wrong.map(|_| "true")} {oninput} {onchange} {onblur} />
                if let Some(words) = words {
                    <p class="planned__said" id={advice_id}>{ words }</p>
                }
                <p class="planned__acts">
                    if position > 0 {
                        { act(Act::Moved(position, true), keys::plan::UP, keys::plan::UP_OF) }
                    }
                    if position + 1 < count {
                        { act(Act::Moved(position, false), keys::plan::DOWN, keys::plan::DOWN_OF) }
                    }
                    { act(Act::Removed(position), keys::plan::REMOVE, keys::plan::REMOVE_OF) }
                </p>
            </div>
        </li>
    }
}
