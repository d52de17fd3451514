//! The next-step cards: what to do, why, what to ask, who and by when. They read as a torn-off page.

use yew::prelude::*;

use crate::content::{Key, Texts, keys};
use crate::present::report::Card;

/// Draws the cards below their lead, or why there are none.
pub(super) fn cards(texts: Texts, lead: Key, cards: &[Card]) -> Html {
    if cards.is_empty() {
        return html! { <p>{ texts.get(keys::result::STEPS_NONE) }</p> };
    }
    html! {
        <>
            <p>{ texts.get(lead) }</p>
            <ol class="cards">{ for cards.iter().map(|one| card(texts, one)) }</ol>
        </>
    }
}

fn card(texts: Texts, card: &Card) -> Html {
    html! {
        <li class="card">
            <h3 class="card__what">{ &card.what }</h3>
            <p class="card__why">{ &card.why }</p>
            if !card.first.is_empty() {
                <p>{ card.first }</p>
            }
            <p class="card__label">{ texts.get(keys::result::CARD_TALK) }</p>
            <p class="card__talk">{ "“" }{ card.talk }{ "”" }</p>
            <p class="card__lines" aria-hidden="true">
                <span>{ texts.get(keys::result::CARD_OWNER) }</span><span>{ texts.get(keys::result::CARD_DATE) }</span>
            </p>
        </li>
    }
}
