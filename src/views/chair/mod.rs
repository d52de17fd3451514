//! The screens of whoever chairs: functions from the state to markup, like all views.

mod builder;
mod code;
mod compare;
mod compared;
mod dots;
mod earlier;
mod faults;
mod handing;
mod invite;
mod looks;
mod many;
mod meeting;
mod parts;
mod paste;
mod picture;
mod plan;
mod row;
mod sheet;
mod steps;
mod told;

pub(crate) use sheet::came_with;

use js_sys::Uint8Array;
use web_sys::File;
use yew::prelude::*;

pub use picture::{comparison_picture, comparison_svg};

use crate::app::chair::{Message, State};
use crate::app::screen::Place;
use crate::present::chair::comparison::Report;
use crate::present::chair::looks::said as looks_said;
use crate::present::chair::{meeting as meeting_words, plan as words, spoken};

/// Where messages go.
pub(crate) type Send = Callback<Message>;

/// A text that is not read yet.
pub enum Source {
    /// A file that was chosen or dropped.
    File(File),
    /// A long text that was pasted, in UTF-8.
    Pasted(Uint8Array),
}

/// Where such texts go; the browser part reads them.
pub(crate) type Files = Callback<Vec<Source>>;

/// Draws the screen that is shown. `report` is that of the comparison on screen, if there is one: working it out takes longer than drawing it, so
/// who calls keeps it.
pub fn screen(state: &State, report: Option<&Report>, send: &Send, files: &Files) -> Html {
    html! {
        <>
            if let Some(words) = spoken::keeping(state) {
                <p class="unkept">{ words }</p>
            }
            { match &state.context.place {
                Place::Compare => compare::compare(state, report, send, files),
                Place::Received(_) => compare::received(state, report, send),
                Place::Invite => invite::invite(state, send),
                Place::Builder => builder::builder(state, send),
                Place::Earlier => earlier::kept(state, send, files),
                Place::Plan | Place::ComparisonPlan => plan::plan(state, send),
                Place::Meeting => meeting::meeting(state, send),
            } }
            <p class="visually-hidden" role="status">
                { spoken::status(state) }{ words::said(state) }{ meeting_words::time(state) }{ looks_said(state) }
            </p>
        </>
    }
}
