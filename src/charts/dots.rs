//! Partners on one line: the position of each dot, stacked where dots would overlap.

/// The least distance of two dots on one level, in hundredths of the line. A dot is 20 px wide and
/// the line at least 250 px.
const WIDTH: u8 = 8;

/// Where the line is divided.
pub const GRID: [u8; 5] = [0, 25, 50, 75, 100];

/// A line with its dots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its height, with the empty edge above and below.
    pub height: i32,
    /// How far down the line itself is.
    pub axis: i32,
    /// From the lowest value to the highest; nothing where there is none.
    pub span: Option<(u8, u8)>,
    /// The dots.
    pub dots: Vec<Dot>,
}

/// A dot's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// The index that came with its value.
    pub index: usize,
    /// Where on the line, 0 to 100.
    pub at: u8,
    /// How far down its middle is.
    pub y: i32,
}

/// The line of these values, 0 to 100, in their order. A dot goes as low as those before it leave room; each level of
/// dots has this height, and so has the edge.
pub fn line(values: &[(usize, u8)], level: i32, edge: i32) -> Line {
    let levels = levels_of(values);
    let count = levels.iter().max().map_or(1, |highest| highest + 1);
    let height = count * level + 2 * edge;
    let axis = height - level / 2 - edge;
    let dots = values.iter().zip(levels).map(|((index, at), above)| Dot {
        index: *index,
        at: *at,
        y: axis - above * level,
    });
    let at = || values.iter().map(|(_, at)| *at);
    Line {
        height,
        axis,
        span: at().min().zip(at().max()),
        dots: dots.collect(),
    }
}

/// How high each dot is stacked: 0 is on the line.
fn levels_of(values: &[(usize, u8)]) -> Vec<i32> {
    let mut levels: Vec<i32> = Vec::with_capacity(values.len());
    for (_, at) in values {
        let taken = |level: i32| {
            let before = values.iter().zip(&levels);
            before
                .clone()
                .any(|((_, other), known)| *known == level && other.abs_diff(*at) < WIDTH)
        };
        // Above as many dots there is always room.
        let level = (0..)
            .take(levels.len() + 1)
            .find(|level| !taken(*level))
            .unwrap_or_default();
        levels.push(level);
    }
    levels
}

/// The shape of a partner's dot, so that partners can be told apart without colour: drawn around 0, 0 and 20
/// wide. They take turns.
pub fn shape(index: usize) -> &'static str {
    const SHAPES: [&str; 6] = [
        // Circle, square, diamond, hexagon, triangle, octagon.
        "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z",
        "M-9 -9H9V9H-9Z",
        "M0 -12L12 0L0 12L-12 0Z",
        "M-10 0L-5 -9H5L10 0L5 9H-5Z",
        "M0 -13L12 9H-12Z",
        "M-4 -10H4L10 -4V4L4 10H-4L-10 4V-4Z",
    ];
    SHAPES.get(index % SHAPES.len()).copied().unwrap_or_default()
}
