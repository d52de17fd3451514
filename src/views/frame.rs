//! The frame of every screen: header, notices, live region, footer.

use yew::prelude::*;

use super::Draw;
use super::dispatch::Dispatch;
use super::kept::{KeptLine, say_kept};
use super::logo::logo;
use super::navigation::navigation;
use super::parts::{button, link, live_region, on_click, title, title_alone};
use super::{notices, questions, start, translation};
use crate::app::screen::{Info, Screen};
use crate::app::state::Piece;
use crate::app::store::Kept;
use crate::app::{Message, State};
use crate::content::{NAMES, Texts, keys};
use crate::formats::decimal::decimal;
use crate::present::spoken;

/// The whole program as markup.
pub fn frame(state: &State, after_questions: Option<Draw>, send: &Dispatch) -> Html {
    if state.drawn.is_none() {
        return Html::default();
    }
    say_kept(state);
    let texts = state.texts;
    if state.waits_for_words() {
        return html! {
            <div class="phc" lang={texts.language()} dir={direction(texts)}
                data-answered={decimal(state.answered())}>
                { around(state, waiting(state, send)) }
            </div>
        };
    }
    let inside = html! {
        <>
            { notices::notices(state, send) }
            { screen(state, after_questions, send) }
        </>
    };
    html! {
        <div class="phc" lang={texts.language()} dir={direction(texts)}
            data-answered={decimal(state.answered())}>
            if !state.guest {
                <a Class="skip" href="#phc-title" onclick={on_click(send, Message::SkipPressed)}>
                    { texts.get(keys::app::SKIP) }
                </a>
            }
            <header class="top">
                <a Class="top__name" href="#start" onclick={on_click(send, Message::LinkFollowed("start"))}>
                    { logo() }{ texts.get(keys::app::NAME) }
                </a>
                <KeptLine />
                { navigation(state, send) }
            </header>
            { around(state, inside) }
            { live_region(spoken::said(state)) }
            if state.draws(Piece::Foot) {
                <footer class="foot">
                    <p>{ spoken::promise(state) }</p>
                    <nav aria-label={texts.get(keys::app::FOOTER)}>
                        <ul class="foot__links">{ for Info::ALL.into_iter().map(|page| html! {
                            <li>{ link(send, Message::LinkFollowed, page.fragment(), "link", texts.get(spoken::info_title(page))) }</li>
                        }) }
                        if translation::is_draft(texts) {
                            <li>{ link(send, Message::LinkFollowed, "about", "link", texts.get(keys::translation::DRAFT)) }</li>
                        }
                        { for NAMES.iter().filter(|(tag, _)| *tag != texts.language()).map(|(tag, name)| html! {
                            <li><button type="button" Class="textual" lang={*tag} translate="no"
                                onclick={on_click(send, Message::LanguageChosen(tag))}>{ *name }</button></li>
                        }) }</ul>
                    </nav>
                </footer>
            }
        </div>
    }
}

const fn direction(texts: Texts) -> &'static str {
    if texts.is_right_to_left() { "rtl" } else { "ltr" }
}

/// The element of the screen. A host's page has its own `main`; there the root element is a named region.
fn around(state: &State, inside: Html) -> Html {
    if state.guest {
        html! { <div class="screen">{ inside }</div> }
    } else {
        html! { <main class="screen">{ inside }</main> }
    }
}

fn screen(state: &State, after_questions: Option<Draw>, send: &Dispatch) -> Html {
    match (&state.screen, after_questions) {
        (Screen::Start, _) if !state.draws(Piece::Lead) => html! {},
        (Screen::Start, _) => start::start(state, send),
        (Screen::Questions(page), _) => questions::questions(state, *page, send),
        (_, Some(draw)) => draw(state, send),
        (_, None) => waiting(state, send),
    }
}

/// The placeholder for a screen of the second module, while it loads or if it cannot be loaded.
fn waiting(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let heading = |key| {
        if state.waits_for_words() {
            title_alone(texts.get(key))
        } else {
            title(texts, texts.get(key))
        }
    };
    if !state.second_module_failed {
        return heading(keys::app::LOADING);
    }
    html! {
        <>
            { heading(keys::app::LATER_TITLE) }
            <p class="lead">{ texts.get(keys::app::LATER_FAILED) }</p>
            if state.store.kept() == Kept::Saved {
                <p>{ texts.get(keys::app::LATER_SAFE) }</p>
            }
            <p class="acts">{ button(send, Message::SecondModuleWanted, "button", texts.get(keys::app::LATER_TRY)) }</p>
        </>
    }
}
