//! Charts as geometry: numbers in, shapes out. Two renderers draw them: `views` as markup, [`picture`] as files.

pub mod colours;
pub mod dots;
pub mod logo;
pub mod pattern;
pub mod picture;
pub mod qr;
pub mod shape;
pub mod spark;
pub mod underline;
pub mod wheel;
