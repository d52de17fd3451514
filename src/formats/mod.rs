//! Everything that leaves the program's memory: the stored text and the summary link.

pub mod link;
pub mod stored;
