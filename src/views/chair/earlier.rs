//! What is kept on this device: opened, compared, deleted.

use yew::prelude::*;

use super::chosen_files::on_chosen;
use super::dispatch::{Dispatch, Files};
use super::over_time;
use super::sheet::sheet;
use super::told::told_words;
use crate::app::chair::earlier::{self, OUTCOME, QUESTION, Thing, Told, button_id};
use crate::app::chair::{Message, State};
use crate::content::{Key, keys};
use crate::domain::check::Check;
use crate::domain::entry::Item;
use crate::present::chair::earlier::{Line, choice, compare, lines, pair, plan_alone};
use crate::views::parts::{Select, button, button_of, disclosure, link, select, table, title};

/// Draws the screen.
pub(super) fn earlier(state: &State, send: &Dispatch, files: &Files) -> Html {
    let texts = state.context.texts;
    let headings = [
        keys::earlier::PROGRESS,
        keys::earlier::FINISHED,
        keys::earlier::COMPARISONS,
        keys::earlier::PLANS,
        keys::earlier::OWN_STATEMENTS,
    ];
    let lists = lines(state);
    let empty = lists.iter().all(Vec::is_empty);
    html! {
        <div class="earlier">
            { title(texts, texts.get(keys::earlier::TITLE)) }
            { outcome(state, send) }
            <p class="lead">{ texts.get(if empty { keys::earlier::NOTHING } else { keys::earlier::LEAD }) }</p>
            { for headings.into_iter().zip(lists).map(|(heading, lines)| list(state, heading, &lines, send)) }
            { two_checks(state, send) }
            { over_time::section(state) }
            { in_and_out(state, send, files) }
            if !empty {
                <p>{ link(send, Message::LinkFollowed, "privacy", "link", texts.get(keys::earlier::EVERYTHING)) }</p>
            }
        </div>
    }
}

fn said(message: earlier::Message) -> Message {
    Message::Earlier(message)
}

/// The last change with its undo button; it gets the focus.
fn outcome(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let back = match state.earlier.told {
        Some(Told::Imported { .. }) => keys::earlier::UNDO_IMPORT,
        _ => keys::earlier::UNDO,
    };
    let told = state.earlier.told.is_some();
    html! {
        <div class="earlier__outcome" id={OUTCOME} tabindex="-1" role={told.then_some("group")}
            aria-labelledby={told.then_some("earlier-told")}>
            if let Some(told) = &state.earlier.told {
                <span id="earlier-told">{ told_words(texts, told) }</span>
            }
            if state.earlier.undo.is_some() {
                { button(send, said(earlier::Message::UndoPressed), "textual", texts.get(back)) }
            }
        </div>
    }
}

/// Saving everything as files, and opening files.
fn in_and_out(state: &State, send: &Dispatch, files: &Files) -> Html {
    let texts = state.context.texts;
    let folder = state
        .folder
        .entries
        .iter()
        .any(|entry| entry.item != Item::Removed);
    html! {
        <section class="earlier__group earlier__files">
            <h2 class="heading">{ texts.get(keys::earlier::FILES) }</h2>
            <p>{ texts.get(keys::earlier::FILES_LEAD) }</p>
            <p class="acts">
                if !state.context.record.checks.is_empty() {
                    { button(send, said(earlier::Message::SaveChecksPressed), "button button--quiet", texts.get(keys::earlier::SAVE_CHECKS)) }
                }
                if folder {
                    { button(send, said(earlier::Message::SaveFolderPressed), "button button--quiet", texts.get(keys::earlier::SAVE_FOLDER)) }
                }
            </p>
            <div class="field">
                <label class="field__label" for="earlier-files">{ texts.get(keys::earlier::IMPORT) }</label>
                <p class="group__hint" id="earlier-files-hint">{ texts.get(keys::earlier::IMPORT_HINT) }</p>
                <input class="field__input" type="file" id="earlier-files" multiple=true accept=".json,application/json"
                    aria-describedby="earlier-files-hint" onchange={on_chosen(files)} />
            </div>
        </section>
    }
}

/// The entries of one sort; nothing if there are none.
fn list(state: &State, heading: Key, lines: &[Line], send: &Dispatch) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <section class="earlier__group">
            <h2 class="heading">{ state.context.texts.get(heading) }</h2>
            <ul class="earlier__list">{ for lines.iter().map(|one| line(state, one, send)) }</ul>
        </section>
    }
}

