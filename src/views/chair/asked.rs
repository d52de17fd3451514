//! Choosing which check is asked: its length, its kind of relationship, a side. The same on each of the chair's screens
//! that ask for it.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::Message;
use crate::content::{Texts, keys};
use crate::domain::ids::{Kind, Length, Side};
use crate::present::chair::invite::time;
use crate::views::parts::{Group, Radio, radio_group, words};

/// The length.
pub(super) fn length(
    texts: Texts,
    send: &Dispatch,
    name: &'static str,
    chosen: Length,
    message: impl Fn(Length) -> Message,
) -> Html {
    let group = Group {
        name,
        legend: texts.get(keys::answers::LENGTH),
        ..Group::default()
    };
    let mut lengths = Length::ALL.into_iter().map(|length| Radio {
        value: length.id(),
        label: words(texts.length(length)),
        hint: texts.get(time(length)),
        checked: chosen == length,
        message: message(length),
    });
    radio_group(send, group, &mut lengths)
}

/// The kind of relationship, with what is wrong with it.
pub(super) fn kind(
    texts: Texts,
    send: &Dispatch,
    (name, problem): (&'static str, Option<&'static str>),
    chosen: Option<Kind>,
    message: impl Fn(Kind) -> Message,
) -> Html {
    let group = Group {
        name,
        legend: texts.get(keys::start::KIND),
        problem,
        ..Group::default()
    };
    let mut kinds = Kind::ALL.into_iter().map(|kind| Radio {
        value: kind.id(),
        label: words(texts.kind(kind)),
        hint: "",
        checked: chosen == Some(kind),
        message: message(kind),
    });
    radio_group(send, group, &mut kinds)
}

/// The side of a kind that has two; nothing for another. The legend is the screen's own.
pub(super) fn side(
    texts: Texts,
    send: &Dispatch,
    group: Group,
    (kind, chosen): (Option<Kind>, Option<Side>),
    message: impl Fn(Side) -> Message,
) -> Html {
    let Some(kind) = kind.filter(|kind| kind.has_pairs()) else {
        return html! {};
    };
    let mut sides = Side::ALL.into_iter().map(|side| Radio {
        value: side.id(),
        label: words(texts.side(kind, side)),
        hint: "",
        checked: chosen == Some(side),
        message: message(side),
    });
    radio_group(send, group, &mut sides)
}
