//! The next check: when, and a reminder for the calendar.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::on_click_if;
use crate::app::{Message, State};
use crate::content::keys;
use crate::present::again::Again;

/// When to check again, and the button that saves the reminder. The file is made when it is pressed.
pub(super) fn again(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let Some(again) = Again::of(state) else {
        return html! {};
    };
    let when = again.when(texts);
    let onclick = on_click_if(send, move || Some(Message::FileMade(again.file(texts))));
    html! {
        <section class="block again">
            <h2 class="heading">{ texts.get(keys::again::TITLE) }</h2>
            <p>{ when }</p>
            <p class="acts"><button type="button" Class="button button--quiet" {onclick}>{ texts.get(keys::again::SAVE) }</button></p>
            <p class="hint">{ texts.get(keys::again::ABOUT) }</p>
        </section>
    }
}
