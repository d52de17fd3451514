//! Decodes one payload of any form: collects letters until the frame is complete, then reads the frame.
//!
//! The first bytes give the length. For a newer version, or with other questions, only the checksum shows the end.

use super::error::LinkError;
use super::form::{Content, Form};
use super::frame::{CHECKSUM, Checksum, checksum, length, open};
use super::{comparison, invitation, plan, summary};

/// The number of the question set, which every body of version 1 begins with.
const QUESTIONS: u8 = 1;

/// The progress of a payload.
#[allow(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it is read at once"
)]
pub(super) enum Progress {
    /// Letters are missing.
    Short,
    /// Its checksum is right.
    Sealed(Result<Content, LinkError>),
    /// It has all its letters, and its checksum is wrong.
    Unsealed,
    /// It has more letters than any payload.
    TooLong,
}

/// A payload that may still grow.
pub(super) struct Payload {
    form: Form,
    bytes: Vec<u8>,
    /// Bits after the last whole byte, and their number.
    waiting: u32,
    count: u32,
    /// Number of bytes needed before the next check.
    least: usize,
    /// Length of the body in bytes, once known.
    body: Option<usize>,
    /// Whether only the checksum shows the end.
    is_endless: bool,
    /// The checksum so far, and the number of bytes in it.
    checksum: Option<(Checksum, usize)>,
}

impl Payload {
    /// An empty payload.
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            bytes: Vec::with_capacity(40),
            waiting: 0,
            count: 0,
            least: 1,
            body: None,
            is_endless: false,
            checksum: None,
        }
    }

    /// The whole bytes so far.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The whole bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Adds a letter's value. Returns whether `judge` may have news.
    #[inline]
    pub(super) fn push(&mut self, value: u8) -> bool {
        self.waiting = (self.waiting << 6 | u32::from(value)) & 0xFFFF;
        self.count += 6;
        if self.count < 8 {
            return false;
        }
        self.count -= 8;
        self.bytes.push((self.waiting >> self.count) as u8);
        self.bytes.len() >= self.least
    }

    /// Judges the letters so far.
    pub(super) fn judge(&mut self) -> Progress {
        if self.bytes.len() > self.form.most_bytes() {
            return Progress::TooLong;
        }
        match self.bytes.as_slice() {
            [0, ..] => Progress::TooLong,
            [1] => {
                self.least = 2;
                Progress::Short
            }
            [1, QUESTIONS, ..] if !self.is_endless => self.judge_known(),
            _ => {
                self.is_endless = true;
                self.sealed().map_or(Progress::Short, Progress::Sealed)
            }
        }
    }

    /// Judges a payload whose fields give the length.
    fn judge_known(&mut self) -> Progress {
        let behind = self.bytes.get(1..).unwrap_or_default();
        match self.body.map_or_else(|| self.form.length(behind), Ok) {
            Ok(body) => {
                self.body = Some(body);
                self.least = length(body);
                if self.bytes.len() < self.least {
                    return Progress::Short;
                }
                if let Some(body) = open(&self.bytes, body).filter(|_| self.is_exact()) {
                    return Progress::Sealed(self.form.read(body));
                }
                self.is_endless = true;
                Progress::Unsealed
            }
            Err(least) => {
                self.least = 1 + least;
                Progress::Short
            }
        }
    }

    /// Reads the letters so far as a complete payload, if their checksum is right. Needed where impossible fields gave
    /// a wrong length.
    pub(super) fn sealed(&mut self) -> Option<Result<Content, LinkError>> {
        if !(self.is_exact() && self.is_sealed()) {
            return None;
        }
        let (version, behind) = self.bytes.split_first()?;
        let body = behind.get(..behind.len().checked_sub(CHECKSUM)?)?;
        match version {
            1 => Some(self.form.read(body)),
            _ => Some(Err(LinkError::NewerVersion)),
        }
    }

    /// Whether the last bytes are the checksum of those before. Each byte is added to the sum once.
    fn is_sealed(&mut self) -> bool {
        let Some((sealed, found)) = self.bytes.split_last_chunk::<CHECKSUM>() else {
            return false;
        };
        let (sum, summed) = self.checksum.get_or_insert_with(|| (checksum(), 0));
        sum.update(sealed.get(*summed..).unwrap_or_default());
        *summed = sealed.len();
        !sealed.is_empty() && sum.clone().finalize().to_be_bytes() == *found
    }

    /// Whether all bits after the last whole byte are zero.
    fn is_exact(&self) -> bool {
        self.waiting & ((1 << self.count) - 1) == 0
    }

    /// Whether its length is unknown: it is of a newer version, or has other questions.
    pub(super) fn is_endless(&self) -> bool {
        self.is_endless
    }
}

impl Form {
    /// Length limit in bytes of a payload, generous enough for later versions.
    const fn most_bytes(self) -> usize {
        match self {
            Self::Summary => 1_536,
            Self::Invitation => 6_144,
            Self::Comparison | Self::Plan => 49_152,
        }
    }

    /// The length in bytes of a body of version 1 that begins like this; or the least number of bytes needed to know
    /// it.
    fn length(self, body: &[u8]) -> Result<usize, usize> {
        match self {
            Self::Summary => summary::v1::length(body),
            Self::Comparison => comparison::v1::length(body),
            Self::Invitation => invitation::v1::length(body),
            Self::Plan => plan::v1::length(body),
        }
    }

    /// Reads a body of version 1 whose checksum is right.
    fn read(self, body: &[u8]) -> Result<Content, LinkError> {
        match self {
            Self::Summary => summary::v1::read(body).map(Content::Summary),
            Self::Comparison => comparison::v1::read(body).map(Content::Comparison),
            Self::Invitation => invitation::v1::read(body).map(Content::Invitation),
            Self::Plan => plan::v1::read(body).map(Content::Plan),
        }
    }
}
