//! One payload of any form: letters put together to a frame until it is whole, and what the frame says.
//!
//! Its first bytes tell how long it is. Of a newer version, or with other questions, only the checksum tells.

use super::error::LinkError;
use super::form::{Content, Form};
use super::frame::{CHECKSUM, Checksum, checksum, length, open};
use super::{comparison, invitation, plan, summary};

/// The number of the question set, which every body of version 1 begins with.
const QUESTIONS: u8 = 1;

/// How far a payload is.
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
    /// Bits behind the last whole byte, and how many.
    waiting: u32,
    count: u32,
    /// Bytes without which nothing more can be told.
    least: usize,
    /// Bytes of the body, once they are known.
    body: Option<usize>,
    /// Whether only the checksum can tell where it ends.
    is_endless: bool,
    /// The checksum of so many bytes.
    checksum: Option<(Checksum, usize)>,
}

impl Payload {
    /// A payload of which nothing has been read.
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

    /// Adds a letter, by its value; whether there may be something to judge.
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

    /// How far the letters go.
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

    /// The same where the fields tell the length.
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

    /// What the letters so far are if they are all, by their checksum alone. Fields that cannot be tell a wrong length.
    pub(super) fn sealed(&mut self) -> Option<Result<Content, LinkError>> {
        if !(self.is_exact() && self.is_sealed()) {
            return None;
        }
        let (version, behind) = self.bytes.split_first()?;
        let body = behind.get(..behind.len().checked_sub(CHECKSUM)?)?;
        match version {
            0 => None,
            1 => Some(self.form.read(body)),
            _ => Some(Err(LinkError::NewerVersion)),
        }
    }

    /// Whether the last bytes are the checksum of those before. Each byte is summed once.
    fn is_sealed(&mut self) -> bool {
        let Some((sealed, found)) = self.bytes.split_last_chunk::<CHECKSUM>() else {
            return false;
        };
        let (sum, summed) = self.checksum.get_or_insert_with(|| (checksum(), 0));
        sum.update(sealed.get(*summed..).unwrap_or_default());
        *summed = sealed.len();
        !sealed.is_empty() && sum.clone().finalize().to_be_bytes() == *found
    }

    /// Whether no bit is set behind the last byte.
    fn is_exact(&self) -> bool {
        self.waiting & ((1 << self.count) - 1) == 0
    }

    /// Whether its length is unknown: it is of a newer version, or has other questions.
    pub(super) fn is_endless(&self) -> bool {
        self.is_endless
    }
}

impl Form {
    /// Most bytes of a payload, of any version that can be thought of.
    const fn most_bytes(self) -> usize {
        match self {
            Self::Summary | Self::Invitation => 1_536,
            Self::Comparison => 24_576,
            Self::Plan => 49_152,
        }
    }

    /// The length in bytes of a whole body of version 1 that begins like this; or how many bytes are needed at least to
    /// tell.
    fn length(self, body: &[u8]) -> Result<usize, usize> {
        match self {
            Self::Summary => summary::v1::length(body),
            Self::Comparison => comparison::v1::length(body),
            Self::Invitation => invitation::v1::length(body),
            Self::Plan => plan::v1::length(body),
        }
    }

    /// What a body of version 1 says, whose checksum is right.
    fn read(self, body: &[u8]) -> Result<Content, LinkError> {
        match self {
            Self::Summary => summary::v1::read(body).map(Content::Summary),
            Self::Comparison => comparison::v1::read(body).map(Content::Comparison),
            Self::Invitation => invitation::v1::read(body).map(Content::Invitation),
            Self::Plan => plan::v1::read(body).map(Content::Plan),
        }
    }
}
