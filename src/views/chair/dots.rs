//! Partners on a line: a letter in a shape for each, stacked when equal, joined from lowest to highest.

use yew::prelude::*;

use crate::charts::dots::{levels, places, shape};
use crate::content::Texts;
use crate::present::chair::comparison::{Line, Mark};

/// Height of a level, in px.
const LEVEL: usize = 26;

/// What a line is drawn from.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Where the partners are.
    line: Line,
    /// Whether it goes from right to left.
    right_to_left: bool,
}

/// A line. It is a component because most of a comparison is lines, and most changes of it change none: one whose
/// partners stay where they are is not drawn again.
pub(super) struct DotLine;

impl Component for DotLine {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        draw(ctx.props())
    }
}

/// A line, whose signs [`signs`] holds. What it shows stands beside it in words, so it is hidden from screen readers.
pub(super) fn line(texts: Texts, line: &Line) -> Html {
    html! { <DotLine line={line.clone()} right_to_left={texts.is_right_to_left()} /> }
}

fn draw(Props { line, right_to_left }: &Props) -> Html {
    let dots = places(&line.dots);
    let levels = levels(&dots);
    let height = levels * LEVEL + 4;
    let middle = height - LEVEL / 2 - 2;
    let place = |at: u8| {
        let at = if *right_to_left { 100 - at } else { at };
        [&at.to_string(), "%"].concat()
    };
    let lowest = dots.iter().map(|dot| dot.at).min();
    let highest = dots.iter().map(|dot| dot.at).max();
    let y = middle.to_string();
    let span = if line.opposite {
        "span span--opposite"
    } else {
        "span"
    };
    html! {
        <svg class="dotline" width="100%" height={height.to_string()} aria-hidden="true" focusable="false">
            <line class="dotline__axis" x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
            { for [0, 25, 50, 75, 100].into_iter().map(|at| html! {
                <line class="hair" x1={place(at)} x2={place(at)} y1="2" y2={height.to_string()} />
            }) }
            if let (Some(lowest), Some(highest)) = (lowest, highest) {
                <line class={span} x1={place(lowest)} x2={place(highest)} y1={y.clone()} y2={y} />
            }
            { for dots.iter().map(|dot| html! {
                <use href={["#", &id(dot.index)].concat()} x={place(dot.at)} y={(middle - dot.level * LEVEL).to_string()} />
            }) }
        </svg>
    }
}

/// The signs of all partners, once; each dot shows one of them again. A dot is one element then, and thirty partners
/// have more than a thousand.
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
