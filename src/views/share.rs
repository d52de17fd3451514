//! Sharing the summary: in one press from the result, or with a choice of what the link contains.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::parts::{
    Checkbox, button, checkbox, disclosure, link, link_field, mail_link, on_click_if, onward_list, outcome,
    terms, title,
};
use super::qr::qr;
use super::settings;
use crate::app::file::File;
use crate::app::status::Status;
use crate::app::{Message, State};
use crate::content::{Key, Texts, keys};
use crate::domain::check::Check;
use crate::domain::extra::Extra;
use crate::domain::summary::Summary;
use crate::formats::mail::mail_address;
use crate::present::date::date;
use crate::present::files;
use crate::present::onward::ONCE_SENT;
use crate::present::preview::preview;
use crate::present::spoken;

/// What now, on the result: the summary goes to whoever asked for it. Of who was asked by nobody, the check cannot know
/// whether they send it or chair, so it offers both. Then the ways on.
pub(super) fn panel(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    // A summary is sent to whoever asked for it only after the preview, so this leads to the share screen.
    let asked = state
        .check()
        .is_some_and(|check| !check.reply.value.to.is_empty());
    let quiet = "button button--quiet";
    let copy = if asked { quiet } else { "button" };
    // The invitation comes first among the ways, and stands above as a button where nobody asked.
    let then = ONCE_SENT.get(usize::from(!asked)..).unwrap_or_default();
    html! {
        <section class="share">
            <h2 class="heading">{ texts.get(keys::onward::TITLE) }</h2>
            if !asked {
                <p>{ texts.get(keys::onward::EITHER) }</p>
            }
            <div class="acts">
                if asked {
                    { link(send, Message::LinkFollowed, "share", "button", texts.get(keys::onward::SEND)) }
                }
                { button(send, Message::CopyPressed, copy, texts.get(keys::share::COPY)) }
                if !asked {
                    { link(send, Message::LinkFollowed, "invite", quiet, texts.get(keys::onward::INVITE)) }
                }
            </div>
            { outcome(spoken::outcome(state)) }
            if state.status == Status::NotCopied {
                { field(state) }
            }
            <p class="share__ways">
                { link(send, Message::LinkFollowed, "share", "link", texts.get(keys::share::MORE)) }
                { button(send, Message::PrintPressed, "textual", texts.get(keys::share::PRINT)) }
            </p>
            <p class="onward__then">{ texts.get(keys::onward::THEN) }</p>
            { onward_list(texts, send, Message::LinkFollowed, then) }
        </section>
    }
}

/// The link, for browsers that do not let the page copy it.
fn field(state: &State) -> Html {
    let label = state.texts.get(keys::share::FIELD);
    link_field("phc-link", label, state.link().unwrap_or_default())
}

