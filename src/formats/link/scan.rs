//! Finds every link in a long text, such as a whole e-mail thread, in one pass and in pieces.
//!
//! Links may be quoted (`> `), broken over lines, in brackets, written twice as text and as target, and
//! encoded in the ways that [`super::cursor`] undoes. Each byte is looked at a small, fixed number of
//! times: the payload behind a prefix ends at the next `=` at the latest, so none is read for two links.

use super::cursor::Cursor;
use super::payload::{Judgement, Payload};
use super::{Form, Found, LinkError, Rapid, cursor, letters, v1};

/// Most pieces of a broken payload: a long comparison in lines of 76 characters has some hundred.
const PIECES_LIMIT: usize = 1_000;
/// Fewest letters of a payload that stands alone on its line. The shortest link has 20.
const BARE_LETTERS: usize = 20;
/// Most letters of such a payload.
const BARE_LIMIT: usize = 2_048;
/// Most bytes between a link and its repetition as the target of the same text.
const DOUBLED_LIMIT: usize = 2_000;

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The line on which it begins, from 1. `\n`, `\r\n` and a lone `\r` end a line.
    pub line: usize,
    /// What its prefix says that it is.
    pub form: Form,
    /// What it holds, or why it cannot be read; never [`LinkError::NotALink`].
    pub found: Result<Found, LinkError>,
}

/// What came of one step of a [`Scanner`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there is only ever one of them")]
pub enum Step {
    /// A link.
    Hit(Hit),
    /// No link within the bytes allowed; there is more text.
    Paused,
    /// The text is at its end.
    Done,
}

/// Reads a text link by link. It holds the text (a `&str`, a `String`), so that a page can keep it and
/// go on after it has drawn.
#[derive(Debug)]
pub struct Scanner<T> {
    text: T,
    place: Place,
    last: Last,
    rapid: Rapid,
}

/// How far a scanner is.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Bytes read.
    at: usize,
    /// Number of the line, from 1.
    line: usize,
    /// Whether the next byte is the first of a line.
    fresh: bool,
}

/// The links found last.
#[derive(Debug, Default)]
struct Last {
    /// Where the last one ended.
    end: usize,
    /// Whether it was left out, as a repetition.
    left_out: bool,
    /// The last payload of each form.
    bytes: [Vec<u8>; 4],
}

/// A payload that was read.
struct Reading {
    found: Result<Found, LinkError>,
    bytes: Vec<u8>,
    /// The place behind it; behind the prefix, if it could not be read.
    end: usize,
}

impl<T: AsRef<str>> Scanner<T> {
    /// Starts at the beginning of a text of any length.
    pub fn new(text: T) -> Self {
        Self {
            text,
            place: Place {
                at: 0,
                line: 1,
                fresh: true,
            },
            last: Last::default(),
            rapid: Rapid::new(),
        }
    }

    /// Bytes read so far, for showing how far it is; at most the length of the text.
    pub fn position(&self) -> usize {
        self.place.at
    }

    /// Goes on to the next link, but over no more bytes than these, and the link that begins in them. A
    /// million bytes take a few milliseconds; a thousand is a sensible least.
    pub fn step(&mut self, bytes: usize) -> Step {
        let text = self.text.as_ref();
        let stop = self.place.at.saturating_add(bytes.max(1)).min(text.len());
        while self.place.at < stop {
            if let Some(hit) = next(text, &mut self.place, stop, &mut self.last, &self.rapid) {
                return Step::Hit(hit);
            }
        }
        if self.place.at < text.len() {
            Step::Paused
        } else {
            Step::Done
        }
    }
}

impl<T: AsRef<str>> Iterator for Scanner<T> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        match self.step(usize::MAX) {
            Step::Hit(hit) => Some(hit),
            Step::Paused | Step::Done => None,
        }
    }
}

/// Goes to the next place where a link may begin, and reads it if there is one.
fn next(text: &str, place: &mut Place, stop: usize, last: &mut Last, rapid: &Rapid) -> Option<Hit> {
    let bytes = text.as_bytes();
    if std::mem::take(&mut place.fresh)
        && let Some(reading) = bare(text, place.at, rapid)
    {
        let hit = hit(place, Form::Summary, reading.found);
        place.go(bytes, reading.end);
        last.note(Form::Summary, reading.bytes, reading.end, false);
        return Some(hit);
    }
    let ahead = bytes.get(place.at..stop).unwrap_or_default();
    let Some(skip) = ahead
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r' | b'p' | b'P'))
    else {
        place.at = stop;
        return None;
    };
    place.at += skip;
    let Some((form, start)) = cursor::prefix(text, place.at) else {
        place.go(bytes, place.at + 1);
        return None;
    };
    let begin = place.at;
    let quick = (form == Form::Summary)
        .then(|| read_plain(&start, rapid))
        .flatten();
    let reading = quick.unwrap_or_else(|| read(form, start));
    let hit = hit(place, form, reading.found);
    let doubled = last.is_doubled(text, begin, form, &reading.bytes);
    place.go(bytes, reading.end.max(begin + 1));
    last.note(form, reading.bytes, reading.end, doubled);
    (!doubled).then_some(hit)
}

fn hit(place: &Place, form: Form, found: Result<Found, LinkError>) -> Hit {
    Hit {
        line: place.line,
        form,
        found,
    }
}

