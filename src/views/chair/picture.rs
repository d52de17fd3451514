//! Buttons that save the comparison on screen as a picture.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::{Message, State};
use crate::content::keys;
use crate::present::chair::comparison::on_screen;
use crate::present::chair::picture::picture;
use crate::views::parts::on_click_if;

/// Two buttons that save the comparison. The file is made when one of them is pressed, not before.
pub(super) fn save(state: &State, send: &Dispatch) -> Html {
    let (texts, today) = (state.context.texts, state.context.today);
    let Some((shown, names)) = on_screen(state) else {
        return html! {};
    };
    let shown = Rc::new(shown.into_owned());
    let save = |png: bool, label| {
        let shown = shown.clone();
        let onclick = on_click_if(send, move || {
            picture(texts, &shown, names, today, png).map(Message::PictureMade)
        });
        html! { <button type="button" class="button button--quiet" {onclick}>{ texts.get(label) }</button> }
    };
    html! {
        <div class="save" role="group" aria-label={texts.get(keys::picture::SAVE)}>
            { save(false, keys::picture::SVG) }
            { save(true, keys::picture::PNG) }
        </div>
    }
}
