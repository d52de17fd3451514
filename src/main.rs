//! The own page's program.
fn main() {}
