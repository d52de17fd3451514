//! The frame that every version shares, for ever, so that a link from a newer version can be told from a
//! damaged one:
//!
//! | byte | meaning |
//! |---|---|
//! | 0 | version, 1 to 255 |
//! | 1 to n - 5 | body, laid out by the version |
//! | n - 4 to n - 1 | CRC-32 (ISO-HDLC, as in PNG) of all bytes before, high byte first |

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// Bytes of the checksum.
pub(super) const CHECKSUM: usize = 4;
/// Bytes around the body.
pub(super) const AROUND_BODY: usize = 1 + CHECKSUM;

/// The bytes of a link.
pub(super) fn seal(version: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() + AROUND_BODY);
    bytes.push(version);
    bytes.extend_from_slice(body);
    bytes.extend_from_slice(&checksum(&bytes));
    bytes
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC)
        .checksum(bytes)
        .to_be_bytes()
}
