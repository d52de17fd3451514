//! Pictures for papers and slides: SVG files that need nothing around them. Colours, fonts and patterns are in
//! the file, light on white, so that a picture looks the same in a report, on a slide and in print. `sheet` has
//! the page with its title and source, `wheel` and
//! `comparison` what is drawn on it.

mod comparison;
mod sheet;
mod text;
mod wheel;

pub use comparison::{Cell, Partner, Row, Words, comparison};
pub use sheet::Frame;
pub use wheel::wheel;
