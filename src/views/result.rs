//! The result: one's own with everything around it, and the part that a shared summary shows too.

use yew::prelude::*;

use super::again::again;
use super::dispatch::Dispatch;
use super::parts::{block, button, disclosure, link, table, terms, title};
use super::{cards, charts, pictures, share};
use crate::app::{Message, State};
use crate::content::{Texts, keys};
use crate::domain::extra::Extra;
use crate::domain::ids::Length;
use crate::domain::summary::Summary;
use crate::present::extra;
use crate::present::own_words;
use crate::present::report::{Full, Guide, PairRow, Report, report};
use crate::present::rows;

/// One's own result.
pub(super) fn own(state: &State, send: &Dispatch) -> Html {
    let texts = state.texts;
    let Some(check) = state.check() else {
        return html! {};
    };
    // The own result shows the names, whether or not the link includes them.
    let summary = check.summary(state.today, true, true);
    let report = report(texts, &summary);
    html! {
        <div class={class(&report)}>
            { top(texts, &summary, &report, Some(send), html! {
                <>
                    { share::panel(state, send) }
                    if summary.length == Length::Quick {
                        <section class="block block--call">
                            <p>{ texts.fill(keys::result::QUICK_FULL, &[("n", &state.answered().to_string())]) }</p>
                            { button(send, Message::FullCheckPressed, "button button--quiet", texts.get(keys::result::QUICK_FULL_BUTTON)) }
                        </section>
                    }
                </>
            }, html! {
                <p class="acts">{ link(send, Message::LinkFollowed, "plan", "button button--quiet", texts.get(keys::plan::MAKE)) }</p>
            }) }
            { body(texts, &summary, &report, state.extra_words(&summary)) }
            { notes(state) }
            <p>{ link(send, Message::LinkFollowed, "answers", "link", texts.get(keys::result::CHANGE_ANSWERS)) }</p>
            { again(state, send) }
        </div>
    }
}

/// The class of a result: one with a wheel uses a wide window.
pub(super) const fn class(report: &Report) -> &'static str {
    if report.full.is_some() {
        "result result--wide"
    } else {
        "result"
    }
}

/// The headline with `below` it, the next steps with `plan` below them, and the wheel: beside the headline where there is
/// room, and else behind the steps, which it would push far down. The wheel can be saved as a picture if messages can be
/// sent.
pub(super) fn top(
    texts: Texts,
    summary: &Summary,
    report: &Report,
    send: Option<&Dispatch>,
    below: Html,
    plan: Html,
) -> Html {
    html! {
        <div class="result__top">
            <div>
                { head(texts, report) }
                { below }
            </div>
            <div class="result__steps">
                { block(texts.get(keys::result::STEPS), cards::cards(texts, keys::result::STEPS_LEAD, &report.cards)) }
                { plan }
            </div>
            if let Some(full) = &report.full {
                <div class="result__wheel">
                    { charts::patterns() }
                    { charts::wheel(texts, full) }
                    { save_wheel(texts, summary, send) }
                </div>
            }
        </div>
    }
}

/// Headline, overall score and whose check it is.
fn head(texts: Texts, report: &Report) -> Html {
    html! {
        <>
            { title(texts, report.title.clone()) }
            if !report.saying.is_empty() {
                <p class="lead">{ &report.saying }</p>
            }
            <ul class="about">
                { for report.about.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }
                if !report.overall.is_empty() {
                    <li>{ &report.overall }</li>
                }
                if !report.missing.is_empty() {
                    <li>{ &report.missing }</li>
                }
            </ul>
            <p class="caveat">{ texts.get(keys::result::NOT_A_RATING) }</p>
            { own_words(texts) }
        </>
    }
}

/// That the website has words of its own, where it has.
pub(super) fn own_words(texts: Texts) -> Html {
    html! {
        if let Some(said) = own_words::said(texts) {
            <p class="caveat"><bdi>{ said }</bdi></p>
        }
    }
}

/// What is worked out from the answers and comes behind the top, the same for the owner and the reader of a link. `words`
/// are those of the statements that whoever invited added, if they are known.
pub(super) fn body(texts: Texts, summary: &Summary, report: &Report, words: Option<&Extra>) -> Html {
    html! {
        <>
            if let Some(full) = &report.full {
                { full_blocks(texts, full, summary) }
            }
            if let Some(answers) = &summary.extra {
                { block(texts.get(keys::extra::TITLE), extra(&extra::rows(texts, answers, words))) }
            }
            { answers(texts, summary) }
        </>
    }
}

/// The answers to the statements of whoever invited.
fn extra(extra: &extra::Rows) -> Html {
    html! {
        <>
            <p>{ &*extra.lead }</p>
            <ul class="pairs">{ for extra.rows.iter().map(|row| html! {
                <li class="pair">
                    <bdi>{ &row.words }</bdi>
                    <span class="pair__answer">{ dots(row.number) }{ row.answer }</span>
                </li>
            }) }</ul>
        </>
    }
}

fn save_wheel(texts: Texts, summary: &Summary, send: Option<&Dispatch>) -> Html {
    send.map_or_else(Html::default, |send| pictures::wheel(texts, summary, send))
}

