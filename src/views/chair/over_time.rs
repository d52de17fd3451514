//! How scores went over three checks or comparisons of one partnership, or more: a small line for each criterion.

use yew::prelude::*;

use crate::app::chair::State;
use crate::charts::spark::{HEIGHT, WIDTH, spark};
use crate::content::{Texts, keys};
use crate::present::chair::over_time::{OverTime, Row, over_time};
use crate::views::parts::{disclosure_of, table};

/// The section; nothing while no partnership has three times.
pub(super) fn section(state: &State) -> Html {
    let texts = state.context.texts;
    let found = over_time(state);
    if found.is_empty() {
        return html! {};
    }
    html! {
        <section class="earlier__group">
            <h2 class="heading">{ texts.get(keys::over_time::TITLE) }</h2>
            <p>{ texts.get(keys::over_time::LEAD) }</p>
            { for found.iter().map(|one| partnership(texts, one)) }
        </section>
    }
}

fn partnership(texts: Texts, one: &OverTime) -> Html {
    let (first, last) = (one.dates.first(), one.dates.last());
    let dates = first
        .zip(last)
        .map(|(first, last)| texts.fill(keys::over_time::DATES, &[("first", first), ("last", last)]));
    html! {
        <div class="courses">
            <h3 class="courses__name"><bdi>{ &one.name }</bdi></h3>
            <p class="courses__dates">{ dates }</p>
            { for one.says.iter().map(|words| html! { <p>{ words }</p> }) }
            if !one.rows.is_empty() {
                <ul class="courses__list">{ for one.rows.iter().map(row) }</ul>
                { disclosure_of(html! {
                    <>
                        { texts.get(keys::over_time::TABLE) }<span class="visually-hidden">{ ": " }<bdi>{ &one.name }</bdi></span>
                    </>
                }, numbers(texts, one)) }
            }
        </div>
    }
}

fn row(row: &Row) -> Html {
    let has_line = !row.points.is_empty();
    html! {
        <li class="course">
            <span class="course__name">{ &row.name }</span>
            if has_line {
                { line(&row.points) }
            }
            <span class={if has_line { "course__words" } else { "course__words course__words--alone" }}>
                if row.is_clear {
                    <b>{ &row.change }</b>
                } else {
                    { &row.change }
                }
                if has_line {
                    { " " }<span class="course__range">{ &row.range }</span>
                }
            </span>
        </li>
    }
}

/// The line. The words beside it and the table say the same, so it is hidden from screen readers.
fn line(points: &[(u16, u8)]) -> Html {
    let drawn = spark(points);
    let mut path = String::new();
    for (x, y) in &drawn.points {
        for part in [
            if path.is_empty() { "M" } else { "L" },
            &x.to_string(),
            " ",
            &y.to_string(),
        ] {
            path.push_str(part);
        }
    }
    let right = WIDTH.to_string();
    let last = drawn.points.len().saturating_sub(1);
    html! {
        <svg class="course__line" width={right.clone()} height={HEIGHT.to_string()} aria-hidden="true" focusable="false">
            { for drawn.grid.into_iter().map(|y| html! { <line class="hair" x1="0" x2={right.clone()} y1={y.to_string()} y2={y.to_string()} /> }) }
            <path class="course__path" d={path} />
            { for drawn.points.iter().enumerate().map(|(at, (x, y))| html! {
                <circle class={if at == last { "course__dot course__dot--last" } else { "course__dot" }} cx={x.to_string()} cy={y.to_string()} r={if at == last { "4" } else { "3" }} />
            }) }
        </svg>
    }
}

/// Every number.
fn numbers(texts: Texts, one: &OverTime) -> Html {
    let mut heads = vec![texts.get(keys::earlier::COLUMN).to_owned()];
    heads.extend_from_slice(&one.dates);
    let rows = one.rows.iter().map(|row| {
        let mut cells = vec![row.name.clone()];
        let numbers = row.points.iter().map(|(_, shown)| shown.to_string());
        cells.extend(
            numbers
                .chain(std::iter::repeat("–".to_owned()))
                .take(one.dates.len()),
        );
        cells
    });
    table(texts.get(keys::over_time::TABLE), &heads, rows.collect())
}
