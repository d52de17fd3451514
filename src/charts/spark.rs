//! A small line of numbers over time, as high as a row of text (a sparkline).

use super::shape::Point;

/// Width of the drawing.
pub const WIDTH: i32 = 168;
/// Its height.
pub const HEIGHT: i32 = 40;
/// Room around the line for its dots.
const EDGE: i32 = 5;
/// The least distance of two points, so that their dots stay apart.
const APART: i32 = 14;

/// A line, its points from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spark {
    /// Where each number is.
    pub points: Vec<Point>,
    /// How far down 25, 50 and 75 are.
    pub grid: [i32; 3],
}

/// The line of these numbers, 0 to 100, each with its day. Distances are those of the days, as far as the dots have room.
/// Days must not go back; at most twelve numbers have room.
pub fn spark(values: &[(u16, u8)]) -> Spark {
    let days = |at: Option<&(u16, u8)>| at.map_or(0, |(day, _)| i32::from(*day));
    let (first, last) = (days(values.first()), days(values.last()));
    let (span, room) = ((last - first).max(1), WIDTH - 2 * EDGE);
    let mut points: Vec<Point> = values
        .iter()
        .map(|(day, value)| {
            let x = EDGE + (i32::from(*day) - first) * room / span;
            (x, down(*value))
        })
        .collect();
    // To the right of the one before, then not so far that those behind find no room.
    let mut from = EDGE;
    for point in &mut points {
        point.0 = point.0.max(from);
        from = point.0 + APART;
    }
    let mut to = WIDTH - EDGE;
    for point in points.iter_mut().rev() {
        point.0 = point.0.min(to);
        to = point.0 - APART;
    }
    Spark {
        points,
        grid: [25, 50, 75].map(down),
    }
}

/// How far down a number is: 100 at the top.
fn down(value: u8) -> i32 {
    HEIGHT - EDGE - i32::from(value) * (HEIGHT - 2 * EDGE) / 100
}