impl Place {
    /// Goes on to a place, and counts the lines that end before it.
    fn go(&mut self, bytes: &[u8], to: usize) {
        for at in self.at..to {
            let lone = || bytes.get(at + 1) != Some(&b'\n');
            match bytes.get(at) {
                Some(b'\n') => self.end_line(),
                Some(b'\r') if lone() => self.end_line(),
                _ => self.fresh = false,
            }
        }
        self.at = to;
    }

    fn end_line(&mut self) {
        self.line += 1;
        self.fresh = true;
    }
}

/// A payload of the plainest sort, which is all that most texts have.
fn read_plain(cursor: &Cursor<'_>, rapid: &Rapid) -> Option<Reading> {
    let run = cursor.run();
    let (summary, (bytes, length)) = rapid.read_with_bytes(run)?;
    Some(Reading {
        found: Ok(Found::Summary(summary)),
        bytes: bytes.get(..length).unwrap_or_default().to_vec(),
        end: cursor.at() + run.len(),
    })
}

/// The payload that begins at a place, which may be broken into pieces. Piece after piece is put together
/// until the checksum is right, so that words behind a link do no harm.
fn read(form: Form, mut cursor: Cursor<'_>) -> Reading {
    let start = cursor.at();
    let mut payload = Payload::new(form);
    let mut fault = LinkError::CutOff;
    let mut first = Vec::new();
    for number in 0..PIECES_LIMIT {
        cursor.skip_gaps();
        let from = payload.letters();
        let mut fits = true;
        while let Some(letter) = cursor.letter() {
            fits = payload.push(letter);
            if !fits {
                break;
            }
            if cursor.is_at_end_mark() {
                // A redirect puts two low lines behind an address, which are letters too.
                if let Judgement::Sealed(found) = payload.judge() {
                    return Reading {
                        found,
                        bytes: payload.into_bytes(),
                        end: cursor.at(),
                    };
                }
            }
        }
        if !fits || payload.letters() == from {
            break;
        }
        match payload.judge() {
            Judgement::Sealed(found) => {
                return Reading {
                    found,
                    bytes: payload.into_bytes(),
                    end: cursor.at(),
                };
            }
            // A word that follows a link cut short makes it longer than it should be, hence not damaged.
            Judgement::Unsealed { full } if number == 0 || full => fault = LinkError::Damaged,
            Judgement::Short | Judgement::Unsealed { .. } => {}
        }
        if number == 0 {
            first = payload.bytes().to_vec();
        }
    }
    Reading {
        found: Err(fault),
        bytes: first,
        end: start,
    }
}

/// A summary's payload without a prefix, alone on the line that begins at a place. Lists of payloads are
/// not made by mail programs, so that none is broken.
fn bare(text: &str, at: usize, rapid: &Rapid) -> Option<Reading> {
    let line = text.get(at..)?;
    let line = line.split(['\n', '\r']).next().unwrap_or_default();
    let run = line.trim_matches(cursor::is_gap);
    if run.len() < BARE_LETTERS || run.len() > BARE_LIMIT || !run.chars().all(letters::is_letter) {
        return None;
    }
    if let Some((summary, (bytes, length))) = rapid.read_with_bytes(run.as_bytes()) {
        return Some(Reading {
            found: Ok(Found::Summary(summary)),
            bytes: bytes.get(..length).unwrap_or_default().to_vec(),
            end: at + line.len(),
        });
    }
    let mut payload = Payload::new(Form::Summary);
    let fits = run.bytes().all(|letter| payload.push(letter));
    let found = match payload.judge() {
        Judgement::Sealed(found) if fits => found,
        Judgement::Short if v1::begins(run) => Err(LinkError::CutOff),
        _ if v1::begins(run) => Err(LinkError::Damaged),
        _ => return None,
    };
    Some(Reading {
        found,
        bytes: payload.into_bytes(),
        end: at + line.len(),
    })
}

impl Last {
    /// Keeps what was found.
    fn note(&mut self, form: Form, bytes: Vec<u8>, end: usize, left_out: bool) {
        self.end = end;
        self.left_out = left_out;
        if let Some(place) = self.bytes.get_mut(form as usize) {
            *place = bytes;
        }
    }

    /// Whether a link that begins at a place is the target of the text that was just found, or the other
    /// way round: the same payload, with a bracket or a quotation mark and an address in between.
    fn is_doubled(&self, text: &str, begin: usize, form: Form, bytes: &[u8]) -> bool {
        let same = self.bytes.get(form as usize).is_some_and(|last| last == bytes);
        if !same || bytes.is_empty() || begin.saturating_sub(self.end) > DOUBLED_LIMIT {
            return false;
        }
        let between = text.get(self.end..begin).unwrap_or_default();
        if form == Form::Plan && self.left_out {
            // It belongs to the link that was left out.
            return between.len() <= "%2526amp%253B".len();
        }
        let Some((lead, address)) = between.split_once("http") else {
            return false;
        };
        let mut lines = lead.split('\n');
        let marked = lines.next().is_some_and(is_bracket)
            || lines.any(|line| is_bracket(line.trim_start_matches(['>', ' ', '|'])));
        let lead_only = lead
            .chars()
            .all(|c| cursor::is_gap(c) || "[]{}=*_;|".contains(c) || is_markup(c));
        marked && lead_only && !address.contains(char::is_whitespace)
    }
}

/// Whether a text has what sets an address apart from the text before it.
fn is_bracket(text: &str) -> bool {
    text.contains(['<', '>', '(', '[', '"'])
}

/// Letters of tags and attributes, such as those of `"><a href="`.
fn is_markup(c: char) -> bool {
    matches!(c, '/' | '-' | ':' | '&') || c.is_ascii_alphanumeric()
}
