//! The comparison: adding partners, the list of partners, and the report.

use web_sys::DragEvent;
use yew::prelude::*;

use super::acts::act;
use super::came::came;
use super::chosen_files::{listed, on_chosen};
use super::compared::{ADDING, compared};
use super::dispatch::{Dispatch, Files};
use super::dots::badge;
use super::faults::fault;
use super::handing::share;
use super::many;
use super::on_paper::on_paper;
use super::paste::paste;
use super::sheet::came_with;
use super::typing::{cut, typed};
use crate::app::chair::compare::Message as Act;
use crate::app::chair::field::TextField;
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::formats::link::LinkError;
use crate::present::chair::compare::own_checks;
use crate::present::chair::comparison::{Person, Report, in_order_of_letters, people};
use crate::present::checks::NEWEST;
use crate::views::parts::{Checkbox, Select, checkbox, disclosure, link, select, title, words};

/// Draws the screen.
pub(super) fn compare(state: &State, report: Option<&Report>, send: &Dispatch, files: &Files) -> Html {
    let texts = state.context.texts;
    let empty = Comparison::new(state.context.today);
    let comparison = state.comparison().map_or(&empty, |(_, comparison)| comparison);
    let began = !comparison.partners.is_empty();
    html! {
        <div class={if report.is_some() { "result result--wide" } else { "result" }}>
            // While a long text is read, the rest is not rendered for each chunk.
            if state.compare.reading.is_some() {
                { title(texts, texts.get(keys::compare::TITLE)) }
                { came(state, send) }
            } else if let Some(many) = &state.compare.many {
                { came(state, send) }
                { many::many(texts, many, send) }
                if began {
                    <p>{ act(send, Act::ManyClosed, "textual", texts.get(keys::compare::MANY_BACK)) }</p>
                }
                { way_in(state, send, files, true) }
            } else if let Some(report) = report {
                { came(state, send) }
                { compared(state, report, send) }
                { printed(state, report, send) }
                { share(state, comparison, send) }
                { partners(state, comparison, send) }
                { way_in(state, send, files, true) }
            } else {
                { title(texts, texts.get(keys::compare::TITLE)) }
                { came(state, send) }
                <p class="lead">{ texts.get(if began { keys::compare::ONE_SO_FAR } else { keys::compare::LEAD }) }</p>
                { way_in(state, send, files, false) }
                if began {
                    { partners(state, comparison, send) }
                }
            }
        </div>
    }
}

/// The comparison on paper: it is only there while the browser prints.
fn printed(state: &State, report: &Report, send: &Dispatch) -> Html {
    if state.printing {
        on_paper(state, report, send)
    } else {
        html! {}
    }
}

fn press(send: &Dispatch, message: Act) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_| send.emit(Message::Compare(message.clone())))
}

/// Adding partners: by pasting, from files, from own checks. Collapsed once there are partners.
fn way_in(state: &State, send: &Dispatch, files: &Files, folded: bool) -> Html {
    let texts = state.context.texts;
    let inside = html! {
        <>
            { own(state, send) }
            { paste(state, send, files) }
            { choose_files(texts, files) }
            <p class="group__hint">{ texts.get(keys::share::PROOF) }</p>
            <p>{ link(send, Message::LinkFollowed, "enter-form", "link", texts.get(keys::compare::ENTER)) }</p>
        </>
    };
    if folded {
        html! { <section class="block tools" id={ADDING} tabindex="-1" aria-label={texts.get(keys::compare::ADD_MORE)}>{ disclosure(texts.get(keys::compare::ADD_MORE), inside) }</section> }
    } else {
        html! { <section class="block tools">{ inside }</section> }
    }
}

/// Files: chosen, or dropped.
fn choose_files(texts: Texts, files: &Files) -> Html {
    let dropped = {
        let files = files.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(list) = event.data_transfer().and_then(|data| data.files()) {
                files.emit(listed(&list));
            }
        })
    };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <div class="drop" ondrop={dropped} ondragover={over}>
            <label class="field__label" for="phc-files">{ texts.get(keys::compare::FILES) }</label>
            <input type="file" id="phc-files" multiple=true accept=".json,.txt,.eml,.csv,text/plain,application/json" onchange={on_chosen(files)} />
        </div>
    }
}

