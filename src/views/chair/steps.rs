//! The editable steps of a plan: the list, the suggested steps, and a form for the user's own step.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::typing::{Typed, typed};
use crate::app::chair::field::{StepField, TextField, Typing, step_id};
use crate::app::chair::plan::{Message as PlanMessage, UNDO};
use crate::app::chair::{Message, State};
use crate::content::{Key, keys};
use crate::domain::day::Day;
use crate::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use crate::present::chair::plan::{Suggestion, field_date, is_late, problem, suggestions};
use crate::views::parts::{Checkbox, button, button_of, checkbox, on_click, text_in, words};

/// The steps of the plan on screen; nothing while there are none.
pub(super) fn steps(state: &State, send: &Dispatch, plan: &Plan) -> Html {
    let texts = state.context.texts;
    let removed = state.plan.removed.as_ref();
    if plan.steps.is_empty() && removed.is_none() {
        return html! {};
    }
    let mut list: Vec<Html> = plan
        .steps
        .iter()
        .enumerate()
        .map(|(at, planned)| step(state, send, plan.steps.len(), at, planned))
        .collect();
    if let Some(removed) = removed {
        let words = texts.fill(keys::plan::REMOVED, &[("what", &removed.step.what)]);
        let undo = html! {
            <li class="planned planned--removed" key="removed">
                <p><bdi>{ words }</bdi></p>
                { button_of(send, Message::Plan(PlanMessage::PutBackPressed), texts.get(keys::plan::PUT_BACK), None, Some(UNDO.to_owned())) }
            </li>
        };
        list.insert(removed.at.min(list.len()), undo);
    }
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::STEPS) }</h2>
            <ol class="planned-list">{ list }</ol>
        </section>
    }
}

fn step(state: &State, send: &Dispatch, count: usize, at: usize, planned: &PlannedStep) -> Html {
    let texts = state.context.texts;
    let number = texts.fill(keys::plan::STEP, &[("n", &(at + 1).to_string())]);
    let step = planned.id;
    let name = step_id(step, "name");
    let text = |part, label, kept: &str| field(state, send, planned, part, label, kept);
    let act = |message, part, label, full| {
        let name = texts.fill(full, &[("what", &planned.what)]);
        button_of(
            send,
            Message::Plan(message),
            texts.get(label),
            Some(name),
            Some(step_id(step, part)),
        )
    };
    html! {
        <li class={if planned.done { "planned planned--done" } else { "planned" }} key={step}>
            <div class="planned__fields" role="group" aria-labelledby={name.clone()}>
                <h3 class="planned__name" id={name}>{ number }</h3>
                { text(StepField::What, keys::plan::WHAT, &planned.what) }
                { text(StepField::Owner, keys::plan::OWNER, &planned.owner) }
                { text(StepField::Due, keys::plan::DUE, &field_date(planned.due)) }
                { text(StepField::Sign, keys::plan::SIGN, &planned.sign) }
                <div class="planned__foot">
                    { done_box(state, send, planned) }
                    <p class="planned__acts">
                        if at > 0 {
                            { act(PlanMessage::Moved(step, true), "up", keys::plan::UP, keys::plan::UP_OF) }
                        }
                        if at + 1 < count {
                            { act(PlanMessage::Moved(step, false), "down", keys::plan::DOWN, keys::plan::DOWN_OF) }
                        }
                        { act(PlanMessage::Removed(step), "remove", keys::plan::REMOVE, keys::plan::REMOVE_OF) }
                    </p>
                </div>
            </div>
        </li>
    }
}

/// A field of a step, with what is said below it: its error, or that the step is late.
fn field(
    state: &State,
    send: &Dispatch,
    planned: &PlannedStep,
    part: StepField,
    label: Key,
    kept: &str,
) -> Html {
    let texts = state.context.texts;
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typed(state, send, TextField::Step(planned.id, part), kept);
    let mut said = problem(state, planned.id, part);
    if said.is_empty() && part == StepField::Due && is_late(planned, state.context.today) {
        said = texts.get(keys::plan::LATE);
    }
    let said_id = [&id, "-problem"].concat();
    let described = (!said.is_empty()).then(|| said_id.clone());
    let for_id = id.clone();
    let (class, control) = match part {
        StepField::What | StepField::Sign => (
            "planned__field planned__field--wide",
            html! {
                <textarea class="field__input planned__lines" rows="2" {id} {value} dir="auto" enterkeyhint="done"
                    aria-describedby={described} {oninput} {onchange} {onblur} onkeydown={on_enter(send, TextField::Step(planned.id, part))} />
            },
        ),
        StepField::Owner => (
            "planned__field",
            html! {
                <input class="field__input" type="text" {id} {value} autocomplete="off" dir="auto"
                    aria-describedby={described} {oninput} {onchange} {onblur} />
            },
        ),
        StepField::Due => (
            "planned__field",
            html! {
                <input class="field__input planned__date" type="date" {id} {value} min={field_date(Some(Day(0)))}
                    max={field_date(Some(Day(u16::MAX)))} aria-describedby={described} {oninput} {onchange} {onblur} />
            },
        ),
    };
    html! {
        <div {class}>
            <label class="field__label" for={for_id}>{ texts.get(label) }</label>
            { control }
            { said_beside(&said_id, said) }
        </div>
    }
}

