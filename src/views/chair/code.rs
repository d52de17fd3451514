//! The embed code: a preview of the check, code to copy, and the headers that it needs.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::builder::{Code, Message as Builder};
use crate::app::chair::{Message, State};
use crate::content::{Key, keys};
use crate::present::chair::looks::properties;
use crate::present::chair::snippet::{self, attributes};
use crate::present::chair::spoken;
use crate::views::parts::{button, disclosure};

/// The preview. The element reads its attributes when it starts, so other attributes make a new element. Its looks are
/// set by a style sheet, because the policy forbids a style attribute. It has its own storage key, and its headings
/// continue our outline.
pub(super) fn preview(state: &State) -> Html {
    let texts = state.context.texts;
    let all = attributes(&state.builder.form);
    let language = state.builder.form.language.unwrap_or(texts.language());
    let value = |name| {
        let found = all.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone())
    };
    // It also reads the colour scheme when it starts.
    let scheme = properties(&state.builder.form)
        .into_iter()
        .find(|(name, _)| *name == "color-scheme");
    let key: String = all
        .iter()
        .chain(&scheme)
        .flat_map(|(name, value)| [*name, "=", value, " "])
        .collect();
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::PREVIEW) }</h2>
            <p>{ texts.get(keys::builder::PREVIEW_LEAD) }</p>
            <div class="builder__preview">
                <partnership-health-check {key} lang={language} kind={value("kind")} side={value("side")}
                    length={value("length")} storage-key="preview" heading-level="3" link-base="own"
                    loading={value("loading")} scores={value("scores")} words={value("words")}>
                    <p>{ texts.get(keys::builder::PREVIEW_WAITING) }</p>
                </partnership-health-check>
            </div>
        </section>
    }
}

/// All code, each piece with what to do with it. The piece for what the site is made with comes first, the others are
/// folded.
pub(super) fn codes(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let ways = [
        (Code::Html, keys::builder::HTML, element(state, send)),
        (Code::Shortcode, keys::builder::WORDPRESS, wordpress(state, send)),
        (Code::Address, keys::builder::FRAME, frame(state, send)),
    ];
    let first = state.builder.form.made_with.first();
    let (first, others): (Vec<_>, Vec<_>) = ways.into_iter().partition(|(code, ..)| *code == first);
    html! {
        <section class="builder__part" id="builder-code">
            <h2 class="heading">{ texts.get(keys::builder::CODE) }</h2>
            { for first.into_iter().map(|(code, name, inside)| html! {
                <div class="builder__way" key={code.id()}>
                    <h3 class="builder__name">{ texts.get(name) }</h3>
                    { inside }
                </div>
            }) }
            { for others.into_iter().map(|(code, name, inside)| html! {
                <div class="builder__folded" key={code.id()}>{ disclosure(texts.get(name), inside) }</div>
            }) }
        </section>
    }
}

fn element(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    html! {
        <>
            if !snippet::code(state, Code::Head).is_empty() {
                <p>{ texts.get(keys::builder::HEAD_LEAD) }</p>
                { code(state, send, Code::Head) }
            }
            <p>{ texts.get(keys::builder::HTML_FILES) }{ " " }{ texts.get(keys::builder::HTML_LEAD) }</p>
            <p>{ texts.get(keys::builder::HTML_ELSEWHERE) }{ " " }{ source("embed/integrity.txt") }</p>
            { code(state, send, Code::Html) }
            if !snippet::code(state, Code::Looks).is_empty() {
                <p>{ texts.get(keys::builder::CSS_LEAD) }</p>
                { code(state, send, Code::Looks) }
            }
            if !snippet::code(state, Code::Events).is_empty() {
                <p>{ texts.get(keys::builder::SCRIPT_LEAD) }</p>
                { code(state, send, Code::Events) }
            }
        </>
    }
}

fn wordpress(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    html! {
        <>
            <p>{ texts.get(keys::builder::SHORTCODE_LEAD) }</p>
            { code(state, send, Code::Shortcode) }
            <p>{ texts.get(keys::builder::BLOCK_LEAD) }</p>
        </>
    }
}

/// The code of a frame, and its address for sites that make the frame themselves. What the site is made with decides which
/// comes first.
fn frame(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let frame = html! { <div key="frame">{ code(state, send, Code::Frame) }</div> };
    let address = html! {
        <div class="builder__way" key="address">
            <p>{ texts.get(keys::builder::ADDRESS_LEAD) }</p>
            { code(state, send, Code::Address) }
        </div>
    };
    let ordered = if state.builder.form.made_with.first() == Code::Address {
        [address, frame]
    } else {
        [frame, address]
    };
    html! {
        <>
            <p>{ texts.get(keys::builder::FRAME_LEAD) }</p>
            <p>{ texts.get(keys::builder::FRAME_KEPT) }</p>
            { for ordered }
        </>
    }
}

