//! Sharing a comparison: as a link with or without names, on paper, as files.

use std::rc::Rc;

use yew::prelude::*;

use super::acts::act;
use super::compared::SHARING;
use super::dispatch::Dispatch;
use crate::app::chair::compare::{Message as Act, address};
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::present::chair::files::{Form, file};
use crate::present::chair::spoken;
use crate::views::memo::{Memo, Part};
use crate::views::parts::{Checkbox, button, checkbox, disclosure, link_field, on_click_if, outcome, words};
use crate::views::qr::qr;

/// Draws the section.
pub(super) fn share(state: &State, comparison: &Comparison, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let (shown, with_names) = (Rc::new(comparison.clone()), state.compare.names);
    let save = |form, label| {
        let shown = shown.clone();
        let onclick = on_click_if(send, move || {
            file(texts, &shown, with_names, form).map(Message::FileMade)
        });
        html! { <button type="button" Class="button button--quiet" {onclick}>{ texts.get(label) }</button> }
    };
    let names = Checkbox {
        id: "phc-share-names".to_owned(),
        label: words(texts.get(keys::compare::SHARE_NAMES)),
        hint: "",
        checked: state.compare.share_names,
    };
    html! {
        <section class="block block--call" id={SHARING} tabindex="-1" aria-labelledby="phc-share-title">
            <h2 class="heading" id="phc-share-title">{ texts.get(keys::compare::SHARE) }</h2>
            <p>{ texts.get(keys::compare::SHARE_LEAD) }</p>
            { checkbox(send, names, |on| Message::Compare(Act::ShareNamesChosen(on))) }
            if state.compare.share_names && !comparison.names().is_empty() {
                { names_in(texts, comparison) }
            } else {
                { letters_in(texts, comparison) }
            }
            <p class="acts">
                { act(send, Act::CopyPressed, "button", texts.get(keys::compare::COPY)) }
                if state.context.has_sheet {
                    { act(send, Act::SheetPressed, "button button--quiet", texts.get(keys::share::SHEET)) }
                }
                { button(send, Message::PrintPressed, "button button--quiet", texts.get(keys::share::PRINT)) }
            </p>
            { outcome(spoken::status(state)) }
            <Memo<CarriedProps> {texts} page={state.context.address.clone()} comparison={shown.clone()} named={state.compare.share_names} />
            { disclosure(texts.get(keys::compare::SAVE_AS), html! {
                <>
                <p>{ texts.get(keys::compare::FILES_HOLD) }</p>
                <p>{ texts.get(if with_names { keys::compare::FILES_NAMES } else { keys::compare::FILES_LETTERS }) }</p>
                <p class="acts">
                    { save(Form::Table, keys::compare::FILE_TABLE) }
                    { save(Form::Statements, keys::compare::FILE_STATEMENTS) }
                    { save(Form::Responses, keys::compare::FILE_RESPONSES) }
                    { save(Form::Json, keys::compare::FILE_JSON) }
                    { save(Form::Markdown, keys::compare::FILE_MARKDOWN) }
                </p>
                </>
            }) }
        </section>
    }
}

/// What the link of a comparison depends on.
#[derive(Properties, PartialEq)]
struct CarriedProps {
    texts: Texts,
    /// Address of the check's own page.
    page: String,
    comparison: Rc<Comparison>,
    /// Whether names are asked for in it.
    named: bool,
}

/// The link, as text and as a code. A part of its own: most changes of the screen leave it as it is.
impl Part for CarriedProps {
    fn draw(&self) -> Html {
        let Self {
            texts,
            page,
            comparison,
            named,
        } = self;
        let address = address(page, comparison, *named);
        html! {
            <>
                { link_field("phc-comparison-link", texts.get(keys::compare::LINK), address.clone()) }
                { disclosure(texts.get(keys::qr::SHOW), qr(*texts, address)) }
            </>
        }
    }
}

/// All names in the link.
fn names_in(texts: Texts, comparison: &Comparison) -> Html {
    let names = comparison.names().into_iter();
    html! {
        <>
            <p>{ texts.get(keys::compare::SHARE_THESE) }</p>
            <ul class="points" translate="no">{ for names.map(|name| html! { <li dir="auto">{ name }</li> }) }</ul>
            <p>{ texts.get(keys::compare::SHARE_WITH_NAMES) }</p>
        </>
    }
}

/// What a link with letters still tells.
fn letters_in(texts: Texts, comparison: &Comparison) -> Html {
    html! {
        <>
            if comparison.names().is_empty() {
                <p>{ texts.get(keys::compare::SHARE_NO_NAMES) }</p>
            }
            <p><b>{ texts.get(keys::compare::SHARE_LETTERS_TITLE) }</b>{ " " }{ texts.get(keys::compare::SHARE_LETTERS) }</p>
            if comparison.organisation_numbers().len() < comparison.partners.len() {
                <p>{ texts.get(keys::compare::SHARE_AVERAGES) }</p>
            }
        </>
    }
}
