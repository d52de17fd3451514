//! The steps of a plan as they are written: the list, what the answers suggest, and a step of one's own.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::plan::{DRAFT, Field, Message as PlanMessage, Typing, UNDO, id};
use crate::app::chair::{Message, State};
use crate::content::{Key, keys};
use crate::domain::day::Day;
use crate::domain::plan::{MOST_PLANNED, Plan, PlannedStep};
use crate::present::chair::plan::{Suggestion, field_date, is_late, problem, suggestions};
use crate::views::parts::{Checkbox, button, button_of, checkbox, on_click, words};

/// The steps of the plan on screen; nothing while there are none.
pub(super) fn steps(state: &State, send: &Dispatch, plan: &Plan) -> Html {
    let texts = state.context.texts;
    let gone = state.plan.removed.as_ref();
    if plan.steps.is_empty() && gone.is_none() {
        return html! {};
    }
    let mut list: Vec<Html> = plan
        .steps
        .iter()
        .enumerate()
        .map(|(at, planned)| step(state, send, plan.steps.len(), at, planned))
        .collect();
    if let Some(gone) = gone {
        let words = texts.fill(keys::plan::REMOVED, &[("what", &gone.step.what)]);
        let undo = html! {
            <li class="planned planned--gone" key="gone">
                <p><bdi>{ words }</bdi></p>
                { button_of(send, Message::Plan(PlanMessage::PutBackPressed), texts.get(keys::plan::PUT_BACK), None, Some(UNDO.to_owned())) }
            </li>
        };
        list.insert(gone.at.min(list.len()), undo);
    }
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::STEPS) }</h2>
            <ol class="planned-list">{ list }</ol>
        </section>
    }
}

fn step(state: &State, send: &Dispatch, count: usize, at: usize, step: &PlannedStep) -> Html {
    let texts = state.context.texts;
    let number = texts.fill(keys::plan::STEP, &[("n", &(at + 1).to_string())]);
    let name = id(at, "name");
    let text = |field, label, value: &str| text_field(state, send, at, field, label, value);
    let act = |message, part, label, full| {
        let name = texts.fill(full, &[("what", &step.what)]);
        button_of(
            send,
            Message::Plan(message),
            texts.get(label),
            Some(name),
            Some(id(at, part)),
        )
    };
    html! {
        <li class={if step.done { "planned planned--done" } else { "planned" }} key={at}>
            <div class="planned__fields" role="group" aria-labelledby={name.clone()}>
                <h3 class="planned__name" id={name}>{ number }</h3>
                { text(Field::What, keys::plan::WHAT, &step.what) }
                { text(Field::Owner, keys::plan::OWNER, &step.owner) }
                { due_field(state, send, at, step) }
                { text(Field::Sign, keys::plan::SIGN, &step.sign) }
                <div class="planned__foot">
                    { done_box(state, send, at, step.done) }
                    <p class="planned__acts">
                        if at > 0 {
                            { act(PlanMessage::Moved(at, true), "up", keys::plan::UP, keys::plan::UP_OF) }
                        }
                        if at + 1 < count {
                            { act(PlanMessage::Moved(at, false), "down", keys::plan::DOWN, keys::plan::DOWN_OF) }
                        }
                        { act(PlanMessage::Removed(at), "remove", keys::plan::REMOVE, keys::plan::REMOVE_OF) }
                    </p>
                </div>
            </div>
        </li>
    }
}

/// What stands in a field: what is being typed there, or what is kept.
fn value(state: &State, at: usize, field: Field, kept: &str) -> String {
    match &state.plan.typing {
        Some(typing) if typing.at == at && typing.field == field => typing.text.clone(),
        _ => kept.to_owned(),
    }
}

/// The text of the field in which something happened.
fn text_of(event: &Event) -> Option<String> {
    let area = event.target_dyn_into::<HtmlTextAreaElement>();
    let input = || event.target_dyn_into::<HtmlInputElement>();
    area.map(|area| area.value())
        .or_else(|| input().map(|input| input.value()))
}

/// What is typed into a field, as a message.
fn on_input(send: &Dispatch, message: impl Fn(String) -> PlanMessage + 'static) -> Callback<InputEvent> {
    let send = send.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(text) = text_of(&event) {
            send.emit(Message::Plan(message(text)));
        }
    })
}

