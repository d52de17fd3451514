//! The wheel: twelve petals in three arcs, as geometry. Whole numbers only, because printing floating-point
//! numbers would cost more bytes than the rest of the wheel.

use super::shape::{LINE, Label, Point, Shape, Tone};

/// Radius of the ring at 100.
const RADIUS: i32 = 200;

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

/// What a petal is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Petal {
    /// The id of its criterion.
    pub id: &'static str,
    /// The name of its criterion.
    pub name: String,
    /// The number shown, 0 to 100, if there is one.
    pub shown: Option<u8>,
    /// Its band.
    pub tone: Tone,
}

/// The labels outside the petals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// Number and name, on one or two lines.
    Names,
    /// The id of each criterion; a key beside the wheel has the names.
    Ids,
}

/// The wheel around 0, 0.
pub fn shapes(petals: &[Petal], labels: Labels) -> Vec<Shape> {
    let rings = [50, 100, 150, RADIUS].into_iter().map(Shape::Ring);
    // What has no score is drawn in full, as an outline.
    let marks = petals.iter().enumerate().filter_map(|(index, petal)| {
        let path = self::petal(index, petal.shown.unwrap_or(100))?;
        Some(Shape::Petal(path, petal.tone))
    });
    let arcs = (0..3).filter_map(|dimension| arc(dimension, RADIUS + 6).map(Shape::Arc));
    let words = petals.iter().enumerate().map(|(index, petal)| {
        Shape::Label(match labels {
            Labels::Names => name(index, petal),
            Labels::Ids => id(index, petal),
        })
    });
    rings.chain(marks).chain(arcs).chain(words).collect()
}

fn id(index: usize, petal: &Petal) -> Label {
    let (x, y) = middle(index, RADIUS + 26);
    Label {
        at: (x, y + 7),
        anchor: "middle",
        number: String::new(),
        first: petal.id.to_owned(),
        second: String::new(),
    }
}

fn name(index: usize, petal: &Petal) -> Label {
    let (x, y) = middle(index, RADIUS + 16);
    let (first, second) = lines(&petal.name);
    // Labels above the centre grow upwards, labels below it downwards.
    let top = match (y < 0, second.is_empty()) {
        (true, false) => y - LINE,
        (true, true) => y,
        (false, _) => y + 12,
    };
    Label {
        at: (x, top),
        anchor: anchor(index),
        number: petal
            .shown
            .map_or_else(|| "?".to_owned(), |shown| shown.to_string()),
        first: first.to_owned(),
        second: second.to_owned(),
    }
}

fn at((x, y): (i32, i32), radius: i32) -> Point {
    (
        (x * radius + 500).div_euclid(1000),
        (y * radius + 500).div_euclid(1000),
    )
}

/// Path of a petal from the centre to this score, 0 to 100; `None` for a petal that does not exist. A
/// score of 0 is drawn as 1, so that it can be seen.
fn petal(index: usize, score: u8) -> Option<String> {
    let [first, _, last] = *PETALS.get(index)?;
    let radius = i32::from(score.clamp(1, 100)) * RADIUS / 100;
    let mut path = String::from("M0 0L");
    push_point(&mut path, at(first, radius));
    push_arc(&mut path, radius, at(last, radius));
    path.push('Z');
    Some(path)
}

/// Path of the arc outside a dimension's four petals; `None` for a dimension that does not exist.
fn arc(dimension: usize, radius: i32) -> Option<String> {
    let [first, last] = *ARCS.get(dimension)?;
    let mut path = String::from("M");
    push_point(&mut path, at(first, radius));
    push_arc(&mut path, radius, at(last, radius));
    Some(path)
}

/// The middle of a petal at this distance from the centre; the centre for a petal that does not exist.
fn middle(index: usize, radius: i32) -> Point {
    PETALS.get(index).map_or((0, 0), |petal| at(petal[1], radius))
}

/// How a name outside the wheel is anchored, so that it grows away from the wheel: `start`, `middle` or
/// `end`.
fn anchor(index: usize) -> &'static str {
    match middle(index, RADIUS).0 {
        ..=-40 => "end",
        40.. => "start",
        _ => "middle",
    }
}

/// A name on one line, or on two of about equal length where it is long.
fn lines(name: &str) -> (&str, &str) {
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
