//! Partners on one line: where each dot goes, stacked where several would lie on each other.

/// How far apart two dots must be to stand side by side, in hundredths of the line. A dot is 20 px wide and
/// the line at least 250 px.
const WIDTH: u8 = 8;

/// A dot's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Which of the values it stands for.
    pub index: usize,
    /// Where on the line, 0 to 100.
    pub at: u8,
    /// How high it is stacked: 0 is on the line.
    pub level: usize,
}

/// The places of dots with these values, 0 to 100, in the order of the values. A dot goes as low as those
/// before it leave room.
pub fn places(values: &[(usize, u8)]) -> Vec<Dot> {
    let mut placed: Vec<Dot> = Vec::with_capacity(values.len());
    for (index, at) in values.iter().copied() {
        let taken = |level: usize| {
            placed
                .iter()
                .any(|dot| dot.level == level && dot.at.abs_diff(at) < WIDTH)
        };
        // Below as many dots there is always room.
        let level = (0..=placed.len())
            .find(|level| !taken(*level))
            .unwrap_or_default();
        placed.push(Dot { index, at, level });
    }
    placed
}

/// How many levels the dots take: 1 or more.
pub fn levels(dots: &[Dot]) -> usize {
    dots.iter().map(|dot| dot.level + 1).max().unwrap_or(1)
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
