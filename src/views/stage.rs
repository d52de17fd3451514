//! The stage question.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{Radio, on_clear, radio, words};
use crate::app::{Message, State};
use crate::content::keys;
use crate::domain::answer::StageChoice;
use crate::domain::check::Check;

/// Draws the stage question: four descriptions and "Not sure", in their fixed order.
pub(super) fn stage(state: &State, check: &Check, send: &Dispatch) -> Html {
    let texts = state.texts;
    let chosen = check.stage.value;
    html! {
        <fieldset Class="statement" key="stage">
            <legend class="statement__words">{ texts.get(keys::questions::STAGE) }</legend>
            <div class="choices">{ for StageChoice::ALL.into_iter().map(|choice| radio(send, "stage", Radio {
                value: choice.id(),
                label: words(texts.stage_choice(choice)),
                hint: "",
                checked: chosen == Some(choice),
                message: Message::StageChosen(Some(choice)),
            })) }</div>
            if chosen.is_some() {
                <button type="button" Class="textual statement__clear" onclick={on_clear(send, Message::StageChosen(None))}>
                    { texts.get(keys::questions::CLEAR) }
                </button>
            }
        </fieldset>
    }
}
