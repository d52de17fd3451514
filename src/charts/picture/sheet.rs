//! The layout of a picture file: white background, title, subtitle, picture, source.

use super::text::lines;
use crate::charts::colours::LIGHT;
use crate::formats::escape::markup;

/// Width of every picture, in its own units: 1,600 pixels as a PNG file.
pub(super) const WIDTH: i32 = 800;
/// The empty edge.
pub(super) const EDGE: i32 = 40;

/// Words and lines, in the light.
pub(super) const INK: &str = LIGHT.ink;
/// For lines beside the main ones.
pub(super) const MUTED: &str = LIGHT.muted;
/// For the finest lines.
pub(super) const HAIR: &str = LIGHT.hair;
/// Of slides and paper.
pub(super) const PAPER: &str = "#fff";
/// Fonts that are there on any device.
const FONTS: &str = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/// The texts around a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The title.
    pub title: String,
    /// The line below it, such as whose check it is and its date.
    pub about: String,
    /// The last line: the source of the picture.
    pub source: String,
    /// The picture in words, for those who do not see it.
    pub says: String,
    /// The language of the words, such as `en`.
    pub language: String,
    /// Whether they run from right to left.
    pub right_to_left: bool,
}

/// A picture as it grows from top to bottom.
pub(super) struct Sheet {
    marks: String,
    /// How far down it is drawn.
    pub(super) y: i32,
    right_to_left: bool,
}

impl Sheet {
    /// A sheet with its title.
    pub(super) fn new(frame: &Frame) -> Self {
        let mut sheet = Self {
            marks: String::new(),
            y: EDGE,
            right_to_left: frame.right_to_left,
        };
        sheet.paragraph(&frame.title, 28, "700", INK);
        sheet.y += 4;
        sheet.paragraph(&frame.about, 18, "400", MUTED);
        sheet
    }

    /// Adds a piece with these attributes, whose values are ours.
    pub(super) fn piece(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.marks.push_str("/>");
    }

    /// Adds a text at a position; `anchor` is its text anchor.
    pub(super) fn text(&mut self, (x, y): (i32, i32), anchor: &str, look: (i32, &str, &str), words: &str) {
        self.open_text((x, y), anchor, look);
        self.marks.push_str(&markup(words));
        self.marks.push_str("</text>");
    }

    /// The same with a number in bold in front.
    pub(super) fn text_with_number(
        &mut self,
        at: (i32, i32),
        anchor: &str,
        look: (i32, &str, &str),
        (number, words): (&str, &str),
    ) {
        self.open_text(at, anchor, look);
        let parts = [
            "<tspan font-weight=\"700\">",
            number,
            "</tspan> ",
            &markup(words),
            "</text>",
        ];
        self.marks.extend(parts);
    }

    fn open_text(&mut self, (x, y): (i32, i32), anchor: &str, (size, weight, fill): (i32, &str, &str)) {
        self.open(
            "text",
            &[
                ("x", &x.to_string()),
                ("y", &y.to_string()),
                ("text-anchor", anchor),
                ("font-size", &size.to_string()),
                ("font-weight", weight),
                ("fill", fill),
            ],
        );
        self.marks.push('>');
    }

    /// Adds lines of text across the sheet, and moves down.
    pub(super) fn paragraph(&mut self, words: &str, size: i32, weight: &str, fill: &str) {
        // Letters of common fonts are about half as wide as high.
        let most = (WIDTH - 2 * EDGE) * 100 / (size * 54);
        for line in lines(words, usize::try_from(most).unwrap_or(1)) {
            self.y += size;
            let at = (self.start(0), self.y);
            self.text(at, "start", (size, weight, fill), &line);
            self.y += size * 3 / 10;
        }
    }

    /// A place so far from where lines of text begin.
    pub(super) fn start(&self, from: i32) -> i32 {
        if self.right_to_left {
            WIDTH - EDGE - from
        } else {
            EDGE + from
        }
    }

    /// Opens a group that is moved by this much and runs from left to right; `end_group` closes it.
    pub(super) fn group(&mut self, x: i32, y: i32) {
        let by = ["translate(", &x.to_string(), " ", &y.to_string(), ")"].concat();
        self.open("g", &[("transform", &by), ("direction", "ltr")]);
        self.marks.push('>');
    }

    /// Closes a group.
    pub(super) fn end_group(&mut self) {
        self.marks.push_str("</g>");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.marks.push('<');
        self.marks.push_str(name);
        for (attribute, value) in attributes {
            self.marks.extend([" ", attribute, "=\"", value, "\""]);
        }
    }

    /// The file, with its last line.
    pub(super) fn finish(mut self, frame: &Frame, definitions: &str) -> String {
        self.y += 16;
        let y = self.y.to_string();
        let (from, to) = (EDGE.to_string(), (WIDTH - EDGE).to_string());
        self.piece(
            "line",
            &[
                ("x1", &from),
                ("x2", &to),
                ("y1", &y),
                ("y2", &y),
                ("stroke", HAIR),
            ],
        );
        self.y += 8;
        self.paragraph(&frame.source, 14, "400", MUTED);
        let (width, height) = (WIDTH.to_string(), (self.y + EDGE / 2).to_string());
        let direction = if frame.right_to_left { "rtl" } else { "ltr" };
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" role=\"img\" aria-labelledby=\"title says\" xml:lang=\"",
            &markup(&frame.language),
            "\" direction=\"",
            direction,
            "\" font-family=\"",
            FONTS,
            "\"><title id=\"title\">",
            &markup(&frame.title),
            "</title><desc id=\"says\">",
            &markup(&frame.says),
            "</desc>",
            definitions,
            "<rect width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" fill=\"",
            PAPER,
            "\"/>",
            &self.marks,
            "</svg>\n",
        ]
        .concat()
    }
}
