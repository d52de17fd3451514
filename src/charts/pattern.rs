//! The patterns that distinguish bands without colour: wide stripes, narrow stripes, dots; the best band is solid.

use super::shape::Tone;

/// A pattern: a square that is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What it is called in the drawing.
    pub name: &'static str,
    /// The band that is filled with it.
    pub tone: Tone,
    /// Width and height of the square.
    pub size: &'static str,
    /// How far it is turned, as SVG writes it; nothing where it is not.
    pub turn: Option<&'static str>,
    /// What is in the square.
    pub mark: Mark,
}

/// What is in the square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The band's colour, with a gap of this width.
    Gap(&'static str),
    /// A dot in the band's colour: its middle, across and down, and its radius.
    Dot(&'static str, &'static str),
}

/// All of them.
pub const PATTERNS: [Pattern; 3] = [
    Pattern {
        name: "wide",
        tone: Tone::GettingThere,
        size: "12",
        turn: Some("rotate(45)"),
        mark: Mark::Gap("2"),
    },
    Pattern {
        name: "narrow",
        tone: Tone::NeedsWork,
        size: "5",
        turn: Some("rotate(-45)"),
        mark: Mark::Gap("2"),
    },
    Pattern {
        name: "dots",
        tone: Tone::ActNow,
        size: "6",
        turn: None,
        mark: Mark::Dot("3", "2.2"),
    },
];
