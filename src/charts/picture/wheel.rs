//! The wheel as a picture: twelve petals with their names and numbers, and what the patterns mean.

use super::sheet::{Frame, HAIR, INK, MUTED, Sheet, WIDTH};
use crate::charts::wheel as geometry;

/// Which band a petal is in; bands are told apart by pattern too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// 75 and more: solid.
    Strong,
    /// 50 to 74: wide stripes.
    GettingThere,
    /// 25 to 49: narrow stripes.
    NeedsWork,
    /// Below 25: dots.
    ActNow,
    /// No score: an outline.
    Unknown,
}

/// One petal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Petal {
    /// The name of its criterion.
    pub name: String,
    /// The number shown, 0 to 100, if there is one.
    pub shown: Option<u8>,
    /// Its band.
    pub tone: Tone,
}

/// Half the height of the wheel with its names.
const HALF: i32 = 270;

/// The patterns, in the light colours of the product.
const PATTERNS: &str = concat!(
    "<defs>",
    "<pattern id=\"wide\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
    "<rect width=\"12\" height=\"12\" fill=\"#3f7f8c\"/><rect width=\"2\" height=\"12\" fill=\"#fff\"/></pattern>",
    "<pattern id=\"narrow\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">",
    "<rect width=\"5\" height=\"5\" fill=\"#b26a00\"/><rect width=\"2\" height=\"5\" fill=\"#fff\"/></pattern>",
    "<pattern id=\"dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">",
    "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><circle cx=\"3\" cy=\"3\" r=\"2.2\" fill=\"#a82e1c\"/></pattern>",
    "</defs>",
);

impl Tone {
    const ALL: [Self; 5] = [
        Self::Strong,
        Self::GettingThere,
        Self::NeedsWork,
        Self::ActNow,
        Self::Unknown,
    ];

    /// What it is filled with, and its edge.
    const fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Strong => ("#0b5f5a", "#0b5f5a"),
            Self::GettingThere => ("url(#wide)", "#3f7f8c"),
            Self::NeedsWork => ("url(#narrow)", "#b26a00"),
            Self::ActNow => ("url(#dots)", "#a82e1c"),
            Self::Unknown => ("#fff", "#787064"),
        }
    }
}

/// The picture of a wheel. `key` has the words for the five tones, in the order of [`Tone`].
pub fn wheel(frame: &Frame, petals: &[Petal], key: [&str; 5]) -> String {
    let mut sheet = Sheet::new(frame);
    let top = sheet.y + 20;
    sheet.group(WIDTH / 2, top + HALF);
    rings(&mut sheet);
    for (index, petal) in petals.iter().enumerate() {
        draw_petal(&mut sheet, index, petal);
    }
    for dimension in 0..3 {
        if let Some(path) = geometry::arc(dimension, geometry::RADIUS + 6) {
            let look = [
                ("d", path.as_str()),
                ("fill", "none"),
                ("stroke", INK),
                ("stroke-width", "3"),
            ];
            sheet.piece("path", &look);
        }
    }
    for (index, petal) in petals.iter().enumerate() {
        label(&mut sheet, index, petal);
    }
    sheet.end_group();
    sheet.y = top + 2 * HALF;
    draw_key(&mut sheet, petals, key);
    sheet.finish(frame, PATTERNS)
}

fn rings(sheet: &mut Sheet) {
    for radius in [50, 100, 150, geometry::RADIUS] {
        let radius = radius.to_string();
        sheet.piece("circle", &[("r", &radius), ("fill", "none"), ("stroke", HAIR)]);
    }
}

fn draw_petal(sheet: &mut Sheet, index: usize, petal: &Petal) {
    // What has no score is drawn in full, as an outline.
    let Some(path) = geometry::petal(index, petal.shown.unwrap_or(100)) else {
        return;
    };
    let (fill, stroke) = petal.tone.look();
    let mut look = vec![
        ("d", path.as_str()),
        ("fill", fill),
        ("stroke", stroke),
        ("stroke-width", "1.5"),
    ];
    if petal.tone == Tone::Unknown {
        look.push(("stroke-dasharray", "4 4"));
    }
    sheet.piece("path", &look);
}

/// The number and the name outside the petal, on one or two lines.
fn label(sheet: &mut Sheet, index: usize, petal: &Petal) {
    let (x, y) = geometry::middle(index, geometry::RADIUS + 16);
    let (first, second) = geometry::lines(&petal.name);
    let number = petal
        .shown
        .map_or_else(|| "?".to_owned(), |shown| shown.to_string());
    // Labels above the centre grow upwards, labels below it downwards.
    let top = match (y < 0, second.is_empty()) {
        (true, false) => y - 17,
        (true, true) => y,
        (false, _) => y + 12,
    };
    let anchor = geometry::anchor(index);
    let look = (15, "400", INK);
    sheet.text_with_number((x, top), anchor, look, (&number, first));
    if !second.is_empty() {
        sheet.text((x, top + 17), anchor, look, second);
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
    let (fill, stroke) = tone.look();
    let (x, y) = (one.min(other).to_string(), top.to_string());
    let mut look = vec![
        ("x", x.as_str()),
        ("y", &y),
        ("width", "28"),
        ("height", "20"),
        ("fill", fill),
        ("stroke", stroke),
    ];
    if tone == Tone::Unknown {
        look.push(("stroke-dasharray", "4 4"));
    }
    sheet.piece("rect", &look);
}
