//! The lines under the numbers of a table's row, as one drawing: four hundred lines of their own take a browser longer to
//! lay out than the numbers above them. They are areas and no strokes, whose dashes it would work out each time.

use super::shape::Tone;
use crate::formats::decimal::push_number;

/// Width of a column in the drawing.
pub const COLUMN: usize = 10;
/// Height of the drawing.
pub const HEIGHT: i32 = 10;

/// A path for each of [`Tone::ALL`], in that order, for columns of these tones; empty where no column has it. A column
/// without a score has a dash in the place of its number.
pub fn underlines(tones: impl IntoIterator<Item = Tone>) -> [(Tone, String); 5] {
    let mut paths = Tone::ALL.map(|tone| (tone, String::new()));
    for (column, tone) in tones.into_iter().enumerate() {
        if let Some((_, path)) = paths.iter_mut().find(|(of, _)| *of == tone) {
            let (free, line) = line(tone);
            path.push('M');
            push_number(path, (column * COLUMN + free) as u32);
            path.push_str(line);
        }
    }
    paths
}

/// What is free before a line, so that neighbours stay apart, and the line from there: whole, two thin ones, two dashes, three
/// dots.
const fn line(tone: Tone) -> (usize, &'static str) {
    match tone {
        Tone::Strong => (1, " 0h8v10h-8z"),
        Tone::GettingThere => (1, " 0h8v4h-8zm0 6h8v4h-8z"),
        Tone::NeedsWork => (1, " 0h3.5v10h-3.5zm4.5 0h3.5v10h-3.5z"),
        Tone::ActNow => (1, " 0h2v10h-2zm3 0h2v10h-2zm3 0h2v10h-2z"),
        Tone::Unknown => (3, " -21h4v2h-4z"),
    }
}
