//! Choosing which check is asked: its length, its kind of relationship, a side, statements of the chair's own. The same on each of the chair's screens
//! that ask for it.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::{Message, State, known};
use crate::content::{Texts, keys};
use crate::domain::extra::Extra;
use crate::domain::ids::{Kind, Length, Side};
use crate::present::chair::invite::time;
use crate::views::parts::{Group, Radio, Select, radio_group, select, words};

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

/// Which statements of the chair's own a form has; nothing where this device knows none.
pub(super) fn extra(
    state: &State,
    send: &Dispatch,
    id: &'static str,
    chosen: Option<&Extra>,
    message: impl Fn(Option<Extra>) -> Message + 'static,
) -> Html {
    let texts = state.context.texts;
    let known = known::all(&state.folder, &state.context.record);
    let mut sets: Vec<Extra> = known.into_iter().cloned().collect();
    if let Some(set) = chosen.filter(|set| !sets.contains(set)) {
        sets.insert(0, set.clone());
    }
    if sets.is_empty() {
        return html! {};
    }
    let choice = |set: &Extra| {
        let print = set.fingerprint().to_string();
        let first = set.statements().first().map_or("", String::as_str);
        let words = [&print, ": ", first].concat();
        (print, words, chosen == Some(set))
    };
    let without = (
        String::new(),
        texts.get(keys::extra::NONE).to_owned(),
        chosen.is_none(),
    );
    let list = Select {
        id: id.to_owned(),
        class: "field__input",
        described_by: None,
        entries: std::iter::once(without).chain(sets.iter().map(choice)).collect(),
    };
    let meant = move |value: &str| {
        let set = sets.iter().find(|set| set.fingerprint().to_string() == value);
        Some(message(set.cloned()))
    };
    html! {
        <div class="field">
            <label class="field__label field__label--strong" for={id}>{ texts.get(keys::extra::OWN) }</label>
            { select(send, list, meant) }
        </div>
    }
}
