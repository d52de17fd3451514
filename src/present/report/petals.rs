//! The petals of the wheel.

use super::{Bar, Full};
use crate::charts::shape::Tone;
use crate::charts::wheel::Petal;
use crate::domain::score::Band;

/// The petals of a result, in the order of its criteria.
pub fn petals(full: &Full) -> Vec<Petal> {
    full.rows
        .iter()
        .flat_map(|rows| rows.bars.iter())
        .map(petal)
        .collect()
}

fn petal(bar: &Bar) -> Petal {
    Petal {
        id: bar.id,
        name: bar.name.to_owned(),
        shown: bar.shown,
        tone: tone(bar.band),
    }
}

/// The drawing style of a band.
pub const fn tone(band: Option<Band>) -> Tone {
    match band {
        Some(Band::Strong) => Tone::Strong,
        Some(Band::GettingThere) => Tone::GettingThere,
        Some(Band::NeedsWork) => Tone::NeedsWork,
        Some(Band::ActNow) => Tone::ActNow,
        None => Tone::Unknown,
    }
}
