//! Buttons that save a chart as a picture.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::on_click_if;
use crate::app::Message;
use crate::content::{Texts, keys};
use crate::domain::summary::Summary;
use crate::present::pictures;

/// Two buttons that save the wheel of a result. The file is made when one of them is pressed, not before.
pub(super) fn wheel(texts: Texts, summary: &Summary, send: &Dispatch) -> Html {
    let save = |png: bool, label| {
        let summary = summary.clone();
        let onclick = on_click_if(send, move || {
            let picture = pictures::wheel(texts, &summary, png)?;
            Some(Message::PictureMade(picture))
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
