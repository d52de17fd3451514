//! Charts as geometry: numbers in, points and paths out. The markup is in `views`.

pub mod dots;
pub mod picture;
pub mod qr;
pub mod wheel;
