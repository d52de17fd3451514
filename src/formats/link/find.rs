//! Takes the payload out of whatever a person pasted: an address with tracking parameters, a line broken
//! by a mail program, a link in quotes, brackets or percent signs, or twice the same link.
//!
//! The payload may have gaps, and words may follow it. Piece after piece is put together until the
//! checksum is right.

use super::cursor::is_gap;
use super::payload::{Judgement, Payload};
use super::{Form, Found, LinkError, PREFIX, Scanner, letters, v1};
use crate::domain::summary::Summary;

/// Most characters of a text.
const TEXT_LIMIT: usize = 16_384;
/// Most characters of a text with a comparison or a plan, which may have many names.
const LONG_TEXT_LIMIT: usize = 131_072;
/// Most letters of a payload of any version.
const PAYLOAD_LIMIT: usize = 2_048;
/// Most pieces of a broken payload.
const PIECES_LIMIT: usize = 32;

/// See [`super::decode`].
pub(super) fn find(text: &str) -> Result<Summary, LinkError> {
    if text.chars().nth(TEXT_LIMIT).is_some() {
        return Err(LinkError::TooLong);
    }
    // Twice, because an address inside an address is encoded twice.
    let text = without_percent(&without_percent(text));
    let mut fault = None;
    for (at, _) in text.match_indices('=') {
        let (before, after) = text.split_at_checked(at + 1).unwrap_or_default();
        if !ends_with_prefix(before) {
            continue;
        }
        match read_broken(after) {
            Ok(summary) => return Ok(summary),
            Err(found) => fault = fault.or(Some(found)),
        }
    }
    match fault {
        Some(fault) => Err(fault),
        None => read_bare(&text),
    }
}

/// The first readable link of a form in a text, or else the first one's fault.
pub(super) fn first(text: &str, form: Form) -> Result<Found, LinkError> {
    if text.chars().nth(LONG_TEXT_LIMIT).is_some() {
        return Err(LinkError::TooLong);
    }
    let mut fault = None;
    for hit in Scanner::new(text).filter(|hit| hit.form == form) {
        match hit.found {
            Ok(found) => return Ok(found),
            Err(found) => fault = fault.or(Some(found)),
        }
    }
    Err(fault.unwrap_or(LinkError::NotALink))
}

/// A payload without a prefix. What does not begin like a link is none.
fn read_bare(text: &str) -> Result<Summary, LinkError> {
    match read_broken(text) {
        Err(LinkError::CutOff | LinkError::Damaged) if !pieces(text).next().is_some_and(v1::begins) => {
            Err(LinkError::NotALink)
        }
        other => other,
    }
}

/// A payload that may be broken into pieces.
fn read_broken(text: &str) -> Result<Summary, LinkError> {
    let mut payload = Payload::new(Form::Summary);
    let mut fault = LinkError::CutOff;
    for (number, piece) in pieces(text).take(PIECES_LIMIT).enumerate() {
        let fits = piece.bytes().all(|letter| payload.push(letter));
        if !fits || payload.letters() > PAYLOAD_LIMIT {
            break;
        }
        match payload.judge() {
            Judgement::Sealed(Ok(Found::Summary(summary))) => return Ok(summary),
            Judgement::Sealed(Err(fault)) => return Err(fault),
            // A word that follows a link cut short makes it longer than it should be, hence not damaged.
            Judgement::Unsealed { full } if number == 0 || full => fault = LinkError::Damaged,
            _ => {}
        }
    }
    Err(fault)
}

/// The runs of payload letters at the start of a text, with nothing but gaps before and between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_gap);
        let end = rest.find(|c| !letters::is_letter(c)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Whether a text ends with the prefix, in any case, and not in the middle of a word.
fn ends_with_prefix(text: &str) -> bool {
    let Some(start) = text.len().checked_sub(PREFIX.len()) else {
        return false;
    };
    let prefix = text.get(start..).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default();
    prefix.eq_ignore_ascii_case(PREFIX) && !before.ends_with(letters::is_letter)
}

/// `%3D` and the like as the character they stand for; those that stand for no ASCII character stay.
fn without_percent(text: &str) -> String {
    let mut parts = text.split('%');
    let mut out = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let code = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(code) = code.filter(u8::is_ascii) {
            out.push(char::from(code));
            out.push_str(part.get(2..).unwrap_or_default());
        } else {
            out.push('%');
            out.push_str(part);
        }
    }
    out
}
