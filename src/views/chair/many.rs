//! Many summaries at once: a table by criterion, and the file with everything.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::chair::Message;
use crate::app::chair::compare::Message as Act;
use crate::app::chair::compare::many::{Count, Many};
use crate::content::{Texts, keys};
use crate::present::report::topic_name;
use crate::views::parts::{button, table, title};

/// Draws what many summaries say together.
pub(super) fn many(texts: Texts, many: &Many, send: &Dispatch) -> Html {
    let all = many.summaries.len().to_string();
    let progress = |key, n: usize| texts.fill(key, &[("n", &n.to_string()), ("all", &all)]);
    let counted = many.counted == many.summaries.len();
    html! {
        <>
            { title(texts, texts.fill(keys::compare::MANY_TITLE, &[("n", &all)])) }
            <p class="lead">{ texts.get(keys::compare::MANY_LEAD) }</p>
            if many.quick > 0 {
                <p>{ texts.fill(keys::compare::MANY_QUICK, &[("n", &many.quick.to_string())]) }</p>
            }
            if counted {
                { counts(texts, many) }
            } else {
                <p>{ progress(keys::compare::MANY_COUNTING, many.counted) }</p>
            }
            if let Some((written, _)) = &many.writing {
                <p>{ progress(keys::compare::MANY_WRITING, *written) }</p>
            }
            <p class="acts">
                { button(send, Message::Compare(Act::AnswersPressed), "button", texts.get(keys::compare::MANY_RESPONSES)) }
            </p>
        </>
    }
}

fn counts(texts: Texts, many: &Many) -> Html {
    let heads = [
        keys::result::COLUMN_CRITERION,
        keys::compare::MANY_SCORED,
        keys::compare::MANY_MEAN,
        keys::bands::STRONG,
        keys::bands::GETTING_THERE,
        keys::bands::NEEDS_WORK,
        keys::bands::ACT_NOW,
        keys::compare::MANY_UNKNOWN,
    ];
    let heads: Vec<_> = heads.into_iter().map(|key| texts.get(key)).collect();
    let rows = many.counts.iter().map(|count| row(texts, count)).collect();
    table(texts.get(keys::compare::MANY_TABLE), &heads, rows)
}

fn row(texts: Texts, count: &Count) -> Vec<String> {
    let name = [count.topic.id(), " ", topic_name(texts, count.topic)].concat();
    let mean = count.mean().map(|mean| mean.to_string()).unwrap_or_default();
    let mut cells = vec![name, count.scored.to_string(), mean];
    cells.extend(count.bands.iter().rev().map(u32::to_string));
    cells.push(count.unknown.to_string());
    cells
}