/// The share screen.
pub(super) fn share(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let (Some(check), Some(summary)) = (state.check(), state.summary()) else {
        return html! {};
    };
    let setup = &check.setup.value;
    // If somebody asked for the summary, sending it to them is the first action.
    let copy = if check.reply.value.to.is_empty() {
        "button"
    } else {
        "button button--quiet"
    };
    let link_text = state.link().unwrap_or_default();
    let mail = mail_address(
        "",
        texts.get(keys::share::SUBJECT),
        &[texts.get(keys::share::EMAIL_BODY), "\r\n", &link_text].concat(),
    );
    html! {
        <div class="sharing">
            { title(texts, texts.get(keys::share::TITLE)) }
            <p class="lead">{ texts.get(keys::share::LEAD) }</p>
            <fieldset Class="group">
                <legend class="group__name">{ texts.get(keys::share::INCLUDE) }</legend>
                <ul class="points">
                    <li>{ texts.get(keys::share::INCLUDE_ANSWERS) }</li>
                    <li>{ texts.get(keys::share::INCLUDE_NEVER) }</li>
                </ul>
                <p class="group__hint" id="names-hint">{ texts.get(keys::start::NAMES_HINT) }</p>
                { settings::organisation(state, send) }
                { include(state, send, "share-organisation", keys::share::INCLUDE_ORGANISATION, &setup.organisation, state.share_organisation, Message::ShareOrganisationChosen) }
                { settings::partnership(state, send) }
                { include(state, send, "share-partnership", keys::share::INCLUDE_PARTNERSHIP, &setup.partnership, state.share_partnership, Message::SharePartnershipChosen) }
            </fieldset>
            <section class="block">
                <h2 class="heading">{ texts.get(keys::share::PREVIEW) }</h2>
                { terms(preview(texts, &summary)) }
                <p><a href={link_text.clone()} target="_blank" rel="noopener noreferrer">{ texts.get(keys::share::OPEN) }</a></p>
            </section>
            { reply(state, check, &link_text, send) }
            { field(state) }
            <div class="acts">
                { button(send, Message::CopyPressed, copy, texts.get(keys::share::COPY)) }
                { mail_link(send, Message::MailPressed, "button button--quiet", mail, texts.get(keys::share::EMAIL)) }
                if state.has_sheet {
                    { button(send, Message::SheetPressed, "button button--quiet", texts.get(keys::share::SHEET)) }
                }
            </div>
            { outcome(spoken::outcome(state)) }
            { disclosure(texts.get(keys::qr::SHOW), qr(texts, link_text.clone())) }
            { disclosure(texts.get(keys::picture::FILES), save_as(state, &summary, send)) }
            <p class="caveat">{ texts.get(keys::share::PROOF) }</p>
        </div>
    }
}

/// The button that sends the summary to whoever asked for it, below the preview; nothing if nobody asked.
fn reply(state: &State, check: &Check, link: &str, send: &Dispatch) -> Html {
    let texts = state.texts;
    let reply = &check.reply.value;
    let to = reply.to.as_str();
    if to.is_empty() {
        return html! {};
    }
    let asked = match reply.by {
        Some(day) => texts.fill(
            keys::invited::SEND_TO_BY,
            &[("address", to), ("date", &date(texts, day))],
        ),
        None => texts.fill(keys::invited::SEND_TO, &[("address", to)]),
    };
    let body = [texts.get(keys::invited::MAIL_BODY), "\r\n", link].concat();
    let mail = mail_address(to, texts.get(keys::share::SUBJECT), &body);
    html! {
        <section class="block block--call">
            <h2 class="heading">{ texts.get(keys::invited::SEND_TITLE) }</h2>
            <p><bdi>{ asked }</bdi></p>
            <p class="acts">{ mail_link(send, Message::MailPressed, "button", mail, texts.get(keys::invited::SEND)) }</p>
            <p class="hint">{ texts.get(keys::invited::SEND_HOW) }</p>
        </section>
    }
}

/// The summary as files, with the ticked names. A file is made when its button is pressed.
fn save_as(state: &State, summary: &Summary, send: &Dispatch) -> Html {
    let texts = state.texts;
    let words = state.extra_words(summary);
    let button = |make: fn(Texts, &Summary, Option<&Extra>) -> File, label: Key| {
        let (summary, words) = (summary.clone(), words.cloned());
        let onclick = on_click_if(send, move || {
            Some(Message::FileMade(make(texts, &summary, words.as_ref())))
        });
        html! { <button type="button" Class="button button--quiet" {onclick}>{ texts.get(label) }</button> }
    };
    html! {
        <>
            <p>{ texts.get(keys::picture::FILES_LEAD) }</p>
            <p class="acts">
                { button(files::table, keys::picture::CSV) }
                { button(files::json, keys::picture::JSON) }
                { button(files::markdown, keys::picture::MARKDOWN) }
            </p>
        </>
    }
}

/// A checkbox for a name; nothing if there is no name.
fn include(
    state: &State,
    send: &Dispatch,
    id: &'static str,
    label: Key,
    name: &str,
    checked: bool,
    message: fn(bool) -> Message,
) -> Html {
    if name.is_empty() {
        return html! {};
    }
    let box_of = Checkbox {
        id: id.to_owned(),
        label: html! { <bdi>{ state.texts.fill(label, &[("name", name)]) }</bdi> },
        hint: "",
        checked,
    };
    checkbox(send, box_of, message)
}
