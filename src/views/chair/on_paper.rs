//! A comparison on paper: a first sheet that stands alone, then the detail.

use yew::prelude::*;

use super::compared::{key, pairs, talks, value};
use super::dispatch::Dispatch;
use super::dots::strip;
use super::matrix::{FEW, SOME, legend, matrix};
use crate::app::chair::State;
use crate::content::{Texts, keys};
use crate::domain::answer::Response;
use crate::domain::talk::FIRST;
use crate::present::chair::comparison::{ExtraSet, Report, Row, StatementRow, sign};
use crate::views::cards;
use crate::views::parts::block;
use crate::views::result::own_words;

/// Draws everything, while the browser prints.
pub(super) fn on_paper(state: &State, report: &Report, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let names = key(texts, &report.marks, &[]);
    // So many columns do not fit, and without letters in the table the names can wait.
    let many = report.marks.len() > SOME;
    let (first, rest) = report.talk.split_at(report.talk.len().min(FIRST));
    html! {
        <div class="paper">
            <section class={if report.marks.len() <= FEW { "paper__first paper__first--alone" } else { "paper__first" }}>
                <p class="paper__title">{ &report.title }</p>
                <ul class="about about--line">{ for report.about.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
                if !many {
                    { names.clone() }
                }
                { matrix(state, report, send) }
                { legend(texts) }
                { own_words(texts) }
                { for report.left_out.iter().map(|sentence| html! { <p class="caveat">{ sentence }</p> }) }
                if !first.is_empty() {
                    { block(texts.get(keys::compare::TALK), talks(first, 1)) }
                }
                { block(texts.get(keys::result::STEPS), cards::cards(texts, keys::compare::CARDS_LEAD, &report.cards)) }
                <p class="source">{ texts.get(keys::picture::SOURCE_MANY) }</p>
            </section>
            if many {
                { block(texts.get(keys::compare::KEY), names) }
            }
            if !rest.is_empty() {
                { block(texts.get(keys::compare::TALK_REST), talks(rest, FIRST + 1)) }
            }
            <div class="beside">
                { block(texts.get(keys::result::VALUE), value(report)) }
                { block(texts.get(keys::result::STAGE), html! {
                    <>{ for report.stage.all().map(|words| html! { <p>{ words }</p> }) }</>
                }) }
            </div>
            { for report.pairs.iter().map(|each| pairs(texts, each, true)) }
            { for report.extra.iter().map(|set| block(set.name.clone(), extra(texts, report, set, many))) }
            { block(texts.get(keys::result::ANSWERS), statements(texts, report, many)) }
        </div>
    }
}

/// Every statement with what each organisation says: a number in a column or, of many, a dot on a line.
fn statements(texts: Texts, report: &Report, many: bool) -> Html {
    let columns = if many { 3 } else { report.marks.len() + 2 }.to_string();
    html! {
        <>
            <p>{ scale(texts) }</p>
            <table class="every">
                <caption class="visually-hidden">{ texts.get(keys::result::ANSWERS) }</caption>
                { head(texts, report, many) }
                { for report.rows().map(|row| topic(texts, row, &columns, many)) }
            </table>
        </>
    }
}

/// The statements that an invitation added, in a table like that of the others.
fn extra(texts: Texts, report: &Report, set: &ExtraSet, many: bool) -> Html {
    html! {
        <>
            { for set.lead.iter().map(|words| html! { <p>{ words }</p> }) }
            <table class="every">
                <caption class="visually-hidden">{ &set.name }</caption>
                { head(texts, report, many) }
                <tbody>{ for set.rows.iter().map(|row| statement(texts, row, many)) }</tbody>
            </table>
        </>
    }
}

fn head(texts: Texts, report: &Report, many: bool) -> Html {
    html! {
        <thead>
            <tr>
                <th scope="col">{ texts.get(keys::result::COLUMN_STATEMENT) }</th>
                if many {
                    <th scope="col" class="every__ends"><span>{ "1" }</span><span>{ "5" }</span></th>
                } else {
                    { for report.marks.iter().map(|mark| html! { <th scope="col" class="every__said">{ &mark.letter }</th> }) }
                }
                <th scope="col">{ texts.get(keys::compare::COLUMN_AGREEMENT) }</th>
            </tr>
        </thead>
    }
}

fn topic(texts: Texts, row: &Row, columns: &str, many: bool) -> Html {
    html! {
        <tbody>
            <tr class="every__topic"><th scope="rowgroup" colspan={columns.to_owned()}>{ row.bar.id }{ " " }{ row.bar.name }</th></tr>
            { for row.statements.iter().map(|statement| self::statement(texts, statement, many)) }
        </tbody>
    }
}

fn statement(texts: Texts, statement: &StatementRow, many: bool) -> Html {
    html! {
        <tr class="every__one">
            <td dir={statement.direction()}>{ &*statement.words }</td>
            if many {
                <td>{ strip(texts, &statement.line) }</td>
            } else {
                { for statement.signs().map(|number| html! { <td Class="every__said">{ number }</td> }) }
            }
            <td Class="every__label">
                if statement.line.opposite {
                    <b>{ "⇄ " }{ texts.get(keys::compare::OPPOSITE_SIDES) }</b>
                } else {
                    { statement.label }
                }
            </td>
        </tr>
    }
}

/// What the numbers mean.
fn scale(texts: Texts) -> String {
    let each = Response::ALL.into_iter().map(|response| {
        let words = texts.response(response);
        [sign(response), "\u{a0}", words].concat()
    });
    each.collect::<Vec<_>>().join(" · ")
}
