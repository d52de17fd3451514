//! A payload of any form, put together piece after piece: its bytes, and what they are.
//!
//! Each piece is decoded and summed once, so that a payload in many pieces costs no more than one in a
//! single piece.

use crc::{CRC_32_ISO_HDLC, Crc, Digest, NoTable};

use super::{Form, Found, LinkError, comparison, frame, invitation, letters, plan, v1};

/// The checksum of frames, taken up again after each piece.
static CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// What a payload is.
pub(super) enum Judgement {
    /// Its checksum is right.
    Sealed(Result<Found, LinkError>),
    /// Its fields say that it should be longer.
    Short,
    /// Its checksum is wrong.
    Unsealed {
        /// Whether it is exactly as long as its fields say.
        full: bool,
    },
}

/// A payload that may still grow.
pub(super) struct Payload {
    form: Form,
    bytes: Vec<u8>,
    /// Bits behind the last whole byte, and how many.
    waiting: u32,
    count: u32,
    /// The checksum of the first `summed` bytes.
    digest: Digest<'static, u32, NoTable>,
    summed: usize,
}

impl Payload {
    /// A payload of which nothing has been read.
    pub(super) fn new(form: Form) -> Self {
        Self {
            form,
            bytes: Vec::new(),
            waiting: 0,
            count: 0,
            digest: CRC.digest(),
            summed: 0,
        }
    }

    /// Adds a letter; `false` if it is none of the 64, or one more than any payload of this form has.
    pub(super) fn push(&mut self, letter: u8) -> bool {
        let Some(value) = letters::value(letter) else {
            return false;
        };
        self.waiting = (self.waiting << 6 | u32::from(value)) & 0xFFFF;
        self.count += 6;
        if self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.waiting >> self.count) as u8);
        }
        self.bytes.len() <= self.form.most_bytes()
    }

    /// How many letters there are so far.
    pub(super) fn letters(&self) -> usize {
        (self.bytes.len() * 8 + self.count as usize) / 6
    }

    /// The whole bytes so far.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The whole bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// What the letters so far are.
    pub(super) fn judge(&mut self) -> Judgement {
        let sealed = self.is_sealed() && self.is_exact();
        let Some((version, behind)) = self.bytes.split_first() else {
            return Judgement::Short;
        };
        match version {
            1 if sealed => {
                let body = behind.len().checked_sub(frame::CHECKSUM);
                let body = body.and_then(|end| behind.get(..end)).unwrap_or_default();
                Judgement::Sealed(self.form.read(body))
            }
            2.. if sealed => Judgement::Sealed(Err(LinkError::NewerVersion)),
            1 => match self.form.length(behind) {
                Some(wanted) if self.bytes.len() >= wanted + frame::AROUND_BODY => Judgement::Unsealed {
                    full: self.bytes.len() == wanted + frame::AROUND_BODY,
                },
                _ => Judgement::Short,
            },
            _ => Judgement::Unsealed { full: false },
        }
    }

    /// Whether the last four bytes are the checksum of those before.
    fn is_sealed(&mut self) -> bool {
        let Some((sealed, found)) = self.bytes.split_last_chunk::<{ frame::CHECKSUM }>() else {
            return false;
        };
        // A byte counts as summed only once it cannot be part of the checksum.
        self.digest.update(sealed.get(self.summed..).unwrap_or_default());
        self.summed = sealed.len();
        !sealed.is_empty() && self.digest.clone().finalize().to_be_bytes() == *found
    }

    /// Whether the letters are those that would be written for these bytes: none too many, and no bit set
    /// behind the last byte.
    fn is_exact(&self) -> bool {
        self.count < 6 && self.waiting & ((1 << self.count) - 1) == 0
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

    /// The length in bytes of a whole body of version 1 that begins like this; `None` if too little is
    /// there to tell.
    fn length(self, body: &[u8]) -> Option<usize> {
        match self {
            Self::Summary => v1::length(body),
            Self::Comparison => comparison::v1::length(body),
            Self::Invitation => invitation::v1::length(body),
            Self::Plan => plan::v1::length(body),
        }
    }

    /// What a body of version 1 says, whose checksum is right.
    fn read(self, body: &[u8]) -> Result<Found, LinkError> {
        match self {
            Self::Summary => v1::read(body).map(Found::Summary),
            Self::Comparison => comparison::v1::read(body).map(Found::Comparison),
            Self::Invitation => invitation::v1::read(body).map(Found::Invitation),
            Self::Plan => plan::v1::read(body).map(Found::Plan),
        }
    }
}
