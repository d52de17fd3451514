//! The shapes of a chart, as plain data. Each renderer styles them: by class in the page, with fixed colours in a file.

/// A place in the drawing; y grows downwards.
pub type Point = (i32, i32);

/// Which band something is in; bands are told apart by pattern too, see [`super::pattern`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// 75 and more: solid.
    Strong,
    /// 50 to 74: wide stripes.
    GettingThere,
    /// 25 to 49: narrow stripes.
    NeedsWork,
    /// Below 25: dots.
    ActNow,
    /// No score: an outline.
    Unknown,
}

impl Tone {
    /// All, from the best; the last has no score.
    pub const ALL: [Self; 5] = [
        Self::Strong,
        Self::GettingThere,
        Self::NeedsWork,
        Self::ActNow,
        Self::Unknown,
    ];
}

/// A shape of a wheel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A ring of the scale, around 0, 0, with this radius.
    Ring(i32),
    /// A petal: its path and its band.
    Petal(String, Tone),
    /// The arc outside the petals of a dimension.
    Arc(String),
    /// Words outside a petal.
    Label(Label),
}

/// Words in a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The position of the first line.
    pub at: Point,
    /// The text anchor: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// A number in bold in front; empty where the words alone say enough.
    pub number: String,
    /// The words of the first line.
    pub first: String,
    /// Those of the second, [`LINE`] below; empty where one is enough.
    pub second: String,
}

/// How far apart two lines of a label are.
pub const LINE: i32 = 17;
