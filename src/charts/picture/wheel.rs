//! The wheel as a picture: twelve petals with their names and numbers, and what the patterns mean.

use super::sheet::{Frame, HAIR, INK, MUTED, PAPER, Sheet, WIDTH};
use crate::charts::colours::LIGHT;
use crate::charts::pattern::{Mark, PATTERNS, Pattern};
use crate::charts::shape::{LINE, Label, Shape, Tone};
use crate::charts::wheel::{Labels, Petal, shapes};

/// Half the height of the wheel with its names.
const HALF: i32 = 270;

/// The patterns, in the light colours of the product.
fn patterns() -> String {
    let mut drawn = String::from("<defs>");
    for pattern in PATTERNS {
        let Pattern { name, size, .. } = pattern;
        let (_, ink) = look(pattern.tone);
        let turn = pattern.turn.map_or(String::new(), |turn| {
            [" patternTransform=\"", turn, "\""].concat()
        });
        let square = |fill: &str, width: &str| {
            [
                "<rect width=\"",
                width,
                "\" height=\"",
                size,
                "\" fill=\"",
                fill,
                "\"/>",
            ]
            .concat()
        };
        drawn.extend([
            "<pattern id=\"",
            name,
            "\" width=\"",
            size,
            "\" height=\"",
            size,
            "\" patternUnits=\"userSpaceOnUse\"",
            &turn,
            ">",
        ]);
        match pattern.mark {
            Mark::Gap(width) => drawn.extend([square(ink, size), square(PAPER, width)]),
            Mark::Dot(at, radius) => {
                let dot = [
                    "<circle cx=\"",
                    at,
                    "\" cy=\"",
                    at,
                    "\" r=\"",
                    radius,
                    "\" fill=\"",
                    ink,
                    "\"/>",
                ];
                drawn.extend([square(PAPER, size), dot.concat()]);
            }
        }
        drawn.push_str("</pattern>");
    }
    drawn.push_str("</defs>");
    drawn
}

/// What a band is filled with, and its edge.
const fn look(tone: Tone) -> (&'static str, &'static str) {
    let [strong, getting_there, needs_work, act_now] = LIGHT.bands;
    match tone {
        Tone::Strong => (strong, strong),
        Tone::GettingThere => ("url(#wide)", getting_there),
        Tone::NeedsWork => ("url(#narrow)", needs_work),
        Tone::ActNow => ("url(#dots)", act_now),
        Tone::Unknown => (PAPER, LIGHT.border),
    }
}

/// The picture of a wheel. `key` has the words for the five tones, in the order of [`Tone`].
pub fn wheel(frame: &Frame, petals: &[Petal], key: [&str; 5]) -> String {
    let mut sheet = Sheet::new(frame);
    let top = sheet.y + 20;
    sheet.group(WIDTH / 2, top + HALF);
    for shape in shapes(petals, Labels::Names) {
        draw(&mut sheet, &shape);
    }
    sheet.end_group();
    sheet.y = top + 2 * HALF;
    draw_key(&mut sheet, petals, key);
    sheet.finish(frame, &patterns())
}

fn draw(sheet: &mut Sheet, shape: &Shape) {
    match shape {
        Shape::Ring(radius) => {
            let radius = radius.to_string();
            sheet.piece("circle", &[("r", &radius), ("fill", "none"), ("stroke", HAIR)]);
        }
        Shape::Petal(path, tone) => {
            let (fill, stroke) = look(*tone);
            let mut pieces = vec![
                ("d", path.as_str()),
                ("fill", fill),
                ("stroke", stroke),
                ("stroke-width", "1.5"),
            ];
            if *tone == Tone::Unknown {
                pieces.push(("stroke-dasharray", "4 4"));
            }
            sheet.piece("path", &pieces);
        }
        Shape::Arc(path) => {
            let pieces = [
                ("d", path.as_str()),
                ("fill", "none"),
                ("stroke", INK),
                ("stroke-width", "3"),
            ];
            sheet.piece("path", &pieces);
        }
        Shape::Label(label) => draw_label(sheet, label),
    }
}

fn draw_label(sheet: &mut Sheet, label: &Label) {
    const LOOK: (i32, &str, &str) = (15, "400", INK);
    let (x, y) = label.at;
    sheet.text_with_number((x, y), label.anchor, LOOK, (&label.number, &label.first));
    if !label.second.is_empty() {
        sheet.text((x, y + LINE), label.anchor, LOOK, &label.second);
    }
}

/// What the patterns mean, in one or two rows; those that no petal has are left out.
fn draw_key(sheet: &mut Sheet, petals: &[Petal], key: [&str; 5]) {
    const COLUMN: i32 = 180;
    const ROW: i32 = 28;
    let used = Tone::ALL
        .into_iter()
        .zip(key)
        .filter(|(tone, _)| petals.iter().any(|petal| petal.tone == *tone));
    let mut count = 0;
    for (at, (tone, words)) in (0..).zip(used) {
        let (column, row) = (at % 4, at / 4);
        let middle = sheet.y + 14 + row * ROW;
        let from = column * COLUMN;
        swatch(sheet, (from, middle - 10), tone);
        let at = (sheet.start(from + 38), middle + 5);
        sheet.text(at, "start", (15, "400", MUTED), words);
        count = row + 1;
    }
    sheet.y += count * ROW;
}

fn swatch(sheet: &mut Sheet, (from, top): (i32, i32), tone: Tone) {
    const SIZE: i32 = 28;
    let one = sheet.start(from);
    let other = sheet.start(from + SIZE);
    let (fill, stroke) = look(tone);
    let (x, y) = (one.min(other).to_string(), top.to_string());
    let mut pieces = vec![
        ("x", x.as_str()),
        ("y", &y),
        ("width", "28"),
        ("height", "20"),
        ("fill", fill),
        ("stroke", stroke),
    ];
    if tone == Tone::Unknown {
        pieces.push(("stroke-dasharray", "4 4"));
    }
    sheet.piece("rect", &pieces);
}
