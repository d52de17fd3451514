//! Buttons that save the comparison on screen as a picture.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::{Message, State};
use crate::present::chair::comparison::on_screen;
use crate::present::chair::picture::picture;
use crate::views::pictures;

/// Two buttons that save the comparison.
pub(super) fn save(state: &State, send: &Dispatch) -> Html {
    let (texts, today) = (state.context.texts, state.context.today);
    let Some((shown, names)) = on_screen(state) else {
        return html! {};
    };
    let shown = Rc::new(shown.into_owned());
    pictures::save(texts, send, move |png| {
        picture(texts, &shown, names, today, png).map(Message::PictureMade)
    })
}
