//! Small pieces that several screens use: links, buttons, radio buttons, tables, disclosures.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

use crate::app::Message;

/// Where messages go.
pub(super) type Send = Callback<Message>;

/// A click that sends a message, in place of what the browser would do.
pub(super) fn on_click<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(message.clone());
    })
}

/// A click that sends a message which is made only then.
pub(super) fn on_click_with(send: &Send, message: impl Fn() -> Message + 'static) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_| send.emit(message()))
}

/// A click on the button that clears a group's choice. The button goes with the choice, so the keyboard moves to
/// the group's first choice and is not lost.
pub(super) fn on_clear(send: &Send, message: Message) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        let button = event.target().map(JsCast::unchecked_into::<Element>);
        let group = button.and_then(|button| button.closest("fieldset").ok().flatten());
        let first = group.and_then(|group| group.query_selector("input").ok().flatten());
        if let Some(first) = first.map(JsCast::unchecked_into::<HtmlElement>) {
            let _ = first.focus();
        }
        send.emit(message.clone());
    })
}

/// A change of a control that sends a message.
pub(super) fn on_change(send: &Send, message: Message) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |_| send.emit(message.clone()))
}

/// A button that sends a message. `class` is one of `button`, `button button--quiet`, `textual`.
pub(super) fn button<M: Clone + 'static>(
    send: &Callback<M>,
    message: M,
    class: &'static str,
    label: &'static str,
) -> Html {
    html! { <button type="button" {class} onclick={on_click(send, message)}>{ label }</button> }
}

/// A link to a screen of ours. It is a real link, so that it can be opened in a new tab.
pub(super) fn link(send: &Send, fragment: &'static str, class: &'static str, label: &'static str) -> Html {
    let href = ["#", fragment].concat();
    html! { <a {href} {class} onclick={on_click(send, Message::LinkFollowed(fragment))}>{ label }</a> }
}

/// One radio button; the whole row is its label.
pub(super) struct Radio {
    /// Name of the group.
    pub(super) name: &'static str,
    /// Its value in the group.
    pub(super) value: &'static str,
    /// Its words.
    pub(super) label: &'static str,
    /// A smaller second line; empty if there is none.
    pub(super) hint: &'static str,
    /// Whether it is chosen.
    pub(super) checked: bool,
    /// What choosing it sends.
    pub(super) message: Message,
}

/// Draws a radio button.
pub(super) fn radio(send: &Send, radio: Radio) -> Html {
    let id = [radio.name, "-", radio.value].concat();
    let hint_id = [&id, "-hint"].concat();
    let described = (!radio.hint.is_empty()).then(|| hint_id.clone());
    html! {
        <div class="choice">
            <input class="choice__input" type="radio" name={radio.name} value={radio.value} id={id.clone()}
                checked={radio.checked} aria-describedby={described}
                onchange={on_change(send, radio.message)} />
            <label class="choice__label" for={id}>{ radio.label }</label>
            if !radio.hint.is_empty() {
                <span class="choice__hint" id={hint_id}>{ radio.hint }</span>
            }
        </div>
    }
}

/// Something that opens and closes. Closed at first.
pub(super) fn disclosure(label: &'static str, inside: Html) -> Html {
    html! {
        <details class="disclosure">
            <summary class="disclosure__label">{ label }</summary>
            <div class="disclosure__inside">{ inside }</div>
        </details>
    }
}

/// A table with its caption; the first cell of each row is the row's header.
pub(super) fn table<H: ToString>(caption: &'static str, heads: &[H], rows: Vec<Vec<String>>) -> Html {
    html! {
        <div class="table" role="region" tabindex="0" aria-label={caption}>
            <table>
                <caption class="visually-hidden">{ caption }</caption>
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.to_string() }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().map(table_row) }</tbody>
            </table>
        </div>
    }
}

fn table_row(cells: Vec<String>) -> Html {
    html! {
        <tr>{ for cells.into_iter().enumerate().map(|(position, cell)| if position == 0 {
            html! { <th scope="row">{ cell }</th> }
        } else {
            html! { <td>{ cell }</td> }
        }) }</tr>
    }
}

/// The heading of a screen; the keyboard goes there when the screen changes.
pub(super) fn title(words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! { <h1 class="title" id="phc-title" tabindex="-1">{ words }</h1> }
}

/// A list of terms and what is said of them.
pub(super) fn terms(lines: Vec<(&'static str, String)>) -> Html {
    html! {
        <dl class="terms">{ for lines.into_iter().map(|(term, words)| html! {
            <div class="terms__line"><dt>{ term }</dt><dd><bdi>{ words }</bdi></dd></div>
        }) }</dl>
    }
}
