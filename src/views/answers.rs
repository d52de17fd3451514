//! "Check your answers": every statement with its answer, what is missing, and the way to the result.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{button, link, on_click, terms, title};
use crate::app::pages::Asked;
use crate::app::{Message, Screen, State};
use crate::content::keys;
use crate::domain::check::Check;
use crate::present::rows::{self, Group, Row};

/// Draws the screen.
pub(super) fn answers(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let Some(check) = state.check() else {
        return html! {};
    };
    let missing = rows::missing(state);
    let status = if missing == 0 {
        texts.get(keys::answers::ALL_DONE).to_owned()
    } else {
        texts.count(keys::answers::MISSING, missing)
    };
    let finish = || {
        button(
            send,
            Message::FinishPressed,
            "button",
            texts.get(keys::answers::FINISH),
        )
    };
    html! {
        <div class="answers">
            { title(texts, texts.get(keys::answers::TITLE)) }
            <p class="lead">{ status }</p>
            <p class="acts">{ finish() }</p>
            { settings(state, check, send) }
            { for rows::groups(state).into_iter().map(|group| draw_group(state, group, send)) }
            if check.asks_stage() {
                { stage(state, check, send) }
            }
            <p class="acts">{ finish() }</p>
        </div>
    }
}

/// The settings, which were chosen before the first statement.
fn settings(state: &State, check: &Check, send: &Dispatch) -> Html {
    let texts = state.texts;
    let setup = &check.setup.value;
    let given = |name: &String| {
        if name.is_empty() {
            texts.get(keys::answers::NOT_GIVEN).to_owned()
        } else {
            name.clone()
        }
    };
    let sector = setup
        .sector
        .map_or(texts.get(keys::answers::NOT_GIVEN), |sector| texts.sector(sector));
    let mut lines = vec![
        (
            texts.get(keys::answers::LENGTH),
            texts.length(setup.length).to_owned(),
        ),
        (texts.get(keys::answers::KIND), texts.kind(setup.kind).to_owned()),
    ];
    if setup.kind.has_pairs() {
        lines.push((
            texts.get(keys::answers::SIDE),
            texts.side(setup.kind, setup.side).to_owned(),
        ));
    }
    lines.push((texts.get(keys::answers::SECTOR), sector.to_owned()));
    lines.push((texts.get(keys::answers::PARTNERSHIP), given(&setup.partnership)));
    lines.push((texts.get(keys::answers::ORGANISATION), given(&setup.organisation)));
    html! {
        <section class="answers__group">
            <h2 class="heading">{ texts.get(keys::answers::SETTINGS) }</h2>
            { terms(lines) }
            <p>{ link(send, Message::LinkFollowed, "setup", "link", texts.get(keys::answers::SETUP_TITLE)) }</p>
        </section>
    }
}

fn draw_group(state: &State, group: Group, send: &Dispatch) -> Html {
    html! {
        <section class="answers__group">
            <h2 class="heading">{ group.heading }</h2>
            <ul class="answers__list">{ for group.rows.iter().map(|row| draw_row(state, row, send)) }</ul>
            if !group.note.is_empty() {
                <p class="answers__note"><strong>{ state.texts.get(keys::answers::NOTE) }{ ": " }</strong><bdi>{ group.note }</bdi></p>
            }
        </section>
    }
}

fn draw_row(state: &State, row: &Row, send: &Dispatch) -> Html {
    let answer = if row.answered {
        "answers__answer"
    } else {
        "answers__answer answers__answer--blank"
    };
    html! {
        <li class="answers__row">
            <span class="answers__words">{ row_words(row) }</span>
            <span class={answer}>{ row.answer }</span>
            { change(state, row.page, Some(row.asked), &row.words, send) }
        </li>
    }
}

/// The words of a statement. Those that a person wrote may go the other way.
fn row_words(row: &Row) -> Html {
    match row.asked {
        Asked::Statement(_) => html! { &row.words },
        Asked::Extra(_) => html! { <bdi>{ &*row.words }</bdi> },
    }
}

fn stage(state: &State, check: &Check, send: &Dispatch) -> Html {
    let texts = state.texts;
    let page = state.pages().len().saturating_sub(1);
    let chosen = check
        .stage
        .value
        .map_or(texts.get(keys::answers::BLANK), |choice| {
            texts.stage_choice(choice)
        });
    let words = texts.get(keys::questions::STAGE);
    html! {
        <section class="answers__group">
            <h2 class="heading">{ texts.get(keys::answers::STAGE) }</h2>
            <ul class="answers__list"><li class="answers__row answers__row--stage">
                <span class="answers__words">{ words }</span>
                <span class="answers__answer">{ chosen }</span>
                { change(state, page, None, words, send) }
            </li></ul>
        </section>
    }
}

/// A link to where an answer can be changed: a statement, or the stage question, on its page.
fn change(state: &State, page: usize, statement: Option<Asked>, words: &str, send: &Dispatch) -> Html {
    let label = state
        .texts
        .fill(keys::answers::CHANGE_OF, &[("statement", words)]);
    html! {
        <a Class="answers__change" href={Screen::Questions(page).fragment()} aria-label={label}
            onclick={on_click(send, Message::ChangePressed(page, statement))}>{ state.texts.get(keys::answers::CHANGE) }</a>
    }
}
