//! The embed code: its options. The code itself is in `code`.

use yew::prelude::*;

use super::code::{codes, policy, preview};
use super::dispatch::Dispatch;
use super::field::{Field, Holds, field};
use super::fits::fits;
use super::looks::looks;
use super::options::{changed, group, option};
use super::own_words::own_words;
use crate::app::chair::State;
use crate::app::chair::builder::{Change, MadeWith};
use crate::app::chair::field::TextField;
use crate::content::{NAMES, keys};
use crate::domain::ids::{Kind, Length, Side};
use crate::present::chair::made_with::{advice, name};
use crate::views::invited::said;
use crate::views::parts::{Radio, Select, select, title, words};

/// Draws the screen.
pub(super) fn builder(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    html! {
        <div class="builder">
            { title(texts, texts.get(keys::builder::TITLE)) }
            <p class="lead">{ texts.get(keys::builder::LEAD) }</p>
            <p>{ texts.get(keys::builder::KEPT) }</p>
            { made_with(state, send) }
            { asks(state, send) }
            { fits(state, send) }
            { looks(state, send) }
            { own_words(state, send) }
            { preview(state) }
            { codes(state, send) }
            { policy(state, send) }
        </div>
    }
}

/// What the site is made with, and what to do there.
fn made_with(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let chosen = state.builder.form.made_with;
    let entry = |made_with: MadeWith| {
        let words = texts.get(name(made_with)).to_owned();
        (made_with.id().to_owned(), words, made_with == chosen)
    };
    let all = Select {
        id: "builder-made-with".to_owned(),
        class: "field__input field__input--short",
        described_by: Some("builder-made-with-hint"),
        entries: MadeWith::ALL.into_iter().map(entry).collect(),
    };
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::SITE) }</h2>
            <div class="field">
                <label class="field__label field__label--strong" for="builder-made-with">
                    { texts.get(keys::builder::MADE_WITH) }
                </label>
                <p class="group__hint" id="builder-made-with-hint">{ texts.get(keys::builder::MADE_WITH_HINT) }</p>
                { select(send, all, |id| MadeWith::parse(id).map(|made_with| changed(Change::MadeWith(made_with)))) }
            </div>
            <p>{ texts.get(advice(chosen)) }</p>
        </section>
    }
}

fn asks(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let one = |value, label, checked, change| option(value, words(label), checked, change);
    // The first option of each group lets visitors choose.
    let people = |checked, change| one("people", texts.get(keys::builder::PEOPLE), checked, change);
    let kinds = Kind::ALL.into_iter().map(|kind| {
        let change = Change::Kind(Some(kind));
        one(kind.id(), texts.kind(kind), form.kind == Some(kind), change)
    });
    let lengths = Length::ALL.into_iter().map(|length| {
        let change = Change::Length(Some(length));
        one(
            length.id(),
            texts.length(length),
            form.length == Some(length),
            change,
        )
    });
    let sides = form.kind.filter(|kind| kind.has_pairs()).map(|kind| {
        let sides = Side::ALL.into_iter().map(move |side| {
            let change = Change::Side(Some(side));
            one(side.id(), texts.side(kind, side), form.side == Some(side), change)
        });
        std::iter::once(people(form.side.is_none(), Change::Side(None))).chain(sides)
    });
    let kinds = std::iter::once(people(form.kind.is_none(), Change::Kind(None))).chain(kinds);
    let lengths = std::iter::once(people(form.length.is_none(), Change::Length(None))).chain(lengths);
    let languages = NAMES.iter().map(|(tag, name)| {
        let label = html! { <span lang={*tag} translate="no">{ *name }</span> };
        let change = Change::Language(Some(tag));
        option(tag, label, form.language == Some(*tag), change)
    });
    let around = Radio {
        hint: texts.get(keys::builder::LANGUAGE_AROUND_HINT),
        ..one(
            "around",
            texts.get(keys::builder::LANGUAGE_AROUND),
            form.language.is_none(),
            Change::Language(None),
        )
    };
    let languages = std::iter::once(around).chain(languages);
    html! {
        <section class="builder__part">
            <h2 class="heading">{ texts.get(keys::builder::ASKS) }</h2>
            { invitation(state, send) }
            if form.invitation().is_none() {
                { group(send, "builder-kind", texts.get(keys::answers::KIND), kinds) }
                if let Some(sides) = sides {
                    { group(send, "builder-side", texts.get(keys::builder::SIDE), sides) }
                }
                { group(send, "builder-length", texts.get(keys::answers::LENGTH), lengths) }
            }
            { group(send, "builder-language", texts.get(keys::builder::LANGUAGE), languages) }
        </section>
    }
}

/// The invitation with which the check begins, and what it says.
fn invitation(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let form = &state.builder.form;
    let link = Field {
        text: TextField::Invitation,
        holds: Holds::Code,
        label: texts.get(keys::builder::INVITATION),
        hint: texts.get(keys::builder::INVITATION_HINT),
        problem: form
            .invitation_is_wrong()
            .then(|| texts.get(keys::builder::INVITATION_WRONG)),
        kept: &form.invitation,
    };
    html! {
        <>
            { field(state, send, link) }
            if let Some(invitation) = form.invitation() {
                <div class="field">
                    <p>{ texts.get(keys::builder::INVITATION_SAYS) }</p>
                    { said(texts, &invitation, state.context.today) }
                </div>
            }
        </>
    }
}