/// The name of a piece of code, and the label of its button.
const fn words(code: Code) -> (Key, Key) {
    match code {
        Code::Head => (keys::builder::HEAD_LABEL, keys::builder::HEAD_COPY),
        Code::Html => (keys::builder::HTML_LABEL, keys::builder::HTML_COPY),
        Code::Looks => (keys::builder::CSS_LABEL, keys::builder::CSS_COPY),
        Code::Events => (keys::builder::SCRIPT_LABEL, keys::builder::SCRIPT_COPY),
        Code::Shortcode => (keys::builder::SHORTCODE_LABEL, keys::builder::SHORTCODE_COPY),
        Code::Frame => (keys::builder::FRAME_LABEL, keys::builder::FRAME_COPY),
        Code::Address => (keys::builder::ADDRESS_LABEL, keys::builder::ADDRESS_COPY),
        Code::Policy => (keys::builder::POLICY_LABEL, keys::builder::POLICY_COPY),
        Code::FramePolicy => (
            keys::builder::POLICY_FRAME_LABEL,
            keys::builder::POLICY_FRAME_COPY,
        ),
    }
}

/// A piece of code in a field, from which it can also be copied by hand, and the button that copies it.
fn code(state: &State, send: &Dispatch, which: Code) -> Html {
    let texts = state.context.texts;
    let (label, copy) = words(which);
    let id = which.id();
    let text = snippet::code(state, which);
    // For browsers without `field-sizing`.
    let rows = text.lines().map(|line| 1 + line.len() / 64).sum::<usize>();
    let copied = state.builder.copied == Some(which);
    let message = Message::Builder(Builder::CopyPressed(which, text.clone()));
    html! {
        <div class="builder__code">
            <label class="field__label" for={id}>{ texts.get(label) }</label>
            <textarea class="field__input builder__field" {id} rows={rows.to_string()} readonly=true dir="ltr"
                translate="no" spellcheck="false" value={text} />
            <div class="acts">
                { button(send, message, "button button--quiet", texts.get(copy)) }
                if copied {
                    <span class="builder__copied" aria-hidden="true">{ spoken::status(state) }</span>
                }
            </div>
        </div>
    }
}

/// A piece of code in a sentence.
pub(super) fn source(code: &str) -> Html {
    html! { <code class="builder__source" translate="no" dir="ltr">{ code.to_owned() }</code> }
}

/// Headers that the site and the host of the check have to send.
pub(super) fn policy(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let files = snippet::embed_source(state);
    let line = |code: &[&str], words: Key| {
        html! { <li>{ source(&code.concat()) }{ " " }{ texts.get(words) }</li> }
    };
    let ancestors = [
        "frame-ancestors 'self' <",
        texts.get(keys::builder::YOUR_SITE),
        ">",
    ];
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::POLICY) }</h2>
            <p>{ texts.get(keys::builder::POLICY_LEAD) }</p>
            { disclosure(texts.get(keys::builder::POLICY_SITE), html! {
                <>
                    <p>{ texts.get(keys::builder::POLICY_SITE_LEAD) }</p>
                    <ul class="points">
                        { line(&["script-src ", &files, " 'wasm-unsafe-eval'"], keys::builder::POLICY_SCRIPT) }
                        { line(&["connect-src ", &files], keys::builder::POLICY_CONNECT) }
                        { line(&["img-src data:"], keys::builder::POLICY_PICTURE) }
                        <li>{ texts.get(keys::builder::POLICY_STYLE) }</li>
                        <li>{ texts.get(keys::builder::POLICY_TYPES) }</li>
                    </ul>
                    { code(state, send, Code::Policy) }
                </>
            }) }
            { disclosure(texts.get(keys::builder::POLICY_FRAME), html! {
                <>
                    <p>{ texts.get(keys::builder::POLICY_FRAME_LEAD) }</p>
                    { code(state, send, Code::FramePolicy) }
                </>
            }) }
            { disclosure(texts.get(keys::builder::POLICY_HOST), html! {
                <>
                    <p>{ texts.get(keys::builder::POLICY_HOST_LEAD) }</p>
                    <ul class="points">
                        { line(&["Access-Control-Allow-Origin: *"], keys::builder::POLICY_CORS) }
                        { line(&ancestors, keys::builder::POLICY_ANCESTORS) }
                    </ul>
                </>
            }) }
        </section>
    }
}
