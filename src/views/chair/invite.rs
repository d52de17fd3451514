//! Making an invitation link: a form, and the link with what the partners will see.

use yew::prelude::*;

use super::as_asked::as_asked;
use super::dispatch::Dispatch;
use super::field::{Field, Holds, field};
use super::problems::{Wrong, problems};
use super::{asked, asking};
use crate::app::chair::field::TextField;
use crate::app::chair::invite::{self, Change, Problem};
use crate::app::chair::statements::Act;
use crate::app::chair::{Message, State};
use crate::content::{Key, Texts, keys};
use crate::domain::invitation::Invitation;
use crate::formats::mail::mail_address;
use crate::present::chair::invite::time;
use crate::present::chair::spoken;
use crate::present::date::{date, iso};
use crate::views::invited::letter;
use crate::views::parts::{button, disclosure, link, link_field, mail_link, outcome, title};
use crate::views::qr::qr;

/// Letters of a link above which mail programs and chats may break it.
const LONG: usize = 1_500;

/// Draws the screen.
pub(super) fn invite(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    html! {
        <div class="invite">
            { title(texts, texts.get(keys::invite::TITLE)) }
            <p class="lead">{ texts.get(keys::invite::LEAD) }</p>
            <p>{ texts.get(keys::invite::SEE) }</p>
            { summary(state, send) }
            { form(state, send) }
            // A change to the form takes the link away, and brings the button back.
            if state.invite.made.is_none() {
                <p class="acts">{ button(send, said(invite::Message::MakePressed), "button", texts.get(keys::invite::MAKE)) }</p>
            }
            <p>{ texts.get(keys::invite::PAPER) }{ " " }{ link(send, Message::LinkFollowed, "blank-form", "", texts.get(keys::invite::PAPER_LINK)) }</p>
            if let (Some(invitation), Some(address)) = (&state.invite.made, state.invite.address(&state.context)) {
                { made(state, invitation, &address, send) }
            }
        </div>
    }
}

fn said(message: invite::Message) -> Message {
    Message::Invite(message)
}

const fn problem_words(problem: Problem) -> Option<Key> {
    Some(match problem {
        Problem::Kind => keys::invite::PROBLEM_KIND,
        Problem::ReplyBy => keys::invite::PROBLEM_REPLY_BY,
        Problem::ReplyTo => keys::invite::PROBLEM_REPLY_TO,
        Problem::Statement(_) => return None,
    })
}

fn said_of(texts: Texts, problem: Problem) -> String {
    match problem {
        Problem::Statement(problem) => asking::problem(texts, problem),
        _ => problem_words(problem).map_or("", |key| texts.get(key)).to_owned(),
    }
}

/// The error summary; nothing without an error.
fn summary(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let wrong = state.invite.problems.iter().map(|problem| Wrong {
        target: problem.target(),
        words: said_of(texts, *problem),
        follow: said(invite::Message::ProblemFollowed(*problem)),
    });
    problems(texts, wrong.collect(), send)
}

fn form(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.invite.form;
    let wrong = |problem: Problem| {
        let found = state.invite.problems.contains(&problem);
        problem_words(problem).filter(|_| found).map(|key| texts.get(key))
    };
    let partnership = Field {
        text: TextField::InvitePartnership,
        holds: Holds::Words,
        label: texts.get(keys::start::PARTNERSHIP),
        hint: texts.get(keys::invite::PARTNERSHIP_HINT),
        problem: None,
        kept: &form.partnership,
    };
    let reply_by = Field {
        text: TextField::InviteReplyBy,
        holds: Holds::Day(iso(state.context.today)),
        label: texts.get(keys::invite::REPLY_BY),
        hint: texts.get(keys::invite::REPLY_BY_HINT),
        problem: wrong(Problem::ReplyBy),
        kept: &form.reply_by,
    };
    let reply_to = Field {
        text: TextField::InviteReplyTo,
        holds: Holds::Email,
        label: texts.get(keys::invite::REPLY_TO),
        hint: texts.get(keys::invite::REPLY_TO_HINT),
        problem: wrong(Problem::ReplyTo),
        kept: &form.reply_to,
    };
    html! {
        <div class="settings">
            { field(state, send, partnership) }
            { asked::kind(texts, send, ("invite-kind", wrong(Problem::Kind)), form.kind, |kind| said(invite::Message::Changed(Change::Kind(kind)))) }
            { asked::length(texts, send, "invite-length", form.length, |length| said(invite::Message::Changed(Change::Length(length)))) }
            { asking::asking(state, send) }
            <fieldset Class="group">
                <legend class="group__name">{ texts.get(keys::invite::REPLY) }</legend>
                { field(state, send, reply_by) }
                { field(state, send, reply_to) }
            </fieldset>
        </div>
    }
}

