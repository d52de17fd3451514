//! The save status in the header: a component, so that it is drawn alone when nothing else on screen has changed.

use std::cell::{Cell, RefCell};

use yew::prelude::*;

use super::memo::begin;
use crate::app::State;
use crate::app::store::Kept;
use crate::content::{Texts, keys};
use crate::present::spoken;

thread_local! {
    /// What the header says, and in which language. Not properties: those that a screen gave last may be older than what was
    /// said since.
    static SAYS: Cell<Option<(Kept, Texts)>> = const { Cell::new(None) };
    /// Draws the header's line again.
    static DRAW: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// Lets the header say what is kept now.
pub fn say_kept(state: &State) {
    let says = Some((spoken::kept(state), state.texts));
    if SAYS.replace(says) != says {
        DRAW.with_borrow(|draw| draw.as_ref().map(|draw| draw.emit(())));
    }
}

/// The line in the header.
pub(super) struct KeptLine;

impl Component for KeptLine {
    type Message = ();
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        DRAW.set(Some(ctx.link().callback(|()| ())));
        Self
    }

    fn view(&self, _: &Context<Self>) -> Html {
        begin();
        SAYS.get()
            .map(|(kept, texts)| line(kept, texts))
            .unwrap_or_default()
    }
}

fn line(kept: Kept, texts: Texts) -> Html {
    let (mark, words) = match kept {
        Kept::Nothing => ("nothing", Html::default()),
        Kept::Pending => ("pending", saving_or_saved(texts)),
        Kept::Saved => ("saved", saving_or_saved(texts)),
        Kept::Not(_) => ("not", html! { texts.get(keys::app::NOT_SAVED) }),
    };
    html! { <span class="top__kept" data-kept={mark}>{ words }</span> }
}

/// Both words are there, in one place, and the mark says which of them is shown: after each answer the browser has nothing to
/// lay out.
fn saving_or_saved(texts: Texts) -> Html {
    html! {
        <>
            <span class="top__saving">{ texts.get(keys::app::SAVING) }</span>
            <span class="top__saved">{ texts.get(keys::app::SAVED) }</span>
        </>
    }
}
