//! An invitation in words: the same for the partner who opens it and for the chair's preview.

use crate::app::State;
use crate::content::{Key, Texts, keys};
use crate::domain::check::Check;
use crate::domain::day::Day;
use crate::domain::ids::Length;
use crate::domain::invitation::Invitation;
use crate::domain::reply::Reply;
use crate::present::date::date;

/// One line: what, and its value in words.
pub type Line = (&'static str, String);

/// All settings of an invitation, line by line. Missing ones are left out.
pub fn lines(texts: Texts, invitation: &Invitation, today: Day) -> Vec<Line> {
    let mut lines = Vec::new();
    if !invitation.partnership.is_empty() {
        lines.push((
            texts.get(keys::answers::PARTNERSHIP),
            invitation.partnership.clone(),
        ));
    }
    lines.push((
        texts.get(keys::answers::KIND),
        texts.kind(invitation.kind).to_owned(),
    ));
    let length = [
        texts.length(invitation.length),
        ". ",
        texts.get(time(invitation.length)),
    ];
    lines.push((texts.get(keys::answers::LENGTH), length.concat()));
    if let Some(day) = invitation.reply_by {
        let words = date(texts, day);
        let words = if day < today {
            texts.fill(keys::invited::PASSED, &[("date", &words)])
        } else {
            words
        };
        lines.push((texts.get(keys::invited::REPLY_BY), words));
    }
    if !invitation.reply_to.is_empty() {
        lines.push((texts.get(keys::invited::REPLY_TO), invitation.reply_to.clone()));
    }
    lines
}

/// How long a check takes.
pub const fn time(length: Length) -> Key {
    match length {
        Length::Full => keys::start::LENGTH_FULL,
        Length::Quick => keys::start::LENGTH_QUICK,
    }
}

/// The newest check on this device that was begun from this invitation: whoever opens the link again wants to resume
/// it.
pub fn begun<'a>(state: &'a State, invitation: &Invitation) -> Option<&'a Check> {
    let reply = invitation.reply();
    if reply == Reply::default() && invitation.partnership.is_empty() && invitation.extra.is_none() {
        return None;
    }
    let fits = |check: &&Check| {
        let setup = &check.setup.value;
        check.reply.value == reply
            && check.extra.value == invitation.extra
            && setup.partnership == invitation.partnership
            && (setup.kind, setup.length) == (invitation.kind, invitation.length)
    };
    state
        .record
        .checks
        .iter()
        .filter(fits)
        .max_by_key(|check| check.revision())
}
