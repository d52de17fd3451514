//! The charts of a result: bars and wheel. Each has a sentence and a table beside it; bands are told apart
//! by word, place and pattern, so that colour is never needed.

use yew::prelude::*;

use super::parts::{disclosure, table};
use crate::charts::pattern::{Mark, PATTERNS, Pattern};
use crate::charts::shape::{LINE, Label, Shape, Tone};
use crate::charts::wheel::{Labels, Petal, shapes};
use crate::content::{Texts, keys};
use crate::present::report::{Bar, Full, Rows, petals, tone};

/// Class of a mark in a band's colour and pattern.
const fn mark_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Strong => "mark mark--strong",
        Tone::GettingThere => "mark mark--getting-there",
        Tone::NeedsWork => "mark mark--needs-work",
        Tone::ActNow => "mark mark--act-now",
        Tone::Unknown => "mark mark--unknown",
    }
}

/// Class of the strokes and dots of a pattern.
const fn ink_class(tone: Tone) -> &'static str {
    match tone {
        Tone::NeedsWork => "ink--needs-work",
        Tone::ActNow => "ink--act-now",
        _ => "ink--getting-there",
    }
}

/// The SVG patterns that fill the marks. Drawn once per page.
pub(super) fn patterns() -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>{ for PATTERNS.iter().map(pattern) }</defs>
        </svg>
    }
}

fn pattern(
    Pattern {
        name,
        tone,
        size,
        turn,
        mark,
    }: &Pattern,
) -> Html {
    let ink = ink_class(*tone);
    html! {
        <pattern id={["phc-", name].concat()} width={*size} height={*size} patternUnits="userSpaceOnUse" patternTransform={*turn}>
            { match mark {
                Mark::Gap(width) => html! {
                    <>
                        <rect class={ink} width={*size} height={*size} />
                        <rect class="ink--gap" width={*width} height={*size} />
                    </>
                },
                Mark::Dot(at, radius) => html! {
                    <>
                        <rect class="ink--gap" width={*size} height={*size} />
                        <circle class={ink} cx={*at} cy={*at} r={*radius} />
                    </>
                },
            } }
        </pattern>
    }
}

/// The bars of all criteria, grouped by dimension, with their table.
pub(super) fn bars(texts: Texts, full: &Full) -> Html {
    html! {
        <figure class="chart chart--bars">
            <figcaption>
                <p>{ texts.get(keys::result::BARS_SAY) }</p>
                // Who listens has it from the wheel.
                <p aria-hidden="true">{ &full.bars_say }</p>
            </figcaption>
            { for full.rows.iter().map(dimension) }
            { disclosure(texts.get(keys::result::BARS_TABLE), scores_table(texts, texts.get(keys::result::CRITERIA), full)) }
        </figure>
    }
}

fn dimension(rows: &Rows) -> Html {
    html! {
        <div class="bars">
            <div class="bars__head">
                <h3 class="bars__name">{ rows.name }</h3>
                if !rows.score.is_empty() {
                    <p class="bars__score">{ &rows.score }</p>
                }
            </div>
            <ul class="bars__list">{ for rows.bars.iter().map(bar) }</ul>
        </div>
    }
}

/// One bar: name, track, number and word.
pub(super) fn bar(bar: &Bar) -> Html {
    html! {
        <li class="bar">
            <span><b>{ bar.id }</b>{ " " }{ bar.name }</span>
            { track(bar, 20, 3) }
            <span class="bar__words">
                if let Some(shown) = bar.shown {
                    <b>{ shown }</b>{ " " }
                }
                { bar.words }
            </span>
        </li>
    }
}