fn text_field(state: &State, send: &Dispatch, at: usize, field: Field, label: Key, kept: &str) -> Html {
    let id = field.id(at);
    let wrong = problem(state, at, field);
    let wrong_id = [&id, "-problem"].concat();
    let described = (!wrong.is_empty()).then(|| wrong_id.clone());
    let value = value(state, at, field, kept);
    let oninput = on_input(send, move |text| PlanMessage::Typed(Typing { at, field, text }));
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(text) = text_of(&event) {
            send.emit(Message::Plan(PlanMessage::Written(Typing { at, field, text })));
        }
    });
    html! {
        <div class={if field == Field::Owner { "planned__field" } else { "planned__field planned__field--wide" }}>
            <label class="field__label" for={id.clone()}>{ state.context.texts.get(label) }</label>
            if field == Field::Owner {
                <input class="field__input" type="text" {id} {value} autocomplete="off" dir="auto"
                    aria-describedby={described} {oninput} {onchange} />
            } else {
                <textarea class="field__input planned__lines" rows="2" {id} {value} dir="auto"
                    aria-describedby={described} {oninput} {onchange} />
            }
            { said_beside(&wrong_id, wrong) }
        </div>
    }
}

fn due_field(state: &State, send: &Dispatch, at: usize, step: &PlannedStep) -> Html {
    let texts = state.context.texts;
    let id = Field::Due.id(at);
    let wrong_id = [&id, "-problem"].concat();
    let wrong = problem(state, at, Field::Due);
    let late = is_late(step, state.context.today);
    let words = match (wrong.is_empty(), late) {
        (true, true) => texts.get(keys::plan::LATE),
        _ => wrong,
    };
    let described = (!words.is_empty()).then(|| wrong_id.clone());
    let value = value(state, at, Field::Due, &field_date(step.due));
    let typed = move |text| {
        PlanMessage::Typed(Typing {
            at,
            field: Field::Due,
            text,
        })
    };
    let left = send.clone();
    let onblur = Callback::from(move |_: FocusEvent| left.emit(Message::Plan(PlanMessage::DueLeft(at))));
    html! {
        <div class="planned__field">
            <label class="field__label" for={id.clone()}>{ texts.get(keys::plan::DUE) }</label>
            <input class="field__input planned__date" type="date" {id} {value} min={field_date(Some(Day(0)))}
                max={field_date(Some(Day(u16::MAX)))} aria-describedby={described}
                oninput={on_input(send, typed)} {onblur} />
            { said_beside(&wrong_id, words) }
        </div>
    }
}

/// What is said below a field; nothing where there is nothing to say.
fn said_beside(id: &str, words: &'static str) -> Html {
    if words.is_empty() {
        return html! {};
    }
    html! { <p class="planned__said" id={id.to_owned()}>{ words }</p> }
}

fn done_box(state: &State, send: &Dispatch, at: usize, done: bool) -> Html {
    let done = Checkbox {
        id: id(at, "done"),
        label: words(state.context.texts.get(keys::plan::DONE)),
        hint: "",
        checked: done,
    };
    checkbox(send, done, move |done| {
        Message::Plan(PlanMessage::DoneChosen(at, done))
    })
}

/// What the answers suggest, and a step of one's own; a sentence in place of both once the plan is full.
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
            { own(state, send) }
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
                <button type="button" class="button button--quiet suggestion__take" aria-label={name} {onclick}>
                    { texts.get(keys::plan::TAKE) }
                </button>
            }
        </li>
    }
}

fn own(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let wrong = match state.plan.news {
        Some(crate::app::chair::plan::News::NoWords) => texts.get(keys::plan::NO_WORDS),
        _ => "",
    };
    let described = (!wrong.is_empty()).then_some("step-own-problem");
    let enter = send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            enter.emit(Message::Plan(PlanMessage::DraftAdded));
        }
    });
    html! {
        <section class="block">
            <h2 class="heading">{ texts.get(keys::plan::OWN) }</h2>
            <div class="own-step">
                <label class="field__label" for={DRAFT}>{ texts.get(keys::plan::OWN_WHAT) }</label>
                <input class="field__input" type="text" id={DRAFT} value={state.plan.draft.clone()}
                    autocomplete="off" dir="auto" aria-describedby={described}
                    oninput={on_input(send, PlanMessage::DraftTyped)} {onkeydown} />
                { said_beside("step-own-problem", wrong) }
            </div>
            <p class="acts">
                { button(send, Message::Plan(PlanMessage::DraftAdded), "button button--quiet", texts.get(keys::plan::ADD)) }
            </p>
        </section>
    }
}
