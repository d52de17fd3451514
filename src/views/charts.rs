//! The charts of a result: bars and wheel. Each has a sentence and a table beside it; bands are told apart
//! by word, place and pattern, so that colour is never needed.

use yew::prelude::*;

use super::parts::{disclosure, table};
use crate::charts::wheel;
use crate::content::{Texts, keys};
use crate::domain::ids::Dimension;
use crate::domain::score::Band;
use crate::present::report::{Bar, Full, Rows};

/// Class of a mark in a band's colour and pattern.
const fn band_class(band: Option<Band>) -> &'static str {
    match band {
        Some(Band::Strong) => "mark mark--strong",
        Some(Band::GettingThere) => "mark mark--getting-there",
        Some(Band::NeedsWork) => "mark mark--needs-work",
        Some(Band::ActNow) => "mark mark--act-now",
        None => "mark mark--unknown",
    }
}

/// The patterns that the marks are filled with: solid, wide stripe, narrow stripe, dots. Drawn once a page.
pub(super) fn patterns() -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="phc-wide" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="ink--getting-there" width="12" height="12" />
                    <rect class="ink--gap" width="2" height="12" />
                </pattern>
                <pattern id="phc-narrow" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
                    <rect class="ink--needs-work" width="5" height="5" />
                    <rect class="ink--gap" width="2" height="5" />
                </pattern>
                <pattern id="phc-dots" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="ink--gap" width="6" height="6" />
                    <circle class="ink--act-now" cx="3" cy="3" r="2.2" />
                </pattern>
            </defs>
        </svg>
    }
}

/// The bars of all criteria, grouped by dimension, with their table.
pub(super) fn bars(texts: Texts, full: &Full) -> Html {
    html! {
        <figure class="chart">
            <figcaption>
                <p>{ texts.get(keys::result::BARS_SAY) }</p>
                <p>{ &full.bars_say }</p>
            </figcaption>
            { for full.rows.iter().map(dimension) }
            { disclosure(texts.get(keys::result::TABLE), scores_table(texts, texts.get(keys::result::CRITERIA), full)) }
        </figure>
    }
}

fn dimension(rows: &Rows) -> Html {
    html! {
        <div class="bars">
            <h3 class="bars__name">{ rows.name }<span class="bars__score">{ &rows.score }</span></h3>
            <ul class="bars__list">{ for rows.bars.iter().map(bar) }</ul>
        </div>
    }
}

/// One bar: name, track, number and word.
pub(super) fn bar(bar: &Bar) -> Html {
    let width = bar.shown.map(|shown| [&shown.to_string(), "%"].concat());
    html! {
        <li class="bar">
            <span><b>{ bar.id }</b>{ " " }{ bar.name }</span>
            <svg class="bar__track" width="100%" height="20" aria-hidden="true" focusable="false">
                <rect class={if width.is_some() { "track" } else { "track track--unknown" }} x="0.5" y="0.5" width="100%" height="19" />
                if let Some(width) = width {
                    <rect class={band_class(bar.band)} x="0" y="3" {width} height="14" />
                }
                { for ["25%", "50%", "75%"].into_iter().map(|x| html! { <line class="hair" x1={x} x2={x} y1="0" y2="20" /> }) }
            </svg>
            <span class="bar__words">
                if let Some(shown) = bar.shown {
                    <b>{ shown }</b>{ " " }
                }
                { bar.words }
            </span>
        </li>
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
    let says = [texts.get(keys::result::WHEEL_SAYS), " ", &full.bars_say].concat();
    html! {
        <figure class="chart chart--wheel">
            <figcaption><p>{ texts.get(keys::result::WHEEL_SAYS) }</p></figcaption>
            { wheel_svg(full, says.clone(), true) }
            { wheel_svg(full, says, false) }
            <ol class="wheel__key" aria-label={texts.get(keys::result::KEY)}>{ for all(full).map(|bar| html! {
                <li><b>{ bar.id }</b>{ " " }{ bar.name }</li>
            }) }</ol>
            { disclosure(texts.get(keys::result::TABLE), scores_table(texts, texts.get(keys::result::WHEEL), full)) }
        </figure>
    }
}

fn wheel_svg(full: &Full, says: String, named: bool) -> Html {
    let (class, view_box) = if named {
        ("wheel wheel--named", "-345 -265 690 530")
    } else {
        ("wheel wheel--short", "-245 -245 490 490")
    };
    html! {
        <svg {class} viewBox={view_box} role="img" aria-label={says} focusable="false" direction="ltr">
            { for [50, 100, 150, wheel::RADIUS].into_iter().map(|radius| html! { <circle class="ring" r={radius.to_string()} /> }) }
            { for all(full).enumerate().map(|(index, bar)| html! {
                <path class={band_class(bar.band)} d={wheel::petal(index, bar.shown.unwrap_or(100))} />
            }) }
            { for Dimension::ALL.into_iter().map(|dimension| html! {
                <path class="wheel__arc" d={wheel::arc(dimension.index(), wheel::RADIUS + 6)} />
            }) }
            { for all(full).enumerate().map(|(index, bar)| if named { named_label(index, bar) } else { short_label(index, bar) }) }
        </svg>
    }
}

fn short_label(index: usize, bar: &Bar) -> Html {
    let (x, y) = wheel::middle(index, wheel::RADIUS + 26);
    html! { <text class="wheel__id" x={x.to_string()} y={(y + 7).to_string()} text-anchor="middle">{ bar.id }</text> }
}

/// The name outside the petal on one or two lines, with its number.
fn named_label(index: usize, bar: &Bar) -> Html {
    let (x, y) = wheel::middle(index, wheel::RADIUS + 16);
    let (first, second) = wheel::lines(bar.name);
    let x = x.to_string();
    let number = bar
        .shown
        .map_or_else(|| "?".to_owned(), |shown| shown.to_string());
    // Labels above the centre grow upwards, labels below it downwards.
    let lines = 1 + i32::from(!second.is_empty());
    let top = if y < 0 { y - 17 * (lines - 1) } else { y + 12 };
    html! {
        <text class="wheel__name" x={x.clone()} y={top.to_string()} text-anchor={wheel::anchor(index)}>
            <tspan class="wheel__number">{ number }</tspan>{ " " }{ first }
            if !second.is_empty() {
                <tspan x={x} dy="17">{ second }</tspan>
            }
        </text>
    }
}
