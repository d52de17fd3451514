//! The meeting: one subject at a time in big type, with the time spent on it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::dispatch::Dispatch;
use super::{sheet, steps};
use crate::app::chair::meeting::{Message as Turn, Subject};
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::domain::comparison::Comparison;
use crate::present::chair::comparison::about;
use crate::present::chair::meeting::{Meeting, Page, clock, meeting as present, place, time};
use crate::present::chair::plan::on_paper;
use crate::present::chair::talk::{TalkItem, TalkStatement};
use crate::views::parts::{before_title, button, disclosure, link, title};

/// Draws the screen.
pub(super) fn meeting(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let Some((_, comparison)) = state.comparison() else {
        return none(state, send, keys::plan::NO_COMPARISON);
    };
    if comparison.organisation_numbers().len() < 2 {
        return none(state, send, keys::meeting::FEW);
    }
    let meeting = present(texts, comparison, state.meeting.at);
    html! {
        <>
            <div class="meeting" tabindex="-1" role="group" aria-labelledby="phc-title" onkeydown={on_key(send, texts.is_right_to_left())}>
                { before_title(texts) }
                <h1 class="title meeting__title" id="phc-title" tabindex="-1">
                    <span class="meeting__place">{ place(texts, &meeting) }</span>{ " " }{ meeting.heading }
                </h1>
                <div class="meeting__page">{ page(state, send, &meeting) }</div>
                <div class="meeting__bar">
                    { turns(texts, send, &meeting) }
                    { timer(state, send) }
                </div>
                if matches!(meeting.page, Page::Talk(_)) {
                    // Behind the way on, which it would push out of the window.
                    <div class="meeting__step">{ steps::on_the_way(state, send) }</div>
                }
                <p class="hint meeting__keys">{ texts.get(keys::meeting::KEYS_HINT) }</p>
                <p class="meeting__ways">
                    { button(send, Message::PrintPressed, "textual", texts.get(keys::meeting::PRINT)) }
                </p>
            </div>
            { paper(state, comparison, &meeting) }
        </>
    }
}

fn none(state: &State, send: &Dispatch, words: crate::content::Key) -> Html {
    let texts = state.context.texts;
    html! {
        <>
            { title(texts, texts.get(keys::meeting::TITLE)) }
            <p class="lead">{ texts.get(words) }</p>
            <p class="acts">{ link(send, Message::LinkFollowed, "compare", "button", texts.get(keys::compare::TITLE)) }</p>
        </>
    }
}

fn page(state: &State, send: &Dispatch, meeting: &Meeting) -> Html {
    let texts = state.context.texts;
    match &meeting.page {
        Page::Rules => html! {
            <>
                <p class="meeting__lead">{ texts.get(keys::meeting::RULES_LEAD) }</p>
                <h2 class="heading">{ texts.get(keys::meeting::RULES) }</h2>
                { rules(texts) }
                <h2 class="heading">{ texts.get(keys::meeting::LIST) }</h2>
                { agenda(texts, send, meeting) }
            </>
        },
        Page::Talk(item) => talk(texts, item),
        Page::Plan => {
            let plan = state.plan_shown();
            html! {
                <>
                    <p class="meeting__lead">{ texts.get(keys::meeting::PLAN_LEAD) }</p>
                    { steps::steps(state, send, &plan) }
                    { steps::more(state, send, &plan) }
                    <p>{ link(send, Message::LinkFollowed, "compare-plan", "link", texts.get(keys::meeting::TO_PLAN)) }</p>
                </>
            }
        }
    }
}

fn rules(texts: Texts) -> Html {
    let rules = [
        keys::meeting::RULE_OWN,
        keys::meeting::RULE_DIFFER,
        keys::meeting::RULE_BLAME,
        keys::meeting::RULE_TURNS,
        keys::meeting::RULE_FEW,
    ];
    html! { <ul class="rules">{ for rules.into_iter().map(|rule| html! { <li>{ texts.get(rule) }</li> }) }</ul> }
}

/// The list of subjects; each links to its page.
fn agenda(texts: Texts, send: &Dispatch, meeting: &Meeting) -> Html {
    let turn =
        |subject, label: &'static str| button(send, Message::Meeting(Turn::Shown(subject)), "textual", label);
    let entry = |item: &TalkItem| {
        html! { <li>{ turn(item.subject, item.name) }{ " " }<span class="agenda__label">{ &item.label }</span></li> }
    };
    html! {
        <>
            if meeting.talks.is_empty() {
                <p>{ texts.get(keys::meeting::LIST_NONE) }</p>
            }
            <ol class="agenda">
                { for meeting.talks.iter().map(entry) }
                <li>{ turn(Subject::Plan, texts.get(keys::meeting::LIST_LAST)) }</li>
            </ol>
            if !meeting.rest.is_empty() {
                { disclosure(texts.get(keys::compare::TALK_REST), html! {
                    <ul class="agenda">{ for meeting.rest.iter().map(entry) }</ul>
                }) }
            }
        </>
    }
}

