//! The chair's screens: functions from the state to markup, like all views. Their messages go to `browser::chair`, see
//! `dispatch`.

mod acts;
mod as_asked;
mod asked;
mod asking;
mod blank;
mod builder;
mod came;
mod chosen_files;
mod claims;
mod code;
mod compare;
mod compared;
mod dispatch;
mod dots;
mod earlier;
mod entry;
mod faults;
mod field;
mod fits;
mod handing;
mod invite;
mod looks;
mod many;
mod matrix;
mod meeting;
mod on_paper;
mod options;
mod over_time;
mod own_words;
mod paste;
mod picture;
mod plan;
mod problems;
mod sheet;
mod steps;
mod told;
mod typing;

pub(crate) use sheet::came_with;

pub use dispatch::{Dispatch, Files, Source};

use yew::prelude::*;

use crate::app::chair::{Message, State};
use crate::app::screen::Place;
use crate::app::store::Trouble;
use crate::content::keys;
use crate::present::chair::comparison::Report;
use crate::present::chair::looks::said as looks_said;
use crate::present::chair::{meeting as meeting_words, plan as words, spoken};
use crate::present::onward::onward_from;
use crate::views::parts::{button, live_region, onward};

/// Draws the screen that is shown. `report` is that of the comparison on screen, if there is one: working it out takes
/// longer than drawing it, so the caller caches it.
pub fn screen(state: &State, report: Option<&Report>, send: &Dispatch, files: &Files) -> Html {
    let texts = state.context.texts;
    let own = state.context.own();
    let has_result = own.is_some_and(|check| check.finished.value.is_some());
    html! {
        <>
            if let Some(words) = spoken::keeping(state) {
                <p class="unkept">{ words }</p>
            }
            if state.store.trouble() == Some(Trouble::NewerVersion) {
                <p class="acts">
                    { button(send, Message::UnreadPressed, "textual", texts.get(keys::notice::DOWNLOAD_ASIDE)) }
                    { button(send, Message::BesidePressed, "textual", texts.get(keys::notice::BESIDE)) }
                </p>
            }
            { match &state.context.place {
                Place::Compare => compare::compare(state, report, send, files),
                Place::Received(_) => compare::received(state, report, send),
                Place::Invite => invite::invite(state, send),
                Place::Blank => blank::blank(state, send),
                Place::Entry => entry::entry(state, send),
                Place::Builder => builder::builder(state, send),
                Place::Earlier => earlier::earlier(state, send, files),
                Place::Plan | Place::ComparisonPlan => plan::plan(state, send),
                Place::Meeting => meeting::meeting(state, send),
            } }
            { onward(texts, send, Message::LinkFollowed, onward_from(&state.context.place, report.is_some(), has_result)) }
            { live_region([spoken::status(state), &words::said(state), &meeting_words::time(state), &looks_said(state), spoken::cut(state)].concat()) }
        </>
    }
}