fn full_blocks(texts: Texts, full: &Full, summary: &Summary) -> Html {
    html! {
        <>
            if full.is_scored {
                { block(texts.get(keys::result::KEEP), keep(texts, full)) }
            }
            // The first sheet of paper ends with it.
            <div class="charted">
                { block(texts.get(keys::result::CRITERIA), charts::bars(texts, full)) }
                <p class="source">{ texts.get(keys::picture::SOURCE) }</p>
            </div>
            <div class="beside">
                { block(texts.get(keys::result::VALUE), value(full)) }
                { block(texts.get(keys::result::STAGE), paragraphs(&full.stage)) }
            </div>
            if !full.pairs.is_empty() {
                { block(texts.get(keys::result::PAIRS), pairs(texts, full, summary)) }
            }
            if full.is_scored || !full.guides.is_empty() {
                { block(texts.get(keys::result::GUIDES), guides(texts, &full.guides)) }
            }
        </>
    }
}

fn paragraphs(words: &[String]) -> Html {
    html! { <>{ for words.iter().map(|words| html! { <p>{ words }</p> }) }</> }
}

fn keep(texts: Texts, full: &Full) -> Html {
    if full.keep.is_empty() {
        return html! { <p>{ texts.get(keys::result::KEEP_NONE) }</p> };
    }
    html! {
        <>
            <p>{ texts.get(keys::result::KEEP_LEAD) }</p>
            <ul class="keep">{ for full.keep.iter().map(|name| html! { <li>{ *name }</li> }) }</ul>
        </>
    }
}

fn value(full: &Full) -> Html {
    html! {
        <>
            <p class="verdict">{ full.value.verdict }</p>
            { for full.value.notes.iter().map(|note| html! { <p>{ *note }</p> }) }
            <ul class="bars__list">{ charts::bar(&full.value.bar) }</ul>
        </>
    }
}

fn pairs(texts: Texts, full: &Full, summary: &Summary) -> Html {
    if !full.pairs_answered {
        return html! { <p>{ texts.get(keys::result::PAIRS_NONE) }</p> };
    }
    let lead = texts.fill(
        keys::result::PAIRS_LEAD,
        &[("side", texts.side(summary.kind, summary.side))],
    );
    html! {
        <>
            <p>{ lead }</p>
            <ul class="pairs">{ for full.pairs.iter().map(pair) }</ul>
        </>
    }
}

fn pair(row: &PairRow) -> Html {
    html! {
        <li class="pair">
            <span>{ row.words }</span>
            if !row.other.is_empty() {
                <span class="pair__other">{ &row.other }</span>
            }
            <span class="pair__answer">{ dots(row.number) }{ row.answer }</span>
        </li>
    }
}

/// Five dots, of which as many are filled as the answer's number; the words are beside them.
pub(super) fn dots(number: Option<u8>) -> Html {
    let Some(number) = number else { return html! {} };
    html! {
        <svg class="dots" viewBox="0 0 60 12" width="60" height="12" aria-hidden="true" focusable="false">
            { for (0..5u8).map(|place| html! {
                <circle class={if place < number { "dot dot--full" } else { "dot" }}
                    cx={(6 + 12 * u32::from(place)).to_string()} cy="6" r="4.5" />
            }) }
        </svg>
    }
}

fn guides(texts: Texts, guides: &[Guide]) -> Html {
    if guides.is_empty() {
        return html! { <p>{ texts.get(keys::result::GUIDES_NONE) }</p> };
    }
    let each = guides.iter().map(|guide| {
        html! {
            <div class="guide">
                <h3 class="guide__topic">{ guide.topic }</h3>
                { terms(guide.sources.clone()) }
            </div>
        }
    });
    html! {
        <>
            <p>{ texts.get(keys::result::GUIDES_LEAD) }</p>
            { disclosure(texts.get(keys::result::GUIDES_SHOW), html! { <>{ for each }</> }) }
        </>
    }
}

/// Every answer: as dots and words after a quick check, as a table to open after a full one.
fn answers(texts: Texts, summary: &Summary) -> Html {
    let statements = summary.length.statements(summary.kind);
    let words = |statement| {
        summary
            .sheet
            .get(statement)
            .map_or(texts.get(keys::answers::BLANK), |given| texts.response(given))
    };
    if summary.length == Length::Quick {
        let rows = statements.into_iter().map(|statement| html! {
            <li class="pair">
                <span>{ texts.statement(statement, summary.side) }</span>
                <span class="pair__answer">
                    { dots(summary.sheet.get(statement).and_then(crate::domain::answer::Response::number)) }
                    { words(statement) }
                </span>
            </li>
        });
        return block(
            texts.get(keys::result::ANSWERS),
            html! { <ul class="pairs">{ for rows }</ul> },
        );
    }
    let rows = statements
        .into_iter()
        .map(|statement| {
            vec![
                texts.statement(statement, summary.side).to_owned(),
                words(statement).to_owned(),
            ]
        })
        .collect();
    let heads = [
        texts.get(keys::result::COLUMN_STATEMENT),
        texts.get(keys::result::COLUMN_RESPONSE),
    ];
    let answers = texts.get(keys::result::ANSWERS);
    block(
        answers,
        disclosure(
            texts.get(keys::result::ANSWERS_TABLE),
            table(answers, &heads, rows),
        ),
    )
}

/// One's own notes. They are not part of a summary, so no reader of a link sees them.
fn notes(state: &State) -> Html {
    let notes = rows::notes(state);
    if notes.is_empty() {
        return html! {};
    }
    let inside = html! {
        <>
            <p>{ state.texts.get(keys::result::NOTES_LEAD) }</p>
            { terms(notes) }
        </>
    };
    block(state.texts.get(keys::result::NOTES), inside)
}
