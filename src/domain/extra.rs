//! Statements that a chair writes for an invitation, and the answers to them.
//!
//! They are no part of the published check: no score, band, stage, value or card knows this file. Who was asked the same
//! set can be compared on it. A summary carries the answers and the fingerprint of the set, not its words.

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::answer::Response;
use super::name::clean_statement;

/// Most statements of a set.
pub const MOST_STATEMENTS: usize = 5;
/// Most sets whose words are kept with a comparison: one for each partner.
pub const MOST_SETS: usize = 30;

/// Ids of the statements of a set by position, as storage, files and forms write them.
pub const IDS: [&str; MOST_STATEMENTS] = ["E1", "E2", "E3", "E4", "E5"];

/// The position of the statement with this id.
pub fn position(id: &str) -> Option<usize> {
    IDS.iter().position(|known| *known == id)
}

/// What tells one set from another without its words: a CRC-32 of them.
///
/// 32 bits, because one device knows tens of sets, and a hundred have the same number once in a million cases. A CRC,
/// because two sets that differ in up to four neighbouring bytes never have the same number, so that a changed letter or
/// a short word always makes another set. It finds accidents and is no signature: who wants two sets with one number can
/// search for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// How many statements the set has, 1 to 5.
    pub size: u8,
    /// CRC-32 (ISO-HDLC) of the statements in UTF-8, each with a line feed behind it.
    pub sum: u32,
}

impl Fingerprint {
    /// The fingerprint in its written form, in either case: `E`, the number of statements, a hyphen and eight hexadecimal
    /// digits, such as `E3-9D2C4A11`. It begins with a letter, so that no spreadsheet takes it for a number.
    pub fn parse(text: &str) -> Option<Self> {
        let behind = text.strip_prefix(['E', 'e'])?;
        let (size, sum) = behind.split_once('-')?;
        let size = size
            .parse()
            .ok()
            .filter(|size| (1..=MOST_STATEMENTS).contains(&usize::from(*size)))?;
        let is_written = sum.len() == 8 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        let sum = is_written.then(|| u32::from_str_radix(sum, 16).ok())??;
        Some(Self { size, sum })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E{}-{:08X}", self.size, self.sum)
    }
}

/// A set of one to five statements, in their order. Each is as [`clean_statement`] leaves it, not empty and there once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Extra(Vec<String>);

impl Extra {
    /// The set of these statements; `None` if there are none or too many, or if one is not clean, empty or there twice.
    pub fn new(statements: Vec<String>) -> Option<Self> {
        let is_fit = |(place, statement): (usize, &String)| {
            !statement.is_empty()
                && clean_statement(statement).text == *statement
                && !statements.iter().take(place).any(|other| other == statement)
        };
        let fits =
            (1..=MOST_STATEMENTS).contains(&statements.len()) && statements.iter().enumerate().all(is_fit);
        fits.then_some(Self(statements))
    }

    /// The statements.
    pub fn statements(&self) -> &[String] {
        &self.0
    }

    /// What tells this set from others. The order counts, because answers go by it.
    pub fn fingerprint(&self) -> Fingerprint {
        static CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
        let mut sum = CRC.digest();
        for statement in &self.0 {
            sum.update(statement.as_bytes());
            // No statement has a line break.
            sum.update(b"\n");
        }
        Fingerprint {
            size: self.0.len() as u8,
            sum: sum.finalize(),
        }
    }
}

/// One person's answers to a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExtraAnswers {
    sum: u32,
    responses: Vec<Option<Response>>,
}

impl ExtraAnswers {
    /// The answers to the set whose fingerprint has this sum, one for each statement; `None` if there are none or too many.
    pub fn new(sum: u32, responses: Vec<Option<Response>>) -> Option<Self> {
        (1..=MOST_STATEMENTS)
            .contains(&responses.len())
            .then_some(Self { sum, responses })
    }

    /// Which set was asked.
    pub const fn set(&self) -> Fingerprint {
        Fingerprint {
            size: self.responses.len() as u8,
            sum: self.sum,
        }
    }

    /// The response to each statement of the set, in its order.
    pub fn responses(&self) -> &[Option<Response>] {
        &self.responses
    }

    /// How many statements have a response.
    pub fn answered(&self) -> usize {
        self.responses.iter().flatten().count()
    }
}

/// The set with this fingerprint among some.
pub fn find(sets: &[Extra], print: Fingerprint) -> Option<&Extra> {
    sets.iter().find(|set| set.fingerprint() == print)
}

/// Adds sets that are not there yet, and brings all into one order. Of more than [`MOST_SETS`] the last are left out.
pub fn add(sets: &mut Vec<Extra>, more: impl IntoIterator<Item = Extra>) {
    sets.extend(more);
    sets.sort();
    sets.dedup();
    sets.truncate(MOST_SETS);
}
