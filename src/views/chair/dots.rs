//! Partners on a line: a letter in a shape for each, stacked when equal, joined from lowest to highest.

use yew::prelude::*;

use crate::charts::dots::{self, GRID, shape};
use crate::content::Texts;
use crate::present::chair::comparison::{Line, Mark};
use crate::views::memo::{Memo, Part};

/// Height of a level of dots, and of the edge above and below them, in px.
const LEVEL: (i32, i32) = (26, 2);

/// The properties of a line.
#[derive(Properties, PartialEq)]
struct LineProps {
    /// Where the partners are.
    line: Line,
    /// Whether it goes from right to left.
    right_to_left: bool,
}

/// A part of its own: most of a comparison is lines, and most changes move no partner.
impl Part for LineProps {
    fn draw(&self) -> Html {
        let Self { line, right_to_left } = self;
        let dots = dots::line(&line.dots, LEVEL.0, LEVEL.1);
        let (height, y) = (dots.height.to_string(), dots.axis.to_string());
        let place = |at: u8| {
            let at = if *right_to_left { 100 - at } else { at };
            [&at.to_string(), "%"].concat()
        };
        let span = if line.opposite {
            "span span--opposite"
        } else {
            "span"
        };
        html! {
            <svg class="dotline" width="100%" height={height.clone()} aria-hidden="true" focusable="false">
                <line class="dotline__axis" x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
                { for GRID.into_iter().map(|at| html! {
                    <line class="hair" x1={place(at)} x2={place(at)} y1="2" y2={height.clone()} />
                }) }
                if let Some((lowest, highest)) = dots.span {
                    <line class={span} x1={place(lowest)} x2={place(highest)} y1={y.clone()} y2={y} />
                }
                { for dots.dots.iter().map(|dot| html! {
                    <use href={["#", &id(dot.index)].concat()} x={place(dot.at)} y={dot.y.to_string()} />
                }) }
            </svg>
        }
    }
}

/// Draws a line, with the symbols of [`signs`]. The words beside it say the same, so it is hidden from screen readers.
pub(super) fn line(texts: Texts, line: &Line) -> Html {
    html! { <Memo<LineProps> line={line.clone()} right_to_left={texts.is_right_to_left()} /> }
}

/// The properties of a strip: a line without letters, as low as a row of a table, with a small circle for each partner.
#[derive(Properties, PartialEq)]
struct StripProps {
    /// Where on it the dots are, from the lowest. Whose they are cannot be seen: so they stay as they are when the letters
    /// change.
    places: Vec<u8>,
    /// Whether partners are on opposite sides.
    opposite: bool,
    /// Whether it goes from right to left.
    right_to_left: bool,
}

impl Part for StripProps {
    fn draw(&self) -> Html {
        let Self {
            places,
            opposite,
            right_to_left,
        } = self;
        let place = |at: u8| {
            let at = if *right_to_left { 100 - at } else { at };
            [&at.to_string(), "%"].concat()
        };
        let class = if *opposite { "span span--opposite" } else { "span" };
        html! {
            <svg class="strip" width="100%" height="16" aria-hidden="true" focusable="false">
                <line class="dotline__axis" x1="0" x2="100%" y1="8" y2="8" />
                if let [lowest, .., highest] = places[..] {
                    <line {class} x1={place(lowest)} x2={place(highest)} y1="8" y2="8" />
                }
                { for places.iter().map(|at| html! { <circle class="partner__shape" cx={place(*at)} cy="8" r="4.5" /> }) }
            </svg>
        }
    }
}

/// Draws a strip.
pub(super) fn strip(texts: Texts, line: &Line) -> Html {
    let mut places: Vec<u8> = line.dots.iter().map(|(_, at)| *at).collect();
    places.sort_unstable();
    html! { <Memo<StripProps> {places} opposite={line.opposite} right_to_left={texts.is_right_to_left()} /> }
}

/// The two sides of a pair on one line, with the gap between them: a circle for the first side, a square for the second.
/// The words beside it say the same.
pub(super) fn gap_line(texts: Texts, at: [Option<u8>; 2], is_flagged: bool) -> Html {
    let place = |at: u8| {
        let at = if texts.is_right_to_left() { 100 - at } else { at };
        [&at.to_string(), "%"].concat()
    };
    let class = if is_flagged { "span span--opposite" } else { "span" };
    html! {
        <svg class="dotline" width="100%" height="24" aria-hidden="true" focusable="false">
            <line class="dotline__axis" x1="0" x2="100%" y1="12" y2="12" />
            { for GRID.into_iter().map(|at| html! { <line class="hair" x1={place(at)} x2={place(at)} y1="4" y2="20" /> }) }
            if let [Some(first), Some(second)] = at {
                <line {class} x1={place(first)} x2={place(second)} y1="12" y2="12" />
            }
            { for at.into_iter().enumerate().filter_map(|(side, at)| Some((side, at?))).map(|(side, at)| html! {
                <svg x={place(at)} y="12" overflow="visible"><path class={side_class(side)} d={side_shape(side)} /></svg>
            }) }
        </svg>
    }
}

/// The mark of a side, beside its name.
pub(super) fn side_sign(side: usize) -> Html {
    html! {
        <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true" focusable="false">
            <path class={side_class(side)} d={side_shape(side)} />
        </svg>
    }
}

/// Around 0, 0. Where both sides are at one place the square, which is drawn last, is inside the circle.
const fn side_shape(side: usize) -> &'static str {
    if side == 0 {
        "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"
    } else {
        "M-5 -5H5V5H-5Z"
    }
}

const fn side_class(side: usize) -> &'static str {
    if side == 0 {
        "partner__shape"
    } else {
        "partner__shape side--second"
    }
}

/// The symbols of all partners, defined once; each dot references one by `<use>`. So a dot is one element: thirty
/// partners have more than a thousand dots.
pub(super) fn signs(marks: &[Mark]) -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>{ for marks.iter().enumerate().map(|(index, mark)| html! {
                <g id={id(index)}>{ sign(index, mark.letter.clone()) }</g>
            }) }</defs>
        </svg>
    }
}

fn id(index: usize) -> String {
    ["phc-sign-", &index.to_string()].concat()
}

/// The shape with its letter, around 0, 0.
fn sign(index: usize, letter: String) -> Html {
    html! {
        <>
            <path class="partner__shape" d={shape(index)} />
            <text class="partner__letter" y="4" text-anchor="middle">{ letter }</text>
        </>
    }
}

/// The sign alone, beside a partner's name.
pub(super) fn badge(index: usize, letter: &str) -> Html {
    html! {
        <svg class="badge" viewBox="-14 -14 28 28" width="28" height="28" aria-hidden="true" focusable="false">
            { sign(index, letter.to_owned()) }
        </svg>
    }
}
