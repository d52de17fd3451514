//! Own statements in version 1 of the comparison link: the answers of a partner, and the sets behind all partners. The
//! layout is in `v1.rs`.
//!
//! Frozen once released: nothing here may change what a link means.

use super::super::bits::{BitReader, BitWriter};
use super::super::error::LinkError;
use super::super::strings;
use super::super::summary::v1;
use crate::domain::comparison::Partner;
use crate::domain::extra::{self, Extra, ExtraAnswers, Fingerprint};
use crate::domain::name::clean_statement;

/// Bits of the number of a set, and of the answers to one.
const SET: usize = 5;
const ANSWERS: usize = 16;
/// Most sets whose words are written: those of thirty would be longer than any link that is read.
pub(super) const WORDED: usize = 5;

/// The sets that partners answered, each once, by first use.
pub(super) fn sets(partners: &[Partner]) -> Vec<Fingerprint> {
    let mut sets = Vec::new();
    for answers in partners
        .iter()
        .filter_map(|partner| partner.summary.extra.as_ref())
    {
        let set = answers.set();
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    sets
}

pub(super) fn write_answers(bits: &mut BitWriter, sets: &[Fingerprint], answers: Option<&ExtraAnswers>) {
    bits.put(u16::from(answers.is_some()), 1);
    if let Some(answers) = answers {
        let set = sets.iter().position(|set| *set == answers.set());
        bits.put(set.unwrap_or(0) as u16, SET);
        bits.put(v1::pack(answers.responses()), ANSWERS);
    }
}

/// The sets behind the partners, as far as `known` has their words.
pub(super) fn write_sets(body: &mut Vec<u8>, sets: Vec<Fingerprint>, known: &[Extra]) {
    for set in sets {
        write_set(body, known, set);
    }
}

/// The words of a set, or its fingerprint where they are not known.
fn write_set(body: &mut Vec<u8>, known: &[Extra], print: Fingerprint) {
    if let Some(set) = extra::find(known, print) {
        body.push(print.size);
        for statement in set.statements() {
            strings::put(body, statement);
        }
    } else {
        body.push(0);
        body.extend(print.sum.to_be_bytes());
    }
}

/// A partner's answers to own statements.
pub(super) struct Answers {
    /// The number of the set.
    pub(super) set: usize,
    packed: u16,
}

impl Answers {
    /// The answers, if the partner has any.
    ///
    /// # Errors
    ///
    /// The bits end before.
    pub(super) fn read(bits: &mut BitReader<'_>) -> Result<Option<Self>, LinkError> {
        let mut take = |width| bits.take(width).ok_or(LinkError::Damaged);
        if take(1)? == 0 {
            return Ok(None);
        }
        Ok(Some(Self {
            set: usize::from(take(SET)?),
            packed: take(ANSWERS)?,
        }))
    }

    /// Bits of the answers of a partner who has any, without the bit that says so.
    pub(super) const BITS: usize = SET + ANSWERS;

    /// The answers, with the sums of all sets.
    pub(super) fn of(&self, sums: &[u32]) -> Option<ExtraAnswers> {
        ExtraAnswers::new(*sums.get(self.set)?, v1::unpack(self.packed)?)
    }
}

/// The sum of the set at the start of some bytes, which go on behind it. Its words are added to `sets`.
pub(super) fn read_set(rest: &mut &[u8], sets: &mut Vec<Extra>) -> Result<u32, LinkError> {
    let (&size, mut behind) = rest.split_first().ok_or(LinkError::Damaged)?;
    let sum = if size == 0 {
        let (sum, after) = behind.split_first_chunk().ok_or(LinkError::Damaged)?;
        behind = after;
        u32::from_be_bytes(*sum)
    } else {
        let mut statements = Vec::new();
        for _ in 0..size {
            let (statement, after) = strings::take(behind).ok_or(LinkError::Damaged)?;
            behind = after;
            let text = strings::cleaned(statement, |text| clean_statement(text).text);
            statements.push(text.ok_or(LinkError::Impossible)?);
        }
        let set = Extra::new(statements).ok_or(LinkError::Impossible)?;
        let sum = set.fingerprint().sum;
        sets.push(set);
        sum
    };
    *rest = behind;
    Ok(sum)
}

/// The place behind so many sets that start at a place; or how many bytes are needed at least to tell.
pub(super) fn skip(body: &[u8], at: usize, count: usize) -> Result<usize, usize> {
    let mut length = at;
    for _ in 0..count {
        let size = *body.get(length).ok_or(length + 1)?;
        length += if size == 0 { 5 } else { 1 };
        for _ in 0..size {
            length = strings::skip(body, length)?;
        }
    }
    Ok(length)
}
