//! Reads the link at a position of a decoded text: its prefix, then its payload, which may contain gaps.

use super::base64url;
use super::error::LinkError;
use super::form::{Content, Form};
use super::gap::{is_around, is_end, is_gap};
use super::payload::{Payload, Progress};
use super::summary;
use super::undo::DASH as DASH_CHARACTER;

/// Length limit in bytes of a link with line breaks in it. No more is read after a prefix.
pub(super) const LONGEST: usize = 131_072;
/// Length limit of a prefix with a line break in it.
const PREFIX_LIMIT: usize = 24;
/// Fewest letters of a payload alone on its line. The shortest link has 22.
const BARE_LETTERS: usize = 22;
/// Most bytes of such a payload in lines: the longest has 682 letters.
const BARE_BYTES: usize = 1_024;
/// Bytes that may be read in vain behind the lines of such payloads, and how many more with each byte of the text: each line
/// of a hostile text can begin like a payload that goes on. A text of sixteen of them is read as it is.
const IN_VAIN: (usize, usize) = (16 * BARE_BYTES, 2);
/// A dash that may have replaced one hyphen or two.
const DASH: &[u8] = &DASH_BYTES;
const DASH_BYTES: [u8; 3] = {
    let mut bytes = [0; 3];
    DASH_CHARACTER.encode_utf8(&mut bytes);
    bytes
};

/// A payload that was read.
pub(super) struct Reading {
    pub(super) content: Result<Content, LinkError>,
    pub(super) bytes: Vec<u8>,
    /// The position after it; its start, if it could not be read.
    pub(super) end: usize,
}

/// What is read of a text, and how much of it may be in vain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Byte reads: the cost, independent of the machine.
    pub(super) looked_at: usize,
    /// Those behind the line of a payload without a prefix that turned out to be none.
    in_vain: usize,
    /// Bytes of the text that were passed.
    passed: usize,
}

impl Effort {
    /// Nothing was read.
    pub(super) const START: Self = Self {
        looked_at: 0,
        in_vain: 0,
        passed: 0,
    };

    /// Bytes of the text were passed.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.passed += bytes;
    }

    /// Whether a payload without a prefix may still be looked for behind its line.
    fn may_go_on(&self) -> bool {
        let (first, each) = IN_VAIN;
        self.in_vain < first + each * self.passed
    }
}

/// Reads a summary's payload without a prefix at the start of a line: valid, or alone on the line.
pub(super) fn bare(bytes: &[u8], at: usize, effort: &mut Effort) -> Option<Reading> {
    let ahead = bytes.get(at..).unwrap_or_default();
    let start = at + ahead.iter().position(|byte| !is_around(*byte) || is_end(*byte))?;
    let run = run(bytes, start);
    effort.looked_at += start - at + run.len();
    if run.len() < BARE_LETTERS {
        return None;
    }
    let line = bytes.get(start..).unwrap_or_default();
    let line = line.get(
        ..line
            .iter()
            .take(run.len() + 100)
            .position(|byte| is_end(*byte))
            .unwrap_or(line.len()),
    )?;
    let behind = line.get(run.len()..).unwrap_or_default();
    let is_alone = behind.iter().all(|byte| is_around(*byte));
    let is_ours = summary::v1::begins(run);
    // A payload of another version must be on one line: the lines of any attached file look like one.
    let goes_on = is_ours && effort.may_go_on();
    let end = start + if goes_on { BARE_BYTES } else { run.len() };
    let text = bytes.get(..end).unwrap_or(bytes);
    if !is_ours && !is_alone {
        return None;
    }
    let before = effort.looked_at;
    let mut reading = read(Form::Summary, text, start, effort);
    if reading.is_unread() {
        effort.in_vain += (effort.looked_at - before).saturating_sub(run.len());
    }
    match reading.content {
        Err(LinkError::CutOff | LinkError::Damaged) if !(is_ours && is_alone) => None,
        Err(LinkError::CutOff | LinkError::Damaged) => {
            reading.end = start + line.len();
            Some(reading)
        }
        _ => Some(reading),
    }
}

/// Reads the summary's payload at the start of a text, of any length.
pub(super) fn read_bare(bytes: &[u8]) -> Result<Content, LinkError> {
    let start = bytes.iter().position(|byte| !is_around(*byte));
    let start = start.ok_or(LinkError::NotALink)?;
    let mut effort = Effort::START;
    match read(Form::Summary, bytes, start, &mut effort).content {
        Err(LinkError::CutOff | LinkError::Damaged) if !summary::v1::begins(run(bytes, start)) => {
            Err(LinkError::NotALink)
        }
        other => other,
    }
}

