//! Why a file was refused, and where.

use crate::formats::link::LinkError;

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The line on which it was found, from 1.
    pub line: usize,
    /// The field, such as `partners[3].responses.A1.1`; empty if it is the file as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: ImportFault,
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportFault {
    /// It has more than [`MOST_BYTES`](super::MOST_BYTES), or [`MOST_KEPT_BYTES`](super::MOST_KEPT_BYTES) if it is what
    /// a device keeps.
    TooLong,
    /// The browser does not read it: it may have been moved or changed since it was chosen.
    NotRead,
    /// It is not JSON, or was cut, or has a value here that none of our files has.
    NotJson,
    /// It is JSON, but none of our files.
    NotOurs,
    /// A newer version of this program wrote it.
    NewerVersion,
    /// The link in it cannot be read.
    Link(LinkError),
    /// The field says something else than the link in the file, or is none of ours.
    Differs,
    /// The stored text in it cannot be read.
    Unreadable,
}
