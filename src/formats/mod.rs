//! Everything that leaves the program's memory: links, stored texts, and files for other programs.
//!
//! Reading is total: any text yields a value or a named error, never a panic. A released version never
//! changes (`docs/formats.md`): its file here and its examples in `tests/vectors` are frozen, and what
//! must change becomes a new version beside it.

pub mod decimal;
pub mod escape;
pub mod export;
pub mod folder;
pub mod import;
pub mod link;
pub mod mail;
pub mod stored;
pub mod table;

mod envelope;
mod json;
mod wire;

/// A hash of a text: equal on every device, with few collisions.
pub fn digest(text: &str) -> u32 {
    use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(text.as_bytes())
}