/// One thing to talk about: the question first and largest, then what it is about.
fn talk(texts: Texts, item: &TalkItem) -> Html {
    html! {
        <>
            <p class="talk__label">{ &item.label }</p>
            <p class="talk__ask">{ texts.get(keys::meeting::ASK) }</p>
            <p class="talk__question">{ "“" }{ item.question }{ "”" }</p>
            if !item.statements.is_empty() {
                <p class="talk__ask">{ texts.get(keys::meeting::OPPOSITE) }</p>
                <ul class="talk__statements">{ for item.statements.iter().map(statement) }</ul>
            }
            { for item.notes.iter().map(|note| html! { <p>{ note }</p> }) }
        </>
    }
}

fn statement(statement: &TalkStatement) -> Html {
    html! {
        <li>
            <p>{ statement.words }</p>
            <p class="talk__range">{ &statement.range }</p>
        </li>
    }
}

/// The time spent on this subject. It counts up and is not announced.
fn timer(state: &State, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let press = if state.meeting.running {
        keys::meeting::CLOCK_STOP
    } else {
        keys::meeting::CLOCK_START
    };
    html! {
        <div class="timer">
            <span class="timer__clock" role="timer" dir="ltr">{ clock(state.meeting.seconds()) }</span>
            { button(send, Message::Meeting(Turn::ClockPressed), "textual", texts.get(press)) }
            { button(send, Message::Meeting(Turn::TimeAsked), "textual", texts.get(keys::meeting::CLOCK_ASK)) }
            <span class="timer__words" aria-hidden="true">{ time(state) }</span>
        </div>
    }
}

fn turns(texts: Texts, send: &Dispatch, meeting: &Meeting) -> Html {
    let turn = |on, class, label| {
        button(
            send,
            Message::Meeting(Turn::Turned { on }),
            class,
            texts.get(label),
        )
    };
    html! {
        <p class="acts meeting__turns">
            if meeting.at + 1 < meeting.all {
                { turn(true, "button", keys::meeting::NEXT) }
            }
            if meeting.at > 0 {
                { turn(false, "button button--quiet meeting__back", keys::meeting::PREVIOUS) }
            }
        </p>
    }
}

/// Everything on paper: a first sheet with the rules, the list and the plan with lines to fill in, then each thing to
/// talk about, the first with lines for notes.
fn paper(state: &State, comparison: &Comparison, meeting: &Meeting) -> Html {
    let texts = state.context.texts;
    let plan = on_paper(state, state.plan_shown());
    let (first, rest) = (&meeting.talks, &meeting.rest);
    let name = |item: &TalkItem| html! { <li>{ item.name }{ " " }<span class="agenda__label">{ &item.label }</span></li> };
    let item = |item: &TalkItem, notes: bool| {
        html! {
            <section class="handout__item">
                <h3 class="handout__name">{ item.name }</h3>
                { talk(texts, item) }
                if notes {
                    <p class="handout__notes">{ texts.get(keys::meeting::NOTES) }</p>
                }
            </section>
        }
    };
    html! {
        <div class="handout">
            <div class="handout__first">
                <p class="handout__title">{ texts.get(keys::meeting::TITLE) }</p>
                <ul class="about">{ for about(texts, comparison).into_iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
                <h2 class="heading">{ texts.get(keys::meeting::RULES) }</h2>
                { rules(texts) }
                if !first.is_empty() {
                    <h2 class="heading">{ texts.get(keys::meeting::LIST) }</h2>
                    <ol class="agenda">{ for first.iter().map(name) }</ol>
                }
                <h2 class="heading">{ texts.get(keys::meeting::LIST_LAST) }</h2>
                { sheet::sheet(texts, &plan) }
                <p class="source">{ texts.get(keys::picture::SOURCE_MANY) }</p>
            </div>
            { for first.iter().map(|one| item(one, true)) }
            if !rest.is_empty() {
                <h2 class="heading">{ texts.get(keys::compare::TALK_REST) }</h2>
                <div class="handout__rest">{ for rest.iter().map(|one| item(one, false)) }</div>
            }
        </div>
    }
}

/// Arrow keys turn the page; page keys do so only at the end of the scroll range. Keys in a field are left alone.
fn on_key(send: &Dispatch, right_to_left: bool) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key());
        if !plain || event.default_prevented() || is_in_field(&event) {
            return;
        }
        let on = match event.key().as_str() {
            "ArrowRight" => !right_to_left,
            "ArrowLeft" => right_to_left,
            "PageDown" if is_in_view(&event, true) => true,
            "PageUp" if is_in_view(&event, false) => false,
            _ => return,
        };
        event.prevent_default();
        send.emit(Message::Meeting(Turn::Turned { on }));
    })
}

fn is_in_field(event: &KeyboardEvent) -> bool {
    let target = event.target_dyn_into::<HtmlElement>();
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Whether the page is scrolled to its end, or else to its start.
fn is_in_view(event: &KeyboardEvent, lower: bool) -> bool {
    let Some(Ok(Some(page))) = event
        .target_dyn_into::<HtmlElement>()
        .map(|element| element.closest(".meeting"))
    else {
        return false;
    };
    let edges = page.get_bounding_client_rect();
    let window = page
        .owner_document()
        .and_then(|document| document.document_element());
    let height = f64::from(window.map_or(0, |root| root.client_height()));
    if lower {
        edges.bottom() <= height + 1.0
    } else {
        edges.top() >= -1.0
    }
}
