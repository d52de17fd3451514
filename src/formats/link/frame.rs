//! The frame that every version shares, for ever, so that a link from a newer version can be told from a damaged one:
//!
//! | byte | meaning |
//! |---|---|
//! | 0 | version, 1 to 255 |
//! | from 1 | body, laid out by the version |
//! | one byte, only if the frame would have a multiple of three bytes without it | 0 |
//! | the last four | CRC-32 (ISO-HDLC, as in PNG) of all bytes before, high byte first |
//!
//! A multiple of three bytes fills its last letter with six bits, any of the 64. In every other length the last letter
//! has two or four bits, then zeros, and is a letter or digit: chat programs leave out a `-` or `_` at the end.

use crc::{CRC_32_ISO_HDLC, Crc, Digest};

/// The checksum has tables of 16 kB where the program is not sent over a network.
#[cfg(not(target_arch = "wasm32"))]
type Tables = crc::Table<16>;
#[cfg(target_arch = "wasm32")]
type Tables = crc::NoTable;

static CRC: Crc<u32, Tables> = Crc::<u32, Tables>::new(&CRC_32_ISO_HDLC);

/// A checksum that goes on with more bytes.
pub(super) type Checksum = Digest<'static, u32, Tables>;

/// Bytes of the checksum.
pub(super) const CHECKSUM: usize = 4;

/// The bytes of a link.
pub(super) fn seal(version: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length(body.len()));
    bytes.push(version);
    bytes.extend_from_slice(body);
    bytes.resize(length(body.len()) - CHECKSUM, 0);
    bytes.extend_from_slice(&CRC.checksum(&bytes).to_be_bytes());
    bytes
}

/// The bytes of a frame around so many bytes of a body.
pub(super) const fn length(body: usize) -> usize {
    let length = 1 + body + CHECKSUM;
    if length.is_multiple_of(3) {
        length + 1
    } else {
        length
    }
}

/// The body of so many bytes in a whole frame; `None` if the checksum is wrong, or what fills the frame up is not zero.
pub(super) fn open(frame: &[u8], body: usize) -> Option<&[u8]> {
    let (sealed, checksum) = frame.split_last_chunk::<CHECKSUM>()?;
    let (body, filling) = sealed.get(1..)?.split_at_checked(body)?;
    let is_whole = CRC.checksum(sealed).to_be_bytes() == *checksum;
    (is_whole && filling.iter().all(|byte| *byte == 0)).then_some(body)
}

/// A checksum of nothing yet, for frames whose length is not known.
pub(super) fn checksum() -> Checksum {
    CRC.digest()
}