/// The form of the link whose prefix is at this position, and the position after its `=`.
pub(super) fn prefix(text: &[u8], at: usize) -> Option<(Form, usize)> {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    if before.is_some_and(|byte| base64url::is_letter(*byte)) {
        return None;
    }
    let mut name = [0; 12];
    let mut length = 0;
    let mut at = at;
    for _ in 0..PREFIX_LIMIT {
        let byte = *text.get(at)?;
        let letter = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'-' => byte.to_ascii_lowercase(),
            b'\r' | b'\n' | b'>' => 0,
            // Spaces are skipped only at the start of a line.
            b' ' if matches!(text.get(at - 1), Some(b'\n' | b'>' | b' ')) => 0,
            b'=' => {
                let name = name.get(..length)?;
                let (_, form) = Form::NAMES.iter().find(|(known, _)| known.as_bytes() == name)?;
                return Some((*form, at + 1));
            }
            _ if text.get(at..)?.starts_with(DASH) => {
                at += DASH.len() - 1;
                b'-'
            }
            _ => return None,
        };
        at += 1;
        if letter != 0 {
            *name.get_mut(length)? = letter;
            length += 1;
        }
    }
    None
}

/// Reads the payload at this position. A dash is tried as one hyphen and as two; the checksum decides.
pub(super) fn read(form: Form, text: &[u8], start: usize, effort: &mut Effort) -> Reading {
    let text = text.get(..start.saturating_add(LONGEST)).unwrap_or(text);
    let (one, end) = read_with(form, text, start, 1);
    effort.looked_at += end - start;
    let seen = text.get(start..end).unwrap_or_default();
    if one.is_unread() && seen.windows(DASH.len()).any(|bytes| bytes == DASH) {
        let (two, end) = read_with(form, text, start, 2);
        effort.looked_at += end - start;
        if !two.is_unread() {
            return two;
        }
    }
    one
}

/// Reads with this many hyphens for a dash; also returns the position reached.
fn read_with(form: Form, text: &[u8], start: usize, hyphens: usize) -> (Reading, usize) {
    let mut payload = Payload::new(form);
    let mut at = start;
    // Number of payload bytes before the first gap.
    let mut first = None;
    let mut fault = None;
    while let Some(&byte) = text.get(at) {
        let mut is_fuller = false;
        if let Some(value) = base64url::value(byte) {
            is_fuller = payload.push(value);
            at += 1;
        } else if is_gap(byte) {
            if !payload.bytes().is_empty() {
                first = first.or(Some(payload.bytes().len()));
            }
            at += 1;
        } else if text.get(at..).is_some_and(|rest| rest.starts_with(DASH)) {
            for _ in 0..hyphens {
                is_fuller |= payload.push(base64url::HYPHEN);
            }
            at += DASH.len();
        } else {
            break;
        }
        if !is_fuller {
            continue;
        }
        match payload.judge() {
            Progress::Short => {}
            Progress::Sealed(content) => return (Reading::whole(content, payload, at), at),
            Progress::TooLong => {
                fault = fault.or(Some(LinkError::Damaged));
                break;
            }
            Progress::Unsealed => {
                // A truncated link is filled up by the words after it, and ends in the middle of one.
                let is_in_word =
                    first.is_some() && text.get(at).is_some_and(|byte| base64url::is_letter(*byte));
                fault = Some(if is_in_word {
                    LinkError::CutOff
                } else {
                    LinkError::Damaged
                });
                // Go on: if impossible fields gave a wrong length, the checksum may still come.
            }
        }
    }
    if let Some(content) = payload.sealed() {
        return (Reading::whole(content, payload, at), at);
    }
    let unfinished = if payload.is_endless() {
        LinkError::Damaged
    } else {
        LinkError::CutOff
    };
    let mut bytes = payload.into_bytes();
    bytes.truncate(first.unwrap_or(bytes.len()));
    let reading = Reading {
        content: Err(fault.unwrap_or(unfinished)),
        bytes,
        end: start,
    };
    (reading, at)
}

impl Reading {
    /// Whether no valid checksum was found.
    fn is_unread(&self) -> bool {
        matches!(self.content, Err(LinkError::CutOff | LinkError::Damaged))
    }

    fn whole(content: Result<Content, LinkError>, payload: Payload, end: usize) -> Self {
        Self {
            content,
            bytes: payload.into_bytes(),
            end,
        }
    }
}

/// The run of base64url letters from this position.
fn run(text: &[u8], start: usize) -> &[u8] {
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.iter().position(|byte| !base64url::is_letter(*byte));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}