/// The own finished checks that are not in the comparison yet.
fn own(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let mut own = own_checks(state);
    if own.is_empty() {
        return html! {};
    }
    let rest = own.split_off(own.len().min(NEWEST));
    html! {
        <div class="block--call">
            <p>{ texts.get(keys::compare::OWN_LEAD) }</p>
            { own_of(texts, own, send) }
            if !rest.is_empty() {
                { disclosure(texts.get(keys::compare::OWN_REST), own_of(texts, rest, send)) }
            }
        </div>
    }
}

/// A button for each of these own checks.
fn own_of(texts: Texts, own: Vec<(u32, String)>, send: &Dispatch) -> Html {
    html! {
        <ul class="own">{ for own.into_iter().map(|(id, name)| html! {
            <li>
                <button type="button" Class="button button--quiet" onclick={press(send, Act::OwnAdded(id))}>
                    // One text: the parts of a button would stand side by side.
                    <span>{ texts.get(keys::compare::ADD_OWN) }{ " " }<bdi>{ name }</bdi></span>
                </button>
            </li>
        }) }</ul>
    }
}

/// Everybody in the comparison: named, grouped, taken out.
fn partners(state: &State, comparison: &Comparison, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let open = state.compare.list_open;
    let letters = Checkbox {
        id: "phc-letters".to_owned(),
        label: words(texts.get(keys::compare::LETTERS)),
        hint: "",
        checked: !state.compare.names,
    };
    html! {
        <section class="block tools">
            <h2 class="heading">{ texts.get(keys::compare::PARTNERS) }</h2>
            { checkbox(send, letters, |letters| Message::Compare(Act::NamesChosen(!letters))) }
            <p><button type="button" Class="textual" id="phc-list" aria-expanded={open.to_string()} aria-controls="phc-people" onclick={press(send, Act::ListToggled)}>
                { texts.get(if open { keys::compare::HIDE_LIST } else { keys::compare::SHOW_LIST }) }
            </button></p>
            // Thirty partners with thirty organisations to choose from are slow to render, so only on demand.
            <div id="phc-people">
                if open {
                    { list(state, comparison, send) }
                }
            </div>
            <p>{ act(send, Act::NewPressed, "textual", texts.get(keys::compare::NEW)) }</p>
        </section>
    }
}

fn list(state: &State, comparison: &Comparison, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let open = TextField::ComparisonName(state.compare.open.unwrap_or_default());
    let name = typed(state, send, open, &comparison.name);
    let comparison = &*in_order_of_letters(comparison, state.compare.names);
    let people = people(texts, comparison, true);
    let numbers = comparison.organisation_numbers();
    html! {
        <>
            <div class="field">
                <label class="field__label" for={name.id.clone()}>{ texts.get(keys::compare::NAME) }</label>
                <input class="field__input" id={name.id} type="text" autocomplete="off" value={name.value}
                    oninput={name.oninput} onchange={name.onchange} onblur={name.onblur} />
                { said_beside(cut(state, open)) }
            </div>
            <ul class="people">{ for people.iter().map(|person| self::person(state, person, &people, &numbers, send)) }</ul>
        </>
    }
}

/// What is said below a field; nothing if it is empty.
fn said_beside(words: &'static str) -> Html {
    if words.is_empty() {
        return html! {};
    }
    html! { <p class="group__problem">{ words }</p> }
}

