//! The report of a comparison: the same for its owner and the reader of a link.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::dots::{badge, signs};
use super::picture::save;
use super::row::row;
use crate::app::chair::State;
use crate::content::{Texts, keys};
use crate::present::chair::comparison::{Group, Mark, PairRow, Pairs, Report};
use crate::views::parts::{block, disclosure, table, title};
use crate::views::{cards, charts};

/// Draws a comparison.
pub(super) fn compared(state: &State, report: &Report, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    let letters: Rc<[String]> = report.marks.iter().map(|mark| mark.letter.clone()).collect();
    html! {
        <>
            { title(report.title.clone()) }
            <ul class="about">{ for report.about.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            { for report.left_out.iter().map(|sentence| html! { <p class="caveat">{ sentence }</p> }) }
            { charts::patterns() }
            { signs(&report.marks) }
            { key(texts, &report.marks) }
            { for report.groups.iter().map(|group| self::group(state, &letters, group, send)) }
            { block(texts.get(keys::result::VALUE), value(state, report, &letters, send)) }
            if !report.talk.is_empty() {
                { block(texts.get(keys::compare::TALK), html! {
                    <ol class="talks">{ for report.talk.iter().map(|item| html! {
                        <li><b>{ item.name }</b>{ " · " }{ &item.label }<br />{ "“" }{ item.question }{ "”" }</li>
                    }) }</ol>
                }) }
            }
            { block(texts.get(keys::result::STEPS), cards::cards(texts, &report.cards)) }
            { block(texts.get(keys::result::STAGE), html! {
                <>{ for report.stage.iter().map(|words| html! { <p>{ words }</p> }) }</>
            }) }
            { for report.pairs.iter().map(|pairs| self::pairs(texts, pairs)) }
            { block(texts.get(keys::compare::NUMBERS), html! {
                <>
                    { disclosure(texts.get(keys::result::TABLE), numbers(texts, report)) }
                    { save(state, send) }
                </>
            }) }
        </>
    }
}

/// Who is who.
fn key(texts: Texts, marks: &[Mark]) -> Html {
    html! {
        <ul class="partners" aria-label={texts.get(keys::compare::KEY)}>
            { for marks.iter().enumerate().map(|(index, mark)| html! {
                <li class="partners__one">
                    { badge(index, &mark.letter) }
                    <span>
                        <bdi>{ &mark.name }</bdi>
                        if mark.people > 1 {
                            { " " }<span class="partners__people">{ texts.fill(keys::compare::PEOPLE, &[("n", &mark.people.to_string())]) }</span>
                        }
                    </span>
                </li>
            }) }
        </ul>
    }
}

fn group(state: &State, letters: &Rc<[String]>, group: &Group, send: &Dispatch) -> Html {
    html! {
        <section class="block">
            <h2 class="heading bars__name">{ group.name }<span class="bars__score">{ &group.score }</span></h2>
            <ul class="rows">{ for group.rows.iter().map(|one| row(state, letters, one, send)) }</ul>
        </section>
    }
}

fn value(state: &State, report: &Report, letters: &Rc<[String]>, send: &Dispatch) -> Html {
    html! {
        <>
            <p class="verdict">{ report.value.verdict }</p>
            { for report.value.notes.iter().map(|note| html! { <p>{ *note }</p> }) }
            <ul class="rows">{ row(state, letters, &report.value_row, send) }</ul>
        </>
    }
}

fn pairs(texts: Texts, pairs: &Pairs) -> Html {
    let heading = texts.fill(keys::compare::PAIRS, &[("kind", pairs.kind)]);
    html! {
        <section class="block">
            <h2 class="heading">{ heading }</h2>
            if !pairs.both {
                <p>{ texts.get(keys::compare::PAIRS_ONE_SIDE) }</p>
            }
            if pairs.flagged {
                <p>{ texts.get(keys::compare::PAIRS_TALK) }</p>
            }
            <ul class="gaps">{ for pairs.rows.iter().map(|row| pair(pairs, row)) }</ul>
        </section>
    }
}

fn pair(pairs: &Pairs, row: &PairRow) -> Html {
    let [first, second] = pairs.sides;
    html! {
        <li class={if row.flagged { "gap gap--flagged" } else { "gap" }}>
            <p>{ row.first }</p>
            if !row.second.is_empty() {
                <p class="gap__other">{ second }{ ": " }{ row.second }</p>
            }
            <p class="gap__sides"><span>{ first }{ ": " }<b>{ &row.first_says }</b></span><span>{ second }{ ": " }<b>{ &row.second_says }</b></span></p>
            <p class="gap__size">{ &row.gap }</p>
        </li>
    }
}

/// Every number of the charts as a table.
fn numbers(texts: Texts, report: &Report) -> Html {
    let mut heads = vec![
        texts.get(keys::result::COLUMN_CRITERION).to_owned(),
        texts.get(keys::compare::COLUMN_ALL).to_owned(),
        texts.get(keys::compare::COLUMN_AGREEMENT).to_owned(),
    ];
    heads.extend(report.marks.iter().map(|mark| mark.letter.clone()));
    let rows = report
        .rows()
        .map(|row| {
            let all = row
                .bar
                .shown
                .map_or_else(|| row.bar.words.to_owned(), |shown| shown.to_string());
            let mut cells = vec![[row.bar.id, " ", row.bar.name].concat(), all, row.agreement()];
            cells.extend(row.scores.iter().cloned());
            cells
        })
        .collect();
    table(texts.get(keys::compare::NUMBERS), &heads, rows)
}
