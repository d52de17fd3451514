//! The lines under the numbers of a table's row, as one drawing: four hundred lines of their own take a browser longer to
//! lay out than the numbers above them.

use super::shape::Tone;
use crate::formats::decimal::push_number;

/// Width of a column in the drawing.
pub const COLUMN: usize = 10;
/// Height of the drawing.
pub const HEIGHT: i32 = 10;

/// Free on each side of a line, so that neighbours stay apart.
const FREE: usize = 1;
/// How far above the drawing the middle of a number is.
const ABOVE: i32 = 20;

/// A path for each of [`Tone::ALL`], in that order, for columns of these tones; empty where no column has it. A column
/// without a score has a dash in the place of its number.
pub fn underlines(tones: impl IntoIterator<Item = Tone>) -> [(Tone, String); 5] {
    let end = |y: i32, free: usize| [" ", &y.to_string(), "h", &(COLUMN - 2 * free).to_string()].concat();
    let [upper, middle, lower] = [HEIGHT / 5, HEIGHT / 2, HEIGHT - HEIGHT / 5].map(|y| end(y, FREE));
    let dash = end(-ABOVE, 3 * FREE);
    let mut paths = Tone::ALL.map(|tone| (tone, String::new()));
    for (column, tone) in tones.into_iter().enumerate() {
        let Some((_, path)) = paths.iter_mut().find(|(of, _)| *of == tone) else {
            continue;
        };
        let mut line = |free: usize, end: &str| {
            path.push('M');
            push_number(path, (column * COLUMN + free) as u32);
            path.push_str(end);
        };
        match tone {
            Tone::GettingThere => {
                line(FREE, &upper);
                line(FREE, &lower);
            }
            Tone::Unknown => line(3 * FREE, &dash),
            Tone::Strong | Tone::NeedsWork | Tone::ActNow => line(FREE, &middle),
        }
    }
    paths
}
