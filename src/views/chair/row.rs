//! A topic in a comparison: name, score, dots, label, and its statements once they are opened.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::dots::line;
use crate::app::chair::{Message, State, compare};
use crate::content::{Texts, keys};
use crate::present::chair::comparison::{Row, StatementRow};

/// The properties of a row.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    texts: Texts,
    row: Rc<Row>,
    /// The organisations' letters.
    letters: Rc<[String]>,
    /// Whether all its statements are shown, not only those on opposite sides.
    open: bool,
    send: Dispatch,
}

/// A row. It is a component, so that unchanged rows are not rendered again: most changes of a comparison, such as a
/// name or an opened row, affect one row or none.
pub(super) struct TopicRow;

impl Component for TopicRow {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        draw(ctx.props())
    }
}

/// The row of a topic.
pub(super) fn row(state: &State, letters: &Rc<[String]>, row: &Rc<Row>, send: &Dispatch) -> Html {
    html! {
        <TopicRow key={row.bar.id} texts={state.context.texts} row={row.clone()} letters={letters.clone()}
            open={state.printing || state.compare.opened.contains(&row.topic)} send={send.clone()} />
    }
}

fn draw(
    Props {
        texts,
        row,
        letters,
        open,
        send,
    }: &Props,
) -> Html {
    let shown: Vec<_> = row
        .statements
        .iter()
        .filter(|statement| *open || statement.line.opposite)
        .collect();
    let id = ["statements-", row.bar.id].concat();
    let press = {
        let (send, topic) = (send.clone(), row.topic);
        Callback::from(move |_: MouseEvent| {
            send.emit(Message::Compare(compare::Message::RowToggled(topic)));
        })
    };
    let label = if *open {
        keys::compare::HIDE_STATEMENTS
    } else {
        keys::compare::SHOW_STATEMENTS
    };
    html! {
        <li class="row">
            <div class="row__head">
                <h3 class="row__name"><span class="row__id">{ row.bar.id }</span>{ " " }{ row.bar.name }</h3>
                <p>
                    if let Some(shown) = row.bar.shown {
                        <b>{ shown }</b>{ " " }
                    }
                    { row.bar.words }
                </p>
            </div>
            { line(*texts, &row.line) }
            <p class="visually-hidden">{ spoken(*texts, letters, &row.scores) }</p>
            <p class="row__label">
                if !row.label.is_empty() {
                    <span>{ row.label }</span>
                }
                if !row.opposite.is_empty() {
                    <strong class="row__opposite">{ &row.opposite }</strong>
                }
                if row.statements.iter().any(|statement| !statement.line.opposite) {
                    <button type="button" class="textual" aria-expanded={open.to_string()} aria-controls={id.clone()} onclick={press}>
                        { texts.get(label) }<span class="visually-hidden">{ ": " }{ row.bar.name }</span>
                    </button>
                }
            </p>
            <div {id}>
                if !shown.is_empty() {
                    <p class="ends" aria-hidden="true"><span>{ texts.get(keys::compare::LOWEST) }</span><span>{ texts.get(keys::compare::HIGHEST) }</span></p>
                    <ul class="said">{ for shown.into_iter().map(|one| statement(*texts, letters, one)) }</ul>
                }
            </div>
        </li>
    }
}

fn statement(texts: Texts, letters: &[String], statement: &StatementRow) -> Html {
    html! {
        <li class="said__one">
            <p>{ statement.words }</p>
            { line(texts, &statement.line) }
            <p class={if statement.line.opposite { "said__label said__label--opposite" } else { "said__label" }}>{ statement.label }</p>
            <p class="said__answers">{ spoken(texts, letters, &statement.answers) }</p>
        </li>
    }
}

/// Each organisation's letter and what it says, in one line.
fn spoken(texts: Texts, letters: &[String], said: &[String]) -> String {
    let each: Vec<String> = letters
        .iter()
        .zip(said)
        .map(|(letter, said)| texts.fill(keys::compare::SAYS, &[("letter", letter), ("answer", said)]))
        .collect();
    each.join(" · ")
}
