//! The logo: the three dimensions as arcs of the wheel.

use super::colours::LIGHT;

/// Side of the square that it is drawn in, from 0, 0.
pub const SIDE: u32 = 24;
/// Width of the strokes.
pub const STROKE: u32 = 5;
/// The arcs as paths, clockwise from the top.
pub const ARCS: [&str; 3] = [
    "M12.9 3A9 9 0 0 1 20.2 15.7",
    "M19.3 17.3A9 9 0 0 1 4.7 17.3",
    "M3.8 15.7A9 9 0 0 1 11.1 3",
];

/// The logo as a file that needs nothing around it: the icon of the page.
pub fn icon() -> String {
    drawn(0, None)
}

/// The logo for a phone's home screen: on paper, because what is transparent would be black, and with room around it, because
/// phones cut the corners off.
pub fn home_screen_icon() -> String {
    drawn(6, Some(LIGHT.paper))
}

/// The arcs with so much room around them, on this colour if any.
fn drawn(room: u32, paper: Option<&str>) -> String {
    let [first, second, third, _] = LIGHT.bands;
    let mut arcs = String::new();
    for (arc, colour) in ARCS.into_iter().zip([first, second, third]) {
        arcs.extend(["<path d=\"", arc, "\" stroke=\"", colour, "\"/>"]);
    }
    let (start, side) = (-i64::from(room), SIDE + 2 * room);
    let ground = paper.map(|paper| {
        format!("<rect x=\"{start}\" y=\"{start}\" width=\"{side}\" height=\"{side}\" fill=\"{paper}\" stroke=\"none\"/>")
    });
    let ground = ground.unwrap_or_default();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{start} {start} {side} {side}\" fill=\"none\" stroke-width=\"{STROKE}\">{ground}{arcs}</svg>"
    )
}
