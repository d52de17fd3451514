//! Reads the plainest of links, version 1 without names, a million and more a second: for many at once.
//!
//! It makes nothing on the way and takes nothing that `v1` would refuse; whatever it does not take goes the
//! usual way. The numbers and statements are those of the check as it is. Should the check change, tests
//! that compare this with the frozen links fail, and the lists of `v1` must be written out here.

use crc::{CRC_32_ISO_HDLC, Crc};

use super::letters;
use crate::domain::answer::{Response, StageChoice};
use crate::domain::day::Day;
use crate::domain::ids::{Kind, Length, Sector, Side, StatementId};
use crate::domain::sheet::AnswerSheet;
use crate::domain::summary::Summary;

/// The checksum has tables of 16 kB where the program is not sent over a network.
#[cfg(not(target_arch = "wasm32"))]
type Tables = crc::Table<16>;
#[cfg(target_arch = "wasm32")]
type Tables = crc::NoTable;

static CRC: Crc<u32, Tables> = Crc::<u32, Tables>::new(&CRC_32_ISO_HDLC);
/// Letters of the longest payload read here, and its bytes, with some behind for reading ahead.
const MOST_LETTERS: usize = 38;
const BYTES: usize = 34;
/// Bits before the responses, from the version on.
const HEAD: usize = 44;
/// Stands for what is no letter.
const NO_LETTER: u8 = 0xFF;

/// The bytes of a payload, and how many of them count.
pub(super) type Bytes = ([u8; BYTES], usize);

/// A reader with its tables.
#[derive(Debug)]
pub struct Rapid {
    /// The value of each letter.
    values: [u8; 256],
    /// The statements in the order of their responses: a full check of each kind, then a quick one.
    lists: Vec<Vec<StatementId>>,
}

impl Default for Rapid {
    fn default() -> Self {
        Self::new()
    }
}

impl Rapid {
    /// Makes the tables.
    pub fn new() -> Self {
        let mut values = [NO_LETTER; 256];
        for (letter, place) in (0..=255).zip(&mut values) {
            *place = letters::value(letter).unwrap_or(NO_LETTER);
        }
        let full = Kind::ALL.map(|kind| Length::Full.statements(kind));
        let mut lists = Vec::from(full);
        lists.push(Length::Quick.statements(Kind::Other));
        Self { values, lists }
    }

    /// The summary in a payload; `None` if it is not whole, or not of the plainest sort.
    pub fn read(&self, payload: &[u8]) -> Option<Summary> {
        self.read_with_bytes(payload).map(|(summary, _)| summary)
    }

    /// The same, with the bytes of the payload.
    pub(super) fn read_with_bytes(&self, payload: &[u8]) -> Option<(Summary, Bytes)> {
        let (bytes, length) = self.bytes(payload)?;
        Some((self.summary(&bytes, length)?, (bytes, length)))
    }

    /// The summary in so many bytes.
    fn summary(&self, bytes: &[u8; BYTES], length: usize) -> Option<Summary> {
        let sealed = length.checked_sub(4)?;
        let checksum = bytes.get(sealed..length)?;
        if CRC.checksum(bytes.get(..sealed)?).to_be_bytes() != *checksum {
            return None;
        }
        let [1, 1, head @ ..] = bytes else {
            return None;
        };
        let [first, behind, ..] = head;
        let kind = *Kind::ALL.get(usize::from(first >> 4 & 0b111))?;
        let quick = first >> 7 == 1;
        let second_side = first >> 3 & 1 == 1;
        let stage = behind >> 5;
        if behind & 0b1_0000 != 0 || (second_side && !kind.has_pairs()) || (quick && stage != 0) {
            return None;
        }
        let list = self
            .lists
            .get(if quick { Kind::ALL.len() } else { kind.index() })?;
        let end = HEAD + 3 * list.len();
        // Neither a byte too many nor a bit behind the last response.
        let filling = end.next_multiple_of(8) - end;
        let tail = u32::from(*bytes.get(sealed.checked_sub(1)?)?);
        if sealed != end.div_ceil(8) || tail & ((1 << filling) - 1) != 0 {
            return None;
        }
        let mut sheet = AnswerSheet::default();
        for (number, statement) in list.iter().enumerate() {
            let value = take(bytes, HEAD + 3 * number, 3);
            if let Some(place) = value.checked_sub(1) {
                sheet.set(*statement, Response::ALL.get(usize::from(place)).copied());
            }
        }
        Some(Summary {
            length: if quick { Length::Quick } else { Length::Full },
            kind,
            side: if second_side { Side::Second } else { Side::First },
            sector: optional(&Sector::ALL, first & 0b111)?,
            day: Day(take(bytes, 28, 8) << 8 | take(bytes, 36, 8)),
            sheet,
            stage: optional(&StageChoice::ALL, stage)?,
            partnership: String::new(),
            organisation: String::new(),
        })
    }

    /// The bytes of a payload, and how many; `None` if it has another length, or other letters, than the
    /// payloads read here.
    fn bytes(&self, payload: &[u8]) -> Option<Bytes> {
        if payload.len() > MOST_LETTERS {
            return None;
        }
        let mut bytes = [0; BYTES];
        let mut every = 0;
        let mut places = bytes.chunks_exact_mut(3);
        for four in payload.chunks(4) {
            let mut value = 0;
            for place in 0..4 {
                let letter = four
                    .get(place)
                    .map_or(0, |letter| self.values[usize::from(*letter)]);
                every |= letter;
                value = value << 6 | u32::from(letter & 63);
            }
            let [_, three @ ..] = value.to_be_bytes();
            places.next()?.copy_from_slice(&three);
        }
        let length = payload.len() * 6 / 8;
        // Bits behind the last byte are in the byte after it.
        let exact = payload.len() % 4 != 1 && bytes.get(length) == Some(&0);
        (every < 64 && exact).then_some((bytes, length))
    }
}

/// Up to eight bits from a place on; 0 behind the end.
fn take(bytes: &[u8; BYTES], at: usize, width: usize) -> u16 {
    let pair = match (bytes.get(at / 8), bytes.get(at / 8 + 1)) {
        (Some(one), Some(two)) => u16::from_be_bytes([*one, *two]),
        _ => 0,
    };
    pair >> (16 - width - at % 8) & ((1 << width) - 1)
}

/// A value by its number less one, 0 for none; `None` if the number is too high.
#[allow(clippy::option_option, reason = "a number that is too high, and none given")]
fn optional<T: Copy>(list: &[T], number: u8) -> Option<Option<T>> {
    match number.checked_sub(1) {
        None => Some(None),
        Some(place) => list.get(usize::from(place)).copied().map(Some),
    }
}
