//! Reading the chosen files from an event, for several of these screens.

use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use super::dispatch::{Files, Source};

/// Passes on the chosen files.
pub(super) fn on_chosen(files: &Files) -> Callback<Event> {
    let files = files.clone();
    Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(list) = input.as_ref().and_then(HtmlInputElement::files) {
            files.emit(listed(&list));
        }
    })
}

/// The files of a list, in their order.
pub(super) fn listed(list: &FileList) -> Vec<Source> {
    (0..list.length())
        .filter_map(|position| list.get(position))
        .map(Source::File)
        .collect()
}
