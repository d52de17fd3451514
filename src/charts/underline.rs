//! The lines under the numbers of a table's row, as one drawing: four hundred lines of their own take a browser longer to
//! lay out than the numbers above them.

use super::shape::Tone;

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
    let mut paths = Tone::ALL.map(|tone| (tone, String::new()));
    for (column, tone) in tones.into_iter().enumerate() {
        let Some((_, path)) = paths.iter_mut().find(|(of, _)| *of == tone) else {
            continue;
        };
        let mut line = |y: i32, free: usize| {
            let [x, length] = [column * COLUMN + free, COLUMN - 2 * free].map(|units| units.to_string());
            path.push_str(&["M", &x, " ", &y.to_string(), "h", &length].concat());
        };
        match tone {
            Tone::GettingThere => {
                line(HEIGHT / 5, FREE);
                line(HEIGHT - HEIGHT / 5, FREE);
            }
            Tone::Unknown => line(-ABOVE, 3 * FREE),
            Tone::Strong | Tone::NeedsWork | Tone::ActNow => line(HEIGHT / 2, FREE),
        }
    }
    paths
}
