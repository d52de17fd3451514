//! "Delete everything on this device": offers a download, asks once, then deletes. It is shown without a check too,
//! because this program does not know of comparisons and plans. Where other checks of the same site keep something, it
//! asks whether that goes too. That may become known while the question stands: so the first button takes what this
//! check keeps, whatever its words, and nobody else's answers go before somebody was asked.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{button, on_click};
use crate::app::effect::Extent;
use crate::app::{Message, State};
use crate::content::keys;

/// Draws the section at the end of the privacy page.
pub(super) fn delete(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let yes = Message::DeleteConfirmed;
    let has_answers = !state.record.is_empty() || state.store.locked().is_some();
    html! {
        <section class="prose">
            <h2 class="heading">{ texts.get(keys::delete::TITLE) }</h2>
            <p>{ texts.get(keys::delete::LEAD) }</p>
            <p>{ texts.get(keys::delete::REMAINS) }</p>
            if has_answers {
                <p>{ button(send, Message::DownloadPressed, "textual", texts.get(keys::delete::FIRST)) }</p>
            }
            if !state.store.unread().is_empty() {
                <p>{ button(send, Message::DownloadAsidePressed, "textual", texts.get(keys::notice::DOWNLOAD_ASIDE)) }</p>
            }
            if state.confirm_delete {
                <div class="problem" id="phc-delete" tabindex="-1" role="group"
                    aria-labelledby={if state.others { "phc-delete-sure phc-delete-others" } else { "phc-delete-sure" }}>
                    <p id="phc-delete-sure">{ texts.get(keys::delete::SURE) }</p>
                    if state.others {
                        <p id="phc-delete-others">{ texts.get(keys::delete::OTHERS) }</p>
                    }
                    <p class="acts">
                        if state.others {
                            { button(send, yes(Extent::Check), "button button--danger", texts.get(keys::delete::YES_CHECK)) }
                            { button(send, yes(Extent::Site), "button button--danger", texts.get(keys::delete::YES_SITE)) }
                        } else {
                            { button(send, yes(Extent::Check), "button button--danger", texts.get(keys::delete::YES)) }
                        }
                        { button(send, Message::DeleteCancelled, "button button--quiet", texts.get(keys::delete::NO)) }
                    </p>
                </div>
            } else {
                <p><button type="button" Class="button button--danger" id="phc-delete-ask"
                    onclick={on_click(send, Message::DeletePressed)}>{ texts.get(keys::delete::ASK) }</button></p>
            }
        </section>
    }
}