/// The track of a bar, this many px high, with the bar that much lower on both sides.
pub(super) fn track(bar: &Bar, height: u8, edge: u8) -> Html {
    let width = bar.shown.map(|shown| [&shown.to_string(), "%"].concat());
    let inside = (height - 2 * edge).to_string();
    html! {
        <svg class="bar__track" width="100%" height={height.to_string()} aria-hidden="true" focusable="false">
            <rect class={if width.is_some() { "track" } else { "track track--unknown" }} x="0.5" y="0.5" width="100%" height={(height - 1).to_string()} />
            if let Some(width) = width {
                <rect class={mark_class(tone(bar.band))} x="0" y={edge.to_string()} {width} height={inside} />
            }
            { for ["25%", "50%", "75%"].into_iter().map(|x| html! { <line class="hair" x1={x} x2={x} y1="0" y2={height.to_string()} /> }) }
        </svg>
    }
}

/// The figures of the charts as a table.
fn scores_table(texts: Texts, caption: &'static str, full: &Full) -> Html {
    let rows = all(full)
        .map(|bar| {
            let number = bar.shown.map(|shown| shown.to_string()).unwrap_or_default();
            vec![[bar.id, " ", bar.name].concat(), number, bar.words.to_owned()]
        })
        .collect();
    table(
        caption,
        &[
            texts.get(keys::result::COLUMN_CRITERION),
            texts.get(keys::result::COLUMN_SCORE),
            texts.get(keys::result::COLUMN_BAND),
        ],
        rows,
    )
}

fn all(full: &Full) -> impl Iterator<Item = &Bar> {
    full.rows.iter().flat_map(|rows| rows.bars.iter())
}

/// The wheel, once with names for wide screens and paper, once with numbers and a key for narrow ones.
pub(super) fn wheel(texts: Texts, full: &Full) -> Html {
    let petals = petals(full);
    html! {
        <figure class="chart chart--wheel">
            <figcaption><p>{ texts.get(keys::result::WHEEL_SAYS) }</p></figcaption>
            { wheel_svg(&petals, Labels::Names, full.bars_say.clone()) }
            { wheel_svg(&petals, Labels::Ids, full.bars_say.clone()) }
            <ol class="wheel__key" aria-hidden="true">{ for all(full).map(|bar| html! {
                <li><b>{ bar.id }</b>{ " " }{ bar.name }</li>
            }) }</ol>
            { disclosure(texts.get(keys::result::WHEEL_TABLE), scores_table(texts, texts.get(keys::result::WHEEL), full)) }
        </figure>
    }
}

fn wheel_svg(petals: &[Petal], labels: Labels, says: String) -> Html {
    let (class, view_box, label) = match labels {
        Labels::Names => ("wheel wheel--named", "-345 -265 690 530", "wheel__name"),
        Labels::Ids => ("wheel wheel--short", "-245 -245 490 490", "wheel__id"),
    };
    html! {
        <svg {class} viewBox={view_box} role="img" aria-label={says} focusable="false" direction="ltr">
            // Firefox hands the words in a picture on beside its name.
            <g aria-hidden="true">{ for shapes(petals, labels).into_iter().map(|shape| draw(shape, label)) }</g>
        </svg>
    }
}

fn draw(shape: Shape, label: &'static str) -> Html {
    match shape {
        Shape::Ring(radius) => html! { <circle class="ring" r={radius.to_string()} /> },
        Shape::Petal(d, tone) => html! { <path class={mark_class(tone)} {d} /> },
        Shape::Arc(d) => html! { <path class="wheel__arc" {d} /> },
        Shape::Label(words) => draw_label(words, label),
    }
}

fn draw_label(label: Label, class: &'static str) -> Html {
    let (x, y) = label.at;
    let x = x.to_string();
    html! {
        <text {class} x={x.clone()} y={y.to_string()} text-anchor={label.anchor}>
            if !label.number.is_empty() {
                <tspan class="wheel__number">{ label.number }</tspan>{ " " }
            }
            { label.first }
            if !label.second.is_empty() {
                // Where the words are heard or copied they are not one word.
                { " " }
                <tspan {x} dy={LINE.to_string()}>{ label.second }</tspan>
            }
        </text>
    }
}