fn line(state: &State, line: &Line, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let of = [("name", line.name.as_str()), ("about", line.about.as_str())];
    let act = |message, label, name, id| {
        button_of(
            send,
            said(message),
            texts.get(label),
            Some(texts.fill(name, &of)),
            id,
        )
    };
    html! {
        <li class="earlier__line" key={line.thing.id()}>
            <div class="earlier__words">
                <p class="earlier__name"><bdi>{ &line.name }</bdi></p>
                <p class="earlier__about">{ &line.about }</p>
            </div>
            if state.earlier.asked == Some(line.thing) {
                { question(state, line, send) }
            } else {
                if let Some(plan) = plan_alone(state, line.thing) {
                    { disclosure(texts.get(keys::earlier::OPEN), sheet(texts, plan)) }
                }
                <div class="earlier__acts">
                    if plan_alone(state, line.thing).is_none() {
                        { act(earlier::Message::Opened(line.thing), keys::earlier::OPEN, keys::earlier::OPEN_OF, None) }
                    }
                    { act(earlier::Message::SavePressed(line.thing), keys::earlier::SAVE, keys::earlier::SAVE_OF, None) }
                    { act(earlier::Message::DeletePressed(line.thing), keys::earlier::DELETE, keys::earlier::DELETE_OF, Some(button_id(line.thing))) }
                </div>
            }
        </li>
    }
}

/// Whether to delete this one.
fn question(state: &State, line: &Line, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let sure = texts.fill(keys::earlier::SURE, &[("name", &line.name)]);
    html! {
        <div class="problem earlier__question" id={QUESTION} tabindex="-1" role="group" aria-label={sure.clone()}>
            <p><b><bdi>{ sure }</bdi></b></p>
            <p>{ texts.get(if matches!(line.thing, Thing::Statements(_)) { keys::earlier::SURE_STATEMENTS } else { keys::earlier::SURE_ABOUT }) }</p>
            <p class="acts">
                { button(send, said(earlier::Message::DeleteConfirmed), "button button--danger", texts.get(keys::earlier::YES)) }
                { button(send, said(earlier::Message::DeleteCancelled), "button button--quiet", texts.get(keys::earlier::NO)) }
            </p>
        </div>
    }
}

/// The comparison of two finished checks; nothing with fewer than two.
fn two_checks(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let Some(found) = pair(state) else {
        return html! {};
    };
    let compared = compare(texts, found);
    let [first, second] = &compared.dates;
    let caption = texts.fill(keys::earlier::TABLE, &[("first", first), ("second", second)]);
    let heads = [
        texts.get(keys::earlier::COLUMN).to_owned(),
        texts.get(keys::earlier::COLUMN_CHANGE).to_owned(),
        first.clone(),
        second.clone(),
    ];
    let number = |shown: Option<u8>| shown.map_or_else(|| "–".to_owned(), |shown| shown.to_string());
    let rows: Vec<Vec<String>> = compared
        .rows
        .into_iter()
        .map(|row| {
            let [then, now] = row
                .shown
                .map_or([None, None], |[then, now]| [Some(then), Some(now)]);
            vec![row.name, row.words, number(then), number(now)]
        })
        .collect();
    html! {
        <section class="earlier__group">
            <h2 class="heading">{ texts.get(keys::earlier::COMPARE) }</h2>
            <p>{ texts.get(keys::earlier::COMPARE_LEAD) }</p>
            <div class="earlier__pair">
                { chooser(state, 0, keys::earlier::FIRST, found[0], send) }
                { chooser(state, 1, keys::earlier::SECOND, found[1], send) }
            </div>
            { for compared.says.into_iter().map(|words| html! { <p>{ words }</p> }) }
            if !rows.is_empty() {
                <h3 class="earlier__dates">{ &caption }</h3>
                { table(texts.get(keys::earlier::COMPARE), &heads, rows) }
            }
        </section>
    }
}

/// A field that chooses one of the finished checks.
fn chooser(state: &State, which: usize, label: Key, chosen: &Check, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let id = if which == 0 {
        "earlier-first"
    } else {
        "earlier-second"
    };
    let checks = state.context.record.finished();
    let entry = |check: &Check| {
        (
            check.id.to_string(),
            self::choice(texts, check),
            check.id == chosen.id,
        )
    };
    let checks = Select {
        id: id.to_owned(),
        class: "field__input",
        described_by: None,
        entries: checks.into_iter().map(entry).collect(),
    };
    let paired = move |id: &str| {
        id.parse()
            .ok()
            .map(|id| said(earlier::Message::Paired(which, id)))
    };
    html! {
        <div class="field">
            <label class="field__label" for={id}>{ texts.get(label) }</label>
            { select(send, checks, paired) }
        </div>
    }
}
