//! A blank form to print: which one, and the sheets as they will be.

use yew::prelude::*;

use super::asked;
use super::dispatch::Dispatch;
use super::field::{Field, Holds, field};
use crate::app::chair::blank::Message as Act;
use crate::app::chair::field::TextField;
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::domain::ids::Length;
use crate::present::chair::blank::{Form, form, scale};
use crate::views::parts::{Group, button, title};

/// Draws the screen.
pub(super) fn blank(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    html! {
        <div class="blank">
            <div class="blank__screen">
                { title(texts, texts.get(keys::blank::TITLE)) }
                <p class="lead">{ texts.get(keys::blank::LEAD) }</p>
                { settings(state, send) }
            </div>
            if let Some(form) = form(texts, &state.blank) {
                <p class="acts">
                    { button(send, Message::PrintPressed, "button", texts.get(keys::blank::PRINT)) }
                </p>
                <section class={if form.stages.is_empty() { "form form--quick" } else { "form" }} aria-label={texts.get(keys::blank::SHEETS)}>{ sheets(texts, &form) }</section>
            } else {
                <p>{ texts.get(keys::blank::CHOOSE) }</p>
            }
        </div>
    }
}

fn settings(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let blank = &state.blank;
    let said = |act| Message::Blank(act);
    let side = Group {
        name: "blank-side",
        legend: texts.get(keys::blank::SIDE),
        hint: texts.get(keys::blank::SIDE_HINT),
        problem: None,
    };
    let partnership = Field {
        text: TextField::BlankPartnership,
        holds: Holds::Words,
        label: texts.get(keys::start::PARTNERSHIP),
        hint: texts.get(keys::blank::EMPTY_HINT),
        problem: None,
        kept: &blank.partnership,
    };
    let send_to = Field {
        text: TextField::BlankSendTo,
        holds: Holds::Words,
        problem: None,
        label: texts.get(keys::blank::SEND_TO),
        hint: texts.get(keys::blank::SEND_TO_HINT),
        kept: &blank.send_to,
    };
    html! {
        <div class="settings">
            { asked::length(texts, send, "blank-length", blank.length, |length| said(Act::Length(length))) }
            { asked::kind(texts, send, ("blank-kind", None), blank.kind, |kind| said(Act::Kind(kind))) }
            // The quick check asks both sides the same.
            if blank.length == Length::Full {
                { asked::side(texts, send, side, (blank.kind, Some(blank.side)), |side| said(Act::Side(side))) }
            }
            { asked::extra(state, send, "blank-extra", blank.extra.as_ref(), |set| Message::Blank(Act::Extra(set))) }
            { field(state, send, partnership) }
            { field(state, send, send_to) }
        </div>
    }
}

/// What is printed.
fn sheets(texts: Texts, form: &Form) -> Html {
    html! {
        <>
            <h2 class="heading"><bdi>{ &form.heading }</bdi></h2>
            <p>{ &form.about }</p>
            <div class="form__lines">
                { line(texts.get(keys::answers::ORGANISATION), "") }
                { line(texts.get(keys::blank::DAY), "") }
            </div>
            if !form.sides.is_empty() {
                <p>{ texts.get(keys::start::SIDE) }{ for form.sides.iter().map(|side| html! {
                    <span class="form__side">{ tick() }{ *side }</span>
                }) }</p>
            }
            <p><b>{ texts.get(keys::blank::HOW) }</b>{ " " }{ texts.get(keys::blank::READS) }</p>
            <div class="form__lines">
                { line(texts.get(keys::blank::SEND), &form.send_to) }
                { line(texts.get(keys::blank::BY), &form.reply_by) }
            </div>
            { statements(texts, form) }
        </>
    }
}

/// A line to write on, or what stands on it already.
fn line(label: &'static str, words: &str) -> Html {
    html! { <p class="form__line">{ label }<span class="form__words"><bdi>{ words }</bdi></span></p> }
}

/// A box to tick.
fn tick() -> Html {
    html! { <span class="form__tick" aria-hidden="true" /> }
}

/// One table for all that is ticked: its head, with what the signs mean, is repeated on each sheet, and its last two parts stay together.
fn statements(texts: Texts, form: &Form) -> Html {
    let signs: Vec<_> = scale(texts).collect();
    let columns = (signs.len() + 2).to_string();
    html! {
        <table class="form__table">
            <caption class="visually-hidden">{ texts.get(keys::questions::STEM) }</caption>
            <thead>
                <tr>
                    <th scope="colgroup" class="form__key" colspan={columns.clone()}>
                        <b>{ texts.get(keys::questions::STEM) }</b>
                        { for signs.iter().map(|(sign, words)| html! { <>{ " " }<span class="form__sign"><b>{ *sign }</b>{ "\u{a0}" }{ *words }</span></> }) }
                    </th>
                </tr>
            </thead>
            { for form.parts.iter().map(|part| html! {
                <tbody>
                    if !part.heading.is_empty() {
                        <tr><th scope="rowgroup" class="form__part" colspan={columns.clone()}>{ &part.heading }</th></tr>
                    }
                    { for part.rows.iter().map(|(number, words)| html! {
                        <tr class="form__row">
                            <td Class="form__number">{ *number }</td>
                            <th scope="row" class="form__statement"><bdi>{ words.clone() }</bdi></th>
                            { for signs.iter().map(|(sign, _)| html! { <td Class="form__cell"><span class="form__box">{ *sign }</span></td> }) }
                        </tr>
                    }) }
                </tbody>
            }) }
            if !form.stages.is_empty() {
                <tbody>
                    <tr><th scope="rowgroup" class="form__part" colspan={columns.clone()}>{ texts.get(keys::questions::STAGE) }</th></tr>
                    <tr>
                        <td colspan={columns.clone()}>
                            <ul class="form__stages">{ for form.stages.iter().map(|stage| html! { <li>{ tick() }<span>{ *stage }</span></li> }) }</ul>
                        </td>
                    </tr>
                </tbody>
            }
        </table>
    }
}
