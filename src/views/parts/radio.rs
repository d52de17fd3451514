//! A radio button, and a group of them with legend, hint and error.

use yew::prelude::*;

use super::choice::{Choice, choice};
use super::events::on_change;

/// One radio button; the whole row is its label.
pub(crate) struct Radio<M> {
    /// Its value in the group.
    pub(crate) value: &'static str,
    /// Its words.
    pub(crate) label: Html,
    /// A smaller second line; empty if there is none.
    pub(crate) hint: &'static str,
    /// Whether it is chosen.
    pub(crate) checked: bool,
    /// What choosing it sends.
    pub(crate) message: M,
}

/// Draws a radio button of the group with this name.
pub(crate) fn radio<M: Clone + 'static>(send: &Callback<M>, name: &'static str, radio: Radio<M>) -> Html {
    choice(Choice {
        kind: "radio",
        id: [name, "-", radio.value].concat(),
        name: Some(name),
        value: Some(radio.value),
        label: radio.label,
        hint: radio.hint,
        checked: radio.checked,
        onchange: on_change(send, radio.message),
    })
}

/// Draws a radio button of a scale. It covers its label, and the words are its name alone: whoever reads line by line meets one
/// thing for each answer, in whichever place its words stand.
pub(crate) fn on_scale<M: Clone + 'static>(send: &Callback<M>, name: &'static str, radio: Radio<M>) -> Html {
    let id = [name, "-", radio.value].concat();
    let words = [&*id, "-words"].concat();
    html! {
        <div class="choice">
            <label class="scale__label" for={id.clone()}>
                <input class="scale__input" type="radio" {name} value={radio.value} {id} checked={radio.checked}
                    aria-labelledby={words.clone()} onchange={on_change(send, radio.message)} />
                <span id={words} aria-hidden="true">{ radio.label }</span>
            </label>
        </div>
    }
}

/// A group of radio buttons.
#[derive(Clone, Copy, Default)]
pub(crate) struct Group {
    /// Name of the group in the page.
    pub(crate) name: &'static str,
    /// The legend.
    pub(crate) legend: &'static str,
    /// A hint below it; empty if there is none.
    pub(crate) hint: &'static str,
    /// The error: that the choice is wrong or missing.
    pub(crate) problem: Option<&'static str>,
}

/// Draws a group of radio buttons. One function for all groups: a monomorphised copy per iterator type would add 2 kB
/// to the first module.
pub(crate) fn radio_group<M: Clone + 'static>(
    send: &Callback<M>,
    group: Group,
    radios: &mut dyn Iterator<Item = Radio<M>>,
) -> Html {
    fieldset(group, radios.map(|one| radio(send, group.name, one)).collect())
}

fn fieldset(group: Group, radios: Vec<Html>) -> Html {
    let Group {
        name,
        legend,
        hint,
        problem,
    } = group;
    let hint_id = [name, "-hint"].concat();
    let problem_id = [name, "-problem"].concat();
    let described = match (hint.is_empty(), problem.is_some()) {
        (true, false) => None,
        (true, true) => Some(problem_id.clone()),
        (false, false) => Some(hint_id.clone()),
        (false, true) => Some([&hint_id, " ", &problem_id].concat()),
    };
    html! {
        <fieldset Class={if problem.is_some() { "group group--problem" } else { "group" }} aria-describedby={described}>
            <legend class="group__name">{ legend }</legend>
            if !hint.is_empty() {
                <p class="group__hint" id={hint_id}>{ hint }</p>
            }
            if let Some(problem) = problem {
                <p class="group__problem" id={problem_id}>{ problem }</p>
            }
            <div class="choices">{ radios }</div>
        </fieldset>
    }
}
