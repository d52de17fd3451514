//! The comparison as a picture: one row per topic, one letter in a shape per partner.

use super::sheet::{EDGE, Frame, HAIR, INK, MUTED, PAPER, Sheet, WIDTH};
use super::text::lines;
use crate::charts::dots::{self, GRID, shape};

/// A partner: the meaning of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The letter.
    pub letter: String,
    /// The name.
    pub name: String,
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The dots: the position of the partner, and where on the line, 0 to 100.
    pub dots: Vec<(usize, u8)>,
    /// What they say together, in words.
    pub words: String,
    /// Whether partners are on opposite sides: drawn with a thick line. The words say it too.
    pub opposite: bool,
}

/// The start and the length of the line, between the names and the words.
const LINE: (i32, i32) = (228, 300);
/// Where the words begin.
const WORDS: i32 = 556;
/// Height of a level of dots, and the edge above and below them.
const LEVEL: (i32, i32) = (27, 7);
/// Height of a line of text.
const TEXT: i32 = 18;

/// The picture of a comparison.
pub fn comparison(frame: &Frame, partners: &[Partner], rows: &[Row]) -> String {
    let mut sheet = Sheet::new(frame);
    sheet.y += 20;
    draw_key(&mut sheet, partners);
    scale(&mut sheet);
    for row in rows {
        draw_row(&mut sheet, partners, row);
    }
    sheet.finish(frame, "")
}

/// Who is who, two in a row.
fn draw_key(sheet: &mut Sheet, partners: &[Partner]) {
    const COLUMN: i32 = (WIDTH - 2 * EDGE) / 2;
    for pair in partners.chunks(2).zip(0..) {
        let (pair, row) = pair;
        for (column, partner) in (0..).zip(pair) {
            let from = column * COLUMN;
            let index = usize::try_from(row * 2 + column).unwrap_or_default();
            sign(
                sheet,
                (sheet.start(from + 14), sheet.y + 14),
                index,
                &partner.letter,
            );
            let at = (sheet.start(from + 38), sheet.y + 19);
            let name = lines(&partner.name, 38).into_iter().next().unwrap_or_default();
            sheet.text(at, "start", (15, "400", INK), &name);
        }
        sheet.y += 32;
    }
}

/// The numbers of the scale, above the first row.
fn scale(sheet: &mut Sheet) {
    sheet.y += 22;
    for at in GRID {
        let place = (x(sheet, at), sheet.y);
        sheet.text(place, "middle", (13, "400", MUTED), &at.to_string());
    }
    sheet.y += 6;
}

/// A place on the line, which runs the way the words run.
fn x(sheet: &Sheet, at: u8) -> i32 {
    let (from, length) = LINE;
    sheet.start(from + length * i32::from(at) / 100)
}

fn draw_row(sheet: &mut Sheet, partners: &[Partner], row: &Row) {
    let names = lines(&row.name, 25);
    let words = lines(&row.words, if row.opposite { 22 } else { 25 });
    let dots = dots::line(&row.dots, LEVEL.0, LEVEL.1);
    let count = |number: usize| i32::try_from(number).unwrap_or(1).max(1);
    let text = count(names.len().max(words.len())) * TEXT + 2 * LEVEL.1;
    let height = text.max(dots.height);
    let (top, bottom) = (sheet.y, sheet.y + height);
    line(
        sheet,
        (sheet.start(0), bottom),
        (sheet.start(WIDTH - 2 * EDGE), bottom),
        (HAIR, "1"),
    );
    for at in GRID {
        let x = x(sheet, at);
        line(sheet, (x, top), (x, bottom), (HAIR, "1"));
    }
    let above = bottom - dots.height;
    if let Some(ends) = dots.span {
        span(sheet, ends, above + dots.axis, row.opposite);
    }
    for dot in &dots.dots {
        let letter = partners.get(dot.index).map_or("", |partner| &partner.letter);
        sign(sheet, (x(sheet, dot.at), above + dot.y), dot.index, letter);
    }
    let first = |number: usize| bottom - 12 - (count(number) - 1) * TEXT;
    paragraph(sheet, (sheet.start(0), first(names.len())), "650", &names);
    let weight = if row.opposite { "650" } else { "400" };
    paragraph(sheet, (sheet.start(WORDS), first(words.len())), weight, &words);
    sheet.y = bottom;
}

/// The line from the lowest dot to the highest, thick if partners are on opposite sides.
fn span(sheet: &mut Sheet, (lowest, highest): (u8, u8), y: i32, opposite: bool) {
    let ends = (x(sheet, lowest), x(sheet, highest));
    let width = if opposite { "7" } else { "2" };
    line(sheet, (ends.0, y), (ends.1, y), (INK, width));
}

fn line(sheet: &mut Sheet, from: (i32, i32), to: (i32, i32), (stroke, width): (&str, &str)) {
    let number = |value: i32| value.to_string();
    sheet.piece(
        "line",
        &[
            ("x1", &number(from.0)),
            ("y1", &number(from.1)),
            ("x2", &number(to.0)),
            ("y2", &number(to.1)),
            ("stroke", stroke),
            ("stroke-width", width),
        ],
    );
}

fn paragraph(sheet: &mut Sheet, (x, y): (i32, i32), weight: &str, lines: &[String]) {
    for (line, below) in lines.iter().zip(0..) {
        sheet.text((x, y + below * TEXT), "start", (14, weight, INK), line);
    }
}

/// A letter in its partner's shape.
fn sign(sheet: &mut Sheet, (x, y): (i32, i32), index: usize, letter: &str) {
    sheet.group(x, y);
    let look = [
        ("d", shape(index)),
        ("fill", PAPER),
        ("stroke", INK),
        ("stroke-width", "1.5"),
    ];
    sheet.piece("path", &look);
    sheet.text((0, 4), "middle", (12, "700", INK), letter);
    sheet.end_group();
}
