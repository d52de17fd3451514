//! Buttons, folded, that save a chart as a picture.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{disclosure, on_click_if};
use crate::app::Message;
use crate::content::{Texts, keys};
use crate::domain::summary::Summary;
use crate::present::pictures;

/// Two buttons that save the wheel of a result.
pub(super) fn wheel(texts: Texts, summary: &Summary, send: &Dispatch) -> Html {
    let summary = Rc::new(summary.clone());
    save(texts, send, move |png| {
        pictures::wheel(texts, &summary, png).map(Message::PictureMade)
    })
}

/// Two buttons that save a picture, as SVG or PNG. `make` makes it when one of them is pressed, not before; it is told
/// whether as PNG.
pub(super) fn save<M: 'static>(
    texts: Texts,
    send: &Callback<M>,
    make: impl Fn(bool) -> Option<M> + Clone + 'static,
) -> Html {
    let save = |png: bool, label| {
        let make = make.clone();
        let onclick = on_click_if(send, move || make(png));
        html! { <button type="button" Class="textual" {onclick}>{ texts.get(label) }</button> }
    };
    let buttons = html! {
        <div class="save">
            { save(false, keys::picture::SVG) }
            { save(true, keys::picture::PNG) }
        </div>
    };
    disclosure(texts.get(keys::picture::SAVE), buttons)
}
