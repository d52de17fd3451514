//! The wheel: twelve petals in three arcs, as geometry. Whole numbers only, because printing floating-point
//! numbers would cost more bytes than the rest of the wheel.

/// Radius of the ring at 100.
pub const RADIUS: i32 = 200;

/// Directions of each petal's first edge, middle and last edge, in thousandths, from the top and
/// clockwise. Each dimension spans 112 of its 120 degrees, each petal 25 of its 28.
const PETALS: [[(i32, i32); 3]; 12] = [
    [(96, -995), (309, -951), (508, -862)],
    [(552, -834), (719, -695), (853, -522)],
    [(879, -477), (961, -276), (998, -61)],
    [(1000, -9), (978, 208), (910, 415)],
    [(814, 581), (669, 743), (492, 870)],
    [(446, 895), (242, 970), (26, 1000)],
    [(-26, 1000), (-242, 970), (-446, 895)],
    [(-492, 870), (-669, 743), (-814, 581)],
    [(-910, 415), (-978, 208), (-1000, -9)],
    [(-998, -61), (-961, -276), (-879, -477)],
    [(-853, -522), (-719, -695), (-552, -834)],
    [(-508, -862), (-309, -951), (-96, -995)],
];

/// Directions of the first and the last end of each dimension's arc, in thousandths.
const ARCS: [[(i32, i32); 2]; 3] = [
    [(70, -998), (899, 438)],
    [(829, 559), (-829, 559)],
    [(-899, 438), (-70, -998)],
];

/// A point of the drawing; the centre of the wheel is 0, 0 and y grows downwards.
pub type Point = (i32, i32);

fn at((x, y): (i32, i32), radius: i32) -> Point {
    (
        (x * radius + 500).div_euclid(1000),
        (y * radius + 500).div_euclid(1000),
    )
}

/// Path of a petal from the centre to this score, 0 to 100; `None` for a petal that does not exist. A
/// score of 0 is drawn as 1, so that it can be seen.
pub fn petal(index: usize, score: u8) -> Option<String> {
    let [first, _, last] = *PETALS.get(index)?;
    let radius = i32::from(score.clamp(1, 100)) * RADIUS / 100;
    let mut path = String::from("M0 0L");
    push_point(&mut path, at(first, radius));
    push_arc(&mut path, radius, at(last, radius));
    path.push('Z');
    Some(path)
}

/// Path of the arc outside a dimension's four petals; `None` for a dimension that does not exist.
pub fn arc(dimension: usize, radius: i32) -> Option<String> {
    let [first, last] = *ARCS.get(dimension)?;
    let mut path = String::from("M");
    push_point(&mut path, at(first, radius));
    push_arc(&mut path, radius, at(last, radius));
    Some(path)
}

/// The middle of a petal at this distance from the centre; the centre for a petal that does not exist.
pub fn middle(index: usize, radius: i32) -> Point {
    PETALS.get(index).map_or((0, 0), |petal| at(petal[1], radius))
}

/// How a name outside the wheel is anchored, so that it grows away from the wheel: `start`, `middle` or
/// `end`.
pub fn anchor(index: usize) -> &'static str {
    match middle(index, RADIUS).0 {
        ..=-40 => "end",
        40.. => "start",
        _ => "middle",
    }
}

/// A name on one line, or on two of about equal length where it is long.
pub fn lines(name: &str) -> (&str, &str) {
    const LONGEST: usize = 13;
    if name.chars().count() <= LONGEST {
        return (name, "");
    }
    let middle = name.len() / 2;
    let split = name
        .match_indices(' ')
        .map(|(at, _)| at)
        .min_by_key(|at| at.abs_diff(middle));
    split
        .and_then(|at| Some((name.get(..at)?, name.get(at + 1..)?)))
        .unwrap_or((name, ""))
}

fn push_point(path: &mut String, (x, y): Point) {
    path.push_str(&x.to_string());
    path.push(' ');
    path.push_str(&y.to_string());
}

fn push_arc(path: &mut String, radius: i32, to: Point) {
    let radius = radius.to_string();
    path.extend(["A", &radius, " ", &radius, " 0 0 1 "]);
    push_point(path, to);
}
