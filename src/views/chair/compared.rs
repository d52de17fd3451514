//! The report of a comparison: the same for its owner and the reader of a link.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::dots::{badge, gap_line, side_sign, signs};
use super::matrix::{SOME, legend, matrix, statement};
use super::picture::save;
use crate::app::chair::compare::Message as Act;
use crate::app::chair::{Message, State};
use crate::content::{Texts, keys};
use crate::domain::talk::FIRST;
use crate::present::chair::compare::own_letters;
use crate::present::chair::comparison::{ExtraSet, Mark, PairRow, Pairs, Report};
use crate::present::chair::talk::TalkItem;
use crate::views::memo::{Memo, Part};
use crate::views::parts::{Select, block, button, disclosure, link, select, title};
use crate::views::result::own_words;
use crate::views::{cards, charts};

/// Ids of the sections below the report, for the ways there from above it.
pub(super) const SHARING: &str = "phc-sharing";
pub(super) const ADDING: &str = "phc-adding";
/// Id of the choice of an order.
const ORDER: &str = "phc-order";

/// Draws a comparison.
pub(super) fn compared(state: &State, report: &Report, send: &Dispatch) -> Html {
    let texts = state.context.texts;
    // The names of many would push the table off the screen.
    let folded = report.marks.len() > SOME;
    let own = own_letters(state);
    html! {
        <>
            { title(texts, report.title.clone()) }
            <ul class="about about--line">{ for report.about.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            { doors(state, send) }
            { charts::patterns() }
            { signs(&report.marks) }
            <div class="who">
                if !folded {
                    { key(texts, &report.marks, &own) }
                }
                { order(texts, report, send) }
            </div>
            { matrix(state, report, send) }
            { legend(texts) }
            if folded {
                { disclosure(texts.get(keys::compare::KEY), key(texts, &report.marks, &own)) }
            }
            { save(state, send) }
            { own_words(texts) }
            { for report.left_out.iter().map(|sentence| html! { <p class="caveat">{ sentence }</p> }) }
            if !report.talk.is_empty() {
                { block(texts.get(keys::compare::TALK), talk(texts, &report.talk)) }
            }
            { block(texts.get(keys::result::STEPS), cards::cards(texts, keys::compare::CARDS_LEAD, &report.cards)) }
            <div class="beside">
                { block(texts.get(keys::result::VALUE), value(report)) }
                { block(texts.get(keys::result::STAGE), html! {
                    <>
                        { for report.stage.words.iter().map(|words| html! { <p>{ words }</p> }) }
                        { disclosure(texts.get(keys::compare::STAGES_MEAN), html! {
                            <div class="prose">{ for report.stage.more.iter().map(|words| html! { <p>{ words }</p> }) }</div>
                        }) }
                    </>
                }) }
            </div>
            { for report.pairs.iter().map(|pairs| self::pairs(texts, pairs, false)) }
            { for report.extra.iter().map(|set| block(set.name.clone(), extra(texts, report, set))) }
        </>
    }
}

/// The choice of an order of the table's rows.
fn order(texts: Texts, report: &Report, send: &Dispatch) -> Html {
    let entry = |value: &str, key, chosen| (value.to_owned(), texts.get(key).to_owned(), chosen);
    let orders = Select {
        id: ORDER.to_owned(),
        class: "order__select",
        described_by: None,
        entries: vec![
            entry("", keys::compare::ORDER_CHECK, !report.by_difference),
            entry("difference", keys::compare::ORDER_DIFFERENT, report.by_difference),
        ],
    };
    html! {
        <p class="order">
            <label for={ORDER}>{ texts.get(keys::compare::ORDER) }</label>{ " " }
            { select(send, orders, |value| Some(Message::Compare(Act::OrderChosen(!value.is_empty())))) }
        </p>
    }
}

/// Ways on from a comparison of one's own.
fn doors(state: &State, send: &Dispatch) -> Html {
    if state.compare.received.is_some() {
        return html! {};
    }
    let texts = state.context.texts;
    let jump = |id, label| {
        button(
            send,
            Message::JumpPressed(id),
            "button button--quiet",
            texts.get(label),
        )
    };
    html! {
        <p class="acts doors">
            { link(send, Message::LinkFollowed, "meeting", "button", texts.get(keys::compare::TO_MEETING)) }
            { link(send, Message::LinkFollowed, "compare-plan", "button button--quiet", texts.get(keys::compare::TO_PLAN)) }
            { button(send, Message::PrintPressed, "button button--quiet", texts.get(keys::compare::PRINT)) }
            { jump(SHARING, keys::compare::TO_SHARING) }
            { jump(ADDING, keys::compare::TO_ADDING) }
        </p>
    }
}

/// What to talk about; what comes after the first is folded.
fn talk(texts: Texts, talk: &[TalkItem]) -> Html {
    let (first, rest) = talk.split_at(talk.len().min(FIRST));
    html! {
        <>
            <p>{ texts.get(keys::compare::TALK_LEAD) }</p>
            { talks(first, 1) }
            if !rest.is_empty() {
                { disclosure(texts.get(keys::compare::TALK_ALL), talks(rest, FIRST + 1)) }
            }
        </>
    }
}

/// A part of the talk list, counted from this number on.
pub(super) fn talks(talk: &[TalkItem], start: usize) -> Html {
    html! {
        <ol class="talks" start={(start > 1).then(|| start.to_string())}>{ for talk.iter().map(|item| html! {
            <li><b>{ item.name }</b>{ " · " }{ &item.label }{ " " }<br />{ "“" }{ item.question }{ "”" }</li>
        }) }</ol>
    }
}

pub(super) fn value(report: &Report) -> Html {
    html! {
        <>
            <p class="verdict">{ report.value.verdict }</p>
            { for report.value.notes.iter().map(|note| html! { <p>{ *note }</p> }) }
        </>
    }
}

/// Who is who; `own` has the letters of whoever answered on this device.
pub(super) fn key(texts: Texts, marks: &[Mark], own: &[String]) -> Html {
    html! {
        <ul class="partners" aria-label={texts.get(keys::compare::KEY)}>
            { for marks.iter().enumerate().map(|(index, mark)| html! {
                <li class="partners__one">
                    { badge(index, &mark.letter) }
                    <span>
                        <bdi>{ &mark.name }</bdi>
                        if mark.people > 1 {
                            { " " }<span class="partners__people">{ texts.count(keys::compare::PEOPLE, mark.people) }</span>
                        }
                        if own.contains(&mark.letter) {
                            { " " }<span class="partners__people">{ texts.get(keys::compare::OWN_CHECK) }</span>
                        }
                    </span>
                </li>
            }) }
        </ul>
    }
}

/// The properties of the pairs of a kind.
#[derive(Properties, PartialEq)]
struct PairsProps {
    texts: Texts,
    pairs: Rc<Pairs>,
    /// Whether all are shown, as on paper, or the largest gaps with the others folded.
    whole: bool,
}

impl Part for PairsProps {
    fn draw(&self) -> Html {
        of_kind(self.texts, &self.pairs, self.whole)
    }
}

/// Draws the pairs of a kind.
pub(super) fn pairs(texts: Texts, pairs: &Rc<Pairs>, whole: bool) -> Html {
    html! { <Memo<PairsProps> {texts} pairs={pairs.clone()} {whole} /> }
}

fn of_kind(texts: Texts, pairs: &Pairs, whole: bool) -> Html {
    let heading = texts.fill(keys::compare::PAIRS, &[("kind", pairs.kind)]);
    let (shown, folded) = if whole {
        (pairs.rows.iter().collect(), Vec::new())
    } else {
        pairs.largest_and_rest()
    };
    html! {
        <section class="block">
            <h2 class="heading">{ heading }</h2>
            if !pairs.both {
                <p>{ texts.get(keys::compare::PAIRS_ONE_SIDE) }</p>
            }
            if pairs.flagged {
                <p>{ texts.get(keys::compare::PAIRS_TALK) }</p>
            }
            if pairs.both {
                <p class="gaps__key">
                    { for pairs.sides.iter().enumerate().map(|(side, name)| html! {
                        <span class="gaps__side">{ side_sign(side) }{ *name }</span>
                    }) }
                </p>
            }
            if pairs.both && !pairs.flagged {
                <p>{ texts.get(keys::compare::PAIRS_NONE) }</p>
            }
            if !shown.is_empty() {
                { gaps(texts, pairs, &shown) }
            }
            if !folded.is_empty() {
                { disclosure(texts.get(keys::compare::PAIRS_REST), gaps(texts, pairs, &folded)) }
            }
        </section>
    }
}

/// The statements that an invitation added, each with a dot for every organisation.
fn extra(texts: Texts, report: &Report, set: &ExtraSet) -> Html {
    let letters: Vec<String> = report.marks.iter().map(|mark| mark.letter.clone()).collect();
    html! {
        <>
            { for set.lead.iter().map(|words| html! { <p>{ words }</p> }) }
            <p class="ends" aria-hidden="true"><span>{ texts.get(keys::compare::LOWEST) }</span><span>{ texts.get(keys::compare::HIGHEST) }</span></p>
            <ul class="said">{ for set.rows.iter().map(|row| statement(texts, &letters, None, row)) }</ul>
        </>
    }
}

/// Some of the pairs.
fn gaps(texts: Texts, pairs: &Pairs, rows: &[&PairRow]) -> Html {
    html! { <ul class="gaps">{ for rows.iter().map(|row| pair(texts, pairs, row)) }</ul> }
}

fn pair(texts: Texts, pairs: &Pairs, row: &PairRow) -> Html {
    let [first, second] = pairs.sides;
    let says = |side: &'static str, words: &str| html! { <span>{ side }{ ": " }<b>{ words }</b></span> };
    html! {
        <li class={if row.flagged { "gap gap--flagged" } else { "gap" }}>
            <div>
                <p>{ row.first }</p>
                if !row.second.is_empty() {
                    <p class="gap__other">{ second }{ ": " }{ row.second }</p>
                }
            </div>
            <div>
                if pairs.both {
                    { gap_line(texts, row.at, row.flagged) }
                    <p class="gap__sides">{ says(first, &row.first_says) }{ " " }{ says(second, &row.second_says) }</p>
                    <p class="gap__size">{ &row.gap }</p>
                } else if row.first_says.is_empty() {
                    <p class="gap__sides">{ says(second, &row.second_says) }</p>
                } else {
                    <p class="gap__sides">{ says(first, &row.first_says) }</p>
                }
            </div>
        </li>
    }
}
