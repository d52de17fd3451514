//! The comparison as a picture: the table of the screen, a row per topic and a column per partner with its number on its
//! band; for more partners than have room, their dots on one line instead.

use super::sheet::{EDGE, Frame, HAIR, INK, MUTED, PAPER, Sheet, WIDTH};
use super::text::lines;
use crate::charts::colours::LIGHT;
use crate::charts::dots::{self, GRID, shape};
use crate::charts::shape::Tone;

/// A partner: the meaning of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The letter.
    pub letter: String,
    /// The name.
    pub name: String,
}

/// A number on its band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The number, 0 to 100; `None` if there is no score.
    pub number: Option<u8>,
    /// Its band.
    pub tone: Tone,
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// What each partner has, in their order.
    pub cells: Vec<Cell>,
    /// What all have together.
    pub together: Cell,
    /// The dots: the position of the partner, and where on the line, 0 to 100.
    pub dots: Vec<(usize, u8)>,
    /// How they agree, in words.
    pub words: String,
    /// Whether partners are on opposite sides: drawn with a thick line. The words say it too.
    pub opposite: bool,
}

/// The start and the length of the line, between the names and the words.
const LINE: (i32, i32) = (206, 272);
/// Where the words begin.
const WORDS: i32 = 544;
/// Height of a level of dots, and the edge above and below them.
const LEVEL: (i32, i32) = (27, 7);
/// Height of a line of text.
const TEXT: i32 = 18;

/// Most partners whose columns have room; those of more are dots on a line.
const COLUMNS: usize = 12;
/// The middle of the column of all together.
const TOGETHER: i32 = 506;
/// Height of the line under a number.
const BAND: i32 = 5;

/// The words of a picture beside those of its frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The head of the column of all together.
    pub together: String,
    /// What the lines under the numbers mean, from the best band to the worst.
    pub bands: [String; 4],
}

/// The picture of a comparison.
pub fn comparison(frame: &Frame, words: &Words, partners: &[Partner], rows: &[Row]) -> String {
    let mut sheet = Sheet::new(frame);
    sheet.y += 20;
    draw_key(&mut sheet, partners);
    if partners.len() <= COLUMNS {
        heads(&mut sheet, words, partners);
    } else {
        scale(&mut sheet, words);
    }
    for row in rows {
        draw_row(&mut sheet, partners, row);
    }
    legend(&mut sheet, words);
    sheet.finish(frame, "")
}

/// The middle of a partner's column, between the names and the numbers of all together.
fn column(sheet: &Sheet, index: usize, all: usize) -> i32 {
    let (from, length) = LINE;
    let count = |number: usize| i32::try_from(number).unwrap_or(1);
    sheet.start(from + length * (2 * count(index) + 1) / (2 * count(all).max(1)))
}

/// Whose column each is.
fn heads(sheet: &mut Sheet, words: &Words, partners: &[Partner]) {
    sheet.y += 20;
    for (index, partner) in partners.iter().enumerate() {
        let x = column(sheet, index, partners.len());
        sign(sheet, (x, sheet.y), index, &partner.letter);
    }
    head_of_all(sheet, words, sheet.y + 5);
    sheet.y += 18;
}

fn head_of_all(sheet: &mut Sheet, words: &Words, y: i32) {
    let at = (sheet.start(TOGETHER), y);
    sheet.text(at, "middle", (13, "400", MUTED), &words.together);
}

/// A number with its band under it, this wide, on the line of text at `y`.
fn cell(sheet: &mut Sheet, cell: Cell, (x, y): (i32, i32), width: i32, weight: &str) {
    let words = cell
        .number
        .map_or_else(|| "–".to_owned(), |number| number.to_string());
    sheet.text((x, y), "middle", (14, weight, INK), &words);
    band(sheet, cell.tone, (x - width / 2, x + width / 2), y + 6);
}

/// A band is told by the colour and the kind of its line: solid, double, dashed, dotted.
fn band(sheet: &mut Sheet, tone: Tone, (from, to): (i32, i32), y: i32) {
    let [strong, getting_there, needs_work, act_now] = LIGHT.bands;
    let mut draw = |y: i32, stroke: &str, width: &str, dashes: &str| {
        let number = |value: i32| value.to_string();
        sheet.piece(
            "line",
            &[
                ("x1", &number(from)),
                ("y1", &number(y)),
                ("x2", &number(to)),
                ("y2", &number(y)),
                ("stroke", stroke),
                ("stroke-width", width),
                ("stroke-dasharray", dashes),
            ],
        );
    };
    match tone {
        Tone::Strong => draw(y, strong, "5", "none"),
        Tone::GettingThere => {
            draw(y - BAND / 2, getting_there, "1.7", "none");
            draw(y + BAND / 2 - 1, getting_there, "1.7", "none");
        }
        Tone::NeedsWork => draw(y, needs_work, "5", "6 4"),
        Tone::ActNow => draw(y, act_now, "4", "3 3"),
        Tone::Unknown => {}
    }
}

/// What the lines mean, two in a row.
fn legend(sheet: &mut Sheet, words: &Words) {
    const HALF: i32 = (WIDTH - 2 * EDGE) / 2;
    let tones = [Tone::Strong, Tone::GettingThere, Tone::NeedsWork, Tone::ActNow];
    sheet.y += 8;
    for (index, (tone, words)) in (0..).zip(tones.into_iter().zip(&words.bands)) {
        let from = index % 2 * HALF;
        let y = sheet.y + 20 * (1 + index / 2);
        let ends = (sheet.start(from), sheet.start(from + 30));
        band(sheet, tone, (ends.0.min(ends.1), ends.0.max(ends.1)), y - 4);
        sheet.text((sheet.start(from + 40), y), "start", (13, "400", MUTED), words);
    }
    sheet.y += 48;
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
fn scale(sheet: &mut Sheet, words: &Words) {
    sheet.y += 22;
    head_of_all(sheet, words, sheet.y);
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
    let in_columns = partners.len() <= COLUMNS;
    let count = |number: usize| i32::try_from(number).unwrap_or(1).max(1);
    let text = count(names.len().max(words.len())) * TEXT + 2 * LEVEL.1;
    let height = if in_columns {
        text.max(TEXT + 18)
    } else {
        text.max(dots.height)
    };
    let (top, bottom) = (sheet.y, sheet.y + height);
    line(
        sheet,
        (sheet.start(0), bottom),
        (sheet.start(WIDTH - 2 * EDGE), bottom),
        (HAIR, "1"),
    );
    if in_columns {
        let width = (LINE.1 / count(partners.len()) - 6).min(70);
        for (index, one) in row.cells.iter().enumerate() {
            let x = column(sheet, index, partners.len());
            cell(sheet, *one, (x, bottom - 14), width, "400");
        }
    } else {
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
    }
    let x = sheet.start(TOGETHER);
    cell(sheet, row.together, (x, bottom - 14), 40, "700");
    let first = |number: usize| bottom - 14 - (count(number) - 1) * TEXT;
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
