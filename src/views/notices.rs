//! What the user is told about their answers' safety.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{button, on_click};
use crate::app::file::File;
use crate::app::notice::{NOTICE, Notice};
use crate::app::storing::HANDED_FIELD;
use crate::app::{Message, State};
use crate::content::keys;
use crate::present::spoken;

/// The notices, oldest first. The live region exists before its text, so that screen readers announce the text.
pub(super) fn notices(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    // The one that takes the focus when the screen changes: its name tells where one is, and it is told as all others.
    let named = |notice: Notice| (state.led == Some(notice)).then_some("phc-title");
    let notice = |notice: &Notice| {
        let words = spoken::notice(state, *notice);
        // More than one may be there.
        let close = [texts.get(keys::notice::CLOSE), ": ", &words].concat();
        html! {
            // Without a key Yew would take the one that has the focus for the one that comes after it.
            <div class="notice" key={words.clone()} id={named(*notice).map(|_| NOTICE)} tabindex={named(*notice).map(|_| "-1")}
                role={named(*notice).map(|_| "group")} aria-labelledby={named(*notice)}>
                <p class="notice__text">{ words }</p>
                <div class="notice__acts">
                    if notice.offers_download() {
                        { button(send, Message::DownloadPressed, "textual", texts.get(keys::notice::DOWNLOAD)) }
                    }
                    if notice.offers_aside() {
                        { button(send, Message::DownloadAsidePressed, "textual", texts.get(keys::notice::DOWNLOAD_ASIDE)) }
                    }
                    if *notice == Notice::NewerVersion {
                        { button(send, Message::BesidePressed, "textual", texts.get(keys::notice::BESIDE)) }
                    }
                    <button type="button" Class="notice__close" aria-label={close}
                        onclick={on_click(send, Message::NoticeClosed(*notice))}></button>
                </div>
            </div>
        }
    };
    html! {
        <>
            <div class="notices" role="status">{ for state.notices.iter().map(notice) }</div>
            if let Some(file) = &state.handed {
                { handed(state, file, send) }
            }
        </>
    }
}

/// A file that may not have been saved, to be copied.
fn handed(state: &State, file: &File, send: &Dispatch) -> Html {
    let texts = state.texts;
    html! {
        <div class="notice handed">
            <label class="notice__text" for={HANDED_FIELD}>{ texts.get(keys::notice::HANDED) }</label>
            <button type="button" Class="notice__close" aria-label={texts.get(keys::notice::HANDED_CLOSE)}
                onclick={on_click(send, Message::HandedClosed)}></button>
            <textarea class="field__input handed__text" id={HANDED_FIELD} rows="6" readonly=true dir="auto" value={file.text.clone()} />
        </div>
    }
}
