//! A list from which one is chosen.

use yew::prelude::*;

use super::events::text_in;

/// One entry of a list: its value, its words, and whether it is the chosen one.
pub(crate) type Entry = (String, String, bool);

/// A list from which one is chosen; its label belongs to whoever draws it.
pub(crate) struct Select {
    /// Its id.
    pub(crate) id: String,
    /// Its classes.
    pub(crate) class: &'static str,
    /// Id of what describes it.
    pub(crate) described_by: Option<&'static str>,
    /// Its entries, each with another value.
    pub(crate) entries: Vec<Entry>,
}

/// Draws a list. `message` makes the message from the value that was chosen; it makes none of a value that is not meant.
pub(crate) fn select<M: 'static>(
    send: &Callback<M>,
    select: Select,
    message: impl Fn(&str) -> Option<M> + 'static,
) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(message) = text_in(&event).and_then(|value| message(&value)) {
            send.emit(message);
        }
    });
    // An entry that becomes the chosen one is made anew: a browser in which somebody once chose by hand takes no other
    // choice from the attribute alone.
    let options = select.entries.into_iter().map(|(value, words, chosen)| {
        let key = [value.as_str(), if chosen { "-chosen" } else { "" }].concat();
        html! { <option {key} {value} selected={chosen}>{ words }</option> }
    });
    html! {
        <select class={select.class} id={select.id} aria-describedby={select.described_by} {onchange}>{ for options }</select>
    }
}
