//! A page of plain words, from the language file: headings, paragraphs and lists.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{link, title};
use super::{delete, translation};
use crate::app::screen::Info;
use crate::app::{Message, State};
use crate::content::{Key, Keys, keys};
use crate::present::spoken::info_title;

/// Draws the page.
pub(super) fn info(state: &State, page: Info, send: &Dispatch) -> Html {
    html! {
        <article class="prose">
            { title(state.texts, state.texts.get(info_title(page))) }
            if page == Info::Privacy {
                { for words_of_here(state).iter().map(|key| html! { <p>{ state.texts.get(*key) }</p> }) }
            }
            if page == Info::About && translation::is_draft(state.texts) {
                { translation::translation(state.texts) }
            }
            { for blocks(state, body(page).iter()) }
            if page == Info::Privacy && state.guest {
                <p>{ state.texts.get(keys::privacy::GUEST_LINK) }</p>
            }
            if page == Info::About {
                { for blocks(state, keys::about::SOURCES.iter()) }
            }
            // A guest does not offer the embed code: it is for the own page only.
            if page == Info::About && !state.guest {
                <h2 class="heading">{ state.texts.get(keys::builder::TITLE) }</h2>
                <p>{ state.texts.get(keys::builder::ABOUT) }{ " " }{ link(send, Message::LinkFollowed, "builder", "", state.texts.get(keys::builder::GO)) }</p>
            }
            if page == Info::Privacy {
                { delete::delete(state, send) }
            }
        </article>
    }
}

const fn body(page: Info) -> Keys {
    match page {
        Info::Definition => keys::definition::BLOCKS,
        Info::Scoring => keys::scoring::BLOCKS,
        Info::Privacy => keys::privacy::BLOCKS,
        Info::Accessibility => keys::accessibility::BLOCKS,
        Info::About => keys::about::BLOCKS,
    }
}

/// What is true of privacy where the program runs: on its own page, or in somebody else's.
const fn words_of_here(state: &State) -> &'static [Key] {
    match (state.guest, state.scores) {
        (false, _) => &[keys::privacy::OWN],
        (true, false) => &[keys::privacy::GUEST, keys::privacy::TOLD],
        (true, true) => &[keys::privacy::TOLD_SCORES, keys::privacy::GUEST],
    }
}

/// The blocks as markup; neighbouring list items make one list.
fn blocks(state: &State, body: impl Iterator<Item = Key>) -> Vec<Html> {
    let mut drawn = Vec::new();
    let mut items: Vec<Html> = Vec::new();
    for key in body {
        let block = state.texts.get(key);
        if let Some(item) = block.strip_prefix("- ") {
            items.push(html! { <li>{ item }</li> });
            continue;
        }
        end_list(&mut items, &mut drawn);
        drawn.push(match block.strip_prefix("# ") {
            Some(heading) => html! { <h2 class="heading">{ heading }</h2> },
            None => html! { <p>{ block }</p> },
        });
    }
    end_list(&mut items, &mut drawn);
    drawn
}

fn end_list(items: &mut Vec<Html>, drawn: &mut Vec<Html>) {
    if !items.is_empty() {
        let items = std::mem::take(items);
        drawn.push(html! { <ul class="points">{ items }</ul> });
    }
}