/// The link, what it says, and ways to send it.
fn made(state: &State, invitation: &Invitation, address: &str, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let mail = mail_address("", &subject(texts, invitation), &body(texts, invitation, address));
    html! {
        <section class="invite__made">
            <h2 class="heading" id="phc-made" tabindex="-1">{ texts.get(keys::invite::MADE) }</h2>
            if state.invite.shortened {
                <p>{ texts.get(keys::notice::NAME_SHORTENED) }</p>
            }
            { link_field("phc-invite-link", texts.get(keys::invite::FIELD), address.to_owned()) }
            <div class="acts">
                { button(send, said(invite::Message::CopyPressed), "button", texts.get(keys::invite::COPY)) }
                { mail_link(send, Message::MailPressed, "button button--quiet", mail, texts.get(keys::invite::EMAIL)) }
                if state.context.has_sheet {
                    { button(send, said(invite::Message::SheetPressed), "button button--quiet", texts.get(keys::invite::SHEET)) }
                }
            </div>
            { outcome(spoken::status(state)) }
            if address.len() > LONG {
                <p>{ texts.fill(keys::invite::LONG, &[("n", &address.len().to_string())]) }</p>
            }
            if state.invite.before.is_some() {
                <p>{ texts.get(keys::asking::CHANGED) }</p>
                <p class="acts">{ asking::quiet(send, Act::LastTaken, None, texts.get(keys::asking::LAST)) }</p>
            }
            <p>{ texts.get(keys::invite::NEXT) }</p>
            { disclosure(texts.get(keys::qr::SHOW), qr(texts, address)) }
            <h3 class="invite__preview">{ texts.get(keys::invite::PREVIEW) }</h3>
            <div class="invite__letter">{ letter(texts, state.context.promise, invitation, state.context.today) }</div>
            if let Some(extra) = &invitation.extra {
                { disclosure(texts.get(keys::asking::AS_ASKED), as_asked(texts, extra)) }
            }
            <p><a href={address.to_owned()} target="_blank" rel="noopener noreferrer">{ texts.get(keys::invite::OPEN) }</a></p>
        </section>
    }
}

fn subject(texts: Texts, invitation: &Invitation) -> String {
    if invitation.partnership.is_empty() {
        return texts.get(keys::invite::SUBJECT).to_owned();
    }
    texts.fill(
        keys::invite::SUBJECT_OF,
        &[("partnership", &invitation.partnership)],
    )
}

/// The text of the e-mail: what it is, the link, how long it takes, by when, and who sees what.
fn body(texts: Texts, invitation: &Invitation, address: &str) -> String {
    let time = texts.fill(
        keys::invite::MAIL_TIME,
        &[
            ("length", texts.length(invitation.length)),
            ("time", texts.get(time(invitation.length))),
        ],
    );
    let by = invitation.reply_by.map(|day| {
        let words = texts.fill(keys::invite::MAIL_BY, &[("date", &date(texts, day))]);
        ["\r\n\r\n", &words].concat()
    });
    [
        texts.get(keys::invite::MAIL_ASK),
        "\r\n",
        address,
        "\r\n\r\n",
        &time,
        &by.unwrap_or_default(),
        "\r\n\r\n",
        texts.get(keys::invite::MAIL_ALONE),
    ]
    .concat()
}