/// One person's row.
fn person(state: &State, person: &Person, people: &[Person], numbers: &[u8], send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let who = person.id;
    let group_id = ["phc-group-", &who.to_string()].concat();
    let index = numbers
        .iter()
        .position(|number| *number == person.organisation)
        .unwrap_or_default();
    let name = typed(state, send, TextField::PartnerName(who), &person.typed);
    let shared = people
        .iter()
        .filter(|other| other.organisation == person.organisation)
        .count()
        > 1;
    let mut entries: Vec<_> = organisations(texts, people, numbers)
        .into_iter()
        .map(|(first, words)| {
            (
                first.id.to_string(),
                words,
                first.organisation == person.organisation,
            )
        })
        .collect();
    if shared {
        let own = texts.get(keys::compare::OWN_ORGANISATION).to_owned();
        entries.push((String::new(), own, false));
    }
    let organisation = Select {
        id: group_id.clone(),
        class: "field__input",
        described_by: None,
        entries,
    };
    let grouped = move |with: &str| Some(Message::Compare(Act::Grouped(who, with.parse().ok())));
    html! {
        <li class="people__one" key={who}>
            { badge(index, &person.letter) }
            <div class="people__fields">
                <p class="people__about"><bdi>{ &person.name }</bdi><span>{ &person.about }</span></p>
                <div class="people__row">
                    <div>
                        <label class="field__label" for={name.id.clone()}>{ texts.get(keys::compare::PARTNER_NAME) }
                            <span class="visually-hidden">{ " " }{ &person.letter }</span></label>
                        <input class="field__input" id={name.id} type="text" autocomplete="off" value={name.value}
                            oninput={name.oninput} onchange={name.onchange} onblur={name.onblur} />
                        { said_beside(cut(state, TextField::PartnerName(who))) }
                    </div>
                    <div>
                        <label class="field__label" for={group_id}>{ texts.get(keys::compare::ORGANISATION) }
                            <span class="visually-hidden">{ " " }{ &person.name }</span></label>
                        { select(send, organisation, grouped) }
                    </div>
                    <button type="button" Class="textual" onclick={press(send, Act::Removed(who))}>
                        { texts.get(keys::compare::REMOVE) }<span class="visually-hidden">{ " " }{ &person.name }</span>
                    </button>
                </div>
            </div>
        </li>
    }
}

/// The organisations to choose from: the id of each one's first person, with its letter and name.
fn organisations<'a>(texts: Texts, people: &'a [Person], numbers: &[u8]) -> Vec<(&'a Person, String)> {
    let first = |number: &u8| people.iter().find(|person| person.organisation == *number);
    let words = |person: &'a Person| {
        let words = texts.fill(
            keys::compare::ORGANISATION_OF,
            &[("letter", &person.letter), ("name", &person.name)],
        );
        (person, words)
    };
    numbers.iter().filter_map(first).map(words).collect()
}

/// A comparison from a link.
pub(super) fn received(state: &State, report: Option<&Report>, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    match &state.compare.received {
        Some(Ok(_)) => html! {
            <div class={if report.is_some() { "result result--wide" } else { "result" }}>
                <div class="banner">
                    <p class="banner__name">{ texts.get(keys::compare::RECEIVED_TITLE) }</p>
                    <p>{ texts.get(keys::compare::RECEIVED_LEAD) }</p>
                    { act(send, Act::KeepPressed, "button", texts.get(keys::compare::KEEP)) }
                </div>
                if let Some(report) = report {
                    { compared(state, report, send) }
                    { printed(state, report, send) }
                } else {
                    { title(texts, texts.get(keys::compare::RECEIVED_TITLE)) }
                    <p class="lead">{ texts.get(keys::compare::ONE_SO_FAR) }</p>
                }
                { came_with(texts, state.compare.received_plan.as_ref()) }
                <p class="caveat">{ texts.get(keys::share::PROOF) }</p>
            </div>
        },
        Some(Err(error)) => failed(texts, *error, send),
        None => html! {},
    }
}

fn failed(texts: Texts, error: LinkError, send: &Dispatch) -> Html {
    html! {
        <>
            { title(texts, texts.get(keys::compare::RECEIVED_ERROR)) }
            <p class="lead">{ texts.get(fault(error)) }</p>
            <p class="acts">{ link(send, Message::LinkFollowed, "compare", "button", texts.get(keys::compare::TO_OWN)) }</p>
        </>
    }
}