/// Takes over what stands in a field of one paragraph: a line break in it would become a blank later.
fn on_enter(send: &Dispatch, field: TextField) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            if let Some(text) = text_in(&event) {
                send.emit(Message::Left(Typing { field, text }));
            }
        }
    })
}

/// The message below a field; nothing if there is none.
fn said_beside(id: &str, words: &'static str) -> Html {
    if words.is_empty() {
        return html! {};
    }
    html! { <p class="planned__said" id={id.to_owned()}>{ words }</p> }
}

fn done_box(state: &State, send: &Dispatch, planned: &PlannedStep) -> Html {
    let step = planned.id;
    let done = Checkbox {
        id: step_id(step, "done"),
        label: words(state.context.texts.get(keys::plan::DONE)),
        hint: "",
        checked: planned.done,
    };
    checkbox(send, done, move |done| {
        Message::Plan(PlanMessage::DoneChosen(step, done))
    })
}

/// The suggested steps and the form for the user's own step; a sentence instead of both once the plan is full.
pub(super) fn more(state: &State, send: &Dispatch, plan: &Plan) -> Html {
    let texts = state.context.texts;
    if plan.steps.len() >= MOST_PLANNED {
        return html! { <p>{ texts.fill(keys::plan::FULL, &[("n", &MOST_PLANNED.to_string())]) }</p> };
    }
    let found = suggestions(state, plan);
    html! {
        <>
            <section class="block">
                <h2 class="heading">{ texts.get(keys::plan::SUGGESTIONS) }</h2>
                if found.is_empty() {
                    <p>{ texts.get(keys::result::STEPS_NONE) }</p>
                } else {
                    <ul class="suggestions">{ for found.into_iter().map(|one| suggestion(state, send, one)) }</ul>
                }
            </section>
            { own(state, send, keys::plan::OWN) }
        </>
    }
}

/// The form for a step while something else is on screen, with the steps that there are; nothing once the plan is full.
pub(super) fn on_the_way(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let plan = state.plan_shown();
    if plan.steps.len() >= MOST_PLANNED {
        return html! {};
    }
    html! {
        <>
            { own(state, send, keys::meeting::STEP) }
            if !plan.steps.is_empty() {
                <p class="hint">{ texts.get(keys::meeting::SO_FAR) }</p>
                <ol class="points">{ for plan.steps.iter().map(|step| html! { <li><bdi>{ &step.what }</bdi></li> }) }</ol>
            }
        </>
    }
}

fn suggestion(state: &State, send: &Dispatch, one: Suggestion) -> Html {
    let texts = state.context.texts;
    let name = texts.fill(keys::plan::TAKE_OF, &[("what", &one.what)]);
    let taken = PlanMessage::Taken {
        topic: one.topic,
        what: one.what.clone(),
    };
    let onclick = on_click(send, Message::Plan(taken));
    html! {
        <li class="suggestion">
            <h3 class="suggestion__what">{ one.what }</h3>
            <p class="suggestion__why">{ one.why }</p>
            <p class="suggestion__talk">{ texts.get(keys::meeting::ASK) }{ ": “" }{ one.talk }{ "”" }</p>
            if one.taken {
                <p class="suggestion__taken">{ texts.get(keys::plan::TAKEN) }</p>
            } else {
                <button type="button" Class="button button--quiet suggestion__take" aria-label={name} {onclick}>
                    { texts.get(keys::plan::TAKE) }
                </button>
            }
        </li>
    }
}

fn own(state: &State, send: &Dispatch, heading: Key) -> Html {
    let texts = state.context.texts;
    let wrong = match state.plan.news {
        Some(crate::app::chair::plan::News::NoWords) => texts.get(keys::plan::NO_WORDS),
        _ => "",
    };
    let described = (!wrong.is_empty()).then_some("step-own-problem");
    let Typed {
        id,
        value,
        oninput,
        onchange,
        onblur,
    } = typed(state, send, TextField::OwnStep, &state.plan.own_step);
    let enter = send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            enter.emit(Message::Plan(PlanMessage::OwnStepAdded));
        }
    });
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(heading) }</h2>
            <div class="own-step">
                <label class="field__label" for={id.clone()}>{ texts.get(keys::plan::OWN_WHAT) }</label>
                <input class="field__input" type="text" {id} {value}
                    autocomplete="off" dir="auto" aria-describedby={described} {oninput} {onchange} {onblur} {onkeydown} />
                { said_beside("step-own-problem", wrong) }
            </div>
            <p class="acts">
                { button(send, Message::Plan(PlanMessage::OwnStepAdded), "button button--quiet", texts.get(keys::plan::ADD)) }
            </p>
        </section>
    }
}
