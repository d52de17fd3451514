//! What is said of a translation that no native speaker has corrected, and the way to send a correction.

use yew::prelude::*;

use crate::content::{NAMES, Texts, keys};
use crate::formats::mail::mail_address;

/// Whether the words are a draft. Every language but English is one until somebody has corrected it.
pub(super) fn is_draft(texts: Texts) -> bool {
    texts.language() != "en"
}

/// The paragraph on "About this check". The letter goes to nobody in particular: whoever publishes the check is not known
/// here, and nothing is sent by the page.
pub(super) fn translation(texts: Texts) -> Html {
    let name = NAMES.iter().find(|(tag, _)| *tag == texts.language());
    let language = name.map_or(texts.language(), |(_, name)| name);
    let subject = texts.fill(keys::translation::SUBJECT, &[("language", language)]);
    let body: Vec<_> = keys::translation::BODY.iter().map(|key| texts.get(key)).collect();
    let href = mail_address("", &subject, &body.join("\r\n\r\n\r\n"));
    html! {
        <>
            <h2 class="heading">{ texts.get(keys::translation::DRAFT) }</h2>
            <p>{ texts.get(keys::translation::LEAD) }</p>
            <p class="acts"><a Class="button button--quiet" {href}>{ texts.get(keys::translation::WRITE) }</a></p>
        </>
    }
}
