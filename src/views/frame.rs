//! What stands around every screen: the name at the top, notices, the live region, the foot.

use yew::prelude::*;

use super::parts::{Send, link, on_click};
use super::{answers, info, notices, questions, result, settings, share, shared, start};
use crate::app::screen::{Info, Screen};
use crate::app::{Message, State};
use crate::content::keys;
use crate::present::spoken;

/// The whole program as markup.
pub fn frame(state: &State, send: &Send) -> Html {
    let texts = state.texts;
    html! {
        <div class="phc" lang={texts.language()} dir={if texts.is_right_to_left() { "rtl" } else { "ltr" }}
            data-answered={state.answered().to_string()} data-kept={kept_mark(state)}>
            <a class="skip" href="#phc-title" onclick={on_click(send, Message::SkipPressed)}>
                { texts.get(keys::app::SKIP) }
            </a>
            <header class="top">
                { link(send, "start", "top__name", texts.get(keys::app::NAME)) }
                <span class="top__kept">{ spoken::kept(state).unwrap_or_default() }</span>
            </header>
            <main class="screen">
                { notices::notices(state, send) }
                { screen(state, send) }
            </main>
            <p class="visually-hidden" role="status">{ spoken::status(state) }</p>
            <footer class="foot">
                <p>{ texts.get(keys::app::PROMISE) }</p>
                <nav aria-label={texts.get(keys::app::FOOTER)}>
                    <ul class="foot__links">{ for Info::ALL.into_iter().map(|page| html! {
                        <li>{ link(send, page.fragment(), "foot__link", texts.get(spoken::info_title(page))) }</li>
                    }) }</ul>
                </nav>
            </footer>
        </div>
    }
}

/// Whether the newest answer is kept, for tools that watch the page.
fn kept_mark(state: &State) -> &'static str {
    use crate::app::state::Kept;
    match state.saving.kept {
        Kept::Nothing => "nothing",
        Kept::Pending => "pending",
        Kept::Saved => "saved",
        Kept::Not(_) => "not",
    }
}

fn screen(state: &State, send: &Send) -> Html {
    match &state.screen {
        Screen::Start => start::start(state, send),
        Screen::Setup => settings::setup(state, send),
        Screen::Questions(page) => questions::questions(state, *page, send),
        Screen::CheckAnswers => answers::answers(state, send),
        Screen::Result => result::own(state, send),
        Screen::Share => share::share(state, send),
        Screen::Shared(_) => shared::shared(state, send),
        Screen::Info(page) => info::info(state, *page, send),
    }
}
